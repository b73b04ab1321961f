import type { KeyProvider } from '@otp-notary/keys';

/** The public halves of the keys that sign receipts, the current one first. */
export class ReceiptKeys {
  constructor(private readonly keys: KeyProvider) {}

  /** As JWKs (RFC 7517, RFC 7518 §6.2). A key stays listed as long as it is held, so that old receipts can be checked. */
  published(): readonly object[] {
    return this.keys.held('receipt').map(({ kid, publicKey }) => {
      const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
      return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
    });
  }
}
