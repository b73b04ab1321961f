import {
  openCheckpoint,
  originId,
  parseNote,
  parseVkey,
  type Checkpoint,
  type Hash,
  type NoteVerifier,
} from '@otp-notary/merkle';
import type { Bundle, ProvenLeaf, Witness } from '../bundle.js';
import { parseEntry, type LeafKind, type LeafOf } from '../leaf.js';
import { demand } from './checks.js';

/** A witness with the tree that its checkpoint states. */
export interface ReadWitness extends Checkpoint {
  readonly anchor: Witness['anchor'];
}

/** A bundle with its texts read. Each part is read when it is first asked for, and throws while it is not valid. */
export class Reading {
  #log: NoteVerifier | undefined;
  #witnesses: readonly ReadWitness[] | undefined;
  #issued: LeafOf<'issued'> | undefined;
  #used: LeafOf<'verified'> | undefined;

  constructor(readonly bundle: Bundle) {}

  /** The log's name on the chain. */
  get originId(): Hash {
    return originId(this.bundle.origin);
  }

  /** The log's key. @throws NoteInvalid, Refused */
  get log(): NoteVerifier {
    if (this.#log === undefined) {
      const log = parseVkey(this.bundle.vkey);
      demand(log.name === this.bundle.origin, 'the key is of another log');
      this.#log = log;
    }
    return this.#log;
  }

  /** @throws NoteInvalid, Refused */
  get witnesses(): readonly ReadWitness[] {
    this.#witnesses ??= this.bundle.witnesses.map(({ checkpoint, anchor }) => {
      // A foreign line would be a part of the file that nothing vouches for.
      demand(parseNote(checkpoint).signatures.length === 1, 'a checkpoint carries more than the log’s signature');
      return { ...openCheckpoint(checkpoint, this.log), anchor };
    });
    return this.#witnesses;
  }

  /** @throws Refused */
  witness(number: number): ReadWitness {
    const witness = this.witnesses[number];
    demand(witness !== undefined, 'a witness is named that is not in the file');
    return witness;
  }

  /** @throws EntryInvalid, Refused */
  get issued(): LeafOf<'issued'> {
    this.#issued ??= readLeaf(this.bundle.issued, 'issued');
    return this.#issued;
  }

  /** Null when the file has no use. @throws EntryInvalid, Refused */
  get used(): LeafOf<'verified'> | null {
    if (this.bundle.used === null) return null;
    this.#used ??= readLeaf(this.bundle.used, 'verified');
    return this.#used;
  }

  /** Where the use stands in the log, with its leaf. @throws EntryInvalid, Refused */
  get use(): { readonly proven: ProvenLeaf; readonly leaf: LeafOf<'verified'> } | null {
    const leaf = this.used;
    return leaf === null || this.bundle.used === null ? null : { proven: this.bundle.used, leaf };
  }
}

function readLeaf<K extends LeafKind>(proven: ProvenLeaf, kind: K): LeafOf<K> {
  const leaf = parseEntry(proven.entry);
  demand(isKind(leaf, kind), `the entry is not a leaf of kind ${kind}`);
  return leaf;
}

function isKind<K extends LeafKind>(leaf: { readonly kind: LeafKind }, kind: K): leaf is LeafOf<K> {
  return leaf.kind === kind;
}
