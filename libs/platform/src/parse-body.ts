import { OtpError } from '@otp-notary/errors';
import type { z } from 'zod';

/** The request is not of the shape that the API describes. */
export class InvalidRequest extends OtpError {
  readonly code = 'OTP_REQUEST_INVALID';
  readonly shown = { http: 400, grpc: 3, title: 'Request not valid' };

  /** @param detail names fields, never values */
  constructor(detail: string, options?: ErrorOptions) {
    super(detail, { ...options, detail });
  }
}

/** Fields that a detail names at most, and letters of each name. */
const MAX_NAMED = 10;
const MAX_PATH = 100;

/**
 * A request as its schema describes it.
 * @throws InvalidRequest naming the fields that are wrong and what they must be, never what they were
 */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, MAX_NAMED).map(fault);
  throw new InvalidRequest(faults.join('; '));
}

function fault(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.').slice(0, MAX_PATH);
  const at = path === '' ? 'the body' : path;
  // The names of unknown members are the caller's text: they could be anything, so they are counted, not repeated.
  if (issue.code === 'unrecognized_keys') return `${at}: ${issue.keys.length} unknown member(s)`;
  return `${at}: ${issue.message}`;
}
