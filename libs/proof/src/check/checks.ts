import { OtpError } from '@otp-notary/errors';
import type { Point, Verdict } from '../report.js';

/** Thrown inside a check: the claim is false, and why. Never leaves the checker. */
export class Refused extends Error {}

/** Refuses unless `holds`. */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Refused(otherwise);
}

/** What a check found when it did not refuse: text for `proven`, or another verdict with its text. */
export type Finding = string | { readonly verdict: Exclude<Verdict, 'failed'>; readonly detail: string };

/** One claim and how it is judged. */
export interface Check<C> {
  readonly id: string;
  readonly claim: string;
  readonly by: string;
  /** An earlier point that this one builds on: when nobody could check that one, this one is not checked either. */
  readonly restsOn?: string;
  /** Whether the claim has a meaning for this file; always, when left out. */
  applies?(context: C): boolean;
  /** @throws Refused, or an OtpError of what was read, when the claim is false */
  judge(context: C): Finding;
}

/** Judges claims in order. The first false one ends it: what follows would rest on sand. */
export function judgeAll<C>(checks: readonly Check<C>[], context: C): Point[] {
  const points: Point[] = [];
  let isSound = true;
  for (const check of checks) {
    if (!isSound) {
      points.push(unchecked(check, 'an earlier point failed'));
      continue;
    }
    if (check.applies?.(context) === false) continue;
    const ground = points.find(({ id }) => id === check.restsOn);
    const point =
      ground?.verdict === 'not checked' ? unchecked(check, `rests on: ${ground.claim}`) : judgeOne(check, context);
    points.push(point);
    isSound = point.verdict !== 'failed';
  }
  return points;
}

/** A point that nobody looked at. */
export function unchecked(check: Pick<Point, 'id' | 'claim' | 'by'>, detail: string): Point {
  return { id: check.id, claim: check.claim, verdict: 'not checked', by: check.by, detail };
}

function judgeOne<C>(check: Check<C>, context: C): Point {
  const { id, claim, by } = check;
  try {
    const finding = check.judge(context);
    if (typeof finding === 'string') return { id, claim, verdict: 'proven', by, detail: finding };
    return { id, claim, by, ...finding };
  } catch (error) {
    return { id, claim, verdict: 'failed', by, detail: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof OtpError) return error.detail ?? error.message;
  throw error;
}
