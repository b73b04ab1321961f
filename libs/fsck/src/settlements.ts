import { fates as fateNumbers, settlementTree, type Hash, type PositionFate } from '@otp-notary/merkle';
import { fatesOf, isComplete, type BatchBook, type OpenBatch } from './book.js';
import type { Finding } from './finding.js';
import type { BatchRow, LogStore, SettlementRow } from './store.js';

const BYTES_PER_FATE = 9;
/** Settlements read at once: each carries nine bytes a position. */
const PAGE = 64;

/** Checks settlements in their order, each as soon as all leaves that it refers to were read. */
export class SettlementCheck {
  #next = 1;

  constructor(
    private readonly originId: Hash,
    private readonly book: BatchBook,
  ) {}

  /** Batches `1 … settled` are settled, as far as was checked. */
  get settled(): number {
    return this.#next - 1;
  }

  /** Checks what is due when the leaves below `read` were read; all that is left when that is the whole log. */
  async check(store: LogStore, read: number, isWhole: boolean): Promise<readonly Finding[]> {
    for (;;) {
      const rows = await store.settlements(this.#next, PAGE);
      const due = isWhole ? rows : upToFirst(rows, ({ refersBelow }) => refersBelow > read);
      const findings = await this.#checkRows(store, due, read);
      if (findings.length > 0 || due.length < PAGE) return findings;
    }
  }

  async #checkRows(store: LogStore, rows: readonly SettlementRow[], read: number): Promise<readonly Finding[]> {
    if (rows.length === 0) return [];
    const batches = new Map((await store.batches(rows.map(({ batch }) => batch))).map((row) => [row.batch, row]));
    const places = await store.challengePlaces(rows.map(({ batch }) => batch));
    for (const row of rows) {
      if (row.batch !== this.#next) {
        const what = `after the settlement of batch ${this.#next - 1} comes that of batch ${row.batch}`;
        return [{ kind: 'settlement-order', index: this.#startOf(this.#next, read), batch: this.#next, what }];
      }
      const batch = this.book.open(row.batch);
      const findings =
        batch === undefined || !isComplete(batch)
          ? [incomplete(row, batch, read)]
          : firstOf(
              () => checkFates(row, batch, this.originId),
              () => checkSummary(batches.get(row.batch), batch, true),
              () => checkPlaces(places.get(row.batch) ?? 0, batch),
            );
      if (findings.length > 0 || batch === undefined) return findings;
      this.book.settle(batch);
      this.#next += 1;
    }
    return [];
  }

  #startOf(batch: number, read: number): number {
    return this.book.open(batch)?.openedAt ?? read;
  }
}

/** What comes after a finding would only repeat it. */
function firstOf(...checks: readonly (() => readonly Finding[])[]): readonly Finding[] {
  for (const check of checks) {
    const findings = check();
    if (findings.length > 0) return findings;
  }
  return [];
}

function upToFirst<T>(rows: readonly T[], ends: (row: T) => boolean): readonly T[] {
  const end = rows.findIndex((row) => ends(row));
  return end === -1 ? rows : rows.slice(0, end);
}

function incomplete({ batch }: SettlementRow, open: OpenBatch | undefined, read: number): Finding {
  const what = `batch ${batch} is settled, though its leaves below ${read} are not complete`;
  return { kind: 'settlement-order', index: open?.openedAt ?? read, batch, what };
}

function checkFates(row: SettlementRow, batch: OpenBatch, originId: Hash): readonly Finding[] {
  const { batch: number, openedAt: index } = batch;
  const late = [...batch.used].find(([, at]) => at >= row.refersBelow);
  if (late !== undefined) {
    const [position, at] = late;
    const what = `leaf ${at} uses position ${position} of batch ${number}, which was settled without it`;
    return [{ kind: 'used-after-settlement', index: at, batch: number, position, what }];
  }
  const fates = fatesOf(batch, row.refersBelow);
  const wrong = (what: string): Finding => {
    return { kind: 'settlement-wrong', index, batch: number, what: `settlement of batch ${number}: ${what}` };
  };
  if (row.count !== fates.length) return [wrong(`${row.count} positions, the batch has ${fates.length}`)];
  const packed = pack(fates);
  if (!packed.equals(row.fates)) return [ofPosition(row, fates, packed, batch)];
  if (row.issuedBelow !== batch.issuedBelow || row.refersBelow !== batch.refersBelow) {
    return [wrong(`it refers to leaves below ${row.refersBelow}, the batch to those below ${batch.refersBelow}`)];
  }
  const { root } = settlementTree(originId, number, fates);
  return row.root.equals(root) ? [] : [wrong('its root is not that of its fates')];
}

/** The first position whose fate is stated wrongly. */
function ofPosition(row: SettlementRow, fates: readonly PositionFate[], packed: Buffer, batch: OpenBatch): Finding {
  const position = fates.findIndex((_, at) => {
    const [from, to] = [at * BYTES_PER_FATE, (at + 1) * BYTES_PER_FATE];
    return !packed.subarray(from, to).equals(row.fates.subarray(from, to));
  });
  const fate = fates[Math.max(0, position)];
  const what = `settlement of batch ${row.batch}: the leaves say that position ${position} is ${fate?.fate}`;
  const index = fate?.fate === 'used' ? fate.logIndex : batch.openedAt;
  return { kind: 'settlement-wrong', index, batch: row.batch, position, what };
}

/** As the service stores them: u8 fate, u64 log index for each position. */
function pack(fates: readonly PositionFate[]): Buffer {
  const bytes = Buffer.alloc(fates.length * BYTES_PER_FATE);
  for (const [at, { fate, logIndex }] of fates.entries()) {
    bytes.writeUInt8(fateNumbers[fate], at * BYTES_PER_FATE);
    bytes.writeBigUInt64BE(BigInt(logIndex), at * BYTES_PER_FATE + 1);
  }
  return bytes;
}

/** Holds the row that sums a batch up against its leaves. */
export function checkSummary(row: BatchRow | undefined, batch: OpenBatch, isSettled: boolean): Finding[] {
  const told = row && [row.opened, row.issued, row.issuedBelow, row.refersBelow, row.lastExpires, row.count, row.void, row.settled]; // prettier-ignore
  const { issued, issuedBelow, refersBelow, lastExpires, closing } = batch;
  const own = [true, issued.size, issuedBelow, refersBelow, lastExpires, closing?.count ?? null, closing?.void ?? null, isSettled]; // prettier-ignore
  if (JSON.stringify(told) === JSON.stringify(own)) return [];
  const what = `the row of batch ${batch.batch} does not say what its leaves say`;
  return [{ kind: 'batch-wrong', index: batch.openedAt, batch: batch.batch, what }];
}

/** A code that has no row was found when its leaf was read: here it can only be too many. */
export function checkPlaces(places: number, batch: OpenBatch): Finding[] {
  if (places === batch.issued.size) return [];
  const what = `batch ${batch.batch} has ${places} challenges and ${batch.issued.size} codes`;
  return [{ kind: 'challenge-surplus', index: batch.openedAt, batch: batch.batch, what }];
}
