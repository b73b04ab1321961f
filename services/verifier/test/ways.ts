import type { RunningService } from '@otp-notary/platform';
import { CallFailed, verifierClient, type VerifierClient, type VerifyResponse } from '@otp-notary/proto';
import type { IssuerOfTokens } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { TENANT, type Minted } from './mint.js';

/** A request, right or broken: its members are whatever a test wants to send. */
export interface Ask {
  readonly challenge_id?: unknown;
  readonly code?: unknown;
  readonly purpose?: unknown;
  readonly context?: unknown;
  readonly [member: string]: unknown;
}

export interface Credentials {
  readonly tenant?: string;
  readonly client?: string;
  readonly scope?: string;
  readonly idempotencyKey?: string;
}

/** What a success says: signatures differ each time, what they sign does not. */
export function said(reply: Reply): readonly unknown[] {
  if (!reply.verified) throw new Error(`not verified: ${reply.code}`);
  const { proof_id, verified_at, auth_time, amr, context_hash, receipt } = reply.body;
  return [proof_id, verified_at, auth_time, amr, context_hash, receipt.split('.').slice(0, 2).join('.')];
}

export type Reply =
  | { readonly verified: true; readonly body: VerifyResponse }
  /** `code` is `otp-code`; `seen` is all that a caller sees of a refusal. */
  | { readonly verified: false; readonly code: string; readonly seen: string };

/** Asserts the one refusal. */
export function refused(reply: Reply): asserts reply is Extract<Reply, { verified: false }> {
  assert.ok(!reply.verified);
  assert.equal(reply.code, 'OTP_NOT_VERIFIED');
}

/** One way into the service. Every case runs over all of them. */
export interface Way {
  readonly name: 'REST' | 'gRPC';
  verify(ask: Ask, credentials?: Credentials): Promise<Reply>;
  close(): void;
}

export function right({ handle, code, purpose }: Minted, more: Ask = {}): Ask {
  return { challenge_id: handle, code, purpose, ...more };
}

export function ways(
  service: Pick<RunningService, 'httpUrl' | 'grpcUrl'>,
  tokens: IssuerOfTokens,
): readonly [Way, Way] {
  const sign = remembering(tokens);
  return [rest(service.httpUrl, sign), grpc(service.grpcUrl ?? '', sign)];
}

type Sign = (credentials: Credentials) => Promise<string>;

function remembering(tokens: IssuerOfTokens): Sign {
  const signed = new Map<string, Promise<string>>();
  return ({ tenant = TENANT, client = 'shop', scope = 'otp:verify' }) => {
    const name = [tenant, client, scope].join('|');
    const token = signed.get(name) ?? tokens.sign({ tenant, client_id: client, scope });
    signed.set(name, token);
    return token;
  };
}

/** Headers that differ between any two answers. */
const CHANGING = new Set(['date', 'connection', 'keep-alive']);

function rest(url: string, sign: Sign): Way {
  return {
    name: 'REST',
    close: () => undefined,
    async verify(ask, credentials = {}) {
      const { idempotencyKey } = credentials;
      const response = await fetch(`${url}/v1/verifications`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await sign(credentials)}`,
          'content-type': 'application/json',
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify(ask),
      });
      const text = await response.text();
      if (response.ok) return { verified: true, body: JSON.parse(text) as VerifyResponse };
      const headers = [...response.headers].filter(([name]) => !CHANGING.has(name));
      const { code } = JSON.parse(text) as { code: string };
      return { verified: false, code, seen: JSON.stringify([response.status, headers, text]) };
    },
  };
}

function grpc(address: string, sign: Sign): Way {
  const client: VerifierClient = verifierClient(address);
  return {
    name: 'gRPC',
    close: () => client.close(),
    async verify(ask, credentials = {}) {
      const { idempotencyKey } = credentials;
      const options = {
        token: await sign(credentials),
        timeoutMs: 30_000,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      };
      try {
        return { verified: true, body: await client.verify(ask as never, options) };
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        const { code, details, metadata } = error.cause as {
          code: number;
          details: string;
          metadata: { getMap(): object };
        };
        const { date: _, ...trailers } = metadata.getMap() as Record<string, unknown>;
        return { verified: false, code: error.code, seen: JSON.stringify([code, details, trailers]) };
      }
    },
  };
}
