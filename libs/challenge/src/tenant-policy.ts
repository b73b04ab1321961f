import { OtpError } from '@otp-notary/errors';
import { z } from 'zod';
import {
  alphabets,
  MAX_ATTEMPTS,
  MAX_LENGTH,
  MAX_LIFE_MS,
  MIN_LENGTH,
  type AlphabetName,
  type CodeShape,
} from './policy.js';

const rules = {
  life_seconds: z
    .int()
    .min(1)
    .max(MAX_LIFE_MS / 1000)
    .describe('Seconds that a code lives, 1 to 60; a caller may ask for less, never for more'),
  alphabet: z
    .enum(Object.keys(alphabets) as [AlphabetName, ...AlphabetName[]])
    .describe(`What codes are drawn from: ${Object.keys(alphabets).join(' or ')}`),
  length: z.int().min(MIN_LENGTH).max(MAX_LENGTH).describe(`Characters of a code, ${MIN_LENGTH} to ${MAX_LENGTH}`),
  attempts: z.int().min(1).max(MAX_ATTEMPTS).describe(`Answers that one challenge takes, 1 to ${MAX_ATTEMPTS}`),
  resend_after_seconds: z
    .int()
    .min(1)
    .max(MAX_LIFE_MS / 1000)
    .describe('Seconds after which a caller should offer a new code, 1 to 60'),
};

/** What holds where nothing else is said: six digits for sixty seconds, five attempts. */
const DEFAULTS = {
  life_seconds: MAX_LIFE_MS / 1000,
  alphabet: 'digits',
  length: MIN_LENGTH,
  attempts: MAX_ATTEMPTS,
  resend_after_seconds: 30,
} as const;

const policyRules = z.strictObject(rules);
const policyFile = z.strictObject({
  default: policyRules.partial().default({}).describe('For every tenant'),
  tenants: z
    .record(z.string(), policyRules.partial())
    .default({})
    .describe('By tenant; a member not named is the default'),
});

/** What may stand in a policy, and what holds where it says nothing: for its documentation. */
export function policyReference(): {
  readonly member: string;
  readonly description: string;
  readonly fallback: string;
}[] {
  return Object.entries(rules).map(([member, rule]) => ({
    member,
    description: rule.description ?? '',
    fallback: String(DEFAULTS[member as keyof typeof DEFAULTS]),
  }));
}

/** The rules that one tenant's codes follow. */
export interface TenantPolicy extends CodeShape {
  /** Milliseconds; the default and the ceiling. */
  readonly lifeMs: number;
  readonly attempts: number;
  readonly resendAfterSeconds: number;
}

/** The policies file does not fit its schema. The message names members, never values. */
export class PoliciesInvalid extends OtpError {
  readonly code = 'OTP_POLICIES_INVALID';
  readonly shown = { http: 503, grpc: 14, title: 'Service not ready' };
}

/** The policies of all tenants: read once, answered from memory. */
export class TenantPolicies {
  readonly #default: TenantPolicy;
  readonly #tenants: ReadonlyMap<string, TenantPolicy>;

  private constructor(file: z.infer<typeof policyFile>) {
    this.#default = policyOf(file.default);
    this.#tenants = new Map(
      Object.entries(file.tenants).map(([tenant, own]) => [tenant, policyOf({ ...file.default, ...own })]),
    );
  }

  /** @param text the policies file (JSON); without it every tenant has the default. @throws PoliciesInvalid */
  static read(text = '{}'): TenantPolicies {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw new PoliciesInvalid('the policies file is not JSON');
    }
    const file = policyFile.safeParse(json);
    if (file.success) return new TenantPolicies(file.data);
    const fields = file.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.code}`);
    throw new PoliciesInvalid(`the policies file does not fit its schema (${fields.slice(0, 5).join(', ')})`);
  }

  of(tenant: string): TenantPolicy {
    return this.#tenants.get(tenant) ?? this.#default;
  }
}

function policyOf(own: z.infer<typeof policyFile>['default']): TenantPolicy {
  const policy = policyRules.parse({ ...DEFAULTS, ...own });
  return {
    lifeMs: policy.life_seconds * 1000,
    alphabet: policy.alphabet,
    length: policy.length,
    attempts: policy.attempts,
    resendAfterSeconds: policy.resend_after_seconds,
  };
}

/** Bits that a guesser must find. */
export function bitsOf(shape: CodeShape): number {
  return shape.length * Math.log2(alphabets[shape.alphabet].length);
}
