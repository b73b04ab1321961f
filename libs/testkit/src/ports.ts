import { createServer, type AddressInfo, type Server } from 'node:net';
import { PartDidNotStart } from './errors.js';

/** A TCP port of loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** Several free ports at once, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listenAnywhere(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
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
