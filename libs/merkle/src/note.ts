import { NoteInvalid } from './errors.js';
import { fromB64, isKeyName, toB64, type NoteSigner, type NoteVerifier } from './vkey.js';

/** A signature line: `— name base64(key id ‖ signature)`. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** A C2SP signed note before anything of it is believed. */
export interface Note {
  /** The signed text, its final newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** golang.org/x/mod/sumdb/note: what is larger is not a note. */
const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const LINE = /^— (?<name>\S+) (?<blob>[A-Za-z0-9+/]+={0,2})$/u;
/** ASCII control characters (below U+0020) other than the newline have no place in a note. */
const CONTROL = /(?![\n\u007f-\u009f])\p{Cc}/u;

function parseLine(line: string): NoteSignature {
  const { name, blob } = LINE.exec(line)?.groups ?? {};
  if (name === undefined || blob === undefined || !isKeyName(name)) throw new NoteInvalid('malformed signature line');
  const bytes = fromB64(blob);
  if (bytes.length <= KEY_ID_BYTES) throw new NoteInvalid('signature too short');
  return { name, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** Splits a note at its last empty line. Strict: one spelling for one note. @throws NoteInvalid */
export function parseNote(note: string): Note {
  const isText = note.isWellFormed() && Buffer.byteLength(note) <= MAX_NOTE_BYTES && !CONTROL.test(note);
  const split = note.lastIndexOf('\n\n');
  if (!isText || split < 0 || !note.endsWith('\n')) throw new NoteInvalid('malformed note');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new NoteInvalid('too many signatures');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseLine) };
}

/** The bytes of a note. @throws NoteInvalid when the text is not one a note can hold */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const id = Buffer.allocUnsafe(KEY_ID_BYTES);
    id.writeUInt32BE(keyId);
    return `— ${name} ${toB64(Buffer.concat([id, signature]))}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  parseNote(note);
  return note;
}

/** Signs a text, which ends in a newline, with every signer in order. @throws NoteInvalid */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw new NoteInvalid('a note ends in a newline');
  const message = Buffer.from(text, 'utf8');
  const signatures = signers.map((signer) => {
    return { name: signer.name, keyId: signer.keyId, signature: signer.sign(message) };
  });
  return formatNote({ text, signatures });
}

/**
 * Checks a note against the keys that are believed. Lines of other keys are ignored; a line of a known key that does
 * not verify condemns the whole note; so does no known key at all (C2SP signed-note).
 * @returns the text and the verifiers that signed it
 * @throws NoteInvalid
 */
export function openNote(
  note: string,
  verifiers: readonly NoteVerifier[],
): { readonly text: string; readonly signers: readonly NoteVerifier[] } {
  const { text, signatures } = parseNote(note);
  const message = Buffer.from(text, 'utf8');
  const signers = new Set<NoteVerifier>();
  for (const { name, keyId, signature } of signatures) {
    const known = verifiers.find((verifier) => verifier.name === name && verifier.keyId === keyId);
    if (known === undefined) continue;
    if (!known.verify(message, signature)) throw new NoteInvalid('signature does not verify');
    signers.add(known);
  }
  if (signers.size === 0) throw new NoteInvalid('no known signature');
  return { text, signers: [...signers] };
}
