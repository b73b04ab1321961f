import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { AccessDenied, TokenInvalid } from './access-errors.js';
import { ACCESS, carrierOf, rememberPrincipal, type Access, type Principal } from './principal.js';
import type { TokenVerifier } from './tokens.js';

/** Guards every route and RPC. What does not say who may call it is closed. */
export class AccessGuard implements CanActivate {
  constructor(private readonly tokens: TokenVerifier) {}

  /** @throws TokenInvalid, AccessDenied, KeysUnavailable */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = accessOf(context);
    if (access === undefined) throw new AccessDenied('The route does not say who may call it');
    if (access.public) return true;
    const carrier = carrierOf(context);
    const token = bearerToken(carrier);
    const known = this.tokens.remembered(token);
    if (known !== undefined) return admit(carrier, known, access.scopes);
    return this.tokens.verify(token).then((principal) => admit(carrier, principal, access.scopes));
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
