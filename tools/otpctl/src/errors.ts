/** Exit codes of otpctl. */
export const exits = {
  ok: 0,
  /** What was checked or asked for does not hold. */
  refused: 1,
  /** Called wrongly, or something that it needs was not given. */
  usage: 2,
  /** Somebody who had to be asked did not answer: nothing is known. */
  unknown: 3,
} as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** The command was called wrongly or lacks something: one sentence that says what to do. */
export class UsageError extends Error {
  readonly code = 'OTPCTL_USAGE';
}

/** The chain's node did not answer: nothing is known. Never holds the URL, which may have a key in it. */
export class NodeUnreachable extends Error {
  readonly code = 'OTPCTL_NODE_UNREACHABLE';
}

/** What was asked for is not so, or was refused: one sentence. */
export class NotSo extends Error {
  readonly code = 'OTPCTL_NOT_SO';
}

/** The database of a log does not answer, or refused: nothing is known about the log. */
export class DatabaseUnreachable extends Error {
  readonly code = 'OTPCTL_DATABASE';
}
