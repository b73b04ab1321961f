import { provenCodesAbi } from '@otp-notary/contracts';
import { startSystem, type System } from '@otp-notary/dev';
import { directProof, encodeBundle, parseBundle, type Bundle } from '@otp-notary/proof';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  sha256,
  stringToBytes,
  type Account,
  type Chain,
  type Hex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

const otpctl = fileURLToPath(new URL('../../../tools/otpctl/bin/otpctl.mjs', import.meta.url));
const BINDING: Hex = `0x${'b1'.repeat(32)}`;
const PROOF_LIMIT_MS = 60_000;
const scopes = ['otp:issue', 'otp:verify', 'audit:read'];

/** The whole line over its own chain, whose contract stands under Safe and timelock. */
describe('the contract of a running line', () => {
  let system: System;
  let folder: string;
  let reader: PublicClient;
  let wallet: WalletClient<Transport, Chain, Account>;
  before(async () => {
    system = await startSystem();
    folder = await mkdtemp(join(tmpdir(), 'otp-contract-'));
    const { chainId: id } = system.record.chain;
    const chain = defineChain({
      id,
      name: `chain ${id}`,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [system.rpcUrl] } },
    });
    const transport = http(system.rpcUrl);
    const consumer = system.chain?.accounts.at(-1);
    assert.ok(consumer);
    reader = createPublicClient({ chain, transport, pollingInterval: 100, cacheTime: 0 });
    wallet = createWalletClient({ chain, transport, account: privateKeyToAccount(consumer.privateKey) });
  });
  after(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function bundleOf(proofId: string): Promise<Bundle> {
    const giveUp = Date.now() + PROOF_LIMIT_MS;
    for (;;) {
      const token = await system.token('demo', scopes);
      const answer = await fetch(`${system.url('audit')}/v1/proofs/${proofId}`, { headers: { authorization: `Bearer ${token}` } }); // prettier-ignore
      if (answer.ok) {
        const bundle = parseBundle(new Uint8Array(await answer.arrayBuffer()));
        if (bundle.witnesses[bundle.issued.witness]?.anchor) return bundle;
      }
      assert.ok(Date.now() < giveUp, `no anchored proof of ${proofId}`);
      await delay(500);
    }
  }

  test('log-15: a code that the line issued and verified is consumed by a contract’s account, once', async () => {
    const { provenCodes, contract } = system.record.chain;
    assert.ok(provenCodes);
    const originId = sha256(stringToBytes(system.record.origin));
    const at = { abi: provenCodesAbi, address: provenCodes } as const;
    const asked = [originId, wallet.account.address, BINDING] as const;
    const purpose = await reader.readContract({ ...at, functionName: 'directPurpose', args: asked });
    const client = system.client('demo', scopes);
    const {
      challenge_id,
      code = '',
      proof_id,
    } = await client.issue({ subject: 'alice', purpose, channel: 'response' });
    const { receipt } = await client.verify({ challenge_id, code, purpose });
    const [key] = (await client.receiptKeys()).keys;
    assert.ok(key);

    const bundle = await bundleOf(proof_id);
    const tenant = bundle.issued.disclosed['tenant']?.value ?? '';
    const consume = async () => {
      // A new anchor may have merged the peak that a path led to: then the path is got anew.
      const proof = directProof(await bundleOf(proof_id), receipt, key);
      const args = [originId, tenant, BINDING, proof] as const;
      const hash = await wallet.writeContract({ ...at, functionName: 'consumeDirect', args });
      return reader.waitForTransactionReceipt({ hash });
    };
    const first = await retried(consume, /NotIssued/);
    assert.equal(first.status, 'success');
    await assert.rejects(retried(consume, /NotIssued/), /AlreadyConsumed/);
    assert.notEqual(contract, provenCodes);
  });

  test('log-21: an upgrade is rehearsed on it, and back, while it runs; every proof holds throughout', async () => {
    const client = system.client('demo', scopes);
    for (const name of ['a', 'b', 'c']) {
      const subject = `person-${name}`;
      const {
        challenge_id,
        code = '',
        proof_id,
      } = await client.issue({ subject, purpose: 'login', channel: 'response' });
      if (name !== 'b') await client.verify({ challenge_id, code, purpose: 'login' });
      const bundle = await bundleOf(proof_id);
      await writeFile(join(folder, `${name}.proof`), encodeBundle(bundle));
    }
    const rehearsed = await run('chain', 'upgrade', '--rehearse', '--proofs', folder);
    assert.equal(rehearsed.exit, 0, rehearsed.out + rehearsed.err);
    assert.match(rehearsed.err, /after the rollback: 3 proofs, 1 logs, as before/);
    const { challenge_id, code = '', proof_id } = await client.issue({ subject: 'after', purpose: 'login', channel: 'response' }); // prettier-ignore
    await client.verify({ challenge_id, code, purpose: 'login' });
    await bundleOf(proof_id);
    const review = await run('chain', 'access-review', '--minimums', 'development');
    assert.equal(review.exit, 0, review.out);
  });

  function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
    const profile = join(system.dataDir, 'otpctl.json');
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [otpctl, ...args, '--profile', profile], (_error, out, err) =>
        resolve({ exit: child.exitCode ?? -1, out, err }),
      );
    });
  }
});

/** Once more as long as it fails so. */
async function retried<T>(work: () => Promise<T>, again: RegExp, times = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (times === 0 || !again.test(String(error))) throw error;
    await delay(500);
    return retried(work, again, times - 1);
  }
}
