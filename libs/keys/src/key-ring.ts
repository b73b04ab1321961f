import { KeyMissing, type AnyKey, type KeyFor, type KeyProvider, type KeyPurpose } from './provider.js';

/** Keys held in memory, the current one of each purpose first. */
export class KeyRing implements KeyProvider {
  readonly #keys: readonly AnyKey[];

  constructor(keys: readonly AnyKey[]) {
    this.#keys = keys;
  }

  current<P extends KeyPurpose>(purpose: P): KeyFor<P> {
    const key = this.#keys.find((held) => held.purpose === purpose);
    if (key === undefined) throw new KeyMissing(`no key for purpose ${purpose}`);
    return key as KeyFor<P>;
  }

  byId<P extends KeyPurpose>(purpose: P, kid: string): KeyFor<P> | undefined {
    return this.#keys.find((held) => held.purpose === purpose && held.kid === kid) as KeyFor<P> | undefined;
  }

  held<P extends KeyPurpose>(purpose: P): readonly KeyFor<P>[] {
    return this.#keys.filter((held) => held.purpose === purpose) as KeyFor<P>[];
  }
}
