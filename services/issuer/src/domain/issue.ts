import type { TenantPolicies } from '@otp-notary/challenge';
import type { Clock } from '@otp-notary/crypto';
import { tenant, type EventOf } from '@otp-notary/events';
import { DeliveryFailed, LeaseLapsed, OutcomeUnknown, StoreUnavailable, TenantRefused } from './errors.js';
import type { Mint, Minted } from './mint.js';
import { NotSent, type Caller, type Channel, type CodeRecord, type Delivery, type IssueStore, type RetryMark } from './ports.js'; // prettier-ignore
import type { Positions, Ticket } from './positions.js';
import { planIssue, type IssueAnswer, type IssuePlan, type IssueRequest } from './request.js';
import type { Retries } from './retries.js';

/** A code is stored under the lease of its batch; when that ended, the next batch is tried, a few times. */
const BATCHES_TRIED = 3;
/** A second try to send makes sense only when the person has time left to read the code. */
const LEAST_LIFE_TO_SEND_MS = 5_000;

export interface IssueParts {
  readonly policies: TenantPolicies;
  readonly deliveries: ReadonlyMap<Channel, Delivery>;
  readonly positions: Positions;
  readonly mint: Mint;
  readonly store: IssueStore;
  readonly retries: Retries;
  readonly clock: Clock;
  /** Longest time of one attempt to send, in milliseconds. */
  readonly sendMs: number;
  readonly observer: IssueObserver;
}

/** Told of what happens, for metrics and logs. */
export interface IssueObserver {
  issued(channel: Channel): void;
  delivered(channel: Channel, outcome: 'sent' | 'failed'): void;
  /** One attempt to send failed. The error names no person. */
  notSent(channel: Channel, error: unknown): void;
  /** An outcome could not be noted. */
  unrecorded(error: unknown): void;
}

/** Issues codes: the one way in, for REST and gRPC alike. */
export class Issuing {
  constructor(private readonly parts: IssueParts) {}

  /**
   * Draws a code, stores what will prove it, then delivers it. When this resolves the issue is on disk together with its
   * event, and the next hop of the channel has the code.
   *
   * With an idempotency key the same request has the same answer while its code lives; keys are kept for 24 hours.
   * A newer code of the same tenant, subject and purpose supersedes the older one when it is stored, delivered or not.
   * @throws TenantRefused, NotAllowed, IdempotencyMismatch, AnswerGone, DeliveryFailed, ClockSkewed, StoreUnavailable, OutcomeUnknown
   */
  async issue(caller: Caller, request: IssueRequest, idempotencyKey?: string): Promise<IssueAnswer> {
    const { policies, deliveries, retries } = this.parts;
    if (!tenant.safeParse(caller.tenant).success)
      throw new TenantRefused('the name of the tenant has no place in the log');
    const plan = planIssue(request, policies.of(caller.tenant), deliveries);
    const mark = idempotencyKey === undefined ? undefined : retries.mark(caller, idempotencyKey, request);
    const minted = await this.#store(caller, plan, mark);
    if (minted === 'repeated') return this.#repeat(caller, mark);
    this.parts.observer.issued(request.channel);
    if (!plan.delivery.inAnswer) await this.#deliver(plan, minted);
    return minted.answer;
  }

  async #store(caller: Caller, plan: IssuePlan, mark: RetryMark | undefined): Promise<Minted | 'repeated'> {
    for (let tried = 1; ; tried++) {
      const ticket = await this.parts.positions.take();
      try {
        return await this.#storeAt(ticket, caller, plan, mark);
      } catch (error) {
        if (!(error instanceof LeaseLapsed) || tried === BATCHES_TRIED) throw error;
        this.parts.positions.retire(ticket.batch);
      }
    }
  }

  async #storeAt(
    ticket: Ticket,
    caller: Caller,
    plan: IssuePlan,
    mark: RetryMark | undefined,
  ): Promise<Minted | 'repeated'> {
    let minted: Minted | undefined;
    let certain = true;
    const mint = (): CodeRecord => {
      minted = this.parts.mint.draw(caller, plan, ticket);
      const record = {
        issued: minted.issued,
        unsent: !plan.delivery.inAnswer,
        leaseUntil: ticket.leaseUntil(),
      };
      if (mark === undefined) return record;
      return { ...record, retry: { mark, answer: this.parts.retries.seal(caller, mark, minted.answer) } };
    };
    try {
      const stored = await this.parts.store.store(mint);
      if (stored === 'repeated' || minted === undefined) return 'repeated';
      return minted;
    } catch (error) {
      certain = !(error instanceof OutcomeUnknown);
      throw error;
    } finally {
      ticket.release(certain);
    }
  }

  async #repeat(caller: Caller, mark: RetryMark | undefined): Promise<IssueAnswer> {
    const answer = mark === undefined ? undefined : await this.parts.retries.answer(caller, mark);
    if (answer === undefined) throw new StoreUnavailable('the first request of this key left nothing');
    return answer;
  }

  /** Store first, then send: a code that reached a person is in the log, whatever crashes in between. */
  async #deliver(plan: IssuePlan, minted: Minted): Promise<void> {
    const outcome = await this.#send(plan, minted);
    this.parts.observer.delivered(plan.request.channel, outcome);
    await this.#note(this.parts.mint.delivery(minted.issued, outcome));
    if (outcome === 'failed') throw new DeliveryFailed('the next hop did not take the message');
  }

  async #send(plan: IssuePlan, { code, issued }: Minted): Promise<'sent' | 'failed'> {
    const { request } = plan;
    const message = {
      destination: request.destination ?? '',
      code,
      purpose: request.purpose,
      context: request.context ?? {},
      lifeSeconds: plan.lifeMs / 1000,
    };
    for (let tried = 1; ; tried++) {
      const leftMs = issued.expiresAtMs - this.parts.clock.now();
      try {
        await plan.delivery.send(message, AbortSignal.timeout(Math.max(1, Math.min(this.parts.sendMs, leftMs))));
        return 'sent';
      } catch (error) {
        this.parts.observer.notSent(request.channel, error);
        const again = error instanceof NotSent && error.again && tried === 1;
        if (!again || issued.expiresAtMs - this.parts.clock.now() < LEAST_LIFE_TO_SEND_MS) return 'failed';
      }
    }
  }

  /** An outcome that cannot be noted does not undo what happened: housekeeping will call the delivery 'unsent'. */
  async #note(outcome: EventOf<'otp.delivery'>): Promise<void> {
    try {
      await this.parts.store.delivered(outcome);
    } catch (unrecorded) {
      this.parts.observer.unrecorded(unrecorded);
    }
  }
}
