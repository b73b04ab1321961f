import { createRequire } from 'node:module';
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Child } from './child.js';
import { PartDidNotStart } from './errors.js';
import { assertPortFree, freePort } from './ports.js';

export interface AnvilOptions {
  /** Free one unless given. */
  readonly port?: number;
  /** The chain is loaded from this file when it exists, and saved to it every few seconds and at the end. */
  readonly stateFile?: string;
  /** One block each so many seconds; without it a block for each transaction. */
  readonly blockTimeSeconds?: number;
  /** How far the block tagged `finalized` lies behind the head; even, 64 unless given. */
  readonly finalizedAfterBlocks?: number;
}

/** One of the funded accounts of the well-known development mnemonic. Worth nothing anywhere else. */
export interface DevAccount {
  readonly address: `0x${string}`;
  readonly privateKey: `0x${string}`;
}

/** An Ethereum chain of one node, on loopback. */
export interface Anvil {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly pid: number;
  readonly accounts: readonly DevAccount[];
  /** Any JSON-RPC call, e.g. `evm_mine`, `anvil_reorg`, `anvil_setBalance`. */
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Writes the state file now, whole or not at all. */
  save(): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL: what happened since the last save is lost. */
  kill(): Promise<void>;
  /** Starts it again on the same port from the state file. */
  restart(): Promise<void>;
  /** Resolves when the chain has ended, whoever ended it. */
  exited(): Promise<unknown>;
}

const CHAIN_ID = 31_337;
const SAVE_EVERY_MS = 2_000;
/** A long chain takes longer to write: saving may take at most a twentieth of the time. */
const SAVE_SHARE = 20;

/** Starts a chain. @throws PartDidNotStart */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const node = new Node(
    options,
    options.port ?? (await freePort()),
    await mkdtemp(join(tmpdir(), 'otp-notary-anvil-')),
  );
  try {
    await node.restart();
  } catch (error) {
    await node.stop();
    throw error;
  }
  return node;
}

class Node implements Anvil {
  readonly rpcUrl: string;
  readonly chainId = CHAIN_ID;
  accounts: readonly DevAccount[] = [];
  #child: Child | undefined;
  #nextSave: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: AnvilOptions,
    private readonly port: number,
    private readonly scratch: string,
  ) {
    this.rpcUrl = `http://127.0.0.1:${port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async restart(): Promise<void> {
    if (this.#child !== undefined && this.#child.ended === undefined) return;
    await assertPortFree(this.port, 'anvil');
    const { stateFile, blockTimeSeconds, finalizedAfterBlocks = 64 } = this.options;
    const config = join(this.scratch, 'config.json');
    this.#child = await Child.start({
      name: 'anvil',
      command: anvilBinary(),
      args: [
        '--host=127.0.0.1',
        `--port=${this.port}`,
        `--chain-id=${CHAIN_ID}`,
        `--config-out=${config}`,
        // Anvil finalizes two epochs later.
        `--slots-in-an-epoch=${finalizedAfterBlocks / 2}`,
        '--silent',
        ...(blockTimeSeconds === undefined ? [] : [`--block-time=${blockTimeSeconds}`]),
        ...(stateFile !== undefined && (await exists(stateFile)) ? [`--load-state=${stateFile}`] : []),
      ],
      // States of old blocks go to a temporary directory that we remove.
      env: { PATH: process.env['PATH'] ?? '', HOME: this.scratch, TMPDIR: this.scratch, NO_COLOR: '1' },
    });
    await this.#child.until(() => this.#answers(), 30_000);
    this.accounts = accountsOf(JSON.parse(await readFile(config, 'utf8')));
    this.#saveLater(SAVE_EVERY_MS);
  }

  request(method: string, params: readonly unknown[] = []): Promise<unknown> {
    return call(this.rpcUrl, method, params);
  }

  async save(): Promise<void> {
    const { stateFile } = this.options;
    if (stateFile === undefined) return;
    await saveChainState(this.rpcUrl, stateFile);
  }

  async stop(): Promise<void> {
    await this.#endSaving();
    if (this.#child?.ended === undefined && this.accounts.length > 0) await this.save().catch(() => undefined);
    await this.#child?.end('SIGTERM', 5_000);
    await rm(this.scratch, { recursive: true, force: true });
  }

  async kill(): Promise<void> {
    clearTimeout(this.#nextSave);
    await this.#child?.kill();
    await this.#endSaving();
  }

  async exited(): Promise<unknown> {
    return this.#child?.exited;
  }

  async #answers(): Promise<void> {
    await this.request('eth_blockNumber');
  }

  async #endSaving(): Promise<void> {
    clearTimeout(this.#nextSave);
    await this.#saving;
    clearTimeout(this.#nextSave);
  }

  #saveLater(afterMs: number): void {
    if (this.options.stateFile === undefined) return;
    this.#nextSave = setTimeout(() => {
      const started = Date.now();
      // A save that fails while the chain is ending is not worth a word; the next one, or the last one, succeeds.
      this.#saving = this.save()
        .catch(() => undefined)
        .then(() => this.#saveLater(Math.max(SAVE_EVERY_MS, (Date.now() - started) * SAVE_SHARE)));
    }, afterMs);
    this.#nextSave.unref();
  }
}

/** Writes the state of a running anvil, whoever started it, to a file: whole or not at all. */
export async function saveChainState(rpcUrl: string, stateFile: string): Promise<void> {
  const dump = await call(rpcUrl, 'anvil_dumpState', []);
  const state = await promisify(gunzip)(Buffer.from(String(dump).slice(2), 'hex'));
  await writeFile(`${stateFile}.new`, state);
  await rename(`${stateFile}.new`, stateFile);
}

async function call(rpcUrl: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
  if (answer.error !== undefined) throw new PartDidNotStart(`anvil refused ${method}: ${answer.error.message}`);
  return answer.result;
}

/** The program itself, not its npm wrapper, which would not be ended by SIGKILL along with its child. */
function anvilBinary(): string {
  const wrapper = createRequire(fileURLToPath(import.meta.resolve('@foundry-rs/anvil/package.json')));
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  try {
    return wrapper.resolve(`@foundry-rs/anvil-${process.platform}-${arch}/bin/anvil`);
  } catch (cause) {
    throw new PartDidNotStart(`there is no anvil for ${process.platform}-${process.arch}`, { cause });
  }
}

function accountsOf(config: unknown): DevAccount[] {
  const { available_accounts: addresses, private_keys: keys } = config as {
    available_accounts: DevAccount['address'][];
    private_keys: DevAccount['privateKey'][];
  };
  return addresses.flatMap((address, index) => {
    const privateKey = keys[index];
    return privateKey === undefined ? [] : [{ address, privateKey }];
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
