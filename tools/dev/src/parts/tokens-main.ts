import { startOidc, type ServiceClient } from '@otp-notary/testkit';
import { readFile } from 'node:fs/promises';

// The token provider as a process of its own. Client secrets come in a file that only its owner reads, never as arguments.
const [port, clientsFile = '', keyFile = ''] = process.argv.slice(2);
const clients = JSON.parse(await readFile(clientsFile, 'utf8')) as ServiceClient[];
const provider = await startOidc({ port: Number(port), clients, keyFile });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void provider.stop().then(() => process.exit(0)));
}
