import { createTransport, type Transporter } from 'nodemailer';
import { isAddress } from '../domain/address.js';
import { NotAllowed } from '../domain/errors.js';
import { letterOf } from '../domain/letter.js';
import { maskAddress } from '../domain/mask.js';
import { NotSent, type CodeMessage, type Delivery } from '../domain/ports.js';

/** Milliseconds for one step of the conversation; the whole of it is bounded by the caller's signal. */
const STEP_MS = 5_000;

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** 'implicit': TLS from the first byte. 'starttls': refused without it. 'offered': used when the server has it. */
  readonly tls: 'implicit' | 'starttls' | 'offered';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Address that the messages come from. */
  readonly from: string;
}

/** Sends codes by mail to one relay (RFC 5321). A connection for each message: nothing of a code is queued or kept. */
export class SmtpDelivery implements Delivery {
  readonly channel = 'smtp';
  readonly inAnswer = false;
  readonly #transport: Transporter;
  readonly #from: string;

  constructor(options: SmtpOptions) {
    this.#from = options.from;
    this.#transport = createTransport({
      host: options.host,
      port: options.port,
      secure: options.tls === 'implicit',
      requireTLS: options.tls === 'starttls',
      ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
      tls: { minVersion: 'TLSv1.2' },
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      logger: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  hint(destination: string | undefined): string {
    if (destination !== undefined && isAddress(destination)) return maskAddress(destination);
    const detail = 'destination: the channel needs one mail address (local@domain)';
    throw new NotAllowed(detail, { detail });
  }

  async send(message: CodeMessage, signal: AbortSignal): Promise<void> {
    const { subject, text } = letterOf(message);
    try {
      await this.#transport.sendMail({
        from: { name: '', address: this.#from },
        // As an object: nothing in it is parsed as a list, a group or a display name.
        to: { name: '', address: message.destination },
        subject,
        text,
        xMailer: false,
        // RFC 3834 §5: no vacation notices.
        headers: { 'auto-submitted': 'auto-generated' },
        signal,
      });
    } catch (error) {
      throw notSent(error);
    }
  }
}

/** Only what is surely not taken is tried again: a temporary refusal (RFC 5321 §4.2.1, 4yz), or no connection at all. */
function notSent(error: unknown): NotSent {
  const { code, originalCode, responseCode } = (error ?? {}) as MailError;
  const refused = responseCode !== undefined && responseCode >= 400 && responseCode < 500;
  const unreached = code === 'EDNS' || originalCode === 'ECONNREFUSED';
  // The relay's words are not repeated: they may quote the address.
  return new NotSent(`mail not taken (${responseCode ?? code ?? 'unknown'})`, refused || unreached);
}

/** What nodemailer adds to an error. */
interface MailError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
}
