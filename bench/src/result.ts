import { mkdir, writeFile } from 'node:fs/promises';

/** What a benchmark says of itself, in bench/out/NAME.json. `ratio` is against a reference measured in the same run. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly goal: number;
  readonly unit: string;
  /** Each round's ratio. */
  readonly samples: readonly number[];
  readonly details: Readonly<Record<string, unknown>>;
}

const folder = new URL('../../out/', import.meta.url);

export async function writeResult(result: Result): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(`${result.name}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
  const verdict = result.ratio >= result.goal ? 'reaches' : 'misses';
  console.log(`${result.name}: ${result.ratio.toFixed(2)} ${result.unit}, ${verdict} the goal of ${result.goal}`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
