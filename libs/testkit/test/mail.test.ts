import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { isPortFree, startMailCatcher } from '@otp-notary/testkit';

/** Speaks SMTP by hand, so that the test needs no mail library; answers with the last reply. */
async function send(port: number, to: string, data: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const replies = createInterface(socket)[Symbol.asyncIterator]();
  let reply = String((await replies.next()).value);
  for (const line of ['HELO test', 'MAIL FROM:<from@example.test>', `RCPT TO:<${to}>`, 'DATA', `${data}\r\n.`]) {
    socket.write(`${line}\r\n`);
    reply = String((await replies.next()).value);
  }
  socket.end('QUIT\r\n');
  await once(socket, 'close');
  return reply;
}

const plain = 'Subject: Hello\r\nContent-Type: text/plain\r\n\r\nYour code is 123456';

test('a mail is caught, handed out once and kept in the list', async () => {
  const catcher = await startMailCatcher();
  try {
    assert.match(await send(catcher.port, 'a@example.test', plain), /^250/);
    const mail = await catcher.next('a@example.test', 1_000);
    assert.equal(mail.subject, 'Hello');
    assert.equal(mail.text, 'Your code is 123456');
    await assert.rejects(catcher.next('a@example.test', 50), /no mail came/);
    assert.equal(catcher.messages().length, 1);
  } finally {
    await catcher.stop();
  }
  assert.ok(await isPortFree(catcher.port));
});

test('a failing catcher says 451 as often as told', async () => {
  const catcher = await startMailCatcher();
  try {
    catcher.failNext(1);
    assert.match(await send(catcher.port, 'a@example.test', plain), /^451/);
    assert.match(await send(catcher.port, 'a@example.test', plain), /^250/);
    assert.equal(catcher.messages().length, 1);
  } finally {
    await catcher.stop();
  }
});

const encodings = [
  ['base64', Buffer.from('Ihr Code: 1234 — gültig').toString('base64')],
  ['quoted-printable', 'Ihr Code: 1234 =E2=80=94 g=C3=BCl=\r\ntig'],
] as const;
for (const [encoding, body] of encodings) {
  test(`the text of a multipart mail in ${encoding} is decoded`, async () => {
    const catcher = await startMailCatcher();
    try {
      const mail = [
        'Subject: =?UTF-8?Q?Best=C3=A4tigung?=',
        'Content-Type: multipart/alternative; boundary="x"',
        '',
        `--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
        '--x\r\nContent-Type: text/html\r\n\r\n<p>no</p>',
        '--x--',
      ].join('\r\n');
      await send(catcher.port, 'a@example.test', mail);
      const { subject, text } = await catcher.next('a@example.test', 1_000);
      assert.deepEqual({ subject, text }, { subject: 'Bestätigung', text: 'Ihr Code: 1234 — gültig' });
    } finally {
      await catcher.stop();
    }
  });
}
