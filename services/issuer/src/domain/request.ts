import { bitsOf, type CodeShape, type TenantPolicy, type TransactionContext } from '@otp-notary/challenge';
import { NotAllowed } from './errors.js';
import type { Channel, Delivery } from './ports.js';

/** What a caller asks for; its shape is checked. */
export interface IssueRequest {
  /** Whom the code is for: opaque text of the caller, hashed before anything is stored. */
  readonly subject: string;
  readonly purpose: string;
  readonly channel: Channel;
  readonly destination?: string | undefined;
  readonly context?: TransactionContext | undefined;
  readonly code?:
    { readonly alphabet?: CodeShape['alphabet'] | undefined; readonly length?: number | undefined } | undefined;
  readonly life_seconds?: number | undefined;
}

/** What a caller gets. `code` for channel `response` only. */
export interface IssueAnswer {
  readonly challenge_id: string;
  readonly proof_id: string;
  readonly issued_at: string;
  readonly expires_at: string;
  readonly channel: Channel;
  readonly destination_hint?: string;
  readonly resend_after_seconds: number;
  readonly code?: string;
}

/** A request that may be fulfilled, with all that its tenant's policy decides. */
export interface IssuePlan {
  readonly request: IssueRequest;
  readonly shape: CodeShape;
  readonly lifeMs: number;
  readonly attempts: number;
  readonly resendAfterSeconds: number;
  readonly delivery: Delivery;
  readonly hint: string | undefined;
}

/**
 * Fits a request to its tenant's policy: a caller may ask for a shorter life and for a code that is harder to guess,
 * never for a longer life or an easier code.
 * @throws NotAllowed
 */
export function planIssue(
  request: IssueRequest,
  policy: TenantPolicy,
  deliveries: ReadonlyMap<Channel, Delivery>,
): IssuePlan {
  const delivery = deliveries.get(request.channel);
  if (delivery === undefined) throw refused('channel: not available here');
  const shape = {
    alphabet: request.code?.alphabet ?? policy.alphabet,
    length: request.code?.length ?? policy.length,
  };
  if (bitsOf(shape) < bitsOf(policy)) throw refused('code: easier to guess than the policy of the tenant allows');
  const lifeMs = request.life_seconds === undefined ? policy.lifeMs : request.life_seconds * 1000;
  if (lifeMs > policy.lifeMs) throw refused('life_seconds: longer than the policy of the tenant allows');
  return {
    request,
    shape,
    lifeMs,
    attempts: policy.attempts,
    resendAfterSeconds: Math.min(policy.resendAfterSeconds, lifeMs / 1000),
    delivery,
    hint: delivery.hint(request.destination),
  };
}

function refused(detail: string): NotAllowed {
  return new NotAllowed(detail, { detail });
}
