import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kafka, logLevel } from 'kafkajs';
import { isAlive, startKafka } from '@otp-notary/testkit';

test('a broker keeps its messages over a kill and ends when stopped', async () => {
  const broker = await startKafka();
  const admin = new Kafka({ brokers: [...broker.brokers], logLevel: logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 2 }], waitForLeaders: true });
    await admin.disconnect();
    const pid = broker.pid;
    await broker.kill();
    assert.equal(isAlive(pid), false);
    await broker.restart();
    await admin.connect();
    assert.ok((await admin.listTopics()).includes('kept'));
  } finally {
    await admin.disconnect();
    await broker.stop();
  }
  assert.equal(isAlive(broker.pid), false);
});

test('without java the error says what to install', async (t) => {
  const path = process.env['PATH'];
  t.after(() => {
    process.env['PATH'] = path;
  });
  process.env['PATH'] = '/nonexistent';
  await assert.rejects(startKafka(), /Kafka needs java.*apt-get install default-jre-headless/);
});
