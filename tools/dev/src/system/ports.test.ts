import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { CannotStart } from '../cannot-start.js';
import { assertPortsFree, busyLine, planPorts, wantedPorts, type Instance } from './ports.js';

const instances: readonly Instance[] = [
  { name: 'issuer', service: 'issuer' },
  { name: 'verifier', service: 'verifier' },
  { name: 'verifier-2', service: 'verifier' },
  { name: 'audit', service: 'audit' },
  { name: 'chain-relay', service: 'chain-relay' },
];

test('the documented ports are those of the README, shifted by the offset', async () => {
  const plan = await planPorts(instances, { offset: 0 });
  assert.equal(plan.postgres, 54_329);
  assert.deepEqual(plan.instances['issuer'], { http: 8081, grpc: 9081, metrics: 9181 });
  assert.deepEqual(plan.instances['chain-relay'], { http: 8084, grpc: 9084, metrics: 9184 });
  const shifted = await planPorts(instances, { offset: 1_000 });
  assert.equal(shifted.chain, 9_545);
  assert.equal(shifted.instances['verifier']?.http, 9_082);
});

for (const ports of ['free', { offset: 0 }] as const) {
  test(`no port is planned twice (${ports === 'free' ? 'free' : 'documented'})`, async () => {
    const plan = await planPorts(instances, ports);
    const all = wantedPorts(plan, { chain: true, kafka: true }).map(({ port }) => port);
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.every((port) => port > 0 && port < 65_536));
  });
}

test('what is the user’s own wants no port', async () => {
  const plan = await planPorts(instances, { offset: 0 });
  const who = new Set(wantedPorts(plan, { chain: false, kafka: false }).map((wanted) => wanted.who));
  assert.ok(!who.has('the chain') && !who.has('Kafka'));
});

test('a busy port is one line that names it, who wants it and what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await assert.rejects(assertPortsFree([{ port, who: 'the issuer' }]), (error: Error) => {
      assert.ok(error instanceof CannotStart);
      assert.equal(error.message, busyLine([{ port, who: 'the issuer' }]));
      return true;
    });
  } finally {
    server.close();
  }
  assert.equal(
    busyLine([
      { port: 8080, who: 'the token provider' },
      { port: 8545, who: 'the chain' },
    ]),
    "ports 8080 (the token provider), 8545 (the chain) are busy: stop what listens there (ss -ltnp 'sport = :8080' names it), or start with -- --port-offset 1000",
  );
});
