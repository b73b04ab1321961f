import { NoteInvalid, openCheckpoint, type NoteVerifier } from '@otp-notary/merkle';
import type { Finding } from './finding.js';
import type { CheckpointRow, LogStore } from './store.js';

/** Somebody says what the root of a tree of this size is. */
export interface RootClaim {
  readonly size: number;
  readonly root: Uint8Array;
  /** Who: one history of growing trees for each name. */
  readonly source: string;
}

/** Claims about sizes `above < size <= upTo`, from the database; a checkpoint that its own note belies is a finding. */
export async function storedClaims(
  store: LogStore,
  log: NoteVerifier,
  above: number,
  upTo: number,
): Promise<{ readonly claims: readonly RootClaim[]; readonly findings: readonly Finding[] }> {
  const claims: RootClaim[] = [];
  const findings: Finding[] = [];
  for (const row of await store.checkpoints(above, upTo)) {
    const wrong = wrongWith(row, log);
    if (wrong === null) claims.push({ size: row.size, root: row.root, source: 'a checkpoint' });
    else findings.push({ kind: 'checkpoint-changed', index: row.size - 1, what: `checkpoint of ${row.size} leaves: ${wrong}` }); // prettier-ignore
  }
  for (const { size, root } of await store.anchored(above, upTo)) {
    claims.push({ size, root: Buffer.from(root.slice(2), 'hex'), source: 'an anchor' });
  }
  return { claims, findings };
}

function wrongWith({ size, root, note }: CheckpointRow, log: NoteVerifier): string | null {
  try {
    const signed = openCheckpoint(note, log);
    if (signed.size !== size) return `its note is of ${signed.size} leaves`;
    return root.equals(signed.root) ? null : 'its root is not the one in its note';
  } catch (error) {
    if (error instanceof NoteInvalid) return 'its note is not signed by the key of the log';
    throw error;
  }
}

/** Holds the tree against claims, by rising size. Remembers how far each source agreed. */
export class RootCheck {
  readonly #agreed = new Map<string, number>();

  /** @param claims by rising size @param rootAt roots of the tree at these sizes */
  check(claims: readonly RootClaim[], rootAt: ReadonlyMap<number, Uint8Array>): readonly Finding[] {
    const forked = new Set<string>();
    return claims.flatMap(({ size, root, source }): Finding[] => {
      const own = rootAt.get(size);
      if (own === undefined || forked.has(source)) return [];
      if (Buffer.from(root).equals(own)) {
        this.#agreed.set(source, size);
        return [];
      }
      forked.add(source);
      const index = this.#agreed.get(source) ?? 0;
      const since = index === 0 ? '' : `; the tree of ${index} leaves is still the same`;
      return [
        { kind: 'forked', index, below: size, what: `the tree of ${size} leaves is not the one of ${source}${since}` },
      ];
    });
  }
}
