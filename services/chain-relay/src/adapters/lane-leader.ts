import type { Leadership } from '@otp-notary/persistence';
import { runLoop, type Logger, type Metrics } from '@otp-notary/platform';
import { LaneLost } from '../domain/errors.js';
import type { Lane } from '../domain/lane.js';

export interface LaneLeaderParts {
  readonly leadership: Leadership;
  /** A lane for one term. */
  readonly lane: (fence: bigint) => Lane;
  /** Pause after a round that changed nothing, ms. */
  readonly everyMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Works the lane whenever this process leads it. */
export class LaneLeader {
  constructor(private readonly parts: LaneLeaderParts) {}

  /** Until `signal` aborts. Never throws. */
  run(signal: AbortSignal): Promise<void> {
    const { leadership, lane, everyMs, log, metrics } = this.parts;
    return leadership.run(async (term) => {
      const work = lane(term.fence);
      const lost = new AbortController();
      const round = async (): Promise<'again' | 'idle'> => {
        try {
          return await work.advance();
        } catch (error) {
          if (error instanceof LaneLost) lost.abort(error);
          throw error;
        }
      };
      await runLoop('lane', everyMs, round, { log, metrics, signal: AbortSignal.any([term.signal, lost.signal]) });
      // Whoever leads now has raised the fence: this term can write nothing more, and ends as a failed one.
      lost.signal.throwIfAborted();
    }, signal);
  }
}
