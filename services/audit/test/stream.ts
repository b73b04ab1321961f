import { randomInt, randomUUID } from 'node:crypto';
import type { LoggedEvent } from '../src/domain/draft.js';
import { closed, issued, opened, rejected, verified } from '../src/domain/events.fixture.js';

/** A batch of codes: every third is used, after a refusal, and the last position is void. */
export function batchOf(batch: number, codes: number): LoggedEvent[] {
  const events: LoggedEvent[] = [opened(batch)];
  for (let position = 0; position < codes; position += 1) {
    const code = { batch, position, challenge: randomUUID() };
    events.push(issued(code));
    if (position % 3 === 0) events.push(rejected(code), verified(code));
  }
  return [...events, closed(batch, codes + 1, [codes])];
}

/** The same with neighbours out of order, as events of several topics and partitions arrive. */
export function shuffledBatch(batch: number, codes: number): LoggedEvent[] {
  return batchOf(batch, codes)
    .map((event, at) => ({ event, key: at + randomInt(60) }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
}
