import assert from 'node:assert/strict';
import { anchorCall } from '../../test/calls.ts';
import type { SteadyLog } from './anchors.ts';
import { entry, type GasEntry } from './entry.ts';

const FORGED = `0x${'f0'.repeat(32)}` as const;
/** Hashes of the longest proof that is looked at. */
const LONGEST = 41;

/** What refused calls cost the one who sends them: bounded, and never more than an anchor that is taken. */
export async function refusalEntries(log: SteadyLog): Promise<GasEntry[]> {
  const { sandbox, fork } = log;
  const back = await sandbox.snapshot();
  await log.anchor(1_000_000, 10_000);
  const good = await log.argsOf(1_020_000, 10_000);
  const [id, size, root, proof, settlements] = good;
  const long = Array.from({ length: LONGEST }, () => FORGED);
  const refused = [
    ['revert: not the relayer', sandbox.roles.stranger, good],
    ['revert: nothing to anchor', sandbox.roles.relayer, [id, 1_000_000n, await log.tree.root(1_000_000), [], []]],
    ['revert: forged root, log 10^6', sandbox.roles.relayer, [id, size, FORGED, proof, settlements]],
    [
      `revert: ${LONGEST} forged hashes, head 10^6`,
      sandbox.roles.relayer,
      [id, 2n ** 40n - 1n, root, long, settlements],
    ],
  ] as const;
  const entries: GasEntry[] = [];
  for (const [name, from, args] of refused) {
    const { isTaken, gas } = await sandbox.send(from, anchorCall(args));
    assert.equal(isTaken, false);
    entries.push(entry(name, fork, gas, 0));
  }
  await back();
  return entries;
}
