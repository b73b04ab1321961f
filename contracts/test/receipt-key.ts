import { b64u, canonicalJson } from '@otp-notary/crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Hex } from 'viem';
import { receiptKeyHash } from '../src/index.ts';

/** An ES256 pair as a verifier has it. */
export class ReceiptKey {
  readonly kid = b64u(randomBytes(6));
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  get jwk() {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    return { x, y };
  }

  get hash(): Hex {
    return receiptKeyHash(this.jwk);
  }

  /** docs/formats.md, written here by hand: an independent reading of it. */
  sign(receipt: object, header: object = { alg: 'ES256', kid: this.kid, typ: 'otp-receipt+jwt' }): string {
    const input = [header, receipt].map((part) => b64u(Buffer.from(canonicalJson(part as never)))).join('.');
    const signature = sign('sha256', Buffer.from(input), {
      key: this.#pair.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${input}.${b64u(signature)}`;
  }
}
