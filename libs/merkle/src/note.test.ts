import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { NoteInvalid } from './errors.js';
import { formatNote, openNote, parseNote, signNote } from './note.js';
import { ed25519Signer, formatVkey, parseVkey } from './vkey.js';

interface NoteVectors {
  readonly notes: readonly { name: string; vkeys: string[]; text: string; note: string }[];
  readonly signing: { readonly skey: string; readonly note: string };
  readonly badVkeys: readonly string[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../test/vectors/signed-notes.json', import.meta.url), 'utf8'),
) as NoteVectors;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const name = 'log.example/otp';
const signer = ed25519Signer(name, privateKey, publicKey);
const verifier = parseVkey(formatVkey(name, publicKey));
const note = signNote('one\n\ntwo\n', [signer]);

test('published notes open with their keys, and written again they are the same bytes', () => {
  for (const { name, vkeys, text, note } of vectors.notes) {
    const opened = openNote(note, vkeys.map(parseVkey));
    assert.equal(opened.text, text, name);
    assert.equal(opened.signers.length, vkeys.length);
    assert.equal(formatNote(parseNote(note)), note);
    for (const vkey of vkeys) assert.equal(openNote(note, [parseVkey(vkey)]).text, text);
  }
});

test('the published key signs the published note', () => {
  const [, name = '', key = ''] = /^PRIVATE\+KEY\+([^+]+)\+[^+]+\+(.+)$/.exec(vectors.signing.skey) ?? [];
  // RFC 8410: a PKCS #8 Ed25519 key is this prefix and the seed.
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(key, 'base64').subarray(1),
  ]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const expected = vectors.notes.find((vector) => vector.name === vectors.signing.note);
  assert.ok(expected);
  const publicKey = createPublicKey(privateKey);
  assert.equal(formatVkey(name, publicKey), expected.vkeys[0]);
  assert.equal(signNote(expected.text, [ed25519Signer(name, privateKey, publicKey)]), expected.note);
});

test('a vkey with any byte changed, cut or with a foreign id is refused', () => {
  const [good = ''] = vectors.notes[0]?.vkeys ?? [];
  const cut = Array.from(good, (_, i) => good.slice(0, i));
  const changed = Array.from(
    good,
    (char, i) => `${good.slice(0, i)}${String.fromCharCode(char.charCodeAt(0) + 1)}${good.slice(i + 1)}`,
  );
  for (const vkey of [...vectors.badVkeys, ...cut, ...changed, good.toUpperCase(), `${good}\n`, ` ${good}`]) {
    assert.throws(() => parseVkey(vkey), NoteInvalid, vkey);
  }
});

test('text and signatures part at the last empty line', () => {
  assert.equal(openNote(note, [verifier]).text, 'one\n\ntwo\n');
});

test('a line of an unknown key is ignored, a bad line of a known key condemns the note', () => {
  const other = generateKeyPairSync('ed25519');
  const stranger = ed25519Signer('stranger.example', other.privateKey, other.publicKey);
  const both = signNote('text\n', [stranger, signer]);
  assert.deepEqual(openNote(both, [verifier]).signers, [verifier]);
  assert.throws(() => openNote(signNote('text\n', [stranger]), [verifier]), NoteInvalid);
  assert.throws(() => openNote(both, []), NoteInvalid);
  // Another key under the known name and id.
  const forged = { ...stranger, name: signer.name, keyId: signer.keyId };
  assert.throws(() => openNote(signNote('text\n', [signer, forged]), [verifier]), NoteInvalid);
});

test('at least sixteen signatures are read', () => {
  const keys = Array.from({ length: 16 }, () => generateKeyPairSync('ed25519'));
  const signers = keys.map((pair, i) => ed25519Signer(`key${i}`, pair.privateKey, pair.publicKey));
  const verifiers = keys.map((pair, i) => parseVkey(formatVkey(`key${i}`, pair.publicKey)));
  assert.equal(openNote(signNote('text\n', signers), verifiers).signers.length, 16);
});

test('no byte of a note can be changed', () => {
  const bytes = Buffer.from(note);
  for (let i = 0; i < bytes.length; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const turned = Buffer.from(bytes);
      turned[i] = (turned[i] ?? 0) ^ (1 << bit);
      assert.throws(() => openNote(turned.toString('utf8'), [verifier]), NoteInvalid);
    }
  }
});

test('malformed notes are refused', () => {
  const line = note.slice(note.lastIndexOf('\n\n') + 2);
  const malformed = {
    'no signature': 'text\n\n',
    'no empty line': `text\n${line}`,
    'no newline at the end': note.slice(0, -1),
    'trailing text': `${note}more`,
    'trailing empty line': `${note}\n`,
    'carriage return': note.replaceAll('\n', '\r\n'),
    'tab in the text': `a\tb\n\n${line}`,
    'NUL in the text': `a\0b\n\n${line}`,
    'lone surrogate': `a\ud800\n\n${line}`,
    'hyphen for the dash': note.replace('— ', '- '),
    'two spaces': note.replace('— ', '—  '),
    'plus in the name': note.replace(`— ${name}`, '— a+b'),
    'base64 without padding': note.replace('=\n', '\n'),
    'base64 with loose bits': 'text\n\n— a AAAAAAB=\n',
    'signature without bytes': 'text\n\n— a AAAAAA==\n',
    'too many signatures': `text\n\n${line.repeat(101)}`,
    'too large': `${'a'.repeat(1_000_001)}\n\n${line}`,
    empty: '',
  };
  for (const [why, bad] of Object.entries(malformed)) assert.throws(() => parseNote(bad), NoteInvalid, why);
  assert.throws(() => signNote('no newline', [signer]), NoteInvalid);
  assert.throws(() => ed25519Signer('a b', privateKey, publicKey), NoteInvalid);
});

test('any text that a note can hold comes back as it was signed', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((line) => !/\p{Cc}/u.test(line));
  fc.assert(
    fc.property(text, (line) => assert.equal(openNote(signNote(`${line}\n`, [signer]), [verifier]).text, `${line}\n`)),
  );
});
