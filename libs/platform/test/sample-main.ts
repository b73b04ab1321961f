import { z } from 'zod';
import { main, platformConfig, readConfig, secret, sleep, type RunningService } from '../src/index.js';
import { startSample } from './sample-service.js';

const shape = {
  ...platformConfig,
  apiKey: secret.optional(),
  peerUrl: z.string().optional(),
  peerGrpc: z.string().optional(),
  crash: z.string().optional(),
};

// The config is read before anything is promised: what it throws must end in one line as well.
main(() => start(readConfig(shape, process.env)));

async function start(all: ReturnType<typeof readConfig<typeof shape>>): Promise<RunningService> {
  const { peerUrl, peerGrpc, crash, ...config } = all;
  const service = await startSample({
    config,
    ...(peerUrl === undefined || peerGrpc === undefined ? {} : { peer: { url: peerUrl, grpc: peerGrpc } }),
    onContext: (context) => {
      context.signal.addEventListener('abort', () => process.stdout.write('background aborted\n'));
      context.onShutdown('first', async () => void process.stdout.write('hook first\n'));
      context.onShutdown('slow', async () => {
        await sleep(20);
        process.stdout.write('hook slow\n');
      });
    },
  });
  process.stdout.write(`${JSON.stringify({ ready: true, http: service.httpUrl, grpc: service.grpcUrl })}\n`);
  if (crash !== undefined) void sleep(20).then(() => Promise.reject(new Error(`lost postgres://u:${crash}@db/x`)));
  return service;
}
