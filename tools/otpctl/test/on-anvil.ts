import { encodeBundle, type Bundle } from '@otp-notary/proof';
import { AnchoredLog, type AnchoredLogOptions, type Code } from '@otp-notary/proof/testing';
import { startAnvil, type Anvil } from '@otp-notary/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A chain and a directory for the tests of a file. */
export class Bench {
  private constructor(
    private readonly anvil: Anvil,
    private readonly directory: string,
  ) {}

  static async open(): Promise<Bench> {
    return new Bench(await startAnvil(), await mkdtemp(join(tmpdir(), 'otpctl-test-')));
  }

  async close(): Promise<void> {
    await this.anvil.stop();
    await rm(this.directory, { recursive: true });
  }

  get rpcUrl(): string {
    return this.anvil.rpcUrl;
  }

  start(options: Partial<AnchoredLogOptions> = {}): Promise<AnchoredLog> {
    const privateKey = this.anvil.accounts[0]?.privateKey ?? '0x';
    return AnchoredLog.start({ rpcUrl: this.rpcUrl, privateKey, ...options });
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(this.path(name), content);
    return this.path(name);
  }

  writeProof(name: string, bundle: Bundle): Promise<string> {
    return this.write(name, encodeBundle(bundle));
  }
}

/** A code that was issued, used, and settled as used. */
export async function settledUse(log: AnchoredLog): Promise<Code> {
  const code = log.issue();
  await log.anchor();
  log.use(code);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  log.issue(9);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  return code;
}
