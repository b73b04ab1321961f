import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from './arguments.js';
import { CannotStart } from './cannot-start.js';

test('without options everything is ours and lives in .data', () => {
  assert.deepEqual(parseArguments([]), {
    help: false,
    dataDir: '.data',
    bus: 'postgres',
    kafkaBrokers: [],
    rpcUrl: undefined,
    portOffset: 0,
    once: false,
  });
});

test('brokers of one’s own imply the bus', () => {
  const wanted = parseArguments(['--kafka', 'a.example:9092,b.example:9092']);
  assert.equal(wanted.bus, 'kafka');
  assert.deepEqual(wanted.kafkaBrokers, ['a.example:9092', 'b.example:9092']);
});

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an unknown option', ['--buss', 'kafka'], /Unknown option '--buss': see npm start -- --help$/],
  ['an unknown bus', ['--bus', 'rabbit'], /--bus rabbit is neither postgres nor kafka/],
  ['brokers with the embedded bus', ['--bus', 'postgres', '--kafka', 'a:9092'], /exclude each other/],
  ['brokers without a port', ['--kafka', 'a.example'], /is not HOST:PORT/],
  ['an empty list of brokers', ['--kafka', ','], /needs at least one/],
  ['an RPC URL that is none', ['--rpc', 'ipc:/x'], /--rpc is not an http\(s\) URL/],
  ['an offset beyond the last port', ['--port-offset', '12000'], /0 to 11000/],
  ['a stray word', ['kafka'], /Unexpected argument 'kafka'/],
];
for (const [what, argv, message] of refused) {
  test(`${what} is refused in one line`, () => {
    assert.throws(
      () => parseArguments(argv),
      (error: Error) => {
        assert.ok(error instanceof CannotStart);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      },
    );
  });
}
