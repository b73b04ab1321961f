import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** Direct children of a process (Linux: /proc). */
export async function childrenOf(parent: number): Promise<number[]> {
  const children: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = await statFields(Number(entry));
    if (fields !== undefined && Number(fields[1]) === parent) children.push(Number(entry));
  }
  return children;
}

/** Whether a process still runs. One that has ended but is not yet reaped by its parent counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.at(line.lastIndexOf(')') + 2) !== 'Z';
  } catch {
    return false;
  }
}

/**
 * When a process began, in clock ticks since boot (proc(5), field 22): with the pid it names one process for good,
 * since pids are used again.
 */
export async function startTicks(pid: number): Promise<string | undefined> {
  return (await statFields(pid))?.[19];
}

/** Fields of /proc/PID/stat from `state` on: the name before it may hold spaces and brackets. */
async function statFields(pid: number): Promise<string[] | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
