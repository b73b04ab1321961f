import { startMailCatcher } from '@otp-notary/testkit';
import { createServer } from 'node:http';

// The mail catcher as a process of its own. Codes stand in mails: they are kept in memory only, shown on loopback only.
const [smtpPort, pagePort] = process.argv.slice(2).map(Number);
const catcher = await startMailCatcher(smtpPort === undefined ? {} : { port: smtpPort });

/** GET /?to=ADDRESS: the mails (to that address) as JSON, newest first. */
const page = createServer((request, response) => {
  const to = new URL(request.url ?? '/', 'http://localhost').searchParams.get('to');
  const mails = catcher.messages().filter((mail) => to === null || mail.to.includes(to));
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(
    `${JSON.stringify(mails.map(({ from, to, subject, text }) => ({ from, to, subject, text })).toReversed(), null, 2)}\n`,
  );
});
page.listen(pagePort, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    page.close();
    page.closeAllConnections();
    void catcher.stop().then(() => process.exit(0));
  });
}
