import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { OtpError } from '@otp-notary/errors';
import { answerTo } from './problems.js';

class Refused extends OtpError {
  readonly code = 'OTP_NOT_VERIFIED';
  readonly shown = { http: 422, grpc: 9, title: 'Not verified' };
}

test('an error of ours is shown as it says, its message never', () => {
  const answer = answerTo(new Refused('the code was 123456', { detail: 'Ask again.' }));
  assert.deepEqual(answer.problem, {
    type: 'urn:otp-notary:problem:otp-not-verified',
    title: 'Not verified',
    status: 422,
    detail: 'Ask again.',
    code: 'OTP_NOT_VERIFIED',
  });
  assert.equal(answer.grpc, 9);
  assert.ok(!JSON.stringify(answer).includes('123456'));
});

test('a wait is a whole number of seconds, and never 0', () => {
  for (const [wait, shown] of [
    [0, 1],
    [0.2, 1],
    [1, 1],
    [1.01, 2],
    [59, 59],
  ] as const) {
    assert.equal(answerTo(new Refused('x', { retryAfterSeconds: wait })).retryAfterSeconds, shown);
  }
});

test('what nobody foresaw is an internal error without any detail', () => {
  const message = 'duplicate key (subject)=(jane)';
  const others = [
    new Error(message),
    Object.assign(new Error(message), { statusCode: 404, status: 404, detail: message }),
    new HttpException(message, 500),
    new HttpException(message, 200),
    Object.assign(new Error(message), { code: 'FST_ERR_REP_INVALID_PAYLOAD_TYPE', statusCode: 500 }),
    message,
    { message },
    null,
    undefined,
  ];
  for (const error of others) {
    const answer = answerTo(error);
    assert.equal(answer.unforeseen, true);
    assert.deepEqual(answer.problem, {
      type: 'urn:otp-notary:problem:otp-internal',
      title: 'Internal error',
      status: 500,
      code: 'OTP_INTERNAL',
    });
    assert.equal(answer.grpc, 13);
  }
});

test('errors of the framework keep their status and lose their words', () => {
  assert.equal(answerTo(new NotFoundException('Cannot GET /v1/secret')).problem.title, 'Not found');
  assert.equal(answerTo(new ForbiddenException('because')).problem.status, 403);
  assert.equal(answerTo(new HttpException('because', 418)).problem.status, 418);
  assert.ok(!JSON.stringify(answerTo(new HttpException('because', 418))).includes('because'));
  const large = Object.assign(new Error('x'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 });
  assert.equal(answerTo(large).problem.code, 'OTP_BODY_TOO_LARGE');
});
