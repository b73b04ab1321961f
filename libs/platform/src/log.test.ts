import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger, type Logger } from './log.js';
import { Secret } from './secret.js';

const CODE = '739154';

function recorder(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: createLogger('test', 'trace', { write: (line: string) => void lines.push(line) }), lines };
}

const forbidden = [
  'code otp destination subject authorization cookie set-cookie password passphrase',
  'secret client_secret token accessToken refresh_token private_key privateKey PRIVATE-KEY',
  'databasePassword keystorePassphrase pepper mnemonic Authorization apiKey email phone',
].flatMap((names) => names.split(' '));

for (const name of forbidden) {
  test(`a member named ${name} is redacted at every depth, in lists, bindings and errors`, () => {
    const { log, lines } = recorder();
    const leaf = { [name]: CODE };
    log.info(leaf, 'depth 1');
    log.info({ a: leaf }, 'depth 2');
    log.info({ a: { b: leaf } }, 'depth 3');
    log.info({ a: { b: { c: leaf } } }, 'depth 4');
    log.info({ a: { b: { c: { d: { e: leaf } } } } }, 'depth 6');
    log.info({ a: [[leaf], new Map([['x', leaf]]), new Set([leaf])] }, 'lists');
    log.info({ a: { [name]: { nested: CODE, list: [CODE] } } }, 'whole subtrees');
    const child = log.child(leaf).child({ a: leaf });
    child.setBindings({ b: leaf });
    child.info('bindings');
    log.error({ err: Object.assign(new Error('failed'), leaf, { a: leaf }) }, 'error');
    log.error({ err: new Error('outer', { cause: Object.assign(new Error('inner'), { params: [CODE] }) }) });
    log.error(Object.assign(new Error('failed'), leaf));
    assert.equal(lines.length, 11);
    for (const line of lines) {
      assert.doesNotThrow(() => JSON.parse(line), line);
      assert.ok(!line.includes(CODE), line);
    }
  });
}

test('the stable code of an error, its message and its cause are logged, its other members are not', () => {
  const { log, lines } = recorder();
  const cause = Object.assign(new TypeError('inner'), { code: '23505', detail: `Key (x)=(${CODE})`, where: CODE });
  log.error({ err: new Error('outer', { cause }) }, 'failed');
  const { err } = JSON.parse(lines[0] ?? '') as { err: { message: string; cause: Record<string, unknown> } };
  assert.equal(err.message, 'outer');
  assert.deepEqual(Object.keys(err.cause), ['type', 'message', 'errorCode', 'stack']);
  assert.equal(err.cause['errorCode'], '23505');
});

const texts: [string, string][] = [
  ['a JWT', 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
  ['a bearer header', 'Bearer c29tZS1vcGFxdWUtdG9rZW4'],
  ['basic credentials', 'basic dXNlcjpwYXNz'],
  ['the password of a URL', 'postgres://issuer:Hunter2@db:5432/issuer'],
  ['a private key', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----'],
  ['a password in a connection string', 'password=Hunter2Hunter2'],
  ['a mail address', 'jane.doe+x@mail.example.org'],
  ['a phone number', '+491701234567'],
  ['a sealed handle', `v1.k1.${'A1b2_-'.repeat(20)}`],
];

for (const [what, text] of texts) {
  test(`${what} is redacted wherever it stands in a line`, () => {
    const { log, lines } = recorder();
    log.info(`before ${text} after`);
    log.info({ note: text, list: [{ deeper: `550 <${text}> rejected` }] }, 'members');
    log.error({ err: new Error(`cannot use ${text}`) });
    for (const line of lines) {
      assert.doesNotThrow(() => JSON.parse(line), line);
      for (const part of text.split(/[ \n]/).filter((part) => part.length > 8 && !part.includes('KEY-----'))) {
        assert.ok(!line.includes(part), line);
      }
      assert.match(line, /\[redacted\]/);
    }
    assert.match(lines[0] ?? '', /before .* after/);
  });
}

test('a secret, bytes and big numbers are logged without their value or without an error', () => {
  const { log, lines } = recorder();
  log.info({
    key: new Secret(CODE),
    bytes: Buffer.from(CODE),
    wei: 10n ** 20n,
    at: new Date(0),
    list: [new Secret(CODE)],
  });
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  assert.equal(line['key'], '[redacted]');
  assert.equal(line['bytes'], '[6 bytes]');
  assert.equal(line['wei'], '100000000000000000000');
  assert.equal(line['at'], '1970-01-01T00:00:00.000Z');
  assert.deepEqual(line['list'], ['[redacted]']);
});

test('a circle ends', () => {
  const { log, lines } = recorder();
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  log.info({ circle });
  assert.equal(lines.length, 1);
});

test('what is harmless stays: ids, counts, names that only resemble forbidden ones', () => {
  const { log, lines } = recorder();
  log.info({ proofId: 'b0', errorCode: 'OTP_X', subjectHash: 'aa', tokens: 3, tokenUrl: 'http://x/token', size: 4096 });
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  assert.equal(line['service'], 'test');
  assert.equal(line['level'], 'info');
  assert.equal(line['errorCode'], 'OTP_X');
  assert.equal(line['subjectHash'], 'aa');
  assert.equal(line['tokens'], 3);
  assert.equal(line['tokenUrl'], 'http://x/token');
});
