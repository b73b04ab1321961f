import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { trace } from '@opentelemetry/api';
import { closeWhenQuiet } from './drain.js';
import type { Metrics } from './metrics.js';
import { sendProblem } from './problem.filter.js';
import { answerTo } from './problems.js';

/** Largest body that is read, in bytes. */
export const BODY_LIMIT = 64 * 1024;
/** A client must have sent its whole request within this time, in milliseconds (slow senders hold nothing for long). */
const REQUEST_TIMEOUT_MS = 10_000;
/** Longer than the idle limit of usual load balancers (60 s), so that they close first. */
const KEEP_ALIVE_MS = 72_000;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
} as const;

/** The HTTP side of a service: JSON bodies only, bounded in size and time, every error a problem. */
export function restAdapter(metrics: Metrics): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // While stopping, requests on open connections are still answered, with `Connection: close`.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    trustProxy: false,
    multipart: false,
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, answerTo(error)),
    clientErrorHandler: refuseBrokenRequest,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(SECURITY_HEADERS);
    done();
  });
  measure(fastify, metrics);
  closeWhenQuiet(fastify);
  return adapter;
}

function measure(fastify: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram('otp_http_request_duration_seconds', 'Time to answer a request', [
    'method',
    'route',
    'status',
  ]);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = routeOf(request);
    trace.getActiveSpan()?.updateName(`${request.method} ${route}`).setAttribute('http.route', route);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

/** The pattern of the route, never the path: a path could be anything, and hold anything. */
function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}

/** Answers what is not even HTTP. */
function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const { problem } = answerTo({ code: 'FST_CLIENT_ERROR', statusCode: status });
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${problem.title}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
