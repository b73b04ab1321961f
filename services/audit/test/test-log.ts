import type { Clock } from '@otp-notary/crypto';
import type { AnyEvent, EventOf } from '@otp-notary/events';
import { generateKey, KeyRing, type KeyProvider } from '@otp-notary/keys';
import { formatVkey } from '@otp-notary/merkle';
import { inTransaction } from '@otp-notary/persistence';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { beginLog, beginTerm, type Term } from '../src/adapters/log-row.js';
import type { SignedCheckpoint } from '../src/adapters/checkpoints.js';
import { SignedStateFile } from '../src/adapters/signed-state-file.js';
import type { Tx } from '../src/adapters/tx.js';
import type { AnchorAsk } from '../src/domain/anchor-plan.js';
import { ORIGIN, START } from '../src/domain/events.fixture.js';
import { AnchorBook } from '../src/log/anchor-book.js';
import { Anchoring } from '../src/log/anchoring.js';
import { Bundles } from '../src/log/bundles.js';
import { Cutter } from '../src/log/cutter.js';
import { LeafWriting } from '../src/log/leaf-writing.js';
import { LogReader } from '../src/log/reader.js';
import { Sequencer, type Appended } from '../src/log/sequencer.js';
import { Settler, type SettlementStep } from '../src/log/settler.js';

export const CONTRACT = { chainId: '31337', contract: '0x5fbdb2315678afecb367f032d93f642f64180aa3' };
export const GRACE_MS = 1000;

/** Signed states of logs that no test looks at. */
const signedStates = mkdtempSync(join(tmpdir(), 'otp-audit-'));
process.on('exit', () => rmSync(signedStates, { recursive: true, force: true }));

/** A log without bus and network: the parts that write, each call one transaction. */
export class TestLog {
  /** Epoch ms; tests move it. */
  now = START;
  readonly clock: Clock = { now: () => this.now };
  readonly asked: EventOf<'anchor.requested'>[] = [];
  term: Term = { origin: ORIGIN, fence: 1n };
  readonly sequencer: Sequencer;
  readonly cutter: Cutter;
  readonly settler: Settler;
  readonly anchoring: Anchoring;
  readonly reader: LogReader;
  readonly bundles: Bundles;

  private constructor(
    readonly pool: Pool,
    readonly keys: KeyProvider,
    readonly file: SignedStateFile,
  ) {
    this.sequencer = new Sequencer(new LeafWriting(ORIGIN, keys), new AnchorBook(ORIGIN, CONTRACT));
    this.cutter = new Cutter(keys, file, this.clock);
    this.settler = new Settler({ sources: ['verifier'], graceMs: GRACE_MS }, this.clock);
    const emit = async (_tx: Tx, event: EventOf<'anchor.requested'>): Promise<void> => void this.asked.push(event);
    this.anchoring = new Anchoring({ leaves: 256, ageMs: 5000, repeatMs: 60_000 }, emit, this.clock);
    this.reader = new LogReader(ORIGIN, keys);
    this.bundles = new Bundles(ORIGIN, CONTRACT, keys, this.reader);
  }

  static async over({ pool }: { readonly pool: Pool }, file?: string): Promise<TestLog> {
    const keys = new KeyRing([generateKey('leaf'), generateKey('checkpoint')]);
    const path = file ?? join(signedStates, `${randomUUID()}.json`);
    const log = new TestLog(pool, keys, new SignedStateFile(path));
    await log.inTx(async (tx) => {
      await beginLog(tx, ORIGIN);
      await beginTerm(tx, log.term);
    });
    return log;
  }

  get vkey(): string {
    return formatVkey(ORIGIN, this.keys.current('checkpoint').publicKey);
  }

  inTx<T>(work: (tx: PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, work);
  }

  append(events: readonly AnyEvent[]): Promise<Appended> {
    return this.inTx((tx) => this.sequencer.append(tx, this.term, events));
  }

  cut(): Promise<readonly SignedCheckpoint[]> {
    return this.inTx((tx) => this.cutter.cut(tx, this.term));
  }

  /** Settles all that is ready; tells what the next batch waits for. */
  async settle(): Promise<Extract<SettlementStep, { waiting: unknown }>> {
    for (;;) {
      const step = await this.inTx((tx) => this.settler.settleNext(tx, this.term));
      if ('waiting' in step) return step;
    }
  }

  ask(): Promise<AnchorAsk | null> {
    return this.inTx((tx) => this.anchoring.ask(tx, this.term));
  }

  /** Everything decided up to a time is read. */
  async readUpTo(upToMs: number, source = 'verifier'): Promise<void> {
    await this.append([
      { id: randomUUID(), version: 1, time: new Date(this.now).toISOString(), type: 'otp.watermark', source, upToMs, positions: {} }, // prettier-ignore
    ]);
    await this.inTx((tx) => this.settler.readWatermarks(tx, new Map()));
  }
}
