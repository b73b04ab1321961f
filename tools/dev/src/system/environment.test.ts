import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentOf, type ServiceSettings } from './environment.js';
import { demoCadence, serviceNames } from './options.js';

const settings: ServiceSettings = {
  ports: { http: 1, grpc: 2, metrics: 3 },
  jwksUrl: 'http://127.0.0.1:8080/jwks',
  issuerUrl: 'http://127.0.0.1:8080',
  databaseUrl: 'postgres://issuer:pw-service@127.0.0.1/issuer',
  migrationUrl: 'postgres://issuer_owner:pw-owner@127.0.0.1/issuer',
  bus: { kind: 'postgres', url: 'postgres://issuer:pw-service@127.0.0.1/bus' },
  keystorePath: '/keys/own.json',
  passphrase: 'pass-own',
  origin: 'localhost/otp-notary',
  cadence: demoCadence,
  policiesPath: '/policies.json',
  smtpPort: 2525,
  signedStatePath: '/signed.json',
  auditGrpcPort: 9083,
  chain: { rpcUrl: 'http://127.0.0.1:8545', chainId: 31_337, contract: '0x1', codeHash: '0x2', blockSeconds: 1 },
  relayClient: { tokenUrl: 'http://127.0.0.1:8080/token', id: 'chain-relay', secret: 'secret-of-the-relay' },
};

test('a service is told its own variables and the path, and nothing of ours is inherited', () => {
  process.env['OTP_LEFT_OVER'] = 'x';
  process.env['NODE_OPTIONS_LIKE'] = 'x';
  for (const service of serviceNames) {
    const names = Object.keys(environmentOf(service, settings));
    assert.ok(
      names.every((name) => name === 'PATH' || name.startsWith('OTP_')),
      service,
    );
    assert.ok(!names.includes('OTP_LEFT_OVER'));
  }
});

test('only the relay is told the secret of its client, and only the issuer where mail goes', () => {
  for (const service of serviceNames) {
    const environment = environmentOf(service, settings);
    assert.equal(Object.values(environment).includes('secret-of-the-relay'), service === 'chain-relay', service);
    assert.equal('OTP_SMTP_PORT' in environment, service === 'issuer', service);
  }
});

test('with Kafka a service gets the brokers and no bus database', () => {
  const environment = environmentOf('audit', { ...settings, bus: { kind: 'kafka', brokers: ['a:1', 'b:2'] } });
  assert.equal(environment['OTP_KAFKA_BROKERS'], 'a:1,b:2');
  assert.equal(environment['OTP_BUS'], 'kafka');
  assert.equal('OTP_BUS_URL' in environment, false);
});

test('variables that a caller adds win', () => {
  assert.equal(environmentOf('issuer', settings, { OTP_BATCH_AGE_MS: '7' })['OTP_BATCH_AGE_MS'], '7');
});
