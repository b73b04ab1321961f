import { sha256 } from '@otp-notary/crypto';
import type { ChainFacts } from './chain.js';
import { demand, type Check, type Finding } from './checks.js';
import type { Reading } from './reading.js';
import { isAnchored, settling } from './settlement-checks.js';
import { judgeStanding } from './standing.js';
import { isoSeconds, short } from './text.js';

/** What the one who checks already knows, from elsewhere than the file. What is left out is taken from the file. */
export interface Trust {
  readonly chainId?: bigint;
  /** Address of the contract, any case. */
  readonly contract?: string;
  readonly origin?: string;
  /** keccak256 of the implementation's code: the rules in force. */
  readonly rulesHash?: string;
}

/** A file, what the chain says about it, and what is known beforehand. */
export interface OnChain {
  readonly reading: Reading;
  readonly facts: ChainFacts;
  readonly trust: Trust;
}

/** What the chain vouches for. */
export const chainChecks: readonly Check<OnChain>[] = [
  {
    id: 'chain.id',
    claim: 'The node serves the chain that the file names',
    by: 'eth_chainId',
    judge: ({ reading: { bundle }, facts, trust }) => {
      const { chainId } = bundle.chain;
      demand(
        chainId === facts.chainId.toString(),
        `the node serves chain ${facts.chainId}, the file is for ${chainId}`,
      );
      demand(trust.chainId === undefined || trust.chainId === facts.chainId, `chain ${trust.chainId} was asked for`);
      return `chain ${chainId}, block ${facts.at.number} of ${isoSeconds(facts.at.time)}`;
    },
  },
  {
    id: 'chain.contract',
    claim: 'The contract that the file names is there',
    by: 'code at its address',
    judge: ({ reading: { bundle }, facts, trust }) => {
      const { contract } = bundle.chain;
      const expected = trust.contract?.toLowerCase() ?? contract;
      demand(expected === contract, `the file is for ${contract}, ${expected} was asked for`);
      demand(facts.codeHash !== null, `no contract at ${contract}`);
      return `${contract}, code hash ${short(facts.codeHash)}`;
    },
  },
  {
    id: 'chain.rules',
    claim: 'The contract’s rules are known',
    by: 'code hash of the implementation in the ERC-1967 slot',
    judge: (context) => judgeRules(context),
  },
  {
    id: 'chain.log',
    claim: 'The contract holds this log',
    by: 'its state',
    judge: ({ reading: { bundle }, facts, trust }) => {
      const { log, range } = facts;
      demand(log !== null && range !== null, 'the contract does not know the log, or is not an OtpNotary');
      demand(log.origin === bundle.origin, `the contract calls the log ${JSON.stringify(log.origin)}`);
      demand(trust.origin === undefined || trust.origin === bundle.origin, `log ${trust.origin} was asked for`);
      demand(log.anchorCount === range.count, 'the node contradicts itself on the number of anchors');
      return `${bundle.origin}: ${range.count} anchors, head of ${log.size} leaves`;
    },
  },
  {
    id: 'chain.key',
    claim: 'The contract pins the key that signed the trees',
    by: 'SHA-256 of the verifier key in its state',
    judge: ({ reading: { bundle }, facts }) => {
      const keyHash = `0x${sha256(bundle.vkey).toString('hex')}`;
      demand(
        facts.log?.keyHash === keyHash,
        `the contract pins ${short(facts.log?.keyHash ?? 'none')}, not ${short(keyHash)}`,
      );
      return keyHash;
    },
  },
  {
    id: 'chain.anchors',
    claim: 'Each anchor of the file stands in the contract',
    by: 'peaks of the contract’s anchor tree',
    judge: ({ reading, facts }) =>
      reading.bundle.anchors === null
        ? { verdict: 'not yet', detail: 'no tree of the file is anchored' }
        : judgeStanding(reading, facts),
  },
  {
    id: 'chain.issued',
    restsOn: 'chain.anchors',
    claim: 'The chain holds the issue, and since when',
    by: 'block time in the anchor',
    judge: ({ reading }) => judgeHeld(reading, reading.bundle.issued.witness),
  },
  {
    id: 'chain.used',
    restsOn: 'chain.anchors',
    claim: 'The chain holds the use, and since when',
    by: 'block time in the anchor',
    applies: ({ reading: { bundle } }) => bundle.used !== null,
    judge: ({ reading }) => judgeHeld(reading, reading.bundle.used?.witness ?? Number.NaN),
  },
  {
    id: 'chain.final',
    restsOn: 'chain.anchors',
    claim: 'The anchors cannot be reorganised away',
    by: 'the node’s finalized block',
    judge: (context) => judgeFinality(context),
  },
  {
    id: 'chain.settled',
    restsOn: 'chain.anchors',
    claim: 'The batch of this code is settled: no other fate can follow',
    by: 'the contract settles each batch once, in order',
    judge: (context) => judgeSettled(context),
  },
  {
    id: 'chain.mature',
    restsOn: 'chain.anchors',
    claim: 'It was settled after the code was dead',
    by: 'block times of the two anchors, and the longest life in the contract',
    applies: ({ reading: { bundle } }) => bundle.settlement !== null,
    judge: (context) => judgeMaturity(context),
  },
];

