import { after, before, test } from 'node:test';
import { killAtRandom, pauseLeaders } from './faults.js';
import { Line } from './line.js';
import { Production } from './production.js';

let line: Line;
let production: Production;

before(async () => {
  line = await Line.start();
  production = new Production(line);
});
after(() => line.stop());

test('log-05: a writer killed 40 times loses nothing, doubles nothing and never signs a fork', async () => {
  await killAtRandom(line, production, { kills: 40, pauseMs: 100 });
});

test('log-04: leaders paused 12 times in turn write nothing when they go on', async () => {
  await pauseLeaders(line, production, 12);
});
