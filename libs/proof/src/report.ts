/**
 * What came of one claim. `not yet`: true proofs of it cannot exist so far. `not checked`: nothing was found out, because
 * nobody was there to ask or an earlier point had failed.
 */
export const verdicts = ['proven', 'failed', 'not yet', 'not checked'] as const;
export type Verdict = (typeof verdicts)[number];

/** One claim of a proof, and what it rests on. */
export interface Point {
  /** Stable name, listed in docs/proof-format.md. */
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  /** What the verdict rests on: a signature, a path, the state of the contract. */
  readonly by: string;
  /** For people: the values that were compared. */
  readonly detail: string;
}

/**
 * `failed`: one point is false, the file proves nothing. `undecided`: a point could not be checked. `open`: all that can
 * be proven now is, and something stands out. `proven`: all of it.
 */
export type Outcome = 'proven' | 'open' | 'undecided' | 'failed';

/** The result of a check. */
export interface Report {
  readonly outcome: Outcome;
  /** The three promises of the log about this code, each as good as the weakest point it rests on. */
  readonly promises: readonly Point[];
  readonly points: readonly Point[];
  /** What no point proves, in sentences. */
  readonly limits: readonly string[];
}

const byWeight = ['failed', 'not checked', 'not yet', 'proven'] as const satisfies readonly Verdict[];
const outcomes = {
  failed: 'failed',
  'not checked': 'undecided',
  'not yet': 'open',
  proven: 'proven',
} as const satisfies Record<Verdict, Outcome>;

/** The verdict that decides over several: the worst one. */
export function weakest(points: readonly Pick<Point, 'verdict'>[]): Verdict {
  return byWeight.find((verdict) => points.some((point) => point.verdict === verdict)) ?? 'not checked';
}

/** What a list of points comes to. */
export function outcomeOf(points: readonly Point[]): Outcome {
  return outcomes[weakest(points)];
}
