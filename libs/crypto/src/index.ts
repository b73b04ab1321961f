export { b64u, equal, fromB64u, keyedHash, lengthPrefixed, sha256 } from './bytes.js';
export { canonicalJson, type Json } from './canonical.js';
export { systemClock, type Clock } from './clock.js';
export { drawCode, osRandom, type RandomBytes } from './code.js';
export { open, seal, SealBroken } from './seal.js';
