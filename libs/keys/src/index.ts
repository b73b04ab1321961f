export { generateKey } from './generate.js';
export { KeyRing } from './key-ring.js';
export { KeystoreRefused, readKeystore, writeKeystore } from './keystore.js';
export {
  KeyMissing,
  secretPurposes,
  signingPurposes,
  type AnyKey,
  type KeyFor,
  type KeyProvider,
  type KeyPurpose,
  type SecretKey,
  type SecretPurpose,
  type SigningKey,
  type SigningPurpose,
} from './provider.js';
