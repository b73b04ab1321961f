import { relative, resolve } from 'node:path';
import type { System } from '../system/running.js';

const NAME_WIDTH = 14;
const URL_WIDTH = 30;
const GRPC_WIDTH = 24;

/** Where everything is, and what to try next. */
export function closingWords(system: System, proofFile: string): string[] {
  const { ports, record } = system;
  const services = ['issuer', 'verifier', 'audit', 'chain-relay'].map((name) => {
    const grpc = name === 'chain-relay' ? '' : `gRPC ${system.grpc(name)}`;
    const metrics = `metrics http://127.0.0.1:${ports.instances[name]?.metrics}/metrics`;
    return row(name, `${system.url(name)}/docs`, grpc.padEnd(GRPC_WIDTH) + metrics);
  });
  const data = shortest(system.dataDir);
  // otpctl finds the profile of .data by itself.
  const profile = system.dataDir === resolve('.data') ? '' : ` --profile ${data}/otpctl.json`;
  return [
    'Where things are',
    '',
    ...services,
    row('tokens', `http://127.0.0.1:${ports.tokens}/token`, `client demo, secret in ${data}/secrets/demo-client`),
    row('mail', `http://127.0.0.1:${ports.mailbox}/`, 'what channel smtp sent; codes in the clear, in memory only'),
    row('contract', `${record.chain.contract} on chain ${record.chain.chainId}`),
    row('state', `${data}/`, `logs in ${data}/logs/`),
    '',
    'Try next',
    '',
    `  npx otpctl issue --subject bob --purpose login${profile}`,
    `  npx otpctl proof check ${shortest(proofFile)} --rpc ${publicUrl(system.rpcUrl)}${profile}`,
    `  npx otpctl doctor${profile}`,
    '',
    'Ctrl-C stops all of it.',
  ];
}

function row(name: string, url: string, rest = ''): string {
  return `  ${name.padEnd(NAME_WIDTH)}${rest === '' ? url : `${url.padEnd(URL_WIDTH)} ${rest}`}`;
}

/** Relative to where we are when it is below. */
function shortest(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith('..') ? path : way || '.';
}

/** An RPC URL of the user's own may hold a key of its provider: it is not printed. */
function publicUrl(url: string): string {
  return new URL(url).hostname === '127.0.0.1' ? url : 'URL';
}
