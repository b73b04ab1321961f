import { HASH_BYTES } from '@otp-notary/merkle';

/** The last tree that a log signed, as a file outside of its database names it. */
export interface SignedState {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Reads the file that the audit service keeps (`otp-notary/signed-state@v1`); null when it is none. */
export function parseSignedState(text: string): SignedState | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  const { format, origin, size, root } = json as Readonly<Record<string, unknown>>;
  if (format !== 'otp-notary/signed-state@v1' || typeof origin !== 'string' || typeof root !== 'string') return null;
  const hash = Buffer.from(root, 'base64url');
  const isState = Number.isSafeInteger(size) && hash.length === HASH_BYTES;
  return isState ? { origin, size: size as number, root: hash } : null;
}
