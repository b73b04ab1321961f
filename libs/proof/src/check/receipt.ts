import type { Bundle } from '../bundle.js';
import { outcomeOf, type Outcome, type Point } from '../report.js';
import { demand, judgeAll, type Check, type Finding } from './checks.js';
import { Reading } from './reading.js';
import { isoTime } from './text.js';

/** What a receipt says once its signature is checked (docs/formats.md). Times are ISO 8601. */
export interface ReceiptClaim {
  readonly origin: string;
  readonly batch: number;
  readonly position: number;
  readonly challenge: string;
  readonly verified_at: string;
  readonly log_by: string;
}

interface Promised {
  readonly receipt: ReceiptClaim;
  readonly reading: Reading;
  /** Epoch ms. */
  readonly now: number;
}

const receiptChecks: readonly Check<Promised>[] = [
  {
    id: 'receipt.code',
    claim: 'The receipt is for the code of the proof',
    by: 'origin, batch, position and challenge in both',
    judge: ({ receipt, reading }) => {
      const { issued, bundle } = reading;
      demand(receipt.origin === bundle.origin, `the receipt is of ${receipt.origin}, the proof of ${bundle.origin}`);
      const isPlace = receipt.batch === issued.batch && receipt.position === issued.position;
      demand(isPlace, `the receipt is for batch ${receipt.batch}, position ${receipt.position}`);
      const disclosed = bundle.issued.disclosed['challenge']?.value;
      demand(disclosed === undefined || disclosed === receipt.challenge, `another challenge: ${receipt.challenge}`);
      return `batch ${receipt.batch}, position ${receipt.position}`;
    },
  },
  {
    id: 'receipt.kept',
    claim: 'The log kept the promise of the receipt',
    by: 'the use in the proof',
    judge: (promised) => judgePromise(promised),
  },
];

/**
 * Holds a receipt, whose signature is already checked, against a proof, which is checked by itself. A `failed` point
 * means that the two cannot both be true: receipt and proof together convict whoever signed them.
 * @param now epoch ms
 */
export function checkReceiptAgainst(
  receipt: ReceiptClaim,
  bundle: Bundle,
  now: number,
): { readonly outcome: Outcome; readonly points: readonly Point[] } {
  const points = judgeAll(receiptChecks, { receipt, reading: new Reading(bundle), now });
  return { outcome: outcomeOf(points), points };
}

function judgePromise({ receipt, reading, now }: Promised): Finding {
  const { use } = reading;
  if (use !== null) {
    const at = isoTime(use.leaf.at);
    demand(
      Date.parse(receipt.verified_at) === use.leaf.at,
      `it was verified ${receipt.verified_at}, the log says ${at}`,
    );
    return `leaf ${use.proven.index}, used ${at}`;
  }
  demand(reading.bundle.settlement === null, 'the code was settled as not used: receipt and proof convict the log');
  if (now < Date.parse(receipt.log_by))
    return { verdict: 'not yet', detail: `the log has time until ${receipt.log_by}` };
  return {
    verdict: 'not yet',
    detail: `promised for ${receipt.log_by}: get the proof anew; while it shows no use, the receipt convicts the log`,
  };
}
