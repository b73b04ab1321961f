import type { FindingKind } from '@otp-notary/fsck';
import type { AnchoredAudit } from './anchored-audit.js';
import type { Intruder } from './intruder.js';
import { batchOf } from './stream.js';

/** Where an attack takes place. */
export interface Scene {
  readonly intruder: Intruder;
  readonly audit: AnchoredAudit;
  /** Puts everything back to when two anchors stood. */
  readonly restore: () => Promise<void>;
}

/** What is wrong, exactly or as a range. */
export interface Expected {
  readonly kind: FindingKind;
  readonly index: number;
  readonly below?: number;
}

export interface Attack {
  readonly name: string;
  readonly by: (scene: Scene) => Promise<unknown>;
  readonly found: Expected | ((scene: Scene) => Promise<Expected>);
  /** What the self-audit tells when it is not the same; null when only the chain can tell. */
  readonly bySelfAudit?: Expected | null;
}

/** Changes the time of a leaf; follows with its index. */
export const changedEntry = `update leaf set entry = overlay(entry placing '9' from 7 for 1) where index =`;

/** Attacks that take more than SQL: the service's own code, its key, or an old backup. */
export const forgeries: readonly Attack[] = [
  {
    name: 'log-08: history rewritten with the stolen key: hashes, tiles, roots and signatures agree',
    by: async ({ intruder }) => {
      await intruder.run(`${changedEntry} 1300`);
      await intruder.agree();
    },
    found: { kind: 'forked', index: 756, below: 1512 },
  },
  {
    name: 'log-08: and the stored anchors agree too: only the contract and the file outside tell',
    by: async ({ intruder }) => {
      await intruder.run(`${changedEntry} 1300`);
      await intruder.agreeOnAnchors();
    },
    found: { kind: 'forked', index: 756, below: 1512 },
    bySelfAudit: { kind: 'forked', index: 0, below: 2523 },
  },
  {
    name: 'log-03: a database restored from a backup',
    by: ({ restore }) => restore(),
    found: { kind: 'shrunk', index: 1512 },
  },
  {
    name: 'log-03: a restored database that took new events',
    by: async ({ restore, audit, intruder }) => {
      await restore();
      for (const batch of [20, 21, 22, 23, 24]) await audit.log.sequencer.append(intruder.db, audit.log.term, batchOf(batch, 150)); // prettier-ignore
    },
    found: { kind: 'forked', index: 1512, below: 1513 },
    bySelfAudit: { kind: 'forked', index: 0, below: 2523 },
  },
  {
    name: 'log-17: a second issue forced in',
    by: ({ intruder }) => intruder.force('issued', 9, 3),
    found: { kind: 'issued-twice', index: 2523 },
  },
  {
    name: 'log-17: a second use forced in',
    by: ({ intruder }) => intruder.force('verified', 9, 3),
    found: { kind: 'used-twice', index: 2523 },
  },
  {
    name: 'log-17: a use forced in before its issue',
    by: async ({ intruder }) => {
      await intruder.force('verified', 99, 0);
      await intruder.force('issued', 99, 0);
    },
    found: { kind: 'outcome-before-issue', index: 2523 },
  },
  {
    name: 'log-17: a use without an issue',
    by: ({ intruder }) => intruder.force('verified', 9, 4_000),
    found: { kind: 'outcome-before-issue', index: 2523 },
  },
  {
    name: 'log-17: a code at a void position',
    by: ({ intruder }) => intruder.force('issued', 9, 150),
    found: { kind: 'issued-outside-batch', index: 2523 },
  },
  {
    name: 'a use forced in after its batch was settled',
    by: ({ intruder }) => intruder.force('verified', 1, 1),
    found: { kind: 'used-after-settlement', index: 2523 },
  },
  {
    name: 'a code of a batch that was never opened',
    by: ({ intruder }) => intruder.force('issued', 1000, 1),
    found: { kind: 'header-missing', index: 2523 },
  },
];
