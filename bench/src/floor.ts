// The floor: a bare Fastify route whose every request is one durable one-row commit. A process of its own, as a service is.
import Fastify from 'fastify';
import { Pool } from 'pg';

const url = process.env['FLOOR_DATABASE_URL'];
if (url === undefined) throw new Error('FLOOR_DATABASE_URL is not set');
/** As many as the services have. */
const pool = new Pool({ connectionString: url, max: 20 });
await pool.query(
  'create table if not exists floor (id bigint generated always as identity primary key, payload text not null)',
);
const insert = { name: 'floor', text: 'insert into floor (payload) values ($1) returning id' };

const app = Fastify();
app.post('/commit', async (request, reply) => {
  const { rows } = await pool.query<{ id: string }>({ ...insert, values: [JSON.stringify(request.body)] });
  return reply.code(201).send(rows[0]);
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ address });
process.once('disconnect', () => process.exit(0));
