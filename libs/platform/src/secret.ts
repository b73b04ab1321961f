import { inspect } from 'node:util';
import { z } from 'zod';

/** What stands in the place of a value that must not be shown. */
export const REDACTED = '[redacted]';

/** A value that shows itself only when asked by name: never through text, JSON or inspection. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

/** Schema of a config member that is a secret. */
export const secret: z.ZodType<Secret> = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));
