import type { Settings } from '../../settings.js';

/** Something is wrong, and what to do about it. */
export class Ailment extends Error {
  constructor(
    message: string,
    readonly todo: string,
  ) {
    super(message);
  }
}

/** One thing to look at. */
export interface Diagnosis {
  readonly name: string;
  /** Says what is well. @throws Ailment; UsageError when it is not set up */
  look(settings: Settings): Promise<string>;
}
