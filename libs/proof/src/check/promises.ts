import { weakest, type Point } from '../report.js';
import type { Reading } from './reading.js';

/** A promise and the points that it rests on. */
interface Promised {
  readonly id: string;
  readonly claim: string;
  readonly by: string;
  readonly restsOn: readonly string[];
}

const FOUNDATION = ['log.key', 'log.checkpoints', 'log.trees', 'issued.leaf', 'issued.fields'];
const USE = ['used.leaf', 'used.fields', 'used.same-code'];
const CONTRACT = ['chain.id', 'chain.contract', 'chain.rules', 'chain.log', 'chain.key'];
const ANCHORS = ['anchor.path', 'chain.anchors'];

/** The three promises of the log about a code (docs/proof-format.md), for the code of this file. */
export function promisesOf(reading: Reading, points: readonly Point[]): Point[] {
  const { used, settlement, order } = reading.bundle;
  const issue: Promised =
    used === null
      ? { id: 'promise.issued', claim: 'The code was issued', by: 'its leaf', restsOn: [...FOUNDATION, ...CONTRACT] }
      : {
          id: 'promise.order',
          claim: 'The code was issued before it was used',
          by: order === 'chain' ? 'the chain: two anchors, one after the other' : 'the order of the log',
          restsOn: [...FOUNDATION, ...USE, ...CONTRACT, 'order.index', 'order.time', 'order.tier', 'chain.issued'],
        };
  const fate: Promised = {
    id: 'promise.fate',
    claim: fateClaim(used !== null, settlement !== null),
    by: 'the settlement of its batch, which the contract took once',
    restsOn: [...CONTRACT, ...ANCHORS, 'settlement.list', 'settlement.fate', 'chain.settled', 'chain.mature'],
  };
  const history: Promised = {
    id: 'promise.history',
    claim: 'What this file shows was not rewritten and cannot be',
    by: 'anchors in a contract that takes no shorter and no other tree',
    restsOn: [...CONTRACT, ...ANCHORS, 'chain.issued', 'chain.used', 'chain.final'],
  };
  return [issue, fate, history].map((promised) => weigh(promised, points));
}

function fateClaim(isUsed: boolean, isSettled: boolean): string {
  if (!isSettled) return 'The code has one fate';
  return isUsed ? 'The code was used once and can never be used again' : 'The code was not used and can never be';
}

/** The weakest of the points that a promise rests on decides. */
function weigh({ id, claim, by, restsOn }: Promised, points: readonly Point[]): Point {
  const ground = points.filter((point) => restsOn.includes(point.id));
  const verdict = weakest(ground);
  const weak = ground.find((point) => point.verdict === verdict);
  return {
    id,
    claim,
    verdict,
    by,
    detail: verdict === 'proven' ? '' : `${weak?.claim ?? claim}: ${weak?.detail ?? ''}`,
  };
}
