import { OtpNotaryClient } from '@otp-notary/sdk';
import type { Anvil, KafkaBroker, Postgres } from '@otp-notary/testkit';
import type { LogRecord } from './data-dir.js';
import type { Foundation, Setting } from './foundation.js';
import type { Part } from './part.js';
import type { PortPlan } from './ports.js';
import type { Databases } from './services.js';

/** A mail as the catcher's page shows it. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Everything that runs, with the handles to stop, kill and restart it. */
export interface System {
  readonly dataDir: string;
  readonly ports: PortPlan;
  readonly rpcUrl: string;
  readonly record: LogRecord;
  readonly databases: Databases;
  readonly postgres: Postgres;
  /** Undefined when the chain is the user's own. */
  readonly chain: Anvil | undefined;
  /** Undefined with the embedded bus and with brokers of the user's own. */
  readonly kafka: KafkaBroker | undefined;
  /** Every service process, in the order they started: `issuer`, `verifier`, `verifier-2`, … */
  readonly processes: readonly Part[];
  /** @throws RangeError when there is none of that name */
  process(name: string): Part;
  /** Base URL of a process's REST API. */
  url(name: string): string;
  /** host:port of a process's gRPC API. */
  grpc(name: string): string;
  /** Secret of a client of the token provider. */
  clientSecret(id: string): string;
  /** A client of the REST APIs; `urls` are those of the first process of each service. */
  client(id: string, scopes: readonly string[]): OtpNotaryClient;
  /** An access token of a client, for calls that the REST client does not make. */
  token(id: string, scopes: readonly string[]): Promise<string>;
  /** What the mail catcher holds, newest first; only what went to `to` when given. */
  mails(to?: string): Promise<readonly CaughtMail[]>;
  /** Stops everything in reverse order and gives up the lock; a temporary directory is removed. */
  stop(onFailure?: (line: string) => void): Promise<void>;
}

/** What was started. */
export interface Parts {
  readonly foundation: Foundation;
  readonly record: LogRecord;
  readonly databases: Databases;
  readonly processes: readonly Part[];
}

/** The handles of a system that runs. */
export class Running implements System {
  readonly dataDir: string;
  readonly ports: PortPlan;
  readonly rpcUrl: string;
  readonly record: System['record'];
  readonly databases: Databases;
  readonly postgres: Postgres;
  readonly chain: Anvil | undefined;
  readonly kafka: KafkaBroker | undefined;
  readonly processes: readonly Part[];

  constructor(
    private readonly setting: Setting,
    { foundation, record, databases, processes }: Parts,
    readonly stop: System['stop'],
  ) {
    this.dataDir = setting.data.path;
    this.ports = setting.ports;
    this.rpcUrl = foundation.rpcUrl;
    this.record = record;
    this.databases = databases;
    this.postgres = foundation.postgres;
    this.chain = foundation.chain;
    this.kafka = foundation.kafka;
    this.processes = processes;
  }

  process(name: string): Part {
    const part = this.processes.find((candidate) => candidate.name === name);
    if (part === undefined) throw new RangeError(`no process ${name}`);
    return part;
  }

  url(name: string): string {
    return `http://127.0.0.1:${this.#portsOf(name).http}`;
  }

  grpc(name: string): string {
    return `127.0.0.1:${this.#portsOf(name).grpc}`;
  }

  clientSecret(id: string): string {
    const secret = this.setting.secrets.clients[id];
    if (secret === undefined) throw new RangeError(`no client ${id}`);
    return secret;
  }

  client(id: string, scopes: readonly string[]): OtpNotaryClient {
    return new OtpNotaryClient({
      urls: { issuer: this.url('issuer'), verifier: this.url('verifier'), audit: this.url('audit') },
      credentials: {
        tokenUrl: this.#tokenUrl,
        clientId: id,
        clientSecret: this.clientSecret(id),
        scopes,
      },
    });
  }

  async token(id: string, scopes: readonly string[]): Promise<string> {
    const basic = Buffer.from(`${id}:${this.clientSecret(id)}`).toString('base64');
    const response = await fetch(this.#tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
    });
    if (!response.ok) throw new RangeError(`no token for ${id}: status ${response.status}`);
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async mails(to?: string): Promise<readonly CaughtMail[]> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    const response = await fetch(`http://127.0.0.1:${this.ports.mailbox}/${query}`);
    return (await response.json()) as CaughtMail[];
  }

  get #tokenUrl(): string {
    return `http://127.0.0.1:${this.ports.tokens}/token`;
  }

  #portsOf(name: string) {
    const ports = this.ports.instances[name];
    if (ports === undefined) throw new RangeError(`no process ${name}`);
    return ports;
  }
}
