import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { createTopics, openBus } from '@otp-notary/bus';
import { decodeEvent, encodeEvent, type AnyEvent } from '@otp-notary/events';
import { writeKeystore } from '@otp-notary/keys';
import { createLogger, Metrics, readConfig, type RunningService } from '@otp-notary/platform';
import { loaderOptions, protoPath, type GetAnchorMaterialRequest } from '@otp-notary/proto';
import { startOidc, type Oidc } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hexToBytes } from 'viem';
import { relayConfig } from '../src/config.js';
import { startRelay } from '../src/service.js';
import { Stage, type Scene } from './stage.js';
import { StandInLog } from './stand-in-log.js';

let stage: Stage;
let scene: Scene;
let oidc: Oidc;
let audit: { address: string; scopes: string[]; log: StandInLog; server: Server };
let relay: RunningService;
let scratch: string;
let busUrls: { url: string; ownerUrl: string };
const clients = [
  { id: 'chain-relay', secret: randomUUID(), tenant: 'notary', scopes: ['audit:anchor'] },
  { id: 'operator', secret: randomUUID(), tenant: 'notary', scopes: ['relay:operate', 'audit:read'] },
];

before(async () => {
  stage = await Stage.open();
  scene = await stage.scene();
  scratch = await mkdtemp(join(tmpdir(), 'otp-relay-'));
  oidc = await startOidc({ clients });
  audit = await startAudit(new StandInLog(scene.origin));
  busUrls = await stage.postgres.createDatabase('relay_bus');
  await createTopics({ bus: 'postgres', busUrl: busUrls.ownerUrl, client: 'test', log: quiet, roles: ['relay_bus'] });
  relay = await startRelay(readConfig(relayConfig, await environment()));
});
after(async () => {
  await relay.stop();
  audit.server.forceShutdown();
  await oidc.stop();
  await stage.close();
  await rm(scratch, { recursive: true, force: true });
});

const quiet = createLogger('test', 'silent');

async function environment(): Promise<Record<string, string>> {
  const { anvil, deployment, database } = scene;
  const keystore = join(scratch, 'relay.keystore');
  const passphrase = randomUUID();
  await writeFile(keystore, writeKeystore([scene.relayKey], passphrase), { mode: 0o600 });
  return {
    OTP_HTTP_PORT: '0',
    OTP_METRICS_PORT: '0',
    OTP_GRPC_PORT: '0',
    OTP_LOG_LEVEL: 'silent',
    OTP_JWKS_URL: oidc.jwksUrl,
    OTP_ISSUER_URL: oidc.issuerUrl,
    OTP_DATABASE_URL: database.url,
    OTP_MIGRATION_URL: database.ownerUrl,
    OTP_BUS_URL: busUrls.url,
    OTP_ORIGIN: scene.origin,
    OTP_RPC_URLS: anvil.rpcUrl,
    OTP_CHAIN_ID: String(anvil.chainId),
    OTP_CONTRACT: deployment.contract,
    OTP_CONTRACT_CODE_HASH: deployment.codeHash,
    OTP_KEYSTORE_PATH: keystore,
    OTP_KEYSTORE_PASSPHRASE: passphrase,
    OTP_AUDIT_GRPC: audit.address,
    OTP_TOKEN_URL: oidc.tokenUrl,
    OTP_CLIENT_ID: 'chain-relay',
    OTP_CLIENT_SECRET: clients[0]?.secret ?? '',
    OTP_POLL_MS: '100',
    OTP_CONFIRMATIONS: '2',
  };
}

