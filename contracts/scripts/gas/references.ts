import assert from 'node:assert/strict';
import { encodeFunctionData, keccak256, maxUint256, toHex, type Address, type Hex } from 'viem';
import { artifacts } from 'hardhat';
import { Sandbox } from '../../test/sandbox.ts';
import { entry, type Fork, type GasEntry } from './entry.ts';

/** New slots that one transaction may write: far below its gas limit under either fork. */
const SLOTS_PER_TRANSACTION = 100;
const BITS = 256;

/** What ledgers with one bit, or one slot, for each code would cost. */
export async function referenceEntries(sandbox: Sandbox, fork: Fork, counts: readonly number[]): Promise<GasEntry[]> {
  const entries: GasEntry[] = [];
  for (const codes of counts) {
    const back = await sandbox.snapshot();
    entries.push(entry(`reference: storage bitmap, ${codes}`, fork, await bitmap(sandbox, codes), codes));
    entries.push(entry(`reference: mapping, ${codes}`, fork, await mapping(sandbox, codes), codes));
    await back();
  }
  return entries;
}

async function bitmap(sandbox: Sandbox, codes: number): Promise<bigint> {
  const { abi, address } = await ledger(sandbox, 'BitmapLedger');
  const words = Array.from({ length: Math.ceil(codes / BITS) }, (_, i) =>
    codes - i * BITS >= BITS ? maxUint256 : (1n << BigInt(codes - i * BITS)) - 1n,
  );
  return inChunks(sandbox, address, words, (chunk, first) =>
    encodeFunctionData({ abi, functionName: 'write', args: [BigInt(first), chunk] }),
  );
}

async function mapping(sandbox: Sandbox, codes: number): Promise<bigint> {
  const { abi, address } = await ledger(sandbox, 'MappingLedger');
  const hashes = Array.from({ length: codes }, (_, i) => keccak256(toHex(i)));
  return inChunks(sandbox, address, hashes, (chunk) =>
    encodeFunctionData({ abi, functionName: 'write', args: [chunk] }),
  );
}

/** Gas of all transactions that it takes. */
async function inChunks<T>(
  sandbox: Sandbox,
  to: Address,
  items: readonly T[],
  callOf: (chunk: readonly T[], first: number) => Hex,
): Promise<bigint> {
  let total = 0n;
  for (let first = 0; first < items.length; first += SLOTS_PER_TRANSACTION) {
    const call = callOf(items.slice(first, first + SLOTS_PER_TRANSACTION), first);
    const { isTaken, gas } = await sandbox.send(sandbox.roles.stranger, call, to);
    assert.ok(isTaken);
    total += gas;
  }
  return total;
}

async function ledger(sandbox: Sandbox, name: string) {
  const { abi, bytecode } = await artifacts.readArtifact(name);
  const { contract } = await sandbox.send(sandbox.roles.stranger, bytecode as Hex, null);
  assert.ok(contract);
  return { abi, address: contract };
}
