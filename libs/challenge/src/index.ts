export { HandleInvalid, openHandle, sealHandle, type Challenge } from './handle.js';
export {
  canonicalContext,
  commitment,
  contextHash,
  subjectHash,
  type CommitmentFields,
  type Hash32,
  type TransactionContext,
} from './hashes.js';
export {
  alphabets,
  hasShape,
  MAX_ATTEMPTS,
  MAX_LENGTH,
  MAX_LIFE_MS,
  MIN_LENGTH,
  type AlphabetName,
  type CodeShape,
} from './policy.js';
export { checkReceipt, ReceiptInvalid, receiptKid, signReceipt, type Receipt } from './receipt.js';
export { bitsOf, PoliciesInvalid, policyReference, TenantPolicies, type TenantPolicy } from './tenant-policy.js';
