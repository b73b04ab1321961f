import type { Outcome, Point, Report, Verdict } from '@otp-notary/proof';
import { exits, type Exit } from './errors.js';
import { printable, type Terminal, type Tone } from './terminal.js';

const marks: Readonly<Record<Verdict, { readonly mark: string; readonly tone: Tone }>> = {
  proven: { mark: '✓', tone: 'green' },
  failed: { mark: '✗', tone: 'red' },
  'not yet': { mark: '…', tone: 'yellow' },
  'not checked': { mark: '?', tone: 'yellow' },
};
const VERDICT_WIDTH = Math.max(...Object.keys(marks).map((verdict) => verdict.length));

/** `open` is good: nothing is false, and what stands out is said. */
export const exitOf: Readonly<Record<Outcome, Exit>> = {
  proven: exits.ok,
  open: exits.ok,
  failed: exits.refused,
  undecided: exits.unknown,
};

/** Points, each with what its verdict rests on. */
export function showPoints(terminal: Terminal, points: readonly Point[]): void {
  const indent = ' '.repeat(VERDICT_WIDTH + 6);
  for (const { claim, verdict, by, detail } of points) {
    const { mark, tone } = marks[verdict];
    terminal.line(`  ${terminal.tone(tone, `${mark} ${verdict.padEnd(VERDICT_WIDTH)}`)}  ${printable(claim)}`);
    const ground = verdict === 'not checked' ? detail : detail === '' ? `by ${by}` : `by ${by} · ${detail}`;
    terminal.line(terminal.tone('dim', `${indent}${printable(ground)}`));
  }
}

/** A whole report, for people. */
export function showReport(terminal: Terminal, name: string, report: Report): void {
  terminal.line(terminal.tone('bold', printable(name)));
  showPoints(terminal, report.points);
  if (report.promises.length > 0) {
    terminal.line(`\n${terminal.tone('bold', 'What it comes to')}`);
    showPoints(terminal, report.promises);
  }
  if (report.limits.length > 0) {
    terminal.line(`\n${terminal.tone('bold', 'What it does not prove')}`);
    for (const limit of report.limits) terminal.line(`  - ${printable(limit)}`);
  }
  terminal.line(`\n${verdictLine(terminal, report)}`);
}

/** One line over several files. */
export function showTally(terminal: Terminal, reports: readonly Report[]): void {
  const names: Readonly<Record<Outcome, string>> = { proven: 'proven', open: 'good so far', undecided: 'not known', failed: 'failed' }; // prettier-ignore
  const counts = (Object.keys(names) as Outcome[]).flatMap((outcome) => {
    const count = reports.filter((report) => report.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${names[outcome]}`];
  });
  terminal.line(`\n${terminal.tone('bold', `${reports.length} files`)}: ${counts.join(', ')}`);
}

/** The last line: what came of it, and the point that decided. */
function verdictLine(terminal: Terminal, { outcome, points }: Report): string {
  const lines = {
    proven: () => terminal.tone('green', 'PROVEN'),
    open: () => `${terminal.tone('yellow', 'GOOD SO FAR')}: ${deciding(points, 'not yet')}`,
    undecided: () => `${terminal.tone('yellow', 'NOT KNOWN')}: ${deciding(points, 'not checked')}`,
    failed: () => `${terminal.tone('red', 'FAILED')}: ${deciding(points, 'failed')}`,
  };
  return lines[outcome]();
}

function deciding(points: readonly Point[], verdict: Verdict): string {
  const point = points.find((candidate) => candidate.verdict === verdict);
  const many = points.filter((candidate) => candidate.verdict === verdict).length;
  const more = many > 1 && verdict !== 'failed' ? ` (and ${many - 1} more)` : '';
  return point === undefined ? verdict : printable(`${point.claim} [${point.id}]: ${point.detail}${more}`);
}
