import assert from 'node:assert/strict';
import { decodeErrorResult, encodeAbiParameters, keccak256, toHex, type Hex } from 'viem';
import { otpNotaryAbi } from '../src/index.ts';
import { anchorCall, anchorOf } from './calls.ts';
import { ORIGIN_ID } from './fixture.ts';
import { Sandbox, type Outcome } from './sandbox.ts';
import { SparseTree } from './sparse-tree.ts';

/** `erc7201:otp-notary.storage.OtpNotary`, computed here and not copied. */
const NAMESPACE = BigInt(keccak256(word(BigInt(keccak256(toHex('otp-notary.storage.OtpNotary'))) - 1n))) & ~0xffn;
const STATE = BigInt(
  keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint256' }], [ORIGIN_ID, NAMESPACE])),
);
const LAST = 2n ** 32n - 1n;
const SHIFTS = { nextBatch: 160n, anchorCount: 192n } as const;

/** Numbers that no log lives to see, put into its word. */
describe('a log that has used up its numbers', () => {
  const tree = new SparseTree();
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await Sandbox.open();
    await anchor(10);
    await sandbox.pass(100);
    await anchor(20);
  });

  async function anchor(size: number, settled = 0): Promise<Outcome> {
    const head = { 10: 0, 20: 10, 30: 20, 40: 30 }[size] ?? 0;
    const proof = head === 0 ? [] : await tree.proof(head, size);
    const one = { count: 1, issuedBelow: 1n, root: keccak256('0x01') };
    const args = anchorOf(
      size,
      await tree.root(size),
      proof,
      Array.from({ length: settled }, () => one),
    );
    return sandbox.send(sandbox.roles.relayer, anchorCall(args));
  }

  async function put(member: keyof typeof SHIFTS, value: bigint): Promise<void> {
    const shift = SHIFTS[member];
    const before = BigInt(await sandbox.slot(STATE));
    assert.notEqual((before >> shift) & LAST, 0n, 'the word is where the test thinks');
    await sandbox.setSlot(STATE, word((before & ~(LAST << shift)) | (value << shift)));
  }

  it('takes its last anchor and none after it', async () => {
    await put('anchorCount', LAST - 1n);
    assert.equal((await anchor(30)).isTaken, true);
    assert.equal(nameOf(await anchor(40)), 'LogFull');
  });

  it('settles its last batch and none after it, and no batch beyond it in one call', async () => {
    await put('nextBatch', LAST - 2n);
    assert.equal(nameOf(await anchor(30, 3)), 'LogFull');
    assert.equal((await anchor(30, 2)).isTaken, true);
    assert.equal(nameOf(await anchor(40, 1)), 'LogFull');
  });
});

function nameOf({ error }: Outcome): string {
  assert.ok(error);
  return decodeErrorResult({ abi: otpNotaryAbi, data: error }).errorName;
}

function word(value: bigint): Hex {
  return toHex(value, { size: 32 });
}
