import { changedEntry, forgeries, type Attack, type Scene } from './forgeries.js';

/** Statements as they are. */
const sql =
  (...statements: readonly string[]) =>
  ({ intruder }: Scene) =>
    intruder.run(...statements);
const rehash = `update leaf set hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) where index =`;
const flipped = (at: number): string => `set_byte(hashes, ${at}, get_byte(hashes, ${at}) # 1)`;
const CONTENT = 'event_id, kind, batch, position, entry, hash, openings';

/** Every kind of tampering that a superuser of the database is capable of, on the log of `AnchoredAudit`. */
export const attacks: readonly Attack[] = [
  {
    name: 'log-01: a deleted row',
    by: sql('delete from leaf where index = 741'),
    found: { kind: 'leaf-missing', index: 741 },
  },
  {
    name: 'log-01: the last row deleted',
    by: sql('delete from leaf where index = 2522'),
    found: { kind: 'leaf-missing', index: 2522 },
  },
  { name: 'log-01: one byte changed', by: sql(`${changedEntry} 741`), found: { kind: 'leaf-changed', index: 741 } },
  {
    name: 'log-01: one byte changed, and the hash of the row with it',
    by: sql(`${changedEntry} 741`, `${rehash} 741`),
    found: { kind: 'leaf-replaced', index: 741 },
  },
  {
    name: 'log-01: one byte changed, and the hash in the lowest tile too',
    by: sql(
      `${changedEntry} 741`,
      `${rehash} 741`,
      `update tile set hashes = overlay(hashes placing leaf.hash from ${(741 - 512) * 32 + 1}) from leaf
        where leaf.index = 741 and tile.level = 0 and tile.index = 2`,
    ),
    found: { kind: 'leaf-replaced', index: 512, below: 756 },
  },
  {
    name: 'log-01: two rows exchanged',
    by: sql(
      'update leaf set index = 1000741 where index = 741',
      'update leaf set index = 741 where index = 1200',
      'update leaf set index = 1200 where index = 1000741',
    ),
    found: { kind: 'leaf-replaced', index: 741 },
  },
  {
    name: 'log-01: a row inserted, those behind it moved',
    by: sql(
      'drop index leaf_one_issue, leaf_one_use',
      'update leaf set index = index + 1000000 where index >= 741',
      'update leaf set index = index - 999999 where index >= 1000000',
      `insert into leaf (index, ${CONTENT}) select 741, gen_random_uuid(), kind, batch, position, entry, hash, openings from leaf where index = 740`,
      'update log set size = size + 1',
    ),
    found: { kind: 'leaf-replaced', index: 741 },
  },
  {
    name: 'log-01: a row behind the last one',
    by: sql(`insert into leaf (index, event_id, kind, batch, entry, hash) select 2523, gen_random_uuid(), kind, 1000, entry, hash from leaf where index = 0`), // prettier-ignore
    found: { kind: 'leaf-surplus', index: 2523 },
  },
  {
    name: 'columns that say something else than the entry',
    by: sql('update leaf set position = 1000 where index = 1'),
    found: { kind: 'leaf-columns', index: 1 },
  },
  {
    name: 'log-02: a changed hash in the lowest tile',
    by: sql(`update tile set hashes = ${flipped(229 * 32)} where level = 0 and index = 2`),
    found: { kind: 'tile-changed', index: 741 },
  },
  {
    name: 'log-02: a changed hash in a higher tile',
    by: sql(`update tile set hashes = ${flipped(3 * 32)} where level = 1 and index = 0`),
    found: { kind: 'tile-changed', index: 768, below: 1024 },
  },
  {
    name: 'log-02: a full tile cut down to one hash',
    by: sql(`update tile set hashes = substr(hashes, 1, 32) where level = 0 and index = 2`),
    found: { kind: 'tile-length', index: 513 },
  },
  {
    name: 'log-02: a tile deleted',
    by: sql(`delete from tile where level = 0 and index = 2`),
    found: { kind: 'tile-length', index: 512 },
  },
  {
    name: 'log-02: a partial tile longer than the log',
    by: sql(`update tile set hashes = hashes || sha256('x') where level = 0 and index = 9`),
    found: { kind: 'tile-length', index: 2523 },
  },
  {
    name: 'log-02: a tile too many',
    by: sql(`insert into tile values (2, 0, sha256('x'))`),
    found: { kind: 'tile-surplus', index: 2523 },
  },
  {
    name: 'a changed root of a checkpoint',
    by: sql(`update checkpoint set root = sha256('x') where size = 756`),
    found: { kind: 'checkpoint-changed', index: 755 },
  },
  {
    name: 'a checkpoint with the note of another',
    by: sql(`update checkpoint set note = (select note from checkpoint where size = 1512) where size = 756`),
    found: { kind: 'checkpoint-changed', index: 755 },
  },
  {
    name: 'a checkpoint whose note is not signed',
    by: sql(`update checkpoint set note = replace(note, '— ', '— x') where size = 756`),
    found: { kind: 'checkpoint-changed', index: 755 },
  },
  {
    name: 'a use taken out of a settlement',
    by: sql(`update settlement set fates = overlay(fates placing '\\x010000000000000000'::bytea from 28) where batch = 2`), // prettier-ignore
    found: async ({ intruder }) => ({ kind: 'settlement-wrong', index: await intruder.indexOf('verified', 2, 3) }),
  },
  {
    name: 'a changed root of a settlement',
    by: sql(`update settlement set root = sha256('x') where batch = 3`),
    found: { kind: 'settlement-wrong', index: 504 },
  },
  {
    name: 'a settlement deleted',
    by: sql('delete from settlement where batch = 3'),
    found: { kind: 'settlement-order', index: 504 },
  },
  {
    name: 'the last settlement deleted',
    by: sql('delete from settlement where batch = 6'),
    found: { kind: 'batch-wrong', index: 1260 },
  },
  {
    name: 'a settlement that is too early',
    by: sql(`insert into settlement select 7, count, issued_below, refers_below, root, fates, settled_at from settlement where batch = 6`), // prettier-ignore
    found: async ({ intruder }) => ({ kind: 'used-after-settlement', index: await intruder.indexOf('verified', 7, 0) }),
  },
  {
    name: 'the summary of an open batch changed',
    by: sql('update batch set last_expires_ms = 1 where batch = 9'),
    found: { kind: 'batch-wrong', index: 2018 },
  },
  {
    name: 'a batch without a leaf',
    by: sql(`insert into batch values (1000, true, 1, 1, 1, 1, null, null, false)`),
    found: { kind: 'batch-wrong', index: 2523 },
  },
  {
    name: 'one challenge at two positions',
    by: sql(`update challenge set id = (select id from challenge where batch = 9 and position = 7) where batch = 4 and position = 5`), // prettier-ignore
    found: async ({ intruder }) => ({ kind: 'challenge-duplicated', index: await intruder.indexOf('issued', 4, 5) }),
  },
  {
    name: 'a challenge deleted',
    by: sql('delete from challenge where batch = 4 and position = 5'),
    found: async ({ intruder }) => ({ kind: 'challenge-missing', index: await intruder.indexOf('issued', 4, 5) }),
  },
  {
    name: 'a challenge without a code',
    by: sql(`insert into challenge values (4, 1000, gen_random_uuid(), 'acme')`),
    found: { kind: 'challenge-surplus', index: 756 },
  },
  {
    name: 'challenges of a batch that is not there',
    by: sql(`insert into challenge values (1000, 0, gen_random_uuid(), 'acme')`),
    found: { kind: 'challenge-surplus', index: 2523 },
  },
  {
    name: 'a changed root of an anchor',
    by: sql(`update anchor set root = '0x' || encode(sha256('x'), 'hex') where index = 1`),
    found: { kind: 'anchor-foreign', index: 756, below: 1512 },
    bySelfAudit: { kind: 'forked', index: 756, below: 1512 },
  },
  {
    name: 'an anchor deleted',
    by: sql('delete from anchor where index = 1'),
    found: { kind: 'anchor-missing', index: 756 },
  },
  {
    name: 'the last anchor deleted',
    by: sql('delete from anchor where index = 3'),
    found: { kind: 'anchor-missing', index: 1513 },
  },
  {
    name: 'the last anchor deleted, and the tree over it',
    by: sql('delete from anchor where index = 3', 'delete from anchor_node where (index + 1) << level > 3'),
    found: { kind: 'anchor-missing', index: 1513, below: 2018 },
    bySelfAudit: null,
  },
  {
    name: 'changed settlements of an anchor',
    by: sql(`update anchor set settlements = jsonb_set(settlements, '{0,count}', '7') where index = 3`),
    found: { kind: 'anchor-foreign', index: 1513 },
  },
  {
    name: 'an anchor that is not on the chain',
    by: sql(
      `insert into anchor select 'x', transaction, 4, size, root, '0x' || repeat('0', 64), time_seconds, chain_id, contract, block, 0, '[]', state from anchor where index = 3`,
      `insert into anchor_node values (0, 4, sha256('x'))`,
    ),
    found: { kind: 'anchor-foreign', index: 0, below: 2018 },
  },
  {
    name: 'a log that claims fewer leaves',
    by: sql('update log set size = 2000'),
    found: { kind: 'leaf-surplus', index: 2000 },
    bySelfAudit: { kind: 'tile-length', index: 2000 },
  },
  ...forgeries,
];
