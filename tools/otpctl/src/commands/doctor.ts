import { exits, UsageError } from '../errors.js';
import { printable, type Terminal } from '../terminal.js';
import { chainDiagnoses } from './doctor/chain.js';
import { serviceDiagnoses } from './doctor/services.js';
import { Ailment, type Diagnosis } from './doctor/diagnosis.js';
import type { Context, Run } from './command.js';

export interface DoctorOptions {
  readonly json?: boolean;
}

interface Finding {
  readonly name: string;
  readonly is: 'well' | 'ill' | 'not set up';
  readonly says: string;
  readonly todo?: string;
}

/** Looks at everything otpctl works with: one line each, and what to do about what is not well. */
export const doctor: Run<DoctorOptions> = async (context, options) => {
  const findings = await Promise.all(
    [...serviceDiagnoses, ...chainDiagnoses].map((diagnosis) => find(context, diagnosis)),
  );
  if (options.json) context.terminal.json(findings);
  else show(context.terminal, findings);
  return findings.some(({ is }) => is === 'ill') ? exits.refused : exits.ok;
};

async function find({ settings }: Context, diagnosis: Diagnosis): Promise<Finding> {
  const { name } = diagnosis;
  try {
    return { name, is: 'well', says: await diagnosis.look(settings) };
  } catch (error) {
    if (error instanceof Ailment) return { name, is: 'ill', says: error.message, todo: error.todo };
    if (error instanceof UsageError) return { name, is: 'not set up', says: error.message };
    throw error;
  }
}

function show(terminal: Terminal, findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const marks = {
    well: terminal.tone('green', '✓'),
    ill: terminal.tone('red', '✗'),
    'not set up': terminal.tone('dim', '-'),
  };
  for (const { name, is, says, todo } of findings) {
    const advice = todo === undefined ? '' : ` → ${printable(todo)}`;
    terminal.line(
      `${marks[is]} ${name.padEnd(width)}  ${is === 'not set up' ? `${is}: ` : ''}${printable(says)}${advice}`,
    );
  }
}
