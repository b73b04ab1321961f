import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from './child.js';
import { createDatabase, type DatabaseUrls } from './database.js';
import { PartDidNotStart } from './errors.js';
import { assertPortFree, freePort } from './ports.js';
import { assertEnterable, assertRunnable, postgresBinary, postgresRunner, type Runner } from './postgres-binaries.js';
import { childrenOf, isAlive } from './process-table.js';

export interface PostgresOptions {
  /** Kept when the server stops; without it a temporary directory that is removed. */
  readonly dataDir?: string;
  /** Free one unless given. */
  readonly port?: number;
  /** Server settings, e.g. `{ max_connections: '200' }`. Durability stays as PostgreSQL ships it. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the superuser. Must be given, and stay the same, with a `dataDir` that is used again. */
  readonly password?: string;
  readonly logFile?: string;
}

/** A running PostgreSQL 18 on loopback. */
export interface Postgres {
  readonly superUrl: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** See `createDatabase`: owner and service role get new passwords each time, the data stays. */
  createDatabase(name: string): Promise<DatabaseUrls>;
  /** Fast shutdown: open transactions are rolled back, all that was committed is on disk. */
  stop(): Promise<void>;
  /** SIGKILL of the postmaster and of every backend. */
  crash(): Promise<void>;
  /** Starts it again on the same port after `stop` of a kept directory, or after `crash`. */
  restart(): Promise<void>;
  /** Resolves when the server has ended, whoever ended it. */
  exited(): Promise<unknown>;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_min_messages: 'fatal',
  logging_collector: 'off',
};

/** Starts PostgreSQL, with a new cluster when the directory holds none. @throws PartDidNotStart */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const runner = await postgresRunner();
  const temporary = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'otp-notary-pg-')) : undefined;
  const dataDir = options.dataDir ?? join(temporary ?? '', 'data');
  if (temporary !== undefined) await chmod(temporary, 0o711);
  const server = new Server(options, dataDir, temporary, runner, options.port ?? (await freePort()));
  try {
    await server.initialise();
    await server.restart();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

class Server implements Postgres {
  readonly #password: string;
  readonly #postgres = postgresBinary('postgres');
  #child: Child | undefined;

  constructor(
    private readonly options: PostgresOptions,
    private readonly dataDir: string,
    private readonly temporary: string | undefined,
    private readonly runner: Runner | undefined,
    readonly port: number,
  ) {
    this.#password = options.password ?? randomBytes(18).toString('base64url');
  }

  get superUrl(): string {
    return `postgres://postgres:${this.#password}@127.0.0.1:${this.port}/postgres`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async initialise(): Promise<void> {
    if (this.runner !== undefined) {
      await assertEnterable(this.#postgres, this.runner);
      await mkdir(this.dataDir, { recursive: true, mode: 0o700 });
      await assertEnterable(this.dataDir, this.runner);
      await chown(this.dataDir, this.runner.uid, this.runner.gid);
    }
    await assertRunnable(this.#postgres);
    if (await exists(join(this.dataDir, 'PG_VERSION'))) {
      if (this.options.password === undefined) throw new PartDidNotStart(`${this.dataDir} needs its password`);
      return;
    }
    await this.#initdb();
  }

  async #initdb(): Promise<void> {
    const secret = await mkdtemp(join(tmpdir(), 'otp-notary-pw-'));
    const passwordFile = join(secret, 'password');
    try {
      await writeFile(passwordFile, `${this.#password}\n`, { mode: 0o600 });
      if (this.runner !== undefined) {
        for (const path of [secret, passwordFile]) await chown(path, this.runner.uid, this.runner.gid);
      }
      const child = await Child.start({
        name: 'initdb',
        command: postgresBinary('initdb'),
        // The builtin provider: text sorts the same on every machine, whatever locales it has.
        args: [
          `--pgdata=${this.dataDir}`,
          '--username=postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--locale=C',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          ...(this.temporary === undefined ? [] : ['--no-sync']),
        ],
        env: environment(),
        ...this.runner,
      });
      const { code } = await child.exited;
      if (code !== 0) throw new PartDidNotStart(`PostgreSQL cannot lay out ${this.dataDir}: ${child.tail()}`);
    } finally {
      await rm(secret, { recursive: true, force: true });
    }
  }

  async restart(): Promise<void> {
    if (this.#child !== undefined && this.#child.ended === undefined) return;
    await assertPortFree(this.port, 'PostgreSQL');
    const settings = { ...SETTINGS, ...this.options.settings };
    this.#child = await Child.start({
      name: 'PostgreSQL',
      command: this.#postgres,
      args: [
        '-D',
        this.dataDir,
        '-p',
        String(this.port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      env: environment(),
      ...this.runner,
      ...(this.options.logFile === undefined ? {} : { logFile: this.options.logFile }),
    });
    await this.#child.until(() => this.#query('select 1'), 60_000);
  }

  createDatabase(name: string): Promise<DatabaseUrls> {
    return createDatabase(this.superUrl, name);
  }

  async stop(): Promise<void> {
    await this.#child?.end('SIGINT', 15_000);
    if (this.temporary !== undefined) await rm(this.temporary, { recursive: true, force: true });
  }

  async crash(): Promise<void> {
    if (this.#child === undefined || this.#child.ended !== undefined) return;
    const backends = await childrenOf(this.#child.pid);
    const gone = this.#child.kill();
    for (const pid of backends) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Already gone: backends end by themselves when they see the postmaster dead.
      }
    }
    await gone;
    // A backend that still holds the shared memory would make the restart fail.
    while (backends.some((pid) => isAlive(pid))) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async exited(): Promise<unknown> {
    return this.#child?.exited;
  }

  async #query(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.superUrl, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function environment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
