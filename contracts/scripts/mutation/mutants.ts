/** One line of Solidity, changed in one way. */
export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** What is put in the place of what, each by itself. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/ >= /g, ' > '],
  [/ >= /g, ' < '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ > /g, ' < '],
  [/ < /g, ' <= '],
  [/ < /g, ' > '],
  [/ == /g, ' != '],
  [/ != /g, ' == '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \/ /g, ' * '],
  [/ % /g, ' * '],
  [/ >> /g, ' << '],
  [/ << /g, ' >> '],
  [/>>= 1/g, '>>= 2'],
  [/ & /g, ' | '],
  [/ \^ /g, ' | '],
  [/\+\+(?=\w)/g, '--'],
  [/\breturn true;/g, 'return false;'],
  [/\breturn false;/g, 'return true;'],
  [/ onlyRole\(\w+\)/g, ''],
  [/ whenNotPaused/g, ''],
  [/ onlyGovernor/g, ''],
  [/ initializer\b/g, ''],
  [/\bif \((?=.*\))/g, 'if (true || '],
  [/\bif \((?=.*\))/g, 'if (false && '],
];

/** Statements that can be left out: assignments, calls, events and refusals that stand on a line of their own. */
const statement = /^\s+(?!return\b|struct\b|error\b|event\b|using\b|import\b|assembly\b)[\w.[\]()]+.*;$/;
const declaration = /^\s+(?:\w+(?:\[\])?(?: \w+){1,3}|\(.*\)) = /;

/** Every mutant of one file. Comments, imports, declarations of types and strings are let be. */
export function mutantsOf(file: string, source: string): Mutant[] {
  return source.split('\n').flatMap((text, index) => {
    if (!isCode(text)) return [];
    return [...new Set([...swapped(text), ...removed(text)])]
      .filter((to) => to !== text)
      .map((to): Mutant => ({ file, line: index + 1, from: text.trim(), to: to.trim() }));
  });
}

/** The source with this mutant in it. */
export function applied(source: string, { line, from, to }: Mutant): string {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  lines[line - 1] = text.replace(from, () => to);
  return lines.join('\n');
}

function isCode(text: string): boolean {
  const trimmed = text.trim();
  const isOther =
    /^(\/\/|import|pragma|error|event|struct|using|library|contract|interface|\*|uint\w* (private|internal|public) constant)/;
  return trimmed !== '' && !isOther.test(trimmed) && !/constant/.test(trimmed);
}

function swapped(text: string): string[] {
  return swaps.flatMap(([pattern, to]) =>
    [...text.matchAll(pattern)].map((match) => {
      const changed = match[0].replace(new RegExp(pattern.source), to);
      return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
    }),
  );
}

function removed(text: string): string[] {
  const isWhole = statement.test(text) && !declaration.test(text);
  return isWhole ? [text.replace(/\S.*$/, ';')] : [];
}
