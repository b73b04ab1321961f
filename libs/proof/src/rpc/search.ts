/** The smallest number in `from … to` for which `holds`, which stays true once it is; `to` when none below it does. */
export async function firstWhere(
  from: bigint,
  to: bigint,
  holds: (candidate: bigint) => Promise<boolean>,
): Promise<bigint> {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (await holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return high;
}

/**
 * Reads a range in as few calls as the other side allows: one for all of it, and halves where it refuses.
 * @throws the last error once `budget` calls are spent, a single number is refused, or an error `isFinal`
 */
export async function readInParts<T>(
  from: bigint,
  to: bigint,
  read: (from: bigint, to: bigint) => Promise<readonly T[]>,
  { budget, isFinal }: { readonly budget: number; readonly isFinal: (error: unknown) => boolean },
): Promise<T[]> {
  const results: T[] = [];
  // A stack: the part that comes first in the range lies on top.
  const open: [bigint, bigint][] = [[from, to]];
  for (let calls = 1, part = open.pop(); part !== undefined; part = open.pop(), calls += 1) {
    const [first, last] = part;
    try {
      results.push(...(await read(first, last)));
    } catch (error) {
      if (isFinal(error) || first === last || calls >= budget) throw error;
      const middle = (first + last) / 2n;
      open.push([middle + 1n, last], [first, middle]);
    }
  }
  return results;
}
