import { retry } from '@otp-notary/platform';
import { DatabaseError, escapeIdentifier as id, type ClientBase } from 'pg';

type Client = Pick<ClientBase, 'query'>;

/** A table says what the service role may do with it in its comment: `grants: select, insert`. Silence means all four. */
const GRANTS = /\bgrants: ((?:select|insert|update|delete|none)(?:, (?:select|insert|update|delete))*)/;
const ALL = 'select, insert, update, delete';

// Partitions get no grants: a direct read of a partition would pass by the policies of its parent.
const TABLES = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as comment
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
  order by c.relname`;

/**
 * Gives `role` exactly what the tables of the schema `public` grant, and takes everything else: no truncate, no
 * references, no triggers, no tables of its own, not even temporary ones. Roles that are not named cannot connect.
 */
export async function grantTo(client: Client, role: string): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; comment: string | null }>(TABLES);
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = id(rows[0]?.name ?? '');
  const statements = [
    `revoke all on database ${database} from public`,
    `revoke all on schema public from public, ${id(role)}`,
    `revoke all on all tables in schema public from ${id(role)}`,
    `grant connect on database ${database} to ${id(role)}`,
    `grant usage on schema public to ${id(role)}`,
    `grant usage on all sequences in schema public to ${id(role)}`,
    ...tables.flatMap(({ name, comment }) => {
      const privileges = GRANTS.exec(comment ?? '')?.[1] ?? ALL;
      return privileges === 'none' ? [] : [`grant ${privileges} on public.${id(name)} to ${id(role)}`];
    }),
  ];
  await retry('grants', () => granted(client, statements), {
    attempts: 8,
    timeoutMs: 30_000,
    firstDelayMs: 50,
    isFinal,
  });
}

/** All or nothing: the role never stands without its grants in between. */
async function granted(client: Client, statements: readonly string[]): Promise<void> {
  try {
    await client.query(['begin', ...statements, 'commit'].join(';\n'));
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * A process that is up already may make or drop a partition meanwhile: grants that meet it in the catalogue fail
 * (`XX000 tuple concurrently updated`, a table that is gone, a deadlock), and stand when they are made again.
 */
function isFinal(error: unknown): boolean {
  const code = error instanceof DatabaseError ? error.code : undefined;
  return code !== 'XX000' && code !== '42P01' && code !== '40P01';
}
