import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LogRangeInvalid } from './errors.js';
import { edgeOf, planConsistency, planInclusion, type ProofPlan } from './shape.js';

interface RfcExample {
  readonly size: number;
  readonly inclusion: Readonly<Record<string, [number, number][][]>>;
  readonly consistency: Readonly<Record<string, [number, number][][]>>;
}
const example = JSON.parse(
  readFileSync(new URL('../../test/vectors/rfc9162-example.json', import.meta.url), 'utf8'),
) as RfcExample;
const pairs = (plan: ProofPlan) => plan.map((nodes) => nodes.map(({ level, index }) => [level, index]));

test('the planner names the nodes that RFC 9162 §2.1.5 lists', () => {
  for (const [index, nodes] of Object.entries(example.inclusion)) {
    assert.deepEqual(pairs(planInclusion(Number(index), example.size)), nodes);
  }
  for (const [size, nodes] of Object.entries(example.consistency)) {
    assert.deepEqual(pairs(planConsistency(Number(size), example.size)), nodes);
  }
});

test('every node of a plan is complete at that size, up to sizes of 2^52', () => {
  const size = fc.integer({ min: 1, max: 2 ** 52 });
  const choice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(size, choice, (size, at) => {
      const index = Math.floor(at * size);
      const plans = [planInclusion(index, size), planConsistency(index, size), [edgeOf(size)]];
      for (const { level, index } of plans.flat(2)) assert.ok((index + 1) * 2 ** level <= size);
      assert.ok(planInclusion(index, size).length <= 52);
    }),
  );
});

test('a leaf or size that does not exist is refused', () => {
  const refused = [
    () => planInclusion(0, 0),
    () => planInclusion(5, 5),
    () => planInclusion(-1, 5),
    () => planInclusion(0.5, 5),
    () => planInclusion(0, 2 ** 53),
    () => planConsistency(6, 5),
    () => planConsistency(-1, 5),
    () => edgeOf(Number.NaN),
  ];
  for (const call of refused) assert.throws(call, LogRangeInvalid);
});
