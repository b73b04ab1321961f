import { leafHash, tileWidth } from '@otp-notary/merkle';
import { parseBundle } from '@otp-notary/proof';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { closed, issued, opened, ORIGIN, rejected, verified } from '../src/domain/events.fixture.js';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import { Line } from './line.js';
import { CONTRACT } from './test-log.js';

/** Enough for a full tile and a partial one. */
const CODES = 300;
const codes = Array.from({ length: CODES }, (_, position) => ({ batch: 1, position, challenge: randomUUID() }));
const [used, unused] = codes as [(typeof codes)[0], (typeof codes)[0]];
const SIZE = CODES + 4;

let line: Line;
let audit: AuditProcess;
let token: string;

before(async () => {
  line = await Line.start();
  audit = await line.audit({});
  token = await line.tokens.sign({ scope: 'audit:read', tenant: 'acme' });
  await line.publish([opened(1), ...codes.map((code) => issued(code))]);
  await line.publish([rejected(used), verified(used), closed(1, CODES + 1, [CODES])]);
  await eventually(
    'signed size',
    () => audit.get('v1/log', token).then((answer) => answer.json() as Promise<{ size: number }>),
    ({ size }) => size === SIZE,
  );
});
after(() => line.stop());

async function json<T = Record<string, unknown>>(path: string, status = 200): Promise<T> {
  const answer = await audit.get(path, token);
  const body = (await answer.json()) as T;
  assert.equal(answer.status, status, JSON.stringify(body));
  return body;
}

test('the log says which one it is, with which key, and how far it is signed', async () => {
  const chain = { chain_id: CONTRACT.chainId, contract: CONTRACT.contract };
  assert.deepEqual(await json('v1/log'), { origin: ORIGIN, vkey: line.vkey, size: SIZE, chain });
});

