import { OtpError } from '@otp-notary/errors';

/** What waits for its turn. */
export interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupLimits {
  /** Groups at work at once: the second and further ones only while enough wait for a full group, or those at work are slow. */
  readonly lanes: number;
  /** Items of a group at most. */
  readonly size: number;
  /** Items that wait at most: more than can be served within a second or so is refused at once. */
  readonly waiting: number;
}

/** Which items may go together. */
export interface Company<Item> {
  /** A group holds items of one kind only. */
  readonly kindOf?: (item: Item) => string;
  /** Of those that claim the same thing one is at work at a time, in whatever lane; the others wait for their turn. */
  readonly claimsOf?: (item: Item) => readonly string[];
}

/** More wait than can be served. Nothing was done. */
export class TooManyWait extends OtpError {
  readonly code = 'OTP_STORE_UNAVAILABLE';
  readonly shown = { http: 503, grpc: 14, title: 'Service not available' };
  constructor() {
    super('too many wait for the database', { retryAfterSeconds: 1 });
  }
}

/** A group that takes longer is slow (a lock, a disk): others go past it, ms. */
const PATIENCE_MS = 10;
const NO_CLAIMS: readonly string[] = [];

/**
 * Lets what comes while others are at work go together: alone without delay on a quiet service, in large groups on a
 * loaded one (group commit).
 */
export class Groups<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];
  readonly #claimed = new Set<string>();
  #busy = 0;
  #slow = 0;

  /** @param work settles every item of its group, and never rejects */
  constructor(
    private readonly limits: GroupLimits,
    private readonly work: (group: readonly Waiting<Item, Result>[]) => Promise<void>,
    private readonly company: Company<Item> = {},
  ) {}

  /** @throws TooManyWait */
  add(item: Item): Promise<Result> {
    if (this.#waiting.length >= this.limits.waiting) return Promise.reject(new TooManyWait());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#busy === this.#slow || this.#waiting.length >= this.limits.size) this.#start();
    });
  }

  #start(): void {
    if (this.#busy < this.limits.lanes && this.#waiting.length > 0) void this.#lane();
  }

  async #lane(): Promise<void> {
    this.#busy++;
    // Whatever else arrived with the first item goes with it.
    await Promise.resolve();
    // What waits for a claim of another lane is taken by that lane when it is done.
    for (let group = this.#next(); group.length > 0; group = this.#next()) {
      await this.#timed(this.work(group));
      for (const claim of group.flatMap(({ item }) => this.#claimsOf(item))) this.#claimed.delete(claim);
    }
    this.#busy--;
  }

  /** Counts a lane as slow for as long as its group takes too long. */
  async #timed(work: Promise<void>): Promise<void> {
    let slow = 0;
    const timer = setTimeout(() => {
      slow = 1;
      this.#slow++;
      this.#start();
    }, PATIENCE_MS);
    await work;
    clearTimeout(timer);
    this.#slow -= slow;
  }

  /** The next group, in the order of arrival. */
  #next(): readonly Waiting<Item, Result>[] {
    const { kindOf } = this.company;
    const group: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    let kind: string | undefined;
    for (const waiting of this.#waiting) {
      const own = kindOf?.(waiting.item);
      if (group.length < this.limits.size && (group.length === 0 || own === kind) && this.#claim(waiting.item)) {
        kind = own;
        group.push(waiting);
      } else left.push(waiting);
    }
    this.#waiting = left;
    return group;
  }

  #claim(item: Item): boolean {
    const claims = this.#claimsOf(item);
    if (claims.some((claim) => this.#claimed.has(claim))) return false;
    for (const claim of claims) this.#claimed.add(claim);
    return true;
  }

  #claimsOf(item: Item): readonly string[] {
    return this.company.claimsOf?.(item) ?? NO_CLAIMS;
  }
}
