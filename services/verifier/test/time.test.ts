import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { refused, right, ways, type Way } from './ways.js';

const line = await Line.start();
/** The tests move or stop it; the database bounds how far. */
let offsetMs = 0;
let frozenMs: number | null = null;
const service = await line.verifier({ now: () => frozenMs ?? Date.now() + offsetMs });
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

for (const way of entries) describe(way.name, () => cases(way));

function cases(way: Way): void {
  test('otp-21: a code lives up to its expiry and not at it', async () => {
    const ages = [59_900, 60_000, 60_100, 3_600_000];
    const outcomes: boolean[] = [];
    for (const age of ages) {
      const frozen = Date.now();
      const minted = line.mint.mint({ issuedAtMs: frozen - age });
      const reply = await frozenAt(frozen, () => way.verify(right(minted)));
      outcomes.push(reply.verified);
      if (!reply.verified) {
        refused(reply);
        assert.deepEqual(await line.reasonsOf(minted), ['expired']);
        assert.equal(await line.attemptsOf(minted), 0);
      }
    }
    assert.deepEqual(outcomes, [true, false, false, false]);
  });

  test('otp-21: a challenge is not alive before it was issued', async () => {
    const minted = line.mint.mint({ issuedAtMs: Date.now() + 5_000 });
    refused(await way.verify(right(minted)));
    assert.deepEqual(await line.reasonsOf(minted), ['not_yet_valid']);
  });

  test('otp-22: a verifier whose clock is off decides nothing and is not ready', async () => {
    for (const skewMs of [2_000, -2_000]) {
      const minted = line.mint.mint({ issuedAtMs: Date.now() - 59_000 });
      offsetMs = skewMs;
      try {
        const reply = await way.verify(right(minted));
        assert.ok(!reply.verified);
        // Two seconds ahead the code looks dead, two seconds behind it looks alive: neither is believed.
        assert.equal(reply.code, 'OTP_CLOCK_SKEWED');
        const ready = await readiness();
        assert.equal(ready, 503);
      } finally {
        offsetMs = 0;
      }
      assert.equal(await line.attemptsOf(minted), 0);
      assert.deepEqual(await line.reasonsOf(minted), []);
      assert.equal(await readiness(), 200);
    }
  });
}

async function readiness(): Promise<number> {
  // An answer of the probe holds for half a second.
  await new Promise((resolve) => setTimeout(resolve, 550));
  return (await fetch(`${service.httpUrl}/readyz`)).status;
}

/** Runs work while the service's clock stands still. */
async function frozenAt<T>(nowMs: number, work: () => Promise<T>): Promise<T> {
  frozenMs = nowMs;
  try {
    return await work();
  } finally {
    frozenMs = null;
  }
}
