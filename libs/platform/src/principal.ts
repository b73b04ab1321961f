import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { OPEN, TOKEN } from './openapi-document.js';

/** Who calls: taken from the verified access token, nothing else. */
export interface Principal {
  readonly tenant: string;
  readonly client: string;
  readonly scopes: ReadonlySet<string>;
}

/** Who may call a route or RPC. */
export type Access = { readonly public: true } | { readonly public: false; readonly scopes: readonly string[] };

export const ACCESS = 'otp-notary:access';

/** Lets in callers whose token has all of these scopes. A route or RPC without this or `Public` lets in nobody. */
export function RequireScopes(...scopes: [string, ...string[]]): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, { public: false, scopes } satisfies Access), ApiSecurity(TOKEN, scopes));
}

/** Lets in everybody, without a token. */
export function Public(): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, { public: true } satisfies Access), ApiSecurity(OPEN));
}

/** The caller, in a handler of REST or gRPC. In an RPC the other arguments then need `@Payload()` and `@Ctx()`. */
export const CurrentPrincipal: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext) => principals.get(carrierOf(context)),
);

const principals = new WeakMap<object, Principal>();

/** What of a call holds its principal: the request of REST, the metadata of gRPC. */
export function carrierOf(context: ExecutionContext): object {
  return context.getType() === 'rpc'
    ? context.switchToRpc().getContext<object>()
    : context.switchToHttp().getRequest<object>();
}

export function rememberPrincipal(carrier: object, principal: Principal): void {
  principals.set(carrier, principal);
}
