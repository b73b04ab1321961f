import { startAnvil, type Anvil } from '@otp-notary/testkit';
import { after, before } from 'node:test';
import { checkFile, encodeBundle, type Bundle, type CheckOptions, type Report } from '../src/index.js';
import { AnchoredLog, type AnchoredLogOptions } from '../src/testing/index.js';

/** One chain for the tests of a file, and a log on it whenever one is wanted. */
export function onAnvil(): { start(options?: Partial<AnchoredLogOptions>): Promise<AnchoredLog>; rpcUrl(): string } {
  let anvil: Anvil | undefined;
  function running(): Anvil {
    if (anvil === undefined) throw new Error('anvil runs only during tests');
    return anvil;
  }
  before(async () => {
    anvil = await startAnvil();
  });
  after(() => anvil?.stop());
  return {
    rpcUrl: () => running().rpcUrl,
    start: (options = {}) => {
      const { rpcUrl, accounts } = running();
      const [account] = accounts;
      if (account === undefined) throw new Error('no account');
      return AnchoredLog.start({ rpcUrl, privateKey: account.privateKey, ...options });
    },
  };
}

/** The file of a bundle. */
export function fileOf(bundle: Bundle): Buffer {
  return Buffer.from(encodeBundle(bundle));
}

/** Checks a bundle as the file that it is. */
export function check(bundle: Bundle, options: CheckOptions): Promise<Report> {
  return checkFile(fileOf(bundle), options);
}

/** The points by id: their verdicts. */
export function verdictsOf({ points, promises }: Report): Record<string, string> {
  return Object.fromEntries([...points, ...promises].map(({ id, verdict }) => [id, verdict]));
}

/** The first point that failed. */
export function failureOf({ points }: Report): { id: string; detail: string } | undefined {
  return points.find(({ verdict }) => verdict === 'failed');
}
