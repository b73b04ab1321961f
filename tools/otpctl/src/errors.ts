/** The command was called wrongly or lacks something: one sentence that says what to do. Exit code 2. */
export class UsageError extends Error {
  readonly code = 'OTPCTL_USAGE';
}
