import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import type { IssueBody, IssuerProcess, Outcome } from './issuer-process.js';
import { Stage, until } from './stage.js';

let stage: Stage;
let token: string;
let issuer: IssuerProcess;

before(async () => {
  stage = await Stage.set();
  issuer = await stage.start();
  token = await stage.tokens.sign({ scope: 'otp:issue' });
});
after(() => stage.strike());

/** A relay that takes connections and never says a word. */
async function silentRelay(): Promise<{ port: number; taken: () => number; stop: () => void }> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    port: address.port,
    taken: () => sockets.length,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const send = (at: IssuerProcess, destination: string, more: IssueBody = {}, key?: string): Promise<Outcome> =>
  at.rest.issue(
    { subject: 'user-1', purpose: 'login', channel: 'smtp', destination, ...more },
    { token, ...(key === undefined ? {} : { key }) },
  );

async function outcomes(destinationId: string | undefined): Promise<string[]> {
  await until(() => stage.told('otp.delivery').some(({ challenge }) => challenge === destinationId), 'delivery event');
  return stage.told('otp.delivery').filter(({ challenge }) => challenge === destinationId).map(({ outcome }) => outcome); // prettier-ignore
}

test('a temporary refusal of the relay is tried again once, with one message in the end', async () => {
  const destination = `${randomUUID()}@example.com`;
  stage.mail.failNext(1);
  const { answer } = await send(issuer, destination);
  assert.ok(answer);
  assert.equal(stage.mail.messages().filter(({ to }) => to.includes(destination)).length, 1);
  assert.deepEqual(await outcomes(answer.proof_id), ['sent']);
});

test('otp-31: a code is stored before it is sent: a delivery that fails is an event, never a missing issue', async () => {
  const before = stage.told('otp.delivery').length;
  stage.mail.failNext(2);
  const { refusal, status, retryAfter } = await send(issuer, 'nobody@example.com');
  assert.deepEqual([refusal, status, retryAfter], ['OTP_DELIVERY_FAILED', 503, 1]);
  await until(() => stage.told('otp.delivery').length > before, 'delivery event');
  const event = stage.told('otp.delivery').at(-1);
  assert.equal(event?.outcome, 'failed');
  assert.ok(stage.told('otp.issued').some(({ challenge }) => challenge === event?.challenge));
});

test('a relay that is not there is told within the life of the code', async () => {
  const lonely = await stage.start({ OTP_SMTP_PORT: '1' });
  const { refusal } = await send(lonely, 'anna@example.com');
  assert.equal(refusal, 'OTP_DELIVERY_FAILED');
  await lonely.end();
});

test('a relay that says nothing is given up in time, and not asked twice: it may have taken the message', async () => {
  const relay = await silentRelay();
  const patient = await stage.start({ OTP_SMTP_PORT: String(relay.port), OTP_SEND_MS: '700' });
  const start = performance.now();
  const { refusal } = await send(patient, 'anna@example.com');
  assert.equal(refusal, 'OTP_DELIVERY_FAILED');
  assert.ok(performance.now() - start < 3_000);
  assert.equal(relay.taken(), 1);
  await patient.end();
  relay.stop();
});

test('without STARTTLS nothing is sent when the configuration demands it', async () => {
  const strict = await stage.start({ OTP_SMTP_TLS: 'starttls' });
  const destination = `${randomUUID()}@example.com`;
  const { refusal } = await send(strict, destination);
  assert.equal(refusal, 'OTP_DELIVERY_FAILED');
  assert.ok(!stage.mail.messages().some(({ to }) => to.includes(destination)));
  await strict.end();
});

test('without a relay there is no channel smtp', async () => {
  const mute = await stage.start({ OTP_SMTP_HOST: '' });
  const { refusal, status } = await send(mute, 'anna@example.com');
  assert.deepEqual([refusal, status], ['OTP_REQUEST_INVALID', 400]);
  await mute.end();
});

test('a message tells purpose, details and life, and who it is from', async () => {
  const destination = `${randomUUID()}@example.com`;
  await send(issuer, destination, { context: { amount: '100.00 EUR', payee: 'Zoë & Söhne' }, life_seconds: 45 });
  const mail = await stage.mail.next(destination, 5_000);
  assert.match(mail.text, /"login"/);
  assert.match(mail.text, /45 seconds/);
  assert.match(mail.text, /amount: 100\.00 EUR/);
  assert.match(mail.text, /payee: Zoë & Söhne/);
  assert.match(mail.raw, /^From: codes@notary\.example\r?$/im);
  assert.match(mail.raw, /^Auto-Submitted: auto-generated\r?$/im);
});

test("otp-31: killed between store and send, the code is in the log, its delivery ends as 'unsent', and a retry is not told otherwise", async () => {
  const relay = await silentRelay();
  const victim = await stage.start({ OTP_SMTP_PORT: String(relay.port) });
  const key = randomUUID();
  const destination = `${key}@example.com`;
  const life = { life_seconds: 3 };
  const cut = send(victim, destination, life, key).catch(() => 'cut');
  await until(() => relay.taken() > 0, 'connection to the relay');
  await victim.child.kill();
  assert.equal(await cut, 'cut');
  relay.stop();

  const retried = await send(issuer, destination, life, key);
  assert.ok(retried.refusal === 'OTP_DELIVERY_FAILED' || retried.refusal === 'OTP_IDEMPOTENCY_EXPIRED', retried.raw);
  await until(() => stage.told('otp.delivery').some(({ outcome }) => outcome === 'unsent'), 'unsent event');
  const event = stage.told('otp.delivery').find(({ outcome }) => outcome === 'unsent');
  assert.ok(
    stage.told('otp.issued').some(({ challenge }) => challenge === event?.challenge),
    'it was stored',
  );
  assert.deepEqual(await outcomes(event?.challenge), ['unsent']);
  assert.ok(!stage.mail.messages().some(({ to }) => to.includes(destination)), 'it was not sent');
  assert.equal((await send(issuer, destination, life, key)).refusal, 'OTP_IDEMPOTENCY_EXPIRED');
});
