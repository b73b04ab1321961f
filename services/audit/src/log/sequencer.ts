import type { AnyEvent, EventOf } from '@otp-notary/events';
import { insertEvidence, type Evidence } from '../adapters/evidence.js';
import { changeParked, insertLeaves, upsertBatches } from '../adapters/log-append.js';
import { lockLog, setHead, setSize, type Term } from '../adapters/log-row.js';
import { readView } from '../adapters/log-view.js';
import { appendToTiles } from '../adapters/tiles.js';
import type { Tx } from '../adapters/tx.js';
import { insertWatermark } from '../adapters/watermarks.js';
import { isLogged, type ChainHead, type LoggedEvent } from '../domain/draft.js';
import { sequence } from '../domain/sequence.js';
import type { AnchorBook } from './anchor-book.js';
import type { LeafWriting } from './leaf-writing.js';

/** What one list of events became. True once the caller's transaction is committed. */
export interface Appended {
  /** Events that are leaves now, in log order. */
  readonly logged: readonly LoggedEvent[];
  readonly evidence: readonly Evidence[];
}

/** Takes events into the log, all or none: leaves, tiles, parking, batches, watermarks and anchors in one transaction. */
export class Sequencer {
  constructor(
    private readonly writing: LeafWriting,
    private readonly anchors: AnchorBook,
  ) {}

  /**
   * @param events each exactly once, as the inbox lets them through; those of other logs are passed over.
   * @throws WriterReplaced when another process writes the log now
   */
  async append(tx: Tx, term: Term, events: readonly AnyEvent[]): Promise<Appended> {
    const log = await lockLog(tx, term);
    const head = lastHead(events, this.anchors.place.chainId) ?? log.head;
    if (head !== null && head !== log.head) await setHead(tx, head);
    const told = await this.#appendOwn(
      tx,
      { size: log.size, head },
      events.filter((event) => isLogged(event)).filter(({ origin }) => origin === term.origin),
    );
    const evidence = [...told.evidence];
    for (const event of events) {
      if (event.type === 'otp.watermark') await insertWatermark(tx, event);
      if (!isAnchorStatus(event) || event.origin !== term.origin) continue;
      const found = await this.anchors.record(tx, event);
      if (found !== null) evidence.push(found);
    }
    await insertEvidence(tx, evidence);
    return { logged: told.logged, evidence };
  }

  async #appendOwn(
    tx: Tx,
    log: { readonly size: number; readonly head: ChainHead | null },
    events: readonly LoggedEvent[],
  ): Promise<Appended> {
    if (events.length === 0) return { logged: [], evidence: [] };
    const done = sequence(await readView(tx, log, events), events);
    const leaves = done.drafts.map((draft) => this.writing.write(draft));
    if (leaves.length > 0) {
      await insertLeaves(tx, leaves);
      const hashes = leaves.map(({ hash }) => hash);
      await appendToTiles(tx, log.size, hashes);
      await setSize(tx, log.size + leaves.length);
    }
    await upsertBatches(tx, done.batches);
    await changeParked(tx, done.released, done.parked);
    return { logged: leaves.map(({ event }) => event), evidence: done.contradictions };
  }
}

type AnchorStatus = EventOf<'anchor.confirmed'> | EventOf<'anchor.final'> | EventOf<'anchor.reorged'>;

function isAnchorStatus(event: AnyEvent): event is AnchorStatus {
  return event.type === 'anchor.confirmed' || event.type === 'anchor.final' || event.type === 'anchor.reorged';
}

/** The block told last: the relay's newest, also after a reorganisation. Those of other chains are passed over. */
function lastHead(events: readonly AnyEvent[], chainId: string): ChainHead | undefined {
  const heads = events.filter((event) => event.type === 'chain.head').filter((head) => head.chainId === chainId);
  const last = heads.at(-1);
  return last && { chainId: last.chainId, block: last.block, hash: last.blockHash };
}
