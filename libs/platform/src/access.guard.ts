import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { OtpError } from '@otp-notary/errors';
import { AccessDenied, TokenInvalid } from './access-errors.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';
import { ACCESS, carrierOf, rememberPrincipal, type Access, type Principal } from './principal.js';
import type { TokenVerifier } from './tokens.js';

/** Guards every route and RPC, and counts whom it lets in. What does not say who may call it is closed. */
export class AccessGuard implements CanActivate {
  readonly #decisions;

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly log: Logger,
    metrics: Metrics,
  ) {
    this.#decisions = metrics.counter(
      'otp_access_decisions_total',
      'Calls of guarded routes and RPCs: `granted`, or the code of the refusal',
      ['outcome'],
    );
  }

  /** @throws TokenInvalid, AccessDenied, KeysUnavailable */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(context);
    if (access?.public === true) return true;
    try {
      const admitted = this.#decide(context, access?.scopes);
      return admitted === true
        ? this.#granted()
        : admitted.then(
            () => this.#granted(),
            (error: unknown) => this.#refused(context, error),
          );
    } catch (error) {
      return this.#refused(context, error);
    }
  }

  #decide(context: ExecutionContext, scopes: readonly string[] | undefined): true | Promise<true> {
    if (scopes === undefined) throw new AccessDenied('The route does not say who may call it');
    const carrier = carrierOf(context);
    const token = bearerToken(carrier);
    const known = this.tokens.remembered(token);
    if (known !== undefined) return admit(carrier, known, scopes);
    return this.tokens.verify(token).then((principal) => admit(carrier, principal, scopes));
  }

  #granted(): true {
    this.#decisions.inc({ outcome: 'granted' });
    return true;
  }

  /** A refusal is a security event: it is logged with what was asked for, and nothing of what was presented. */
  #refused(context: ExecutionContext, error: unknown): never {
    const errorCode = error instanceof OtpError ? error.code : 'OTP_INTERNAL';
    this.#decisions.inc({ outcome: errorCode });
    const handler = `${context.getClass().name}.${context.getHandler().name}`;
    this.log.info({ errorCode, handler, via: context.getType() }, 'access refused');
    throw error;
  }
}

function accessOf(context: ExecutionContext): Access | undefined {
  const own = Reflect.getMetadata(ACCESS, context.getHandler()) as Access | undefined;
  return own ?? (Reflect.getMetadata(ACCESS, context.getClass()) as Access | undefined);
}

function admit(carrier: object, principal: Principal, scopes: readonly string[]): true {
  if (!scopes.every((scope) => principal.scopes.has(scope))) throw new AccessDenied('The token lacks a scope');
  rememberPrincipal(carrier, principal);
  return true;
}

interface Carrier {
  readonly headers?: { readonly authorization?: string };
  /** gRPC metadata. */
  get?(name: string): readonly (string | Buffer)[];
}

function bearerToken(carrier: Carrier): string {
  const header = carrier.headers === undefined ? carrier.get?.('authorization')[0] : carrier.headers.authorization;
  const token = typeof header === 'string' ? /^bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1] : undefined;
  if (token === undefined) throw new TokenInvalid('No bearer token');
  return token;
}
