import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier as id, escapeLiteral } from 'pg';

export interface DatabaseUrls {
  /** The service's role, named like the database: owns nothing, no superuser, row-level security binds it. */
  readonly url: string;
  /** `<name>_owner`, which runs the migrations. */
  readonly ownerUrl: string;
}

/**
 * Makes a database with its owner role and its service role, or gives both new passwords when they exist.
 * Nobody else may connect to it, and the service role may not create anything.
 */
export async function createDatabase(superUrl: string, name: string): Promise<DatabaseUrls> {
  const owner = `${name}_owner`;
  const passwords = { owner: randomBytes(18).toString('base64url'), service: randomBytes(18).toString('base64url') };
  await asSuperuser(superUrl, async (client) => {
    for (const [role, password] of [
      [owner, passwords.owner],
      [name, passwords.service],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      const verb = rowCount === 0 ? 'create' : 'alter';
      await client.query(
        `${verb} role ${id(role)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${escapeLiteral(password)}`,
      );
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${id(name)} owner ${id(owner)}`);
    await client.query(`revoke all on database ${id(name)} from public`);
    await client.query(`grant connect on database ${id(name)} to ${id(name)}`);
  });
  await asSuperuser(urlOf(superUrl, name), async (client) => {
    await client.query('revoke all on schema public from public');
    await client.query(`grant usage on schema public to ${id(name)}`);
  });
  return {
    url: urlOf(superUrl, name, name, passwords.service),
    ownerUrl: urlOf(superUrl, name, owner, passwords.owner),
  };
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(superUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(superUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}
