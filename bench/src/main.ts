// `npm run bench`: issue and verify, with authentication on, against a floor of durable one-row commits in the same run.
import { startSystem } from '@otp-notary/dev';
import { Bench, startFloor } from './bench.js';
import { residentMebibytes } from './memory.js';
import { report } from './report.js';

const ROUNDS = 5;
const SECONDS = 4;
const WARM_UP_SECONDS = 3;

const system = await startSystem({
  policies: { default: { life_seconds: 60 } },
  cadence: { batchCodes: 100_000, batchAgeMs: 5_000, checkpointMs: 1_000, anchorAgeMs: 10_000, lifeSeconds: 62 },
  clients: [{ id: 'bench', tenant: 'bench', scopes: ['otp:issue', 'otp:verify'] }],
  onDeath: (line) => console.error(line),
});
const floor = await startFloor(system);
try {
  const bench = await Bench.over(system, floor.url);
  const atRest = await residentMebibytes(system);
  await bench.round(WARM_UP_SECONDS);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const round = await bench.round(SECONDS);
    rounds.push(round);
    const told = Object.entries(round).map(([name, { perSecond, p50, p99 }]) => {
      return `${name} ${perSecond.toFixed(0)}/s (p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`;
    });
    console.log(`round ${i + 1}: ${told.join('   ')}`);
  }
  await report(rounds, { atRest, underLoad: await residentMebibytes(system) });
} finally {
  floor.stop();
  await system.stop();
}
