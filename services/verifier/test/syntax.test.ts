import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { TENANT } from './mint.js';
import { right, ways, type Way } from './ways.js';

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

for (const way of entries) describe(way.name, () => cases(way));

function cases(way: Way): void {
  test('otp-35: a code that is not exactly written as codes are is refused without an attempt', async () => {
    const minted = line.mint.mint({ code: '123456' });
    const spellings: Record<string, unknown> = {
      'a space before': ' 123456',
      'a line end after': '123456\n',
      'a carriage return': '123456\r',
      'full-width digits': '１２３４５６',
      'Arabic-Indic digits': '١٢٣٤٥٦',
      'five digits': '12345',
      'seven digits': '1234567',
      'an empty text': '',
      'a letter': '12345A',
      'a lower-case letter': '12345a',
      'a sign': '+12345',
      'a decimal': '1234.6',
      hexadecimal: '0x1234',
      'a NUL': '12345\0',
      'a NUL after': '123456\0',
      'an emoji': '12345😀',
      'a combining mark': '123456\u0301',
      'a zero-width space': '123\u200b456',
      'one megabyte': '1'.repeat(1_000_000),
      'sixty kilobytes': '1'.repeat(60_000),
    };
    for (const [what, code] of Object.entries(spellings)) {
      const reply = await way.verify(right(minted, { code }));
      assert.ok(!reply.verified, what);
      assert.match(reply.code, /^(OTP_REQUEST_INVALID|OTP_BODY_TOO_LARGE|GRPC_RESOURCE_EXHAUSTED)$/, what);
    }
    assert.equal(await line.attemptsOf(minted), 0);
    assert.deepEqual(await line.reasonsOf(minted), []);
    assert.ok((await way.verify(right(minted))).verified);
  });

  test('otp-36: leading zeros are part of a code', async () => {
    assert.ok((await way.verify(right(line.mint.mint({ code: '000042' })))).verified);
    const minted = line.mint.mint({ code: '012345' });
    const reply = await way.verify(right(minted, { code: '12345' }));
    assert.ok(!reply.verified);
    assert.equal(reply.code, 'OTP_REQUEST_INVALID');
  });

  test('codes of the other alphabet and of every length verify; lower case and look-alikes do not', async () => {
    for (const code of ['0AZ9XY', '7HJKMNP', 'QRSTVWXY', 'ABCDEFGH0', '0123456789']) {
      const minted = line.mint.mint({ code, alphabet: 'crockford' });
      if (code !== code.toLowerCase()) {
        const reply = await way.verify(right(minted, { code: code.toLowerCase() }));
        assert.equal(reply.verified || reply.code, 'OTP_REQUEST_INVALID');
      }
      assert.ok((await way.verify(right(minted))).verified, code);
    }
  });
}

describe('REST alone', () => {
  test('otp-35: what is no text is no code', async () => {
    const minted = line.mint.mint({ code: '012345' });
    for (const code of [12_345, null, true, ['012345'], { code: '012345' }, undefined]) {
      const reply = await entries[0].verify(right(minted, { code }));
      assert.equal(reply.verified || reply.code, 'OTP_REQUEST_INVALID');
    }
    assert.equal(await line.attemptsOf(minted), 0);
  });

  test('otp-38: nothing but POST reaches a code', async () => {
    const minted = line.mint.mint();
    const token = await line.tokens.sign({ tenant: TENANT, scope: 'otp:verify' });
    const query = new URLSearchParams({ challenge_id: minted.handle, code: minted.code, purpose: minted.purpose });
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of [
        '/v1/verifications',
        `/v1/verifications/${minted.handle}`,
        `/v1/verifications?${query.toString()}`,
      ]) {
        const response = await fetch(service.httpUrl + path, { method, headers: { authorization: `Bearer ${token}` } });
        assert.ok([404, 405, 414].includes(response.status), `${method} ${path}: ${response.status}`);
      }
    }
    assert.equal(await line.attemptsOf(minted), 0);
    assert.ok((await entries[0].verify(right(minted))).verified);
  });

  test('a request without a token, or with a forged one, is refused', async () => {
    const body = JSON.stringify(right(line.mint.mint()));
    const forged = await line.tokens.forge({ tenant: TENANT, scope: 'otp:verify' });
    for (const headers of [{}, { authorization: `Bearer ${forged}` }]) {
      const response = await fetch(`${service.httpUrl}/v1/verifications`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      assert.equal(response.status, 401);
    }
  });

  test('the OpenAPI document names the routes and the members of a request', () => {
    const { paths } = service.openapi as { paths: Record<string, Record<string, object>> };
    assert.ok(paths['/v1/verifications']?.['post']);
    assert.ok(paths['/v1/receipt-keys']?.['get']);
    assert.match(JSON.stringify(service.openapi), /challenge_id/);
  });
});
