/** A mail as it was received. */
export interface Mail {
  /** Envelope addresses. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The plain text part, decoded. */
  readonly text: string;
  readonly raw: string;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads what our own services send (RFC 5322, RFC 2045): one text part, or a multipart with one in it. */
export function readMail(raw: string, from: string, to: readonly string[]): Mail {
  const whole = split(raw);
  const part = textPart(whole);
  return {
    from,
    to,
    subject: decodedWords(whole.headers.get('subject') ?? ''),
    text: part === undefined ? '' : decoded(part),
    raw,
  };
}

function split(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function textPart(part: Part): Part | undefined {
  const type = part.headers.get('content-type') ?? 'text/plain';
  if (type.startsWith('text/plain')) return part;
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return undefined;
  const inner = part.body.split(`--${boundary}`).slice(1, -1);
  return inner.map((text) => textPart(split(text.replace(/^\r?\n/, '')))).find((found) => found !== undefined);
}

function decoded(part: Part): string {
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64').toString().trim();
  if (encoding === 'quoted-printable') return quotedPrintable(part.body.replaceAll(/=\r?\n/g, '')).trim();
  return part.body.trim();
}

function quotedPrintable(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_match, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

/** RFC 2047 encoded words. */
function decodedWords(header: string): string {
  return header.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_match, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quotedPrintable(text.replaceAll('_', ' ')),
  );
}
