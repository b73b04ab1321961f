import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Refused, ServiceUnreachable } from './errors.js';
import { call, jsonOf, PATIENCE, type Call, type Patience } from './http.js';
import {
  challenge,
  consistency,
  inclusion,
  logDescription,
  receiptKeys,
  verification,
  type Challenge,
  type ConsistencyProof,
  type InclusionProof,
  type IssueRequest,
  type LogDescription,
  type ReceiptKeys,
  type Verification,
  type VerifyRequest,
} from './shapes.js';
import { Tokens, type Credentials } from './token.js';

/** Base URLs of the services; only those that are called are needed. */
export interface ServiceUrls {
  readonly issuer?: string;
  readonly verifier?: string;
  readonly audit?: string;
}

export interface ClientOptions {
  readonly urls: ServiceUrls;
  readonly credentials: Credentials;
  readonly patience?: Partial<Patience>;
}

export interface CallOptions {
  /** Of your own making, so that a later call with the same key is the same request. A random one unless given. */
  readonly idempotencyKey?: string;
}

const UNAUTHORIZED = 401;

/**
 * Client of the REST APIs. A call that gets no answer, or one that passes, is made again a few times: reads are safe,
 * issue and verify carry an idempotency key. Every method throws `Refused` (a service said no) or `ServiceUnreachable`.
 */
export class OtpNotaryClient {
  readonly #urls: ServiceUrls;
  readonly #tokens: Tokens;
  readonly #patience: Patience;

  constructor({ urls, credentials, patience }: ClientOptions) {
    this.#urls = urls;
    this.#patience = { ...PATIENCE, ...patience };
    this.#tokens = new Tokens(credentials, this.#patience);
  }

  /** Issues a code. Needs scope `otp:issue`. */
  issue(request: IssueRequest, options: CallOptions = {}): Promise<Challenge> {
    return this.#post('issuer', 'v1/challenges', request, challenge, options);
  }

  /** Consumes a right answer, once. Needs scope `otp:verify`. @throws NotVerified for every other one */
  verify(request: VerifyRequest, options: CallOptions = {}): Promise<Verification> {
    return this.#post('verifier', 'v1/verifications', request, verification, options);
  }

  /** The keys that check receipts. Needs scope `otp:verify`. */
  receiptKeys(): Promise<ReceiptKeys> {
    return this.#get('verifier', 'v1/receipt-keys', {}, receiptKeys);
  }

  /** The proof file of a challenge, byte for byte. `disclose`: fields it makes readable; the usual ones unless given. */
  async proof(proofId: string, disclose?: readonly string[]): Promise<Uint8Array> {
    const query = disclose === undefined ? {} : { disclose: disclose.join(',') };
    return this.#bytes('audit', `v1/proofs/${encodeURIComponent(proofId)}`, query);
  }

  /** The log's name, key and size. Needs scope `audit:read`, as all that follows. */
  log(): Promise<LogDescription> {
    return this.#get('audit', 'v1/log', {}, logDescription);
  }

  /** The newest signed checkpoint: a C2SP signed note. */
  async checkpoint(): Promise<string> {
    return new TextDecoder('utf-8', { fatal: true }).decode(await this.#bytes('audit', 'v1/log/checkpoint', {}));
  }

  /** Proof that a leaf, by index or by hash (base64url), stands in the tree of `size` leaves, the newest signed one unless given. */
  inclusion(leaf: { readonly index: number } | { readonly hash: string }, size?: number): Promise<InclusionProof> {
    const at: Record<string, string> = 'index' in leaf ? { index: String(leaf.index) } : { hash: leaf.hash };
    return this.#get(
      'audit',
      'v1/log/inclusion',
      { ...at, ...(size === undefined ? {} : { size: String(size) }) },
      inclusion,
    );
  }

  /** Proof that the tree of `to` leaves extends that of `from`. */
  consistency(from: number, to: number): Promise<ConsistencyProof> {
    return this.#get('audit', 'v1/log/consistency', { from: String(from), to: String(to) }, consistency);
  }

  async #post<T>(
    service: keyof ServiceUrls,
    path: string,
    body: object,
    shape: z.ZodType<T>,
    { idempotencyKey = randomUUID() }: CallOptions,
  ): Promise<T> {
    const bytes = await this.#authorized({
      method: 'POST',
      url: this.#url(service, path, {}),
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(body),
      isRepeatable: true,
    });
    return this.#read(path, shape, bytes);
  }

  async #get<T>(
    service: keyof ServiceUrls,
    path: string,
    query: Readonly<Record<string, string>>,
    shape: z.ZodType<T>,
  ): Promise<T> {
    return this.#read(path, shape, await this.#bytes(service, path, query));
  }

  #bytes(service: keyof ServiceUrls, path: string, query: Readonly<Record<string, string>>): Promise<Uint8Array> {
    return this.#authorized({ method: 'GET', url: this.#url(service, path, query), isRepeatable: true });
  }

  /** A token that a service does not take (its key was rotated, say) is replaced once. */
  async #authorized(request: Call): Promise<Uint8Array> {
    const token = await this.#tokens.current();
    try {
      return await this.#callWith(token, request);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== UNAUTHORIZED) throw error;
      this.#tokens.drop(token);
      return this.#callWith(await this.#tokens.current(), request);
    }
  }

  #callWith(token: string, request: Call): Promise<Uint8Array> {
    return call({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, this.#patience);
  }

  #url(service: keyof ServiceUrls, path: string, query: Readonly<Record<string, string>>): URL {
    const base = this.#urls[service];
    if (base === undefined) throw new RangeError(`no URL of the ${service} was given`);
    const url = new URL(path, base.endsWith('/') ? base : `${base}/`);
    url.search = new URLSearchParams(query).toString();
    return url;
  }

  #read<T>(path: string, shape: z.ZodType<T>, bytes: Uint8Array): T {
    const parsed = shape.safeParse(jsonOf(bytes));
    if (!parsed.success) throw new ServiceUnreachable(`${path}: the answer is not one of this API`);
    return parsed.data;
  }
}
