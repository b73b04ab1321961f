import type { CodeMessage } from './ports.js';

/** A message as a person reads it. */
export interface Letter {
  /** Shown on lock screens: never holds the code. */
  readonly subject: string;
  readonly text: string;
}

/**
 * Writes a code to a person: what it is for, what it confirms (PSD2 RTS Art. 5(1)(a): the payer is told amount and payee)
 * and how long it is good. Purpose and context are the caller's words, checked to hold no control characters.
 */
export function letterOf({ code, purpose, context, lifeSeconds }: CodeMessage): Letter {
  const details = Object.entries(context).map(([name, value]) => `    ${name}: ${value}`);
  const lines = [
    `Your code for "${purpose}":`,
    '',
    `    ${code}`,
    '',
    `It is good for ${span(lifeSeconds)}, once.`,
    ...(details.length === 0 ? [] : ['', 'It confirms exactly this:', ...details]),
    '',
    'Give it to nobody who asks you for it. If you did not ask for it yourself, ignore this message.',
    '',
  ];
  return { subject: 'Your one-time code', text: lines.join('\n') };
}

function span(seconds: number): string {
  const [count, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