test('REST and gRPC give the same bytes for one proof', async () => {
  for (const { challenge } of [used, unused]) {
    const rest = await audit.get(`v1/proofs/${challenge}?disclose=challenge,tenant`, token);
    assert.equal(rest.status, 200);
    assert.equal(rest.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(rest.headers.get('cache-control'), 'private, no-store');
    const file = Buffer.from(await rest.arrayBuffer());
    const { bundle } = await audit.grpc.getProof({ proof_id: challenge, disclose: ['challenge', 'tenant'] }, { token });
    assert.ok(file.equals(bundle));
    const { issued: leaf, used: use } = parseBundle(file);
    assert.equal(leaf.disclosed['challenge']?.value, challenge);
    assert.deepEqual(Object.keys(leaf.disclosed).toSorted(), ['challenge', 'tenant']);
    assert.equal(use !== null, challenge === used.challenge);
  }
});

test('a proof discloses nothing when asked for nothing, and never the subject', async () => {
  const bundle = parseBundle(
    Buffer.from(await (await audit.get(`v1/proofs/${used.challenge}?disclose=`, token)).text()),
  );
  assert.deepEqual([bundle.issued.disclosed, bundle.used?.disclosed], [{}, {}]);
  const refused = await json<{ code: string }>(`v1/proofs/${used.challenge}?disclose=subject`, 400);
  assert.equal(refused.code, 'OTP_DISCLOSURE_REFUSED');
});

test('a proof of another tenant does not exist, over REST and gRPC, like one of nobody', async () => {
  const other = await line.tokens.sign({ scope: 'audit:read', tenant: 'globex' });
  const bodies = [];
  for (const [id, whose] of [
    [used.challenge, other],
    [randomUUID(), token],
  ] as const) {
    // prettier-ignore
    const answer = await audit.get(`v1/proofs/${id}`, whose);
    assert.equal(answer.status, 404);
    bodies.push(await answer.json());
    await assert.rejects(audit.grpc.getProof({ proof_id: id }, { token: whose }), { code: 'OTP_LOG_NOT_FOUND' });
  }
  assert.deepEqual(bodies[0], bodies[1]);
});

test('the database itself hides the challenges of other tenants from the service', async () => {
  const rows = async (tenant: string): Promise<number | null> => {
    const client = await line.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('otp.tenant', $1, true)`, [tenant]);
      return (await client.query('select from challenge')).rowCount;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  assert.deepEqual([await rows('acme'), await rows('globex'), await rows('')], [CODES, 0, 0]);
});

const guarded = ['v1/log', 'v1/log/checkpoint', 'v1/log/inclusion?index=0', 'v1/log/consistency?from=1', 'v1/log/entries?start=0&count=1', `v1/proofs/${randomUUID()}`, 'checkpoint', 'tile/0/000']; // prettier-ignore
test('nothing is answered without a token, or with one that lacks the scope', async () => {
  const wrong = await line.tokens.sign({ scope: 'otp:verify audit:anchor', tenant: 'acme' });
  for (const path of guarded) {
    assert.equal((await audit.get(path)).status, 401, path);
    assert.equal((await audit.get(path, wrong)).status, 403, path);
    assert.equal((await audit.get(path, await line.tokens.forge({ scope: 'audit:read' }))).status, 401, path);
  }
  await assert.rejects(audit.grpc.getCheckpoint({}), { code: 'OTP_TOKEN_INVALID' });
  const material = { origin: ORIGIN, from: 0, min: 0, next_batch: 1, mature_size: 0, limit: 10 };
  await assert.rejects(audit.grpc.getAnchorMaterial(material, { token }), { code: 'OTP_ACCESS_DENIED' });
});

test('inclusion by index and by hash, over REST and gRPC, prove the same leaf', async () => {
  const byIndex = await json<{ index: number; entry: string; proof: string[]; root: string }>(
    'v1/log/inclusion?index=7&size=270',
  );
  const hash = leafHash(byIndex.entry);
  assert.deepEqual(await json(`v1/log/inclusion?hash=${Buffer.from(hash).toString('base64url')}&size=270`), byIndex);
  for (const leaf of [{ index: 7 }, { hash }]) {
    const answer = await audit.grpc.getInclusion({ ...leaf, size: 270 }, { token });
    assert.deepEqual(
      { ...answer, root: answer.root.toString('base64'), proof: answer.proof.map((one) => one.toString('base64')) },
      byIndex,
    );
  }
  const whole = await audit.grpc.getInclusion({ index: 7 }, { token });
  assert.equal(whole.size, SIZE);
});

test('consistency proofs are the same over REST and gRPC', async () => {
  const rest = await json<{ proof: string[] }>('v1/log/consistency?from=3&to=270');
  const rpc = await audit.grpc.getConsistency({ from: 3, to: 270 }, { token });
  assert.deepEqual(rest, { from: 3, to: 270, proof: rpc.proof.map((hash) => hash.toString('base64')) });
});

const badRequests: readonly [path: string, status: number, code: string][] = [
  ['v1/log/inclusion', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=0&hash=AAAA', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=01', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=-1', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=0&index=1', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=9007199254740993', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=0&other=1', 400, 'OTP_REQUEST_INVALID'],
  ['v1/log/inclusion?index=99999', 404, 'OTP_LOG_NOT_FOUND'],
  ['v1/log/inclusion?index=0&size=99999', 400, 'OTP_LOG_RANGE'],
  ['v1/log/consistency?from=5&to=3', 400, 'OTP_LOG_RANGE'],
  ['v1/log/consistency', 400, 'OTP_REQUEST_INVALID'],
  ['v1/proofs/not-a-uuid', 400, 'OTP_REQUEST_INVALID'],
  ['tile/0/001.p/256', 404, 'OTP_LOG_NOT_FOUND'],
  ['tile/0/001', 404, 'OTP_LOG_NOT_FOUND'],
  ['tile/0/0', 404, 'OTP_LOG_NOT_FOUND'],
  ['tile/64/000', 404, 'OTP_LOG_NOT_FOUND'],
  ['tile/entries/x001/000', 404, 'OTP_LOG_NOT_FOUND'],
];
for (const [path, status, code] of badRequests) {
  test(`GET /${path} is answered ${status} ${code}, and not cached`, async () => {
    const answer = await audit.get(path, token);
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(((await answer.json()) as { code: string }).code, code);
  });
}

test('a size beyond 2^53 is refused over gRPC, not rounded', async () => {
  await assert.rejects(audit.grpc.getInclusion({ index: 2 ** 60 }, { token }), { code: 'OTP_REQUEST_INVALID' });
});

test('full tiles may be kept for ever, partial ones and the checkpoint for moments', async () => {
  const caching = async (path: string): Promise<string | null> =>
    (await audit.get(path, token)).headers.get('cache-control');
  const immutable = 'private, max-age=31536000, immutable';
  assert.equal(await caching('tile/0/000'), immutable);
  assert.equal(await caching('tile/entries/000'), immutable);
  assert.equal(await caching(`tile/0/001.p/${tileWidth(0, 1, SIZE)}`), 'private, max-age=2');
  assert.equal(await caching('checkpoint'), 'private, max-age=2');
  assert.equal(await caching('v1/log/checkpoint'), 'private, max-age=2');
});

test('no answer holds more than 1,000 entries, or unsigned ones', async () => {
  const { start, entries } = await json<{ start: number; entries: string[] }>('v1/log/entries?start=300&count=5000');
  assert.deepEqual([start, entries.length], [300, SIZE - 300]);
});

test('the metrics tell how the log stands', async () => {
  await eventually('log size in metrics', () => audit.metric('otp_audit_log_size'), (size) => size === SIZE); // prettier-ignore
  assert.equal(await audit.metric('otp_audit_leaves_total'), SIZE);
  assert.equal(await audit.metric('otp_audit_evidence'), 0);
  assert.equal(await audit.metric('otp_audit_parked'), 0);
  assert.ok((await audit.metric('otp_audit_bundles_total', 'outcome="made"')) > 0);
});
