import { NoteInvalid } from './errors.js';
import { HASH_BYTES, type Hash } from './hasher.js';
import { openNote, signNote } from './note.js';
import { fromB64, isKeyName, toB64, type NoteSigner, type NoteVerifier } from './vkey.js';

/** A log's statement of its size and root (C2SP tlog-checkpoint). Without extension lines: nobody would audit them. */
export interface Checkpoint {
  /** The log's name, which is also the name of its key. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed: `origin\nsize\nbase64(root)\n`. @throws NoteInvalid */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${toB64(root)}\n`;
  parseCheckpoint(text);
  return text;
}

/** Reads a checkpoint's text; extension lines are refused. @throws NoteInvalid */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, sizeText, rootText, end, ...rest] = text.split('\n');
  if (origin === undefined || sizeText === undefined || rootText === undefined || end !== '' || rest.length > 0) {
    throw new NoteInvalid('malformed checkpoint');
  }
  const size = /^(0|[1-9][0-9]*)$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  const root = fromB64(rootText);
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || root.length !== HASH_BYTES) {
    throw new NoteInvalid('malformed checkpoint');
  }
  return { origin, size, root };
}

/** A checkpoint as a signed note. @throws NoteInvalid */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/**
 * Reads a signed checkpoint that the log's own key must have signed.
 * @throws NoteInvalid also when the checkpoint is of another log than the key
 */
export function openCheckpoint(note: string, log: NoteVerifier): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [log]).text);
  if (checkpoint.origin !== log.name) throw new NoteInvalid('checkpoint of another log');
  return checkpoint;
}
