import { openHandle, sealHandle, type Challenge } from '@otp-notary/challenge';
import { generateKey, KeyRing } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Line } from './line.js';
import { Mint } from './mint.js';
import { right, ways } from './ways.js';

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

const minted = line.mint.mint();
const [version = '', kid = '', sealed = ''] = minted.handle.split('.');
const bytes = Buffer.from(sealed, 'base64url');

function flipped(bit: number): string {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return [version, kid, copy.toString('base64url')].join('.');
}

/** The contents of the handle, changed, under a key of one's own. */
function stretched(change: Partial<Challenge>): string {
  const own = new KeyRing([{ ...generateKey('seal'), kid }]);
  return sealHandle(own, { ...minted.challenge, ...change });
}

const other = line.mint.mint();
const forgeries: Record<string, string> = {
  'no version': `${kid}.${sealed}`,
  'another version': `v2.${kid}.${sealed}`,
  'algorithm none': `none.${kid}.${sealed}`,
  'contents in the clear': Buffer.from(JSON.stringify(minted.challenge)).toString('base64url'),
  'contents in the clear in the place of the sealed ones': `v1.${kid}.${Buffer.from(JSON.stringify(minted.challenge)).toString('base64url')}`,
  'an unknown key': `v1.AAAAAAAA.${sealed}`,
  'no key': `v1..${sealed}`,
  'the key of another purpose': `v1.${line.mint.keys.current('pepper').kid}.${sealed}`,
  'a key of the same name': stretched({}),
  'a later expiry': stretched({ expiresAtMs: minted.challenge.expiresAtMs + 60_000 }),
  'more attempts': stretched({ maxAttempts: 5 }),
  'another issuer': new Mint().mint({ code: minted.code }).handle,
  'a longer version of it': `${minted.handle}A`,
  'a shorter version of it': minted.handle.slice(0, -1),
  'another part behind it': `${minted.handle}.x`,
  'the nonce of another handle': `v1.${kid}.${Buffer.concat([
    Buffer.from(other.handle.split('.')[2] ?? '', 'base64url').subarray(0, 12),
    bytes.subarray(12),
  ]).toString('base64url')}`,
  'the tag of another handle': `v1.${kid}.${Buffer.concat([
    bytes.subarray(0, -16),
    Buffer.from(other.handle.split('.')[2] ?? '', 'base64url').subarray(-16),
  ]).toString('base64url')}`,
};

test('otp-19: no handle opens that differs from the issued one in a single bit', () => {
  assert.deepEqual(openHandle(line.mint.keys, minted.handle), minted.challenge);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    assert.throws(() => openHandle(line.mint.keys, flipped(bit)), { code: 'OTP_HANDLE_INVALID' }, `bit ${bit}`);
  }
});

for (const way of entries) {
  test(`otp-19: a forged handle is refused and writes nothing (${way.name})`, async () => {
    const before = await written();
    for (const [what, handle] of Object.entries(forgeries)) {
      const reply = await way.verify(right(minted, { challenge_id: handle }));
      assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED', what);
    }
    for (let bit = 0; bit < bytes.length * 8; bit += 97) {
      const reply = await way.verify(right(minted, { challenge_id: flipped(bit) }));
      assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED', `bit ${bit}`);
    }
    assert.deepEqual(await written(), before);
  });

  test(`otp-19: what cannot be a handle is a malformed request (${way.name})`, async () => {
    for (const challenge_id of [
      '',
      ' ',
      `${minted.handle} `,
      `${minted.handle}\n`,
      'v1.ü.x',
      'a'.repeat(4_097),
      '\0',
    ]) {
      const reply = await way.verify(right(minted, { challenge_id }));
      assert.equal(reply.verified || reply.code, 'OTP_REQUEST_INVALID');
    }
  });

  test(`otp-19: a refused handle says nothing of the policy of a code (${way.name})`, async () => {
    for (const code of ['123456', '12345678', '0AZ9XY']) {
      const reply = await way.verify(right(minted, { challenge_id: flipped(200), code }));
      assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED');
    }
  });
}

test('the untouched handle still verifies after all of that', async () => {
  assert.ok((await entries[0].verify(right(minted))).verified);
});

/** All that an answer could have left behind. */
async function written(): Promise<unknown> {
  const { rows } = await line.owner.query(`
    select (select count(*) from challenge) as challenges, (select count(*) from subject_standing) as subjects,
      (select count(*) from idempotency) as outcomes, (select sum(attempts) from challenge) as attempts`);
  return rows;
}
