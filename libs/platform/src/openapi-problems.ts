import { z } from 'zod';
import type { Problem } from './problems.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** RFC 9457: every refusal and failure has this shape. */
export const problem = z
  .object({
    type: z.string().describe('`urn:otp-notary:problem:` and the code in lower case with dashes'),
    title: z.string().describe('For people: the same for every occurrence of this code'),
    status: z.int().min(400).max(599).describe('The status of the answer'),
    detail: z.string().optional().describe('For people: what of this request was wrong. Names members, never values'),
    code: z.string().describe('For programs: the stable identifier of the kind of error'),
    trace_id: z.string().optional().describe('W3C trace id; name it when you report the error'),
  })
  .meta({ title: 'Problem' });

/** What of an operation says which answers it can give. */
export interface OperationShape {
  security?: Record<string, string[]>[];
  parameters?: { readonly name: string }[];
  requestBody?: object;
  responses?: Record<string, object>;
}

/** Header of the answers that a caller should come back after. */
export const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which a retry makes sense, 1 at least',
    schema: { type: 'integer', minimum: 1 },
  },
};

/** Answers that routes share, by their names in `components`. */
const shared = {
  RequestNotValid: answer('The request does not fit its description, or the policy of the tenant', [
    400,
    'OTP_REQUEST_INVALID',
    'Request not valid',
    'purpose: Invalid input: expected string, received undefined',
  ]),
  TokenNotValid: answer(
    'No access token, or one that does not hold (signature, issuer, audience, time)',
    [401, 'OTP_TOKEN_INVALID', 'Access token missing or not valid'],
    { 'WWW-Authenticate': { description: 'RFC 6750 §3', schema: { type: 'string' } } },
  ),
  AccessDenied: answer('The access token does not allow it: it lacks a scope that the operation names', [
    403,
    'OTP_ACCESS_DENIED',
    'Access denied',
  ]),
  BodyTooLarge: answer('The body is larger than 64 KiB', [413, 'OTP_BODY_TOO_LARGE', 'Body too large']),
  MediaTypeNotSupported: answer('The body is not `application/json`', [
    415,
    'OTP_MEDIA_TYPE_UNSUPPORTED',
    'Media type not supported',
  ]),
  TooManyRequests: answer(
    'Asked too often, here or at what stands in front of the service: wait as long as Retry-After says',
    undefined,
    retryAfter,
  ),
  ServiceUnavailable: answer(
    'The service, or something that it needs, does not work now. It did nothing, unless the code says otherwise',
    [503, 'OTP_UNAVAILABLE', 'Service unavailable'],
    retryAfter,
  ),
  OtherProblem: answer('Refused or failed for another reason; of a failure nothing more is said', [
    500,
    'OTP_INTERNAL',
    'Internal error',
  ]),
} as const;

/** Of the shared answers those that are referred to in `paths`. */
export function sharedAnswersIn(paths: object): Record<string, object> {
  const text = JSON.stringify(paths);
  return Object.fromEntries(Object.entries(shared).filter(([name]) => text.includes(`"${referenceTo(name)}"`)));
}

/** The answers that an operation can give besides those it declares; what it declares itself stands. */
export function commonAnswersOf(operation: OperationShape): Record<string, object> {
  const takesBody = operation.requestBody !== undefined;
  const takesInput = takesBody || (operation.parameters ?? []).length > 0;
  const takesToken = (operation.security ?? []).length > 0;
  return {
    ...(takesInput ? { 400: use('RequestNotValid') } : {}),
    ...(takesToken ? { 401: use('TokenNotValid'), 403: use('AccessDenied') } : {}),
    ...(takesBody ? { 413: use('BodyTooLarge'), 415: use('MediaTypeNotSupported') } : {}),
    429: use('TooManyRequests'),
    503: use('ServiceUnavailable'),
    default: use('OtherProblem'),
  };
}

function use(name: keyof typeof shared): object {
  return { $ref: referenceTo(name) };
}

function referenceTo(name: string): string {
  return `#/components/responses/${name}`;
}

type Example = readonly [status: number, code: string, title: string, detail?: string];

function answer(description: string, example?: Example, headers?: object): object {
  return {
    description,
    ...(headers === undefined ? {} : { headers }),
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: { $ref: '#/components/schemas/Problem' },
        ...(example === undefined ? {} : { example: shown(example) }),
      },
    },
  };
}

function shown([status, code, title, detail]: Example): Problem {
  const type = `urn:otp-notary:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  return { type, title, status, ...(detail === undefined ? {} : { detail }), code };
}