/** GetAnchorMaterial as the audit service serves it, over a stand-in log; keeps the scopes of the tokens it was shown. */
async function startAudit(log: StandInLog): Promise<typeof audit> {
  const service = loadSync(protoPath('audit'), loaderOptions)['otp_notary.v1.Audit'];
  assert.ok(service !== undefined && !('format' in service));
  const scopes: string[] = [];
  const server = new Server();
  server.addService(service, {
    getAnchorMaterial: (call: ServerUnaryCall<GetAnchorMaterialRequest, object>, answer: sendUnaryData<object>) => {
      const [, claims = ''] = String(call.metadata.get('authorization')[0]).split('.');
      scopes.push((JSON.parse(Buffer.from(claims, 'base64url').toString()) as { scope: string }).scope);
      const { from, min, next_batch: nextBatch, limit } = call.request;
      log.material({ from, min, nextBatch, limit }).then(
        ({ size, root, proof, firstBatch, settlements }) =>
          answer(null, {
            size,
            root: hexToBytes(root),
            proof: proof.map((hash) => hexToBytes(hash)),
            first_batch: firstBatch,
            settlements: settlements.map(({ count, issuedBelow, root }) => ({
              count,
              issued_below: issuedBelow,
              root: hexToBytes(root),
            })),
          }),
        () => answer({ code: status.NOT_FOUND, details: 'not signed yet' }),
      );
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    ),
  );
  return { address: `127.0.0.1:${port}`, scopes, log, server };
}

async function token(scope: string): Promise<string> {
  const [, operator] = clients;
  const response = await fetch(oidc.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`operator:${operator?.secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function get(path: string, scope?: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = scope === undefined ? {} : { authorization: `Bearer ${await token(scope)}` };
  const response = await fetch(new URL(path, relay.httpUrl), { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('a request on the bus becomes an anchor on the chain, told on the bus, shown to operators', async () => {
  const bus = openBus({ bus: 'postgres', busUrl: busUrls.url, client: 'test', log: quiet, metrics: new Metrics() });
  const told: AnyEvent[] = [];
  const done = new AbortController();
  const reading = bus.consumer({ group: 'test', topics: ['anchor.status', 'chain.heads'] }).run(
    async (batch) => {
      told.push(...batch.map(({ value }) => decodeEvent(value)));
      if (told.some(({ type }) => type === 'anchor.confirmed')) done.abort();
    },
    AbortSignal.any([done.signal, AbortSignal.timeout(30_000)]),
  );
  audit.log.signed = 300;
  const publisher = await bus.publisher();
  const wish = encodeEvent({
    id: randomUUID(),
    version: 1,
    time: new Date().toISOString(),
    type: 'anchor.requested',
    origin: scene.origin,
    size: 256,
    settleBelow: 0,
    requestedAtMs: Date.now(),
  });
  await publisher.publish([{ topic: 'anchor.requests', key: scene.origin, value: wish, headers: {} }]);
  const blocks = setInterval(() => void scene.mine(), 200);
  await reading.finally(() => clearInterval(blocks));
  await publisher.close();
  await bus.close();

  assert.deepEqual(
    told.filter(({ type }) => type.startsWith('anchor.')).map(({ type }) => type),
    ['anchor.submitted', 'anchor.confirmed'],
  );
  assert.ok(told.some(({ type }) => type === 'chain.head'));
  assert.deepEqual([...new Set(audit.scopes)], ['audit:anchor']);
  assert.equal((await scene.logState()).size, 300);

  const lane = await get('/v1/lane', 'relay:operate');
  assert.equal(lane.status, 200);
  const { signer, leads, wished_size: wished, anchored_size: anchored, hold } = lane.body;
  assert.deepEqual([signer, leads, wished, anchored, hold], [scene.relayer, true, 256, 300, null]);
  const list = await get('/v1/transactions?limit=1', 'relay:operate');
  const [transaction] = list.body['transactions'] as { state: string; history: { to: string }[] }[];
  assert.ok(transaction !== undefined);
  assert.deepEqual(transaction.history.map(({ to }) => to).slice(0, 5), [
    'queued',
    'signed',
    'broadcast',
    'mined',
    'confirmed',
  ]);
});

test('operators only: no token, another scope and a wrong limit are refused', async () => {
  for (const path of ['/v1/lane', '/v1/transactions']) {
    assert.equal((await get(path)).status, 401);
    assert.equal((await get(path, 'audit:read')).status, 403);
  }
  assert.equal((await get('/v1/transactions?limit=0', 'relay:operate')).status, 400);
  assert.equal((await get('/v1/transactions?all=1', 'relay:operate')).status, 400);
});

test('the metrics tell states, balance, fees and provider errors, and never the key', async () => {
  const metrics = await (await fetch(relay.metricsUrl)).text();
  for (const line of [
    'otp_relay_transactions{state="broadcast"} 0',
    'otp_relay_nonce_gap 0',
    'otp_relay_anchored_size 300',
    'otp_relay_transitions_total{to="confirmed"} 1',
    'otp_relay_gas_used_count{outcome="mined"} 1',
  ]) {
    assert.ok(metrics.includes(line), line);
  }
  const { d = '' } = scene.relayKey.privateKey.export({ format: 'jwk' });
  assert.equal(metrics.includes(Buffer.from(d, 'base64url').toString('hex')), false);
});

test('a chain with another contract code ends the start with one line that names it', async () => {
  const wrong = `0x${'11'.repeat(32)}`;
  const config = readConfig(relayConfig, { ...(await environment()), OTP_CONTRACT_CODE_HASH: wrong });
  await assert.rejects(startRelay(config), {
    code: 'OTP_RPC_WRONG_CHAIN',
    message: new RegExp(`^no provider has the pinned contract .*pinned is ${wrong}`),
  });
});
