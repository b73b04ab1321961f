import type { Round } from './bench.js';
import type { LineRound } from './line.js';
import { median, writeResult } from './result.js';

/** Of the floor's rate, with authentication on. */
const FLOOR_GOAL = 0.8;
/** Issue and verify pairs a second of Ory Kratos 1.3 on two cores, measured apart (code login by mail, 32 clients). */
const KRATOS_PAIRS = 142;
const KRATOS_GOAL = 15;
/** Resident memory of one service, MiB. */
const MEMORY_GOAL = 150;

export interface Memory {
  readonly atRest: Readonly<Record<string, number>>;
  readonly underLoad: Readonly<Record<string, number>>;
}

/** Writes bench/out and says what came of it. */
export async function report(rounds: readonly Round[], lines: readonly LineRound[], memory: Memory): Promise<void> {
  for (const name of ['issue', 'verify'] as const) {
    const samples = rounds.map((round) => round[name].perSecond / round.floor.perSecond);
    const details = rounds.map((round) => ({ floor: round.floor, [name]: round[name] }));
    await writeResult({ name, ratio: median(samples), goal: FLOOR_GOAL, unit: 'of the floor', samples, details: { rounds: details } }); // prettier-ignore
  }
  const pairs = rounds.map(({ issue, verify }) => 1 / (1 / issue.perSecond + 1 / verify.perSecond));
  const samples = pairs.map((perSecond) => perSecond / KRATOS_PAIRS);
  await writeResult({ name: 'pairs', ratio: median(samples), goal: KRATOS_GOAL, unit: 'times Ory Kratos', samples, details: { pairsPerSecond: pairs, reference: KRATOS_PAIRS } }); // prettier-ignore
  const sustained = lines.map(({ perSecond }) => perSecond / KRATOS_PAIRS);
  await writeResult({ name: 'line', ratio: median(sustained), goal: KRATOS_GOAL, unit: 'times Ory Kratos, everything on and the log keeping up', samples: sustained, details: { rounds: lines } }); // prettier-ignore
  console.log(`memory at rest, MiB: ${told(memory.atRest)}`);
  console.log(`memory under load, MiB: ${told(memory.underLoad)}`);
  const worst = Math.max(...Object.values(memory.underLoad));
  await writeResult({ name: 'memory', ratio: MEMORY_GOAL / worst, goal: 1, unit: 'of 150 MiB over the largest service', samples: [], details: { ...memory } }); // prettier-ignore
}

function told(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
