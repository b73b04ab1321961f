import { fromB64, leafHash, verifyInclusion } from '@otp-notary/merkle';
import type { ProvenLeaf } from '../bundle.js';
import { opens } from '../field-commitment.js';
import type { LeafOf } from '../leaf.js';
import { demand, type Check } from './checks.js';
import type { Reading } from './reading.js';
import { isoTime } from './text.js';

const INCLUSION = 'RFC 9162 inclusion path to the signed root';
const COMMITMENT = 'salted SHA-256 commitments in the leaf';

/** What the log alone vouches for: its key, its trees, the leaves and what they say. */
export const logChecks: readonly Check<Reading>[] = [
  {
    id: 'log.key',
    claim: 'The key in the file is a key of this log',
    by: 'C2SP verifier key: its name is the origin',
    judge: ({ log, bundle }) => `${log.name}, ${bundle.vkey.slice(log.name.length + 1, log.name.length + 9)}`,
  },
  {
    id: 'log.checkpoints',
    claim: 'Each tree in the file is signed by the log',
    by: 'Ed25519 signature of its checkpoint',
    judge: ({ witnesses }) => `trees of ${witnesses.map(({ size }) => size).join(', ')} leaves`,
  },
  {
    id: 'log.trees',
    claim: 'The trees only grow, in the order of their anchors',
    by: 'sizes, roots and anchor numbers in the file',
    judge: (reading) => judgeTrees(reading),
  },
  {
    id: 'issued.leaf',
    claim: 'The issue of the code stands in the log',
    by: INCLUSION,
    judge: (reading) => {
      const { at, batch, position, expires } = reading.issued;
      demandIncluded(reading, reading.bundle.issued);
      return `leaf ${reading.bundle.issued.index}: batch ${batch}, position ${position}, issued ${isoTime(at)}, good until ${isoTime(expires)}`;
    },
  },
  {
    id: 'issued.fields',
    claim: 'What the file discloses of the issue is what the leaf committed to',
    by: COMMITMENT,
    judge: ({ bundle, issued }) => judgeFields(bundle.issued, issued),
  },
  {
    id: 'used.leaf',
    claim: 'The use of the code stands in the log',
    by: INCLUSION,
    applies: ({ bundle }) => bundle.used !== null,
    judge: (reading) => {
      const { proven, leaf } = theUse(reading);
      demandIncluded(reading, proven);
      return `leaf ${proven.index}: used ${isoTime(leaf.at)}`;
    },
  },
  {
    id: 'used.fields',
    claim: 'What the file discloses of the use is what the leaf committed to',
    by: COMMITMENT,
    applies: ({ bundle }) => bundle.used !== null,
    judge: (reading) => {
      const { proven, leaf } = theUse(reading);
      return judgeFields(proven, leaf);
    },
  },
  {
    id: 'used.same-code',
    claim: 'The use is of the code that was issued',
    by: 'batch and position in both leaves, and the fields disclosed of both',
    applies: ({ bundle }) => bundle.used !== null,
    judge: (reading) => judgeSameCode(reading),
  },
  {
    id: 'order.index',
    claim: 'The issue stands before the use',
    by: 'their places in the append-only log',
    applies: ({ bundle }) => bundle.used !== null,
    judge: (reading) => {
      const { proven } = theUse(reading);
      const issued = reading.bundle.issued.index;
      demand(issued < proven.index, `the use stands at ${proven.index}, not after its issue at ${issued}`);
      return `leaf ${issued} before leaf ${proven.index}`;
    },
  },
  {
    id: 'order.time',
    claim: 'The code was used while it was good',
    by: 'times in the leaves, as the log wrote them',
    applies: ({ bundle }) => bundle.used !== null,
    judge: (reading) => {
      const { leaf } = theUse(reading);
      const { at, expires } = reading.issued;
      demand(
        at <= leaf.at && leaf.at < expires,
        `used ${isoTime(leaf.at)}, good from ${isoTime(at)} until ${isoTime(expires)}`,
      );
      return `${leaf.at - at} ms after the issue, ${expires - leaf.at} ms before it ended`;
    },
  },
];

/** The use of a file that has one. */
export function theUse(reading: Reading): NonNullable<Reading['use']> {
  const { use } = reading;
  demand(use !== null, 'the file has no use');
  return use;
}

function judgeTrees({ bundle, witnesses }: Reading): string {
  const named = new Set([bundle.issued.witness, bundle.used?.witness, bundle.settlement?.witness]);
  demand(
    witnesses.every((_, number) => named.has(number)),
    'a tree is in the file that nothing refers to',
  );
  for (const [i, next] of witnesses.entries()) {
    const last = witnesses[i - 1];
    if (last === undefined) continue;
    demand(last.anchor !== null, 'a tree that is not anchored stands before another');
    demand(next.size >= last.size, `a tree of ${next.size} leaves follows one of ${last.size}`);
    demand(next.size > last.size || Buffer.from(next.root).equals(last.root), 'two trees of one size differ');
    if (next.anchor === null) continue;
    demand(next.anchor.index > last.anchor.index, 'anchors are not in order');
    demand(next.anchor.time >= last.anchor.time, 'times of anchors are not in order');
  }
  const anchored = witnesses.filter(({ anchor }) => anchor !== null).length;
  demand((bundle.anchors === null) === (anchored === 0), 'peaks of the contract without an anchor, or the reverse');
  return `${anchored} anchored, ${witnesses.length - anchored} signed only`;
}

function demandIncluded(reading: Reading, { entry, index, witness, inclusion }: ProvenLeaf): void {
  const { size, root } = reading.witness(witness);
  const proof = inclusion.map((hash) => fromB64(hash));
  demand(
    verifyInclusion({ leaf: leafHash(entry), index, size, proof, root }),
    `the path does not lead from leaf ${index} to the root of ${size} leaves`,
  );
}

function judgeFields(proven: ProvenLeaf, leaf: LeafOf<'issued'> | LeafOf<'verified'>): string {
  const committed: Readonly<Record<string, string>> = leaf.c;
  const disclosed = Object.entries(proven.disclosed);
  for (const [field, opening] of disclosed) {
    const commitment = Object.hasOwn(committed, field) ? committed[field] : undefined;
    demand(opens(leaf.kind, field, commitment, opening), `${field} is not what the leaf committed to`);
  }
  if (disclosed.length === 0) return 'nothing is disclosed';
  return disclosed.map(([field, { value }]) => `${field} ${JSON.stringify(value)}`).join(', ');
}

function judgeSameCode(reading: Reading): string {
  const { proven, leaf } = theUse(reading);
  const { issued } = reading;
  demand(leaf.batch === issued.batch && leaf.position === issued.position, 'batch or position differ');
  const { disclosed } = reading.bundle.issued;
  for (const [field, { value }] of Object.entries(proven.disclosed)) {
    const other = Object.hasOwn(disclosed, field) ? disclosed[field]?.value : value;
    demand(other === value, `${field} differs`);
  }
  return `batch ${issued.batch}, position ${issued.position}`;
}
