// `npm run bench`: issue and verify, with authentication on, against a floor of durable one-row commits in the same run.
import { startSystem } from '@otp-notary/dev';
import { Bench, startFloor } from './bench.js';
import { lineRound } from './line.js';
import { residentMebibytes } from './memory.js';
import { report } from './report.js';

const ROUNDS = 5;
const SECONDS = 4;
const WARM_UP_SECONDS = 3;
const LINE_ROUNDS = 2;
const LINE_SECONDS = 8;

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
  const lines = [];
  for (let i = 0; i < LINE_ROUNDS; i += 1) {
    const line = await lineRound(system, bench, LINE_SECONDS);
    lines.push(line);
    console.log(`line ${i + 1}: ${line.pairs} pairs, answered in ${line.answered.toFixed(1)} s, in the log after ${line.logged.toFixed(1)} s`); // prettier-ignore
  }
  const wholeLine = await residentMebibytes(system);
  // The hot paths by themselves: two services and their database on two cores.
  for (const name of ['chain-relay', 'audit']) await system.process(name).stop();
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const round = await bench.round(SECONDS);
    rounds.push(round);
    const told = Object.entries(round).map(([name, { perSecond, p50, p99 }]) => {
      return `${name} ${perSecond.toFixed(0)}/s (p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`;
    });
    console.log(`round ${i + 1}: ${told.join('   ')}`);
  }
  await report(rounds, lines, { atRest, underLoad: { ...wholeLine, ...(await residentMebibytes(system)) } });
} finally {
  floor.stop();
  await system.stop();
}
