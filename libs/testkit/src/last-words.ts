/** Longest line that is repeated to a person. */
const WIDTH = 300;
/** Lines of a stack trace, and Node's signature below it. */
const NOISE = /^\s+at |^Node\.js v|^\s*$|^[{}\s]*$/;
const TROUBLE = /error|cannot|fatal|refused|denied/i;

/** The line of a process's output that most likely says why it ended; a JSON log line becomes its message. */
export function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => !NOISE.test(line));
  const line = lines.findLast((candidate) => TROUBLE.test(candidate)) ?? lines.at(-1) ?? 'it said nothing';
  return messageOf(line).trim().slice(0, WIDTH);
}

function messageOf(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [msg, err?.message].filter((part) => part !== undefined).join(': ') || line;
  } catch {
    return line;
  }
}
