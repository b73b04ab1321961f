/** Tells a person what happens, one line a step. */
export interface Narrator {
  /** Does the work and prints one line: what it is, what came of it, how long it took. */
  step<T>(name: string, work: () => Promise<T>, words: (result: T) => string): Promise<T>;
  title(text: string): void;
  say(line: string): void;
}

const NAME_WIDTH = 18;
const WORDS_WIDTH = 74;

/** Prints to standard output until `isMuted`. */
export function printing(isMuted: () => boolean): Narrator {
  const print = (text: string): void => {
    if (!isMuted()) console.log(text);
  };
  return {
    async step(name, work, words) {
      const started = performance.now();
      const result = await work();
      print(line(name, words(result), performance.now() - started));
      return result;
    },
    title: (text) => print(`\n${text}\n`),
    say: print,
  };
}

/** For tests and benchmarks. */
export const silent: Narrator = {
  step: (_name, work) => work(),
  title: () => undefined,
  say: () => undefined,
};

/** One aligned line; `milliseconds` stands at the end. */
export function line(name: string, words: string, milliseconds: number): string {
  const time = `${(milliseconds / 1000).toFixed(milliseconds < 1_000 ? 2 : 1)} s`;
  return `  ${name.padEnd(NAME_WIDTH)}${words.padEnd(WORDS_WIDTH)}${time.padStart(8)}`;
}
