import { CallFailed, issuerClient, type IssuerClient } from '@otp-notary/proto';
import type { Child } from '@otp-notary/testkit';

export interface IssueBody {
  readonly [member: string]: unknown;
  readonly code?: { readonly alphabet?: string; readonly length?: number };
}

export interface Answer {
  readonly challenge_id: string;
  readonly proof_id: string;
  readonly issued_at: string;
  readonly expires_at: string;
  readonly channel: string;
  readonly destination_hint?: string;
  readonly resend_after_seconds: number;
  readonly code?: string;
}

/** What came back: an answer, or the code of the refusal and how it was shown. */
export interface Outcome {
  readonly answer?: Answer;
  readonly refusal?: string;
  /** HTTP status or gRPC status. */
  readonly status: number;
  readonly retryAfter?: number;
  /** All that came back, as text. */
  readonly raw: string;
}

export interface Asked {
  readonly token?: string;
  readonly key?: string;
}

/** One of the ways to issue a code: the same cases run over each. */
export interface Way {
  readonly name: 'REST' | 'gRPC';
  issue(body: IssueBody, asked: Asked): Promise<Outcome>;
}

/** An issuer, its own process, as its clients see it. */
export class IssuerProcess {
  readonly rest: Way;
  readonly grpc: Way;
  readonly #client: IssuerClient;

  constructor(
    readonly child: Child,
    readonly httpUrl: string,
    grpcAddress: string,
    readonly metricsUrl: string,
    readonly logFile: string,
  ) {
    this.#client = issuerClient(grpcAddress);
    this.rest = { name: 'REST', issue: (body, asked) => overRest(httpUrl, body, asked) };
    this.grpc = { name: 'gRPC', issue: (body, asked) => overGrpc(this.#client, body, asked) };
  }

  async isReady(): Promise<void> {
    await this.child.until(async () => {
      const { ok, status } = await fetch(`${this.httpUrl}/readyz`);
      if (!ok) throw new Error(`not ready: ${status}`);
    }, 30_000);
  }

  async end(): Promise<void> {
    this.#client.close();
    await this.child.end();
  }

  async metrics(): Promise<string> {
    return await (await fetch(this.metricsUrl)).text();
  }
}

async function overRest(url: string, body: IssueBody, { token, key }: Asked): Promise<Outcome> {
  const response = await fetch(`${url}/v1/challenges`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const raw = `${[...response.headers].join('\n')}\n${text}`;
  const { status } = response;
  const retryAfter = Number(response.headers.get('retry-after') ?? 0);
  const json = JSON.parse(text) as Answer & { code: string };
  return status === 201
    ? { answer: json, status, raw }
    : { refusal: json.code, status, raw, ...(retryAfter === 0 ? {} : { retryAfter }) };
}

async function overGrpc(client: IssuerClient, body: IssueBody, { token, key }: Asked): Promise<Outcome> {
  const { code, ...rest } = body;
  const request = { ...rest, ...code } as unknown as Parameters<IssuerClient['issue']>[0];
  try {
    const {
      code: drawn,
      destination_hint: hint,
      ...answer
    } = await client.issue(request, {
      timeoutMs: 30_000,
      ...(token === undefined ? {} : { token }),
      ...(key === undefined ? {} : { idempotencyKey: key }),
    });
    const full = {
      ...answer,
      ...(hint === '' ? {} : { destination_hint: hint }),
      ...(drawn === '' ? {} : { code: drawn }),
    };
    return { answer: full, status: 0, raw: JSON.stringify(full) };
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    const { retryAfterSeconds } = error;
    const raw = `${error.message} ${JSON.stringify((error.cause as { metadata?: object }).metadata)}`;
    return { refusal: error.code, status: error.status, raw, ...(retryAfterSeconds === undefined ? {} : { retryAfter: retryAfterSeconds }) }; // prettier-ignore
  }
}
