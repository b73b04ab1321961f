import { deployProvenCodes, provenCodesAbi } from '@otp-notary/contracts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPublicClient, createWalletClient, defineChain, http, type Address, type PublicClient } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { onChainProof, rpcChain, type Bundle } from '../src/index.js';
import type { AnchoredLog, Code } from '../src/testing/index.js';
import { check, onAnvil } from './on-anvil.js';

const anvil = onAnvil();
/** The development mnemonic of every anvil. */
const MNEMONIC = 'test test test test test test test test test test test junk';

async function provenCodesOf(log: AnchoredLog): Promise<{ reader: PublicClient; address: Address }> {
  const transport = http(anvil.rpcUrl());
  const chain = defineChain({
    id: log.chain.chainId,
    name: 'development chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  });
  const reader = createPublicClient({ chain, transport, pollingInterval: 20 });
  const account = mnemonicToAccount(MNEMONIC, { addressIndex: 5 });
  const wallet = createWalletClient({ chain, transport, account });
  return { reader, address: await deployProvenCodes({ wallet, reader }, log.chain.contract) };
}

/** What the contract says to a whole bundle; false as well for one that cannot even be read. */
async function contractSays(
  { reader, address }: { reader: PublicClient; address: Address },
  bundle: Bundle,
): Promise<boolean> {
  // prettier-ignore
  let proof;
  try {
    proof = onChainProof(bundle);
  } catch {
    return false;
  }
  const { originId, issued, place, use, fate } = proof;
  const contract = { abi: provenCodesAbi, address } as const;
  if (fate === null) {
    return reader.readContract({ ...contract, functionName: 'verifyIssued', args: [originId, issued, place] });
  }
  if (use === null) {
    return reader.readContract({ ...contract, functionName: 'verifyUnused', args: [originId, issued, place, fate] });
  }
  const args = [originId, issued, place, use.used, use.place, fate] as const;
  return reader.readContract({ ...contract, functionName: 'verifyUsed', args });
}

/** Two settled codes, one of them used, with the batch that waits for its settlement behind them. */
async function history(log: AnchoredLog): Promise<{ used: Code; unused: Code; open: Code }> {
  const [used, unused] = [log.issue(), log.issue()];
  await log.anchor();
  log.use(used);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  const open = log.issue(2);
  await log.anchor();
  await log.chain.pass(log.lifeSeconds + 1);
  await log.anchor({ settle: 1 });
  return { used, unused, open };
}

test('log-11: the contract and the checker say the same of whole bundles and of hundreds of false ones', async () => {
  const log = await anvil.start();
  const codes = await history(log);
  const contract = await provenCodesOf(log);
  const chain = rpcChain(anvil.rpcUrl());
  const bundles = [log.bundle(codes.used), log.bundle(codes.unused), log.bundle(codes.open)];
  for (const bundle of bundles) {
    assert.equal(await contractSays(contract, bundle), true);
    assert.notEqual((await check(bundle, { chain })).outcome, 'failed');
  }
  let lies = 0;
  for (const bundle of bundles) {
    for (const twin of twinsOf(bundle, bundles)) {
      const isFalse = (await check(twin, { chain })).outcome === 'failed';
      assert.equal(await contractSays(contract, twin), !isFalse, JSON.stringify(twin));
      lies += isFalse ? 1 : 0;
    }
  }
  assert.ok(lies > 100, `${lies} lies`);
});

/** Bundles one change away: another number, hash or part of another bundle. Signatures stay, since the contract sees none. */
function twinsOf(bundle: Bundle, others: readonly Bundle[]): Bundle[] {
  const twins: Bundle[] = [];
  const leaves = ['issued', 'used'] as const;
  for (const which of leaves) {
    const leaf = bundle[which];
    if (leaf === null) continue;
    const change = (more: Partial<typeof leaf>): number => twins.push({ ...bundle, [which]: { ...leaf, ...more } });
    change({ index: leaf.index + 1 });
    change({ inclusion: leaf.inclusion.slice(1) });
    change({ inclusion: [...leaf.inclusion, flipped(bundle.issued.inclusion[0] ?? '')] });
    for (const [i, hash] of leaf.inclusion.entries()) change({ inclusion: leaf.inclusion.with(i, flipped(hash)) });
    for (const entry of entriesNear(leaf.entry)) change({ entry, disclosed: {} });
    for (const other of others) if (other !== bundle) change({ entry: other.issued.entry, disclosed: {} });
  }
  for (const [i, witness] of bundle.witnesses.entries()) {
    const { anchor } = witness;
    if (anchor === null) continue;
    const change = (more: Partial<typeof anchor>): number =>
      twins.push({ ...bundle, witnesses: bundle.witnesses.with(i, { ...witness, anchor: { ...anchor, ...more } }) });
    change({ time: anchor.time + 1 });
    change({ settlementsHash: `0x${'12'.repeat(32)}` });
    for (const at of anchor.path.keys()) change({ path: anchor.path.with(at, `0x${'34'.repeat(32)}`) });
  }
  const { settlement } = bundle;
  if (settlement !== null) {
    const change = (more: Partial<typeof settlement>): number =>
      twins.push({ ...bundle, settlement: { ...settlement, ...more } });
    change({ firstBatch: settlement.firstBatch + 1 });
    for (const [i, hash] of settlement.path.entries()) change({ path: settlement.path.with(i, flipped(hash)) });
    const [first] = settlement.settlements;
    if (first !== undefined) {
      change({ settlements: [{ ...first, count: first.count + 1 }] });
      change({ settlements: [{ ...first, issuedBelow: first.issuedBelow + 1 }] });
      change({ settlements: [first, first] });
    }
  }
  return twins;
}

/** Entries that say something else. */
function entriesNear(entry: string): string[] {
  const digits = [...entry.matchAll(/:(\d+)[,}]/g)].map(({ index }) => index + 1);
  const hashes = [...entry.matchAll(/"[A-Za-z0-9_-]{43}"/g)].map(({ index }) => index + 1);
  return [...digits, ...hashes].map((at) => {
    const was = entry[at] ?? '';
    return `${entry.slice(0, at)}${was === '2' ? '3' : '2'}${entry.slice(at + 1)}`;
  });
}

function flipped(base64: string): string {
  return `${base64.startsWith('A') ? 'B' : 'A'}${base64.slice(1)}`;
}
