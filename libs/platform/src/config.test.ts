import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import { z } from 'zod';
import { busConfig, ConfigInvalid, databaseConfig, describeConfig, platformConfig, readConfig } from './config.js';
import { configReference } from './config-reference.js';
import { Secret, secret } from './secret.js';

const required = { OTP_JWKS_URL: 'http://127.0.0.1:8080/jwks', OTP_ISSUER_URL: 'http://127.0.0.1:8080' };
const shape = { ...platformConfig, ...databaseConfig, ...busConfig };

test('a member is read from its OTP_ variable, with numbers as numbers and defaults for what is absent', () => {
  const config = readConfig(shape, {
    ...required,
    OTP_DATABASE_URL: 'postgres://issuer:pw@localhost/issuer',
    OTP_HTTP_PORT: '8081',
    OTP_KAFKA_BROKERS: 'a:9092, b:9092',
    OTP_GRPC_HOST: '',
    PATH: '/bin',
  });
  assert.equal(config.httpPort, 8081);
  assert.equal(config.metricsPort, 9464);
  assert.equal(config.audience, 'otp-notary');
  assert.deepEqual(config.kafkaBrokers, ['a:9092', 'b:9092']);
  assert.equal(config.grpcHost, undefined, 'an empty variable counts as absent');
  assert.equal(config.databaseUrl.reveal(), 'postgres://issuer:pw@localhost/issuer');
});

test('an OTP_ variable that nobody knows is refused, those of the tools are not looked at', () => {
  assert.throws(
    () => readConfig(platformConfig, { ...required, OTP_HTPP_PORT: '1' }),
    (error: unknown) => error instanceof ConfigInvalid && error.message.includes('OTP_HTPP_PORT is not known'),
  );
  readConfig(platformConfig, { ...required, OTP_NOTARY_CACHE: '/tmp/cache' });
});

test('one error names everything that is wrong, and no value', () => {
  const env = {
    OTP_JWKS_URL: 'ftp://user:Hunter2@host',
    OTP_HTTP_PORT: '99999777',
    OTP_BUS: 'Hunter2',
    OTP_LOG_LEVEL: 'Hunter2',
    OTP_DATABASE_CONNECTIONS: 'Hunter2',
    OTP_UNKNOWN: 'Hunter2',
  };
  assert.throws(
    () => readConfig(shape, env),
    (error: unknown) => {
      assert.ok(error instanceof ConfigInvalid);
      const { message } = error;
      for (const name of [...Object.keys(env), 'OTP_ISSUER_URL', 'OTP_DATABASE_URL'])
        assert.ok(message.includes(name), name);
      assert.ok(message.includes('OTP_ISSUER_URL is missing'));
      assert.ok(!message.includes('Hunter2') && !message.includes('99999777'), message);
      assert.ok(!inspect(error).includes('Hunter2'));
      return true;
    },
  );
});

test('a secret shows itself to nobody who does not ask by name', () => {
  const hidden = new Secret('Hunter2');
  for (const shown of [
    String(hidden),
    JSON.stringify({ hidden }),
    inspect({ hidden }, { showHidden: true, depth: 9 }),
  ]) {
    assert.ok(!shown.includes('Hunter2') && shown.includes('[redacted]'), shown);
  }
  assert.deepEqual(Object.keys(hidden), []);
  assert.equal(hidden.reveal(), 'Hunter2');
});

test('a printed config has neither secrets nor the passwords of URLs', () => {
  const config = {
    ...readConfig(
      { key: secret, keys: z.string(), broker: z.string().optional() },
      { OTP_KEY: 'Hunter2', OTP_KEYS: 'x' },
    ),
    urls: ['postgres://u:Hunter2@db:5432/x?a=b', 'http://plain.example/x'],
    nested: { url: 'amqp://:Hunter2@mq', count: 3, wei: 5n },
  };
  const printed = describeConfig(config);
  assert.ok(!JSON.stringify(printed).includes('Hunter2'), JSON.stringify(printed));
  assert.deepEqual(printed['urls'], ['postgres://[redacted]@db:5432/x?a=b', 'http://plain.example/x']);
  assert.deepEqual(printed['nested'], { url: 'amqp://[redacted]@mq', count: 3, wei: '5' });
});

test('every member says what it is for, and the reference knows which are required and what holds otherwise', () => {
  const reference = configReference(shape);
  assert.ok(reference.every(({ description }) => description.length > 10));
  assert.deepEqual(
    reference.filter(({ required }) => required).map(({ variable }) => variable),
    ['OTP_JWKS_URL', 'OTP_ISSUER_URL', 'OTP_DATABASE_URL'],
  );
  assert.equal(reference.find(({ variable }) => variable === 'OTP_AUDIENCE')?.fallback, 'otp-notary');
});

test('the reference tells of each variable what may stand in it, in the words of whoever sets it', () => {
  const entries = configReference({
    port: z.coerce.number().int().min(0).max(65_535).default(8080),
    age: z.coerce.number().int().optional(),
    gas: z.coerce.bigint().min(100n).default(500n),
    fee: z.coerce
      .number()
      .transform((gwei) => BigInt(gwei) * 1_000_000_000n)
      .prefault(200),
    mode: z.enum(['refuse', 'adopt']),
    peers: z
      .string()
      .transform((text) => text.split(','))
      .default(['a', 'b']),
    at: z.url(),
    key: secret.optional(),
  });
  assert.deepEqual(
    entries.map(({ variable, type, fallback, secret }) => [variable, type, fallback, secret]),
    [
      ['OTP_PORT', 'whole number, 0 to 65535', '8080', false],
      ['OTP_AGE', 'whole number', undefined, false],
      ['OTP_GAS', 'whole number, 100 or more', '500', false],
      ['OTP_FEE', 'number', '200', false],
      ['OTP_MODE', '`refuse`, `adopt`', undefined, false],
      ['OTP_PEERS', 'list, comma-separated', 'a,b', false],
      ['OTP_AT', 'URL', undefined, false],
      ['OTP_KEY', 'text', undefined, true],
    ],
  );
});
