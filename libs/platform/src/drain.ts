import type { FastifyInstance } from 'fastify';

/** How often connections are looked at while the server closes, in milliseconds. */
const LOOK_MS = 20;
/** Looks without any request before connections that never sent one are closed as well. */
const QUIET_LOOKS = 10;

/**
 * Lets a closing server end as soon as its last request is answered. Node closes only connections that are idle at that moment:
 * those of requests under way, and those that never sent a request, would hold it until their clients or time-outs end them.
 */
export function closeWhenQuiet(fastify: FastifyInstance): void {
  const { server } = fastify;
  let active = 0;
  fastify.addHook('onRequest', (_request, _reply, done) => {
    active += 1;
    done();
  });
  fastify.addHook('onResponse', (_request, _reply, done) => {
    active -= 1;
    done();
  });
  fastify.addHook('preClose', (done) => {
    if (!server.listening) return done();
    let quiet = 0;
    const looking = setInterval(() => {
      if (server.listening) return;
      quiet = active === 0 ? quiet + 1 : 0;
      if (quiet < QUIET_LOOKS) server.closeIdleConnections();
      else server.closeAllConnections();
    }, LOOK_MS);
    server.once('close', () => clearInterval(looking));
    done();
  });
}
