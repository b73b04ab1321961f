import { inTransaction } from '@otp-notary/persistence';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { emit } from '../src/index.js';
import {
  byKey,
  drained,
  everything,
  numbered,
  publishing,
  startLine,
  taking,
  TOPIC,
  until,
  type Line,
} from './line.js';
import { OwnProcess } from './own-process.js';

describe('publishers and consumers that die', { timeout: 100_000 }, () => {
  let line: Line;
  before(async () => void (line = await startLine()));
  after(async () => line?.stop());
  let runs = 0;
  let key: string;
  beforeEach(() => void (key = `run${(runs += 1)}`));

  const write = (from: number, to: number): Promise<void> =>
    inTransaction(line.pool, (tx) =>
      emit(
        tx,
        Array.from({ length: to - from }, (_, n) => numbered(key, from + n)),
      ),
    );
  /** A consumer in this process, and how many messages it was handed. */
  function consuming(): { handed: number; stop(): Promise<void> } {
    const stopped = new AbortController();
    const take = taking(line.pool);
    const running = line.bus.consumer({ group: 'effects', topics: [TOPIC] }).run(async (batch) => {
      consumer.handed += batch.length;
      await take(batch);
    }, stopped.signal);
    const consumer = {
      handed: 0,
      async stop() {
        stopped.abort();
        await running;
      },
    };
    return consumer;
  }
  /** What the consumers did, in order. */
  async function effects(wanted: number): Promise<number[]> {
    const read = async (): Promise<number[]> => {
      const { rows } = await line.pool.query<{ n: string }>('select n from effect where key = $1 order by place', [
        key,
      ]);
      return rows.map(({ n }) => Number(n));
    };
    await until(async () => (await read()).length >= wanted, 20_000, `${wanted} effects did not come`);
    return read();
  }

  // First: what the consumer process is handed is this and nothing older.
  it('have an effect once when the consumer dies between the effect and the offset', async () => {
    const dying = new OwnProcess('consumer', line.address, '');
    const stop = publishing(line);
    await write(0, 5);
    await dying.says('taken');
    dying.signal('SIGKILL');
    const heir = consuming();
    await write(5, 8);
    assert.deepEqual(await effects(8), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert.equal(heir.handed, 8);
    await heir.stop();
    await stop();
  });

  it('publish again what was published and not deleted, and it has its effect once', async () => {
    await write(0, 5);
    const killed = new OwnProcess('publisher', line.address, 'hang-after');
    await killed.says('published');
    killed.signal('SIGKILL');
    const stop = publishing(line);
    await drained(line.pool);
    await stop();
    const twice = byKey(await everything(line.bus, 0)).get(key);
    assert.deepEqual(twice, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    const consumer = consuming();
    await until(async () => consumer.handed === 10, 10_000, 'not all was handed out');
    await consumer.stop();
    assert.deepEqual(await effects(5), [0, 1, 2, 3, 4]);
  });

  it('give way: one publishes, the other takes over within 5 s', async () => {
    const [one, two] = [new OwnProcess('publisher', line.address, ''), new OwnProcess('publisher', line.address, '')];
    const consumer = consuming();
    await write(0, 10);
    await effects(10);
    await until(async () => one.lines.length + two.lines.length > 0, 5_000, 'neither publishes');
    const working = one.lines.length > 0 ? one : two;
    const idle = working === one ? two : one;
    assert.deepEqual(idle.lines, []);
    working.signal('SIGKILL');
    const killedAt = performance.now();
    await write(10, 20);
    await idle.says('published');
    assert.ok(performance.now() - killedAt < 5_000);
    assert.deepEqual(
      await effects(20),
      Array.from({ length: 20 }, (_, n) => n),
    );
    assert.equal(byKey(await everything(line.bus, 0)).get(key)?.length, 20);
    idle.signal('SIGKILL');
    await consumer.stop();
  });

  it('keep the order of a key when the old one hangs and publishes late', async () => {
    const hung = new OwnProcess('publisher', line.address, 'slow-before');
    await write(0, 5);
    await hung.says('publishing');
    hung.signal('SIGSTOP');
    await write(5, 10);
    const consumer = consuming();
    const stop = publishing(line);
    await effects(10);
    hung.signal('SIGCONT');
    await hung.says('published');
    hung.signal('SIGKILL');
    await stop();
    await consumer.stop();
    const onTheBus = byKey(await everything(line.bus, 0)).get(key) ?? [];
    assert.deepEqual(onTheBus, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4]);
    assert.deepEqual(await effects(10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
