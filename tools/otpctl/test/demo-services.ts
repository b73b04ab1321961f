import { signReceipt } from '@otp-notary/challenge';
import type { SigningKey } from '@otp-notary/keys';
import { encodeBundle } from '@otp-notary/proof';
import type { AnchoredLog, Code } from '@otp-notary/proof/testing';
import { startOidc, type Oidc } from '@otp-notary/testkit';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const CLIENT = { id: 'shop', secret: 'a-secret-of-the-shop', tenant: 'demo' };
/** The code that every challenge here has. */
export const CODE = '048213';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const refused = (status: number, code: string): Answer => ({ status, body: { title: 'Refused', status, code } });

/** The REST APIs over an {@link AnchoredLog}, as far as the program's own tests need them, with a real token provider. */
export class DemoServices {
  /** A use of this code is answered with a receipt. */
  code: Code | undefined;
  isReady = true;
  readonly bodies: string[] = [];
  /** What the log shows, when it is not the truth. */
  shows: { size: number; note: string } | undefined;
  readonly receiptKey = receiptKey();

  private constructor(
    private readonly log: AnchoredLog,
    private readonly server: Server,
    private readonly oidc: Oidc,
    readonly url: string,
  ) {}

  static async start(log: AnchoredLog): Promise<DemoServices> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const scopes = ['otp:issue', 'otp:verify', 'audit:read'];
    const oidc = await startOidc({ clients: [{ ...CLIENT, scopes }] });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const services = new DemoServices(log, server, oidc, url);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void services.#serve(request, response),
    );
    return services;
  }

  get tokenUrl(): string {
    return this.oidc.tokenUrl;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.oidc.stop();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await text(request);
    if (body !== '') this.bodies.push(body);
    const { status, body: answer } = this.#answer(url, body, request.headers.authorization);
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }

  #answer(url: URL, body: string, authorization: string | undefined): Answer {
    if (url.pathname === '/readyz') return { status: this.isReady ? 200 : 503, body: { database: 'down' } };
    const claims = Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString();
    const needed =
      url.pathname === '/v1/challenges' ? 'otp:issue' : url.pathname.startsWith('/v1/ver') ? 'otp:verify' : '';
    if (!claims.includes(needed)) return refused(403, 'OTP_ACCESS_DENIED');
    if (url.pathname.startsWith('/v1/proofs/')) return this.#proof(url.pathname.slice('/v1/proofs/'.length));
    const { size = this.log.size, note = this.log.checkpoint(size) } = this.shows ?? {};
    const { origin, vkey, chain } = this.log;
    const answers: Record<string, () => unknown> = {
      '/v1/challenges': () => this.#challenge(),
      '/v1/verifications': () => this.#verification(body),
      '/v1/receipt-keys': () => ({ keys: [this.receiptKey.jwk] }),
      '/v1/log': () => ({ origin, vkey, size, chain: { chain_id: String(chain.chainId), contract: chain.contract } }),
      '/v1/log/checkpoint': () => note,
      '/v1/log/consistency': () => this.#consistency(url.searchParams),
    };
    const answered = answers[url.pathname]?.();
    if (answered === undefined) return refused(404, 'OTP_ROUTE_UNKNOWN');
    return answered === null ? refused(422, 'OTP_NOT_VERIFIED') : { status: 200, body: answered };
  }

  #challenge() {
    const { challenge = '' } = this.code ?? {};
    const at = '2026-01-01T00:00:00.000Z';
    const rest = { channel: 'response', resend_after_seconds: 30, code: CODE };
    return { challenge_id: 'v1.k.handle', proof_id: challenge, issued_at: at, expires_at: at, ...rest };
  }

  #verification(body: string) {
    const { code } = JSON.parse(body) as { code: string };
    if (code !== CODE || this.code === undefined) return null;
    const { challenge, batch, position, issuedAt } = this.code;
    const [verifiedAt, logBy] = [4_000, 60_000].map((after) => new Date(issuedAt + after).toISOString());
    const place = { origin: this.log.origin, batch, position, challenge };
    const receipt = { ...place, verified_at: verifiedAt ?? '', log_by: logBy ?? '' };
    return {
      verified: true,
      proof_id: challenge,
      verified_at: verifiedAt,
      auth_time: 1,
      amr: ['otp'],
      context_hash: 'x',
      receipt: signReceipt(this.receiptKey.key, receipt),
    };
  }

  #consistency(query: URLSearchParams) {
    const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
    return { from, to, proof: this.log.consistency(from, to) };
  }

  #proof(id: string): Answer {
    if (this.code?.challenge !== id) return refused(404, 'OTP_LOG_NOT_FOUND');
    return { status: 200, body: encodeBundle(this.log.bundle(this.code)) };
  }
}

function receiptKey(): { readonly key: SigningKey; readonly jwk: Record<string, unknown> } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key: SigningKey = { kid: 'r1', purpose: 'receipt', ...pair };
  return { key, jwk: { ...pair.publicKey.export({ format: 'jwk' }), kid: 'r1', use: 'sig', alg: 'ES256' } };
}
