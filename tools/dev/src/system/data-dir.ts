import { access, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../cannot-start.js';

const FORMAT = 'otp-notary/data@v1';
const RECORD = 'system.json';
/** Begins the names of the lock file and of its next version. */
const LOCK = 'lock.json';

const hex = z.string().regex(/^0x[0-9a-f]+$/i).transform((text) => text as `0x${string}`); // prettier-ignore

const recordSchema = z.object({
  format: z.literal(FORMAT),
  bus: z.enum(['postgres', 'kafka']),
  ownKafka: z.boolean(),
  origin: z.string(),
  /** Verifier key of the log (C2SP). */
  vkey: z.string(),
  lifeSeconds: z.number(),
  chain: z.object({
    own: z.boolean(),
    chainId: z.number(),
    contract: hex,
    implementation: hex,
    codeHash: hex,
    implementationCodeHash: hex,
    /** The contract that proves codes beside it, where one was deployed. */
    provenCodes: hex.optional(),
    /** Block of the contract's creation. */
    block: z.number(),
  }),
});

/** What a data directory was made for. Written last, so that its presence says that all the rest is whole. */
export type DataRecord = z.infer<typeof recordSchema>;

/** The log, its key and its contract. */
export type LogRecord = Pick<DataRecord, 'origin' | 'vkey' | 'lifeSeconds' | 'chain'>;

/** Where the state of one system lives. */
export class DataDir {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get lockFile(): string {
    return this.at(LOCK);
  }

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  /** Makes the directory. PostgreSQL's user must be able to pass through it; secrets are behind a door of their own. */
  async create(): Promise<void> {
    await mkdir(this.path, { recursive: true });
    await chmod(this.path, 0o711);
  }

  async createFolders(): Promise<void> {
    for (const folder of ['secrets', 'keystores', 'logs', 'chain', 'audit', 'proofs']) {
      await mkdir(this.at(folder), { recursive: true, mode: 0o700 });
    }
  }

  /**
   * The record of earlier starts; undefined for a directory that is new.
   * @throws CannotStart when a first start never ended, or another version wrote it
   */
  async record(): Promise<DataRecord | undefined> {
    const text = await readFile(this.at(RECORD), 'utf8').catch(() => undefined);
    if (text === undefined) {
      const content = (await readdir(this.path)).filter((name) => !name.startsWith(LOCK));
      if (content.length === 0) return undefined;
      throw new CannotStart(
        `${this.path} is half-written (its first start did not end) or not ours: ` +
          `delete it (rm -rf ${this.path}) or use another directory with -- --data DIR`,
      );
    }
    return this.#read(text);
  }

  #read(text: string): DataRecord {
    const { format } = parsed(text) ?? {};
    if (format !== FORMAT) {
      throw new CannotStart(
        `${this.path} was written by another version (${format ?? 'unreadable'}, this one reads ${FORMAT}): ` +
          `use that version, or set it aside (${this.#setAside()}) and start anew`,
      );
    }
    const record = recordSchema.safeParse(JSON.parse(text));
    if (record.success) return record.data;
    throw new CannotStart(`${this.at(RECORD)} is damaged: restore it, or ${this.#setAside()} and start anew`);
  }

  /** Says for good that the directory is whole. */
  async complete(record: Omit<DataRecord, 'format'>): Promise<void> {
    await this.write(RECORD, `${JSON.stringify({ format: FORMAT, ...record }, null, 2)}\n`);
  }

  /** Writes a file whole or not at all, readable by its owner only. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(this.at(`${name}.new`), text, { mode: 0o600 });
    await rename(this.at(`${name}.new`), this.at(name));
  }

  async has(...parts: string[]): Promise<boolean> {
    return access(this.at(...parts)).then(
      () => true,
      () => false,
    );
  }

  /** Empties a directory whose first start did not get to its end. */
  async clearUnlessComplete(): Promise<void> {
    if (await this.has(RECORD)) return;
    const made = (await readdir(this.path)).filter((name) => !name.startsWith(LOCK));
    for (const name of made) await rm(this.at(name), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** The command that a person is told when the data cannot be used. */
  #setAside(): string {
    return `mv ${this.path} ${join(this.path, '..', `${basename(this.path)}.old`)}`;
  }

  /** @throws CannotStart when the directory was made for another bus or another chain */
  assertFits(
    record: DataRecord,
    wanted: { readonly bus: DataRecord['bus']; readonly ownKafka: boolean; readonly ownChain: boolean },
  ): void {
    const other = '-- --data DIR names another directory';
    if (record.bus !== wanted.bus || record.ownKafka !== wanted.ownKafka) {
      throw new CannotStart(
        `${this.path} was made with ${busOptions(record)}, not ${busOptions(wanted)}: keep to it, or ${other}`,
      );
    }
    if (record.chain.own !== wanted.ownChain) {
      const [was, now] = record.chain.own ? ['with --rpc', 'without'] : ['without --rpc', 'with it'];
      throw new CannotStart(
        `${this.path} was made ${was}, not ${now}: its contract is on that chain; keep to it, or ${other}`,
      );
    }
  }
}

function busOptions({ bus, ownKafka }: { readonly bus: DataRecord['bus']; readonly ownKafka: boolean }): string {
  return ownKafka ? '--kafka BROKERS' : `--bus ${bus}`;
}

function parsed(text: string): { format?: string } | undefined {
  try {
    return JSON.parse(text) as { format?: string };
  } catch {
    return undefined;
  }
}
