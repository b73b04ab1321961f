import * as fc from 'fast-check';
import type { Role, Who } from './model.ts';

/** How a tree is wrong, if it is. */
export type Tree = 'true' | 'fork' | 'flipped' | 'short' | 'long' | 'none' | 'endless';

/** One thing that somebody tries. */
export type Step =
  | {
      readonly kind: 'anchor';
      readonly who: Who;
      readonly log: number;
      /** Leaves beyond the head. */
      readonly growth: number;
      readonly tree: Tree;
      readonly settle: number;
      readonly settlement: 'good' | 'empty' | 'rootless' | 'early';
    }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'pause' | 'unpause'; readonly who: Who }
  | { readonly kind: 'role'; readonly who: Who; readonly to: Who; readonly role: Role; readonly isGranted: boolean }
  | { readonly kind: 'createLog'; readonly who: Who; readonly log: number; readonly life: number }
  | { readonly kind: 'probe'; readonly log: number; readonly anchor: number; readonly lie: Lie };

/** What is wrong about an anchor that is asked for, if anything is. */
export type Lie = 'none' | 'size' | 'root' | 'settlements' | 'time' | 'index' | 'path';

/** Logs of a walk; those beyond the first are created in it. */
export const LOGS = 3;

function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
}

const log = fc.integer({ min: 0, max: LOGS - 1 });
const anyone = fc.constantFrom<Who>('governor', 'relayer', 'guardian', 'stranger');

const anchor = fc.record({
  kind: fc.constant('anchor' as const),
  who: mostly<Who>('relayer', 'governor', 'guardian', 'stranger'),
  log: mostly(0, 1, 2),
  growth: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5000 }), fc.constantFrom(-1, 0, 2 ** 38)),
  tree: mostly<Tree>('true', 'fork', 'flipped', 'short', 'long', 'none', 'endless'),
  settle: mostly(0, 1, 2, 3, 257),
  settlement: mostly('good' as const, 'empty' as const, 'rootless' as const, 'early' as const),
});
const pass = fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 130 }) });
const pause = fc.record({ kind: fc.constant('pause' as const), who: anyone });
const unpause = fc.record({
  kind: fc.constant('unpause' as const),
  who: mostly<Who>('governor', 'relayer', 'guardian', 'stranger'),
});
const role = fc.record({
  kind: fc.constant('role' as const),
  who: mostly<Who>('governor', 'relayer', 'guardian', 'stranger'),
  to: anyone,
  role: fc.constantFrom<Role>('RELAYER_ROLE', 'GUARDIAN_ROLE', 'GOVERNOR_ROLE'),
  isGranted: fc.boolean(),
});
const createLog = fc.record({
  kind: fc.constant('createLog' as const),
  who: mostly<Who>('governor', 'relayer', 'guardian', 'stranger'),
  log,
  life: fc.constantFrom(0, 1, 61, 65_535),
});
const probe = fc.record({
  kind: fc.constant('probe' as const),
  log: mostly(0, 1, 2),
  anchor: fc.nat(),
  lie: mostly<Lie>('none', 'size', 'root', 'settlements', 'time', 'index', 'path'),
});

/** What comes next, as often as it is worth trying. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: anchor },
  { weight: 4, arbitrary: pass },
  { weight: 5, arbitrary: probe },
  { weight: 1, arbitrary: pause },
  { weight: 2, arbitrary: unpause },
  { weight: 1, arbitrary: role },
  { weight: 1, arbitrary: createLog },
);

/** Every way in which a write ends that these steps can come to. */
export const everyOutcome: readonly string[] = Object.entries({
  anchor: `taken AccessControlUnauthorizedAccount EnforcedPause UnknownLog TreeTooLarge TreeShrinks TreeForked
    InconsistentTree UnexpectedProof ProofTooLong NothingToAnchor EmptySettlement SettlementNotMature TooManySettlements`,
  createLog: 'taken AccessControlUnauthorizedAccount EnforcedPause InvalidLog DuplicateLog',
  pause: 'taken AccessControlUnauthorizedAccount EnforcedPause',
  unpause: 'taken AccessControlUnauthorizedAccount ExpectedPause',
  grantRole: 'taken AccessControlUnauthorizedAccount',
  revokeRole: 'taken AccessControlUnauthorizedAccount',
}).flatMap(([name, outcomes]) => outcomes.split(/\s+/).map((outcome) => `${name} ${outcome}`));
