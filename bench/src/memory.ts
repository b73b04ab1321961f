import type { System } from '@otp-notary/dev';
import { readFile } from 'node:fs/promises';

/** Resident memory of each service process that runs, MiB, by its name (`VmRSS` of /proc). */
export async function residentMebibytes(system: System): Promise<Readonly<Record<string, number>>> {
  const entries = system.processes
    .filter(({ isRunning }) => isRunning)
    .map(async ({ name, pid }) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return [name, Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024)] as const;
    });
  return Object.fromEntries(await Promise.all(entries));
}
