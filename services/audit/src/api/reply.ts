/** What these routes use of Fastify's reply. */
export interface Reply {
  header(name: string, value: string): unknown;
}

/**
 * Sets what is set on a good answer only: a header given by decorator would stand on refusals too, and be cached.
 * `private`: every answer was given to one token; a shared cache must not give it to others.
 */
export function answered(reply: Reply, type: string, cache: 'immutable' | 'moments' | 'never'): void {
  reply.header('content-type', type);
  reply.header('cache-control', caching[cache]);
}

const caching = {
  immutable: 'private, max-age=31536000, immutable',
  moments: 'private, max-age=2',
  never: 'private, no-store',
} as const;
