import { relative } from 'node:path';
import type { System } from '../system/system.js';

const NAME_WIDTH = 14;

/** Where everything is, and what to try next. */
export function closingWords(system: System, proofFile: string): string[] {
  const { ports, record } = system;
  const services = ['issuer', 'verifier', 'audit', 'chain-relay'].map((name) => {
    const grpc = name === 'chain-relay' ? '' : `gRPC ${system.grpc(name)}   `;
    const page = `${system.url(name)}/docs`.padEnd(31);
    return row(name, `${page}${grpc.padEnd(24)}metrics http://127.0.0.1:${ports.instances[name]?.metrics}/metrics`);
  });
  const data = relative(process.cwd(), system.dataDir) || '.';
  return [
    'Where things are',
    '',
    ...services,
    row(
      'tokens',
      `http://127.0.0.1:${ports.tokens}/token            client demo, its secret in ${data}/secrets/demo-client`,
    ),
    row(
      'mail',
      `http://127.0.0.1:${ports.mailbox}/                 what channel smtp sent (codes in the clear: this page is for this machine)`,
    ),
    row('contract', `${record.chain.contract} on chain ${record.chain.chainId}`),
    row('state', `${data}/ (logs in ${data}/logs/)`),
    '',
    'Try next',
    '',
    '  npx otpctl issue --subject bob --purpose login',
    `  npx otpctl proof check ${relative(process.cwd(), proofFile)} --rpc ${publicUrl(system.rpcUrl)}`,
    '  npx otpctl doctor',
    '',
    'Ctrl-C stops all of it.',
  ];
}

function row(name: string, words: string): string {
  return `  ${name.padEnd(NAME_WIDTH)}${words}`;
}

/** An RPC URL of the user's own may hold a key of its provider: only its host is printed. */
function publicUrl(url: string): string {
  const { hostname, origin } = new URL(url);
  return hostname === '127.0.0.1' ? origin : 'URL';
}
