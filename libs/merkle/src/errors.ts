import { OtpError } from '@otp-notary/errors';

/** A leaf index, a tree size or a position that does not exist. */
export class LogRangeInvalid extends OtpError {
  readonly code = 'OTP_LOG_RANGE';
  readonly shown = { http: 400, grpc: 11, title: 'Not in the log' };
}

/** A signed note or checkpoint that is malformed, or that none of the expected keys signed. */
export class NoteInvalid extends OtpError {
  readonly code = 'OTP_NOTE_INVALID';
  readonly shown = { http: 400, grpc: 3, title: 'Signed note not valid' };
}

/** Stored hashes are missing or of the wrong width: nothing may be proved or signed from them. */
export class TilesBroken extends OtpError {
  readonly code = 'OTP_TILES_BROKEN';
  readonly shown = { http: 500, grpc: 15, title: 'Log storage broken' };
}
