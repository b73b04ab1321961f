import { once } from 'node:events';
import { Leadership } from '../src/index.js';
import { leadershipOf } from './one-database.js';

/** Wants to lead until it is killed; prints `begin FENCE` and `end FENCE`. */
const leadership = new Leadership(leadershipOf(process.argv[2] ?? ''));
await leadership.run(async ({ fence, signal }) => {
  process.stdout.write(`begin ${fence}\n`);
  await once(signal, 'abort');
  process.stdout.write(`end ${fence}\n`);
}, new AbortController().signal);
