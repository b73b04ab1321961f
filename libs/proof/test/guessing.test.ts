import { commitment, contextHash, subjectHash, type Hash32 } from '@otp-notary/challenge';
import { b64u, keyedHash } from '@otp-notary/crypto';
import { generateKey, type AnyKey, type SecretKey } from '@otp-notary/keys';
import { leafHash } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { issuedEntry, opens, parseEntry } from '../src/index.js';

/** All codes of six digits. */
const CODES = 1_000_000;

function secretOf(key: AnyKey): SecretKey {
  assert.ok('secret' in key);
  return key;
}

/** One issue as the log states it, and what its makers know of it. */
function issue() {
  const pepper = secretOf(generateKey('pepper'));
  const code = '493817';
  const subject = '+4366012345678';
  const bound = {
    tenant: 'acme',
    challenge: randomUUID(),
    purpose: 'login',
    context: contextHash(secretOf(generateKey('context')), 'acme', undefined),
  };
  const fields = {
    ...bound,
    subject: subjectHash(secretOf(generateKey('subject')), 'acme', subject),
    commitment: b64u(commitment(pepper, bound, code)) as Hash32,
    channel: 'smtp',
  };
  const happening = { at: 1, expires: 60_001, batch: 1, position: 0, fields };
  const { entry, openings } = issuedEntry(happening, randomBytes(32));
  return { pepper, code, subject, bound, fields, entry, openings };
}

test('otp-40: an outsider who tries all codes and a known number against the log and every disclosure finds nothing', () => {
  const { pepper, code, subject, bound, entry, openings } = issue();
  const leaf = parseEntry(entry);
  assert.ok(leaf.kind === 'issued');
  // What stands in public: the entry's commitments and the leaf that is in the tree and under the anchor.
  const seen = new Set([...Object.values(leaf.c), b64u(leafHash(entry))]);
  // What a proof may disclose: everything but the subject and the commitment to the code.
  const { challenge, tenant, purpose, context, channel } = openings;
  const salts = [challenge, tenant, purpose, context, channel].map(({ salt }) => Buffer.from(salt, 'base64url'));
  const told = [bound.tenant, bound.challenge, bound.purpose, Buffer.from(bound.context, 'base64url')];

  const matches = (...hashes: readonly string[]): boolean => hashes.some((value) => seen.has(value));
  const plain = (guess: string): string[] => [
    hash('sha256', guess, 'base64url'),
    hash('sha256', bound.challenge + guess, 'base64url'),
  ];
  const keyed = (guess: string): string[] =>
    salts.map((salt) => b64u(keyedHash(salt, 'otp-notary/commitment/v1', ...told, guess)));
  for (let guess = 0; guess < CODES; guess += 1) {
    if (matches(...plain(String(guess).padStart(6, '0')))) assert.fail(`${guess} matches`);
  }
  // Hashes under what a proof discloses cost more to try: the codes around the right one stand for all.
  for (let guess = Number(code) - 5_000; guess < Number(code) + 5_000; guess += 1) {
    if (matches(...keyed(String(guess)))) assert.fail(`${guess} matches`);
  }
  for (const number of [subject, subject.slice(1), `${bound.tenant}${subject}`]) {
    assert.ok(!matches(...plain(number), ...keyed(number)));
  }

  // The search is a fair one: with the pepper and the closed salt the one code is found, and no other.
  const closed = openings.commitment.salt;
  const found = [code, '493818'].map((guess) => {
    const value = b64u(commitment(pepper, { ...bound }, guess));
    return opens('issued', 'commitment', leaf.c.commitment, { salt: closed, value });
  });
  assert.deepEqual(found, [true, false]);
});

test('two leaves of one subject and one tenant have nothing in common', () => {
  const fields = issue().fields;
  const make = (position: number) => {
    const { entry } = issuedEntry({ at: 1, expires: 2, batch: 1, position, fields }, randomBytes(32));
    const leaf = parseEntry(entry);
    assert.ok(leaf.kind === 'issued');
    return Object.values(leaf.c);
  };
  const [first, second] = [new Set(make(0)), make(1)];
  assert.deepEqual(
    second.filter((value) => first.has(value)),
    [],
  );
});
