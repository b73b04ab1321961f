import { sleep } from '@otp-notary/platform';
import type { Pace } from '../domain/ports.js';

/**
 * Holds refusals back until a fixed time after the request began. The kinds of refusal differ by some ten microseconds of
 * work; behind a floor that is longer than all of them, nobody can measure which one it was.
 */
export function steadyPace(floorMs: number): Pace {
  return {
    begin() {
      const begun = performance.now();
      return { held: () => sleep(Math.max(0, floorMs - (performance.now() - begun))) };
    },
  };
}
