import type { DataDir } from './data-dir.js';
import type { System } from './running.js';

/** Writes what `otpctl` needs to talk to this system without a word on the command line (tools/otpctl/src/profile.ts). */
export async function writeProfile(system: System, data: DataDir, client: string): Promise<void> {
  const secretFile = `secrets/${client}-client`;
  await data.write(secretFile, `${system.clientSecret(client)}\n`);
  const { chain } = system.record;
  const profile = {
    issuer_url: system.url('issuer'),
    verifier_url: system.url('verifier'),
    audit_url: system.url('audit'),
    relay_url: system.url('chain-relay'),
    token_url: `http://127.0.0.1:${system.ports.tokens}/token`,
    client_id: client,
    client_secret_file: secretFile,
    rpc_url: system.rpcUrl,
    chain_id: String(chain.chainId),
    contract: chain.contract,
  };
  await data.write('otpctl.json', `${JSON.stringify(profile, null, 2)}\n`);
}
