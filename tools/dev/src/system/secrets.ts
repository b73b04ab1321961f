import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DataDir } from './data-dir.js';
import { serviceNames, type ClientPlan, type ServiceName } from './options.js';

const secretsSchema = z.object({
  /** Of the PostgreSQL superuser. */
  postgres: z.string(),
  /** Passphrases of the keystores. */
  keystores: z.record(z.enum(serviceNames), z.string()),
  /** By client id of the token provider. */
  clients: z.record(z.string(), z.string()),
});

/** What must stay secret and the same over restarts. Kept in one file with mode 600 behind a directory with mode 700. */
export interface Secrets {
  readonly postgres: string;
  readonly keystores: Readonly<Record<ServiceName, string>>;
  readonly clients: Readonly<Record<string, string>>;
}

const FILE = 'secrets/passwords.json';

/** Reads the secrets; makes those that do not exist yet, such as one for a new client. */
export async function loadSecrets(data: DataDir, clients: readonly ClientPlan[]): Promise<Secrets> {
  const kept = (await data.has(FILE))
    ? secretsSchema.parse(JSON.parse(await readFile(data.at(FILE), 'utf8')))
    : undefined;
  const secrets: Secrets = {
    postgres: kept?.postgres ?? made(),
    keystores: kept?.keystores ?? {
      issuer: made(),
      verifier: made(),
      audit: made(),
      'chain-relay': made(),
    },
    clients: Object.fromEntries(clients.map(({ id }) => [id, kept?.clients[id] ?? made()])),
  };
  await data.write(FILE, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function made(): string {
  return randomBytes(24).toString('base64url');
}
