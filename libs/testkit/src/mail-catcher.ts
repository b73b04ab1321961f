import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { PartDidNotStart } from './errors.js';
import { readMail, type Mail } from './mail.js';
import { freePort } from './ports.js';

/** An SMTP server on loopback that delivers nothing and remembers, in memory only, what came last. */
export interface MailCatcher {
  readonly port: number;
  messages(): readonly Mail[];
  /** The next mail to this address that nobody has taken yet. @throws PartDidNotStart when none comes in time */
  next(to: string, timeoutMs: number): Promise<Mail>;
  /** Refuses the next `count` mails with a temporary failure (451). */
  failNext(count: number): void;
  stop(): Promise<void>;
}

/** The oldest is forgotten first. */
const KEPT = 1_000;

/** Starts the catcher in this process. */
export async function startMailCatcher(options: { port?: number } = {}): Promise<MailCatcher> {
  const port = options.port ?? (await freePort());
  const kept: Mail[] = [];
  const taken = new WeakSet<Mail>();
  const arrivals = new EventTarget();
  let failures = 0;

  async function receive(stream: Readable, session: SMTPServerSession): Promise<Error | undefined> {
    const raw = await text(stream);
    if (failures > 0) {
      failures -= 1;
      return Object.assign(new Error('try again later'), { responseCode: 451 });
    }
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map((recipient) => recipient.address);
    kept.push(readMail(raw, mailFrom === false ? '' : mailFrom.address, to));
    if (kept.length > KEPT) kept.shift();
    arrivals.dispatchEvent(new Event('mail'));
    return undefined;
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, answer) {
      receive(stream, session).then(answer, answer);
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');

  return {
    port,
    messages: () => [...kept],
    async next(to, timeoutMs) {
      const limit = AbortSignal.timeout(timeoutMs);
      for (;;) {
        const mail = kept.find((candidate) => candidate.to.includes(to) && !taken.has(candidate));
        if (mail !== undefined) {
          taken.add(mail);
          return mail;
        }
        await once(arrivals, 'mail', { signal: limit }).catch((cause: unknown) => {
          throw new PartDidNotStart(`no mail came within ${timeoutMs} ms`, { cause });
        });
      }
    },
    failNext(count) {
      failures = count;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
