import { REDACTED, Secret } from './secret.js';

/** Names of members that are never logged, written lower-case without `_` and `-`. */
const FORBIDDEN: ReadonlySet<string> = new Set(
  [
    'code codes otp pin destination recipient email phone subject context answer',
    'authorization proxyauthorization cookie setcookie jwt assertion credentials',
    'mnemonic seed pepper salt openings rawtransaction rawtx handle',
  ].flatMap((names) => names.split(' ')),
);

/** Names that end so are never logged either: `databasePassword`, `client_secret`, `accessToken`. */
const FORBIDDEN_ENDINGS = ['password', 'passphrase', 'secret', 'token', 'privatekey', 'apikey'];

/** `OTP_HANDLE_INVALID`, `ERR_HTTP_…`, `ECONNREFUSED`, a SQLSTATE: nothing that could be a one-time code. */
const ERROR_CODE = /^(?:[A-Z]+_[A-Z0-9_]+|E[A-Z]+|[0-9A-Z]{5})$/;

/** Deeper than this a value is not looked into, and not logged. */
const MAX_DEPTH = 8;

/** Text that is never logged, wherever it stands in a line. Replacements keep the line valid JSON. */
const FORBIDDEN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, REDACTED],
  [/\bv1\.[\w-]+\.[\w-]{40,}/g, REDACTED],
  [/\b(bearer|basic) +[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  [/\b(password|passphrase|secret|token)=[^\s"&;,\\]+/gi, `$1=${REDACTED}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^"]*?-----END [A-Z ]*PRIVATE KEY-----/g, REDACTED],
  [/([a-z][a-z0-9+.-]*:\/\/)[^/@\s"]*:[^/\s"]*@/gi, `$1${REDACTED}@`],
  [/[\w.!#$%&'*+=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi, REDACTED],
  [/(?<![\w.+-])\+\d{8,15}\b/g, REDACTED],
];

/** A copy of a log object in which every member with a forbidden name, at any depth, is redacted. */
export function redact(object: object): Record<string, unknown> {
  return redactMembers(object, 0);
}

/** A finished log line without tokens, sealed handles, keys, passwords in URLs, mail addresses and phone numbers. */
export function redactText(line: string): string {
  return FORBIDDEN_TEXT.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

function redactMembers(object: object, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    copy[name] = isForbidden(name) && value !== undefined ? REDACTED : redactValue(value, depth + 1);
  }
  return copy;
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Secret || depth > MAX_DEPTH) return REDACTED;
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  if (value instanceof Map) return redactMembers(Object.fromEntries(value) as object, depth);
  if (value instanceof Set) return [...value].map((item) => redactValue(item, depth + 1));
  return redactMembers(value, depth);
}

/**
 * What is logged of an error: only these members. Errors of drivers carry rows and parameters in others (`detail`, `where`).
 * The stable code is called `errorCode`, because `code` is a forbidden name.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const errorCode = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: error.message,
    ...(typeof errorCode === 'string' && ERROR_CODE.test(errorCode) ? { errorCode } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
  };
}

function isForbidden(name: string): boolean {
  const plain = name.replaceAll(/[_-]/g, '').toLowerCase();
  return FORBIDDEN.has(plain) || FORBIDDEN_ENDINGS.some((ending) => plain.endsWith(ending));
}
