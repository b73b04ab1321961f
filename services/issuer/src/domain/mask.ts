const HIDDEN = '***';

/** The first character when at least one more is hidden behind it: a part of one character shows nothing. */
function masked(part: string): string {
  return part.length > 1 ? `${part.charAt(0)}${HIDDEN}` : HIDDEN;
}

/** What an answer tells of an e-mail address: `a***@e***.com`. The person knows it again, others learn next to nothing. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  const [name, top] = dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot)];
  return `${masked(address.slice(0, at))}@${masked(name)}${top}`;
}
