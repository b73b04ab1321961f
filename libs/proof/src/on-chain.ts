import {
  issuedLeafOf,
  receiptOf,
  verifiedLeafOf,
  type DirectProof,
  type FateProof,
  type IssuedLeaf,
  type LeafProof,
  type ReceiptJwk,
  type VerifiedLeaf,
} from '@otp-notary/contracts';
import { fromB64u } from '@otp-notary/crypto';
import { fromB64 } from '@otp-notary/merkle';
import { toHex, type Hex } from 'viem';
import type { Bundle, ProvenLeaf } from './bundle.js';
import { demand } from './check/checks.js';
import { Reading } from './check/reading.js';
import { isAnchored, recordOf } from './check/settlement-checks.js';
import { parseEntry } from './leaf.js';

/** A bundle as the contract ProvenCodes takes it (`verifyIssued`, `verifyUsed`, `verifyUnused`). */
export interface OnChainProof {
  readonly originId: Hex;
  readonly issued: IssuedLeaf;
  readonly place: LeafProof;
  /** Null without a use that is anchored. */
  readonly use: { readonly used: VerifiedLeaf; readonly place: LeafProof } | null;
  /** Null until the batch is settled. */
  readonly fate: FateProof | null;
}

/**
 * Turns a bundle into call data. Nothing is checked: the contract does. Its paths are as of the bundle's `anchors`; once
 * the contract has merged those peaks it refuses, and the bundle is got anew.
 * @throws Refused when the issue is not anchored; EntryInvalid and NoteInvalid when the bundle cannot be read
 */
export function onChainProof(bundle: Bundle): OnChainProof {
  const reading = new Reading(bundle);
  const { used, settlement } = bundle;
  // The contract writes entries from their values: what is no entry must not become one here.
  parseEntry(bundle.issued.entry);
  if (used !== null) parseEntry(used.entry);
  const isUseAnchored = used !== null && reading.witness(used.witness).anchor !== null;
  return {
    originId: toHex(reading.originId),
    issued: issuedLeafOf(bundle.issued.entry),
    place: placeOf(reading, bundle.issued),
    use: isUseAnchored ? { used: verifiedLeafOf(used.entry), place: placeOf(reading, used) } : null,
    fate: settlement && {
      ...anchorOf(reading, settlement.witness),
      firstBatch: BigInt(settlement.firstBatch),
      settlements: settlement.settlements.map(({ count, issuedBelow, root }) => ({
        count,
        issuedBelow: BigInt(issuedBelow),
        root,
      })),
      path: hexes(settlement.path),
    },
  };
}

/**
 * What consumes a code with `ProvenCodes.consumeDirect`: a bundle that discloses challenge, tenant and purpose, and the receipt of
 * its verification with the key that signed it. Nothing is checked: the contract does.
 * @throws Refused when the issue is not anchored or a field is not disclosed; NotProvable when it is no receipt
 */
export function directProof(bundle: Bundle, receipt: string, key: ReceiptJwk): DirectProof {
  const { issued, place } = onChainProof(bundle);
  const salt = (field: string): Hex => {
    const opening = bundle.issued.disclosed[field];
    demand(opening !== undefined, `the bundle does not disclose the ${field}`);
    return toHex(fromB64u(opening.salt));
  };
  const salts = { challengeSalt: salt('challenge'), tenantSalt: salt('tenant'), purposeSalt: salt('purpose') };
  return { issued, place, ...salts, ...receiptOf(receipt, key) };
}

function placeOf(reading: Reading, { index, inclusion, witness }: ProvenLeaf): LeafProof {
  return { ...anchorOf(reading, witness), index: BigInt(index), inclusion: hexes(inclusion) };
}

function anchorOf(reading: Reading, number: number): Pick<LeafProof, 'record' | 'anchorPath'> {
  const witness = reading.witness(number);
  demand(isAnchored(witness), 'the tree is not anchored');
  const { index, size, root, settlementsHash, time } = recordOf(witness);
  return {
    record: {
      index: BigInt(index),
      size: BigInt(size),
      root: toHex(root),
      settlementsHash: toHex(settlementsHash),
      time: BigInt(time),
    },
    anchorPath: witness.anchor.path,
  };
}

function hexes(hashes: readonly string[]): Hex[] {
  return hashes.map((hash) => toHex(fromB64(hash)));
}
