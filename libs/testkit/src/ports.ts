import { createServer } from 'node:net';
import { PartDidNotStart } from './errors.js';

/** A TCP port of loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new PartDidNotStart('no free port on loopback'));
        else resolve(address.port);
      });
    });
  });
}

/** Whether a server could listen on this loopback port now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @throws PartDidNotStart when somebody else listens there */
export async function assertPortFree(port: number, name: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new PartDidNotStart(
    `port ${port}, which ${name} wants, is busy: stop what listens there, or choose another port`,
  );
}
