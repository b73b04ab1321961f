import type { KeyProvider } from '@otp-notary/keys';
import { keccak256, toHex, type Address, type Hex } from 'viem';
import { privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts';
import type { Signer, UnsignedTransaction } from '../domain/ports.js';
import { encodeAnchor, logIdOf } from './anchor-call.js';

/** secp256k1 private keys are 32 bytes; JWK may leave leading zeros out. */
const KEY_BYTES = 32;

/**
 * Signs with the `relay` key of a keystore. Only anchors of the one log in the one contract, without value, on the one chain
 * (EIP-155): nothing else can be asked of it.
 */
export class KeystoreSigner implements Signer {
  readonly address: Address;
  readonly #account: PrivateKeyAccount;
  readonly #logId: Hex;

  /** @throws KeyMissing */
  constructor(
    keys: KeyProvider,
    private readonly chainId: bigint,
    private readonly contract: Address,
    origin: string,
  ) {
    this.#logId = logIdOf(origin);
    const { d = '' } = keys.current('relay').privateKey.export({ format: 'jwk' });
    const bytes = Buffer.alloc(KEY_BYTES);
    const key = Buffer.from(d, 'base64url');
    key.copy(bytes, KEY_BYTES - key.length);
    this.#account = privateKeyToAccount(toHex(bytes));
    key.fill(0);
    bytes.fill(0);
    // One spelling of addresses everywhere: lower case.
    this.address = this.#account.address.toLowerCase() as Address;
  }

  async sign({ nonce, gas, call, ...fees }: UnsignedTransaction): Promise<{ raw: Hex; hash: Hex }> {
    const raw = await this.#account.signTransaction({
      type: 'eip1559',
      chainId: Number(this.chainId),
      to: this.contract,
      value: 0n,
      nonce: Number(nonce),
      gas,
      data: encodeAnchor(this.#logId, call),
      ...fees,
    });
    return { raw, hash: keccak256(raw) };
  }
}