function judgeRules({ facts, trust }: OnChain): Finding {
  const hash = facts.rules === null ? facts.codeHash : facts.rules.codeHash;
  demand(hash !== null, 'the proxy delegates to an account without code');
  const expected = trust.rulesHash?.toLowerCase() ?? hash;
  demand(expected === hash, `the rules in force have code hash ${hash}, ${expected} was asked for`);
  const where = facts.rules === null ? 'not a proxy' : `implementation ${facts.rules.implementation.toLowerCase()}`;
  return `${where}, code hash ${hash}`;
}

function judgeHeld(reading: Reading, number: number): Finding {
  const { anchor, size } = reading.witness(number);
  if (anchor === null) return { verdict: 'not yet', detail: `only signed, in a tree of ${size} leaves` };
  return `${isoSeconds(anchor.time)}, anchor ${anchor.index} (${size} leaves)`;
}

/** Block times rise: an anchor that is not younger than the finalized block lies at or before it. */
function judgeFinality({ reading, facts: { finalized } }: OnChain): Finding {
  const times = reading.witnesses.flatMap(({ anchor }) => (anchor === null ? [] : [anchor.time]));
  if (times.length === 0) return { verdict: 'not yet', detail: 'no tree of the file is anchored' };
  if (finalized === null) return { verdict: 'not yet', detail: 'the node names no finalized block' };
  const upTo = `finalized up to block ${finalized.number} of ${isoSeconds(finalized.time)}`;
  if (Math.max(...times) > finalized.time) return { verdict: 'not yet', detail: upTo };
  return upTo;
}

function judgeSettled({ reading, facts }: OnChain): Finding {
  const { settlement } = reading.bundle;
  const { batch } = reading.issued;
  const nextBatch = facts.log?.nextBatch ?? 0;
  if (settlement === null) {
    const detail =
      nextBatch > batch
        ? `the contract has settled batch ${batch} since the file was made: get the file anew`
        : `the contract settles batch ${nextBatch} next, this code is of batch ${batch}`;
    return { verdict: 'not yet', detail };
  }
  demand(
    nextBatch >= settlement.firstBatch + settlement.settlements.length,
    `the contract settles batch ${nextBatch} next: it took no settlement of batch ${batch}`,
  );
  return `batch ${batch}, in anchor ${settling(reading).anchor.index} of ${isoSeconds(settling(reading).anchor.time)}`;
}

function judgeMaturity({ reading, facts }: OnChain): Finding {
  const life = facts.log?.life ?? Number.POSITIVE_INFINITY;
  const { at, expires } = reading.issued;
  const issued = reading.witness(reading.bundle.issued.witness);
  demand(isAnchored(issued), 'settled before the issue was anchored');
  demand(expires - at <= life * 1000, `the code was good for ${expires - at} ms, longer than ${life} s`);
  const waited = settling(reading).anchor.time - issued.anchor.time;
  demand(waited >= life, `settled ${waited} s after the issue was anchored, the log’s codes live ${life} s`);
  return `settled ${waited} s after the issue was anchored, codes of this log live ${life} s at most`;
}
