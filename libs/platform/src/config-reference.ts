import { z } from 'zod';
import { variableOf } from './config.js';
import { Secret } from './secret.js';

/** One line of the reference of a config. */
export interface ConfigEntry {
  readonly variable: string;
  readonly description: string;
  /** What may stand in the variable, for people, e.g. `whole number, 0 to 65535`. */
  readonly type: string;
  readonly required: boolean;
  /** Whether it must be kept from everybody but the service. */
  readonly secret: boolean;
  /** What holds when the variable is absent, as it would stand in it. */
  readonly fallback?: string;
}

/** The reference of a config, for its documentation. */
export function configReference(shape: z.ZodRawShape): ConfigEntry[] {
  return Object.entries(shape).map(([member, schema]) => {
    const { inner, fallback } = unwrapped(schema);
    const isSecret = z.safeParse(inner, 'x').data instanceof Secret;
    const entry = {
      variable: variableOf(member),
      description: z.globalRegistry.get(schema)?.description ?? '',
      type: typeOf(inner),
      required: !z.safeParse(schema, undefined).success,
      secret: isSecret,
    };
    return fallback === undefined ? entry : Object.assign(entry, { fallback: textOf(fallback) });
  });
}

/** What a variable must hold when it is there, and what counts when it is not. */
function unwrapped(schema: z.core.$ZodType): { readonly inner: z.core.$ZodType; readonly fallback?: unknown } {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return { ...unwrapped(schema.unwrap()), fallback: schema.def.defaultValue };
  }
  return { inner: schema };
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

function typeOf(schema: z.core.$ZodType): string {
  if (Array.isArray(z.safeParse(schema, 'x').data)) return 'list, comma-separated';
  if (schema instanceof z.ZodBigInt) return `whole number${rangeOf(Number(schema.minValue ?? 0))}`;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (shape.enum !== undefined) return shape.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (shape.type === 'integer') return `whole number${rangeOf(shape.minimum, shape.maximum)}`;
  if (shape.type === 'number') return shape.exclusiveMinimum === 0 ? 'number, more than 0' : 'number';
  return shape.format === 'uri' ? 'URL' : 'text';
}

/** JSON Schema bounds every integer; the bounds of doubles are nobody's rule. */
function rangeOf(least?: number, most: number = Number.MAX_SAFE_INTEGER): string {
  const from = least === undefined || least === Number.MIN_SAFE_INTEGER ? '' : `, ${least}`;
  if (most === Number.MAX_SAFE_INTEGER) return from === '' ? '' : `${from} or more`;
  return `${from === '' ? ', up' : from} to ${most}`;
}
