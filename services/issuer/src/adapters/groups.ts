import { StoreUnavailable } from '../domain/errors.js';

/** What waits for its turn. */
export interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupLimits {
  /** Groups at work at once. */
  readonly lanes: number;
  /** Items of a group at most. */
  readonly size: number;
  /** Items that wait at most: more than can be served within a second or so is refused at once. */
  readonly waiting: number;
}

/**
 * Lets what comes while others are at work go together: alone without delay on a quiet service, in large groups on a
 * loaded one (group commit).
 */
export class Groups<Item, Result> {
  readonly #waiting: Waiting<Item, Result>[] = [];
  #busy = 0;

  /** @param work settles every item of its group, and never rejects */
  constructor(
    private readonly limits: GroupLimits,
    private readonly work: (group: readonly Waiting<Item, Result>[]) => Promise<void>,
  ) {}

  /** @throws StoreUnavailable when too many wait */
  add(item: Item): Promise<Result> {
    if (this.#waiting.length >= this.limits.waiting) return Promise.reject(new StoreUnavailable('too many wait'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#busy < this.limits.lanes) void this.#lane();
    });
  }

  async #lane(): Promise<void> {
    this.#busy++;
    // Whatever else arrived with the first item goes with it.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.work(this.#waiting.splice(0, this.limits.size));
    this.#busy--;
  }
}
