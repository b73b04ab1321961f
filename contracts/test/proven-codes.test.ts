import { leafHash } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { deployProvenCodes, type FateProof, type IssuedLeaf, type LeafProof, type VerifiedLeaf } from '../src/index.ts';
import { CodeLog, type Code } from './code-log.ts';
import { hex, ORIGIN_ID, refusal } from './fixture.ts';

const OTHER = `0x${'5a'.repeat(32)}` as const;

describe('a proven code, from contract state alone', () => {
  let log: CodeLog;
  let used: Code;
  let unused: Code;
  before(async () => {
    log = await CodeLog.start();
    [used, unused] = [log.issue(), log.issue()];
    log.issue('login', { batch: 2 });
    await log.anchor();
    log.use(used);
    await log.settle(2);
  });

  const isIssued = (leaf: IssuedLeaf, place: LeafProof, id = ORIGIN_ID) =>
    log.notary.reader.readContract({ ...log.contract, functionName: 'verifyIssued', args: [id, leaf, place] });
  const isUnused = (leaf: IssuedLeaf, place: LeafProof, fate: FateProof) =>
    log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUnused', args: [ORIGIN_ID, leaf, place, fate] }); // prettier-ignore
  const isUsed = (leaf: IssuedLeaf, place: LeafProof, use: VerifiedLeaf, usePlace: LeafProof, fate: FateProof) =>
    log.notary.reader.readContract({ ...log.contract, functionName: 'verifyUsed', args: [ORIGIN_ID, leaf, place, use, usePlace, fate] }); // prettier-ignore

  function whole(code: Code) {
    return { leaf: log.issued(code), place: log.place(code.index), fate: log.fate(code) };
  }

  it('an issue is proven by what its entry says, written anew; any other value is another entry', async () => {
    const { leaf, place } = whole(used);
    assert.equal(await isIssued(leaf, place), true);
    const twins: IssuedLeaf[] = [
      { ...leaf, issuedAt: leaf.issuedAt + 1n },
      { ...leaf, batch: 2n },
      { ...leaf, position: leaf.position + 1 },
      { ...leaf, expires: leaf.expires - 1n },
    ];
    for (const field of ['challenge', 'channel', 'commitment', 'context', 'purpose', 'subject', 'tenant'] as const) {
      twins.push({ ...leaf, [field]: OTHER });
    }
    for (const twin of twins) assert.equal(await isIssued(twin, place), false);
    assert.equal(await isIssued(leaf, { ...place, index: place.index + 1n }), false);
    assert.equal(await isIssued(leaf, log.place(unused.index)), false);
    assert.equal(await isIssued(leaf, place, OTHER), false);
  });

  it('numbers of every length and hashes of every shape are written as the log writes them', async () => {
    const places = [0, 9, 10, 4_294_967_295].map((position) => log.issue('x', { batch: 77, position }));
    const big = log.issue('x', { batch: Number.MAX_SAFE_INTEGER });
    await log.anchor();
    for (const code of [...places, big]) {
      assert.equal(await isIssued(log.issued(code), log.place(code.index)), true, code.entry);
    }
    // No entry holds such numbers, whatever a log may have hashed.
    const leaf = { ...log.issued(big), batch: 2n ** 53n };
    assert.equal(await isIssued(leaf, log.place(big.index)), false);
    assert.equal(await isIssued({ ...leaf, batch: 0n }, log.place(big.index)), false);
  });

  it('log-12: a use is no issue, and no inner node is either', async () => {
    const { place } = whole(used);
    const leaf = log.issued(used);
    assert.ok(used.use);
    assert.equal(await isIssued(leaf, log.place(used.use.index)), false);
    const root = { ...place, inclusion: [] };
    assert.equal(await isIssued(leaf, root), false);
    assert.notEqual(hex(leafHash(used.entry)), place.record.root);
  });

  it('log-16: a use that was settled is proven with its issue; an unused code is proven unused', async () => {
    const { leaf, place, fate } = whole(used);
    assert.ok(used.use);
    const use = log.verified(used);
    const usePlace = log.place(used.use.index);
    assert.equal(await isUsed(leaf, place, use, usePlace, fate), true);
    assert.equal(await isUnused(leaf, place, fate), false);
    const never = whole(unused);
    assert.equal(await isUnused(never.leaf, never.place, never.fate), true);
    const lies: [string, Promise<boolean>][] = [
      ['of another code', isUsed(never.leaf, never.place, use, usePlace, never.fate)],
      ['with the fate of another', isUsed(leaf, place, use, usePlace, never.fate)],
      ['at another index', isUsed(leaf, place, use, { ...usePlace, index: usePlace.index + 1n }, fate)],
      ['before its issue', isUsed(leaf, { ...place, index: usePlace.index }, use, usePlace, fate)],
      ['after the code was dead', isUsed({ ...leaf, expires: use.verifiedAt }, place, use, usePlace, fate)],
      ['before the code was', isUsed({ ...leaf, issuedAt: use.verifiedAt + 1n }, place, use, usePlace, fate)],
      ['at another time', isUsed(leaf, place, { ...use, verifiedAt: use.verifiedAt + 1n }, usePlace, fate)],
      ['with other fields', isUsed(leaf, place, { ...use, tenant: OTHER }, usePlace, fate)],
      ['unused, with another list', isUnused(never.leaf, never.place, { ...never.fate, firstBatch: 2n })],
      ['unused, by another time', isUnused(never.leaf, never.place, { ...never.fate, record: place.record })],
    ];
    for (const [lie, answer] of lies) assert.equal(await answer, false, lie);
  });

  it('a code that was good for longer than the log’s codes may be is not proven', async () => {
    const [good, tooLong] = [61_000, 61_001].map((lifeMs) => log.issue('x', { batch: 3, lifeMs }));
    assert.ok(good && tooLong);
    await log.settle();
    const [first, second] = [whole(good), whole(tooLong)];
    assert.equal(await isUnused(first.leaf, first.place, first.fate), true);
    assert.equal(await isIssued(second.leaf, second.place), true);
    assert.equal(await isUnused(second.leaf, second.place, second.fate), false);
  });

  it('log-13: there is none without a notary', async () => {
    const { wallet, reader } = { wallet: log.notary.stranger, reader: log.notary.reader };
    const { name } = await refusal(deployProvenCodes({ wallet, reader }, wallet.account.address));
    assert.equal(name, 'InvalidNotary');
  });
});
