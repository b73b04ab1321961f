import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { NoteInvalid } from './errors.js';
import { leafHash } from './hasher.js';
import { ed25519Signer, formatVkey, parseVkey, toB64 } from './vkey.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const origin = 'log.example/otp';
const log = parseVkey(formatVkey(origin, publicKey));
const checkpoint = { origin, size: 20_852_163, root: Buffer.from(leafHash('root')) };

test('a signed checkpoint comes back with its origin, size and root', () => {
  const note = signCheckpoint(checkpoint, [ed25519Signer(origin, privateKey, publicKey)]);
  assert.deepEqual(openCheckpoint(note, log), checkpoint);
});

test('a checkpoint of another origin is refused although the key is right', () => {
  const signer = ed25519Signer(origin, privateKey, publicKey);
  const note = signCheckpoint({ ...checkpoint, origin: 'log.example/other' }, [signer]);
  assert.throws(() => openCheckpoint(note, log), NoteInvalid);
});

test('one checkpoint has one spelling', () => {
  const root = toB64(checkpoint.root);
  const malformed = {
    'leading zero': `${origin}\n007\n${root}\n`,
    sign: `${origin}\n+7\n${root}\n`,
    fraction: `${origin}\n7.0\n${root}\n`,
    'beyond 2^53': `${origin}\n9007199254740992\n${root}\n`,
    'no size': `${origin}\n\n${root}\n`,
    'short root': `${origin}\n7\n${root.slice(4)}\n`,
    'base64 without padding': `${origin}\n7\n${root.slice(0, -1)}\n`,
    'base64url root': `${origin}\n7\n${'-'.repeat(43)}=\n`,
    'extension line': `${origin}\n7\n${root}\ntime 5\n`,
    'no final newline': `${origin}\n7\n${root}`,
    'no origin': `\n7\n${root}\n`,
    'origin with a space': `a b\n7\n${root}\n`,
  };
  for (const [why, text] of Object.entries(malformed)) assert.throws(() => parseCheckpoint(text), NoteInvalid, why);
  assert.throws(() => formatCheckpoint({ ...checkpoint, size: -1 }), NoteInvalid);
  assert.throws(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) }), NoteInvalid);
});
