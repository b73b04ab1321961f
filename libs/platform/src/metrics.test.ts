import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from './metrics.js';

test('a name gets its prefix once, and asking again gives the same metric', async () => {
  const metrics = new Metrics();
  metrics.counter('things_total', 'Things', ['kind']).inc({ kind: 'a' });
  metrics.counter('otp_things_total', 'Things', ['kind']).inc({ kind: 'a' });
  assert.match(await metrics.registry.metrics(), /^otp_things_total\{kind="a"\} 2$/m);
});

test('a gauge can be set when it is read', async () => {
  const metrics = new Metrics();
  let value = 1;
  metrics.gauge('depth', 'Depth', [], (gauge) => gauge.set(value));
  value = 7;
  assert.match(await metrics.registry.metrics(), /^otp_depth 7$/m);
});

test('two services in one process do not share metrics', async () => {
  const [one, other] = [new Metrics(), new Metrics()];
  one.counter('things_total', 'Things').inc();
  assert.doesNotMatch(await other.registry.metrics(), /things/);
});
