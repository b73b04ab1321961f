import { lengthPrefixed, open, seal, SealBroken } from '@otp-notary/crypto';
import type { KeyProvider } from '@otp-notary/keys';
import { z } from 'zod';

const AAD_LABEL = 'otp-notary/openings/v1';
const schema = z.strictObject({ seed: z.base64url(), fields: z.record(z.string(), z.string()) });

/** The seed of a leaf and the values it commits to. Who holds this can disclose any field; deleting it erases the leaf. */
export interface LeafOpenings {
  /** 32 bytes, base64url. */
  readonly seed: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a leaf stands: what its sealed openings are bound to. */
export interface LeafPlace {
  readonly origin: string;
  readonly index: number;
}

/** The openings as they are stored: `u8 length of kid ‖ kid ‖ AES-256-GCM`, bound to the log and the index. */
export function sealOpenings(keys: KeyProvider, place: LeafPlace, openings: LeafOpenings): Buffer {
  const { kid, secret } = keys.current('leaf');
  const name = Buffer.from(kid, 'utf8');
  const plaintext = Buffer.from(JSON.stringify(openings), 'utf8');
  return Buffer.concat([Uint8Array.of(name.length), name, seal(secret, plaintext, aad(kid, place))]);
}

/** Opens what {@link sealOpenings} made. @throws SealBroken when it belongs to another leaf, was changed, or its key is gone */
export function openOpenings(keys: KeyProvider, place: LeafPlace, stored: Uint8Array): LeafOpenings {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const end = 1 + (bytes[0] ?? 0);
  const kid = bytes.toString('utf8', 1, end);
  const key = keys.byId('leaf', kid);
  if (key === undefined) throw new SealBroken();
  return schema.parse(JSON.parse(open(key.secret, bytes.subarray(end), aad(kid, place)).toString('utf8')));
}

function aad(kid: string, { origin, index }: LeafPlace): Buffer {
  const place = Buffer.allocUnsafe(8);
  place.writeBigUInt64BE(BigInt(index));
  return lengthPrefixed(AAD_LABEL, kid, origin, place);
}
