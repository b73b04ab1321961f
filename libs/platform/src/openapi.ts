import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, problem, retryAfter } from './openapi-problems.js';

type SchemaObject =
  Exclude<NonNullable<Parameters<typeof ApiResponse>[0]>, undefined> extends { schema?: infer S } ? S : never;

/** A zod schema as OpenAPI 3.1 describes shapes (JSON Schema 2020-12). One with a title becomes a component of that name. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): SchemaObject {
  const { $schema: _, ...shape } = jsonSchemaOf(schema, io);
  return shape as SchemaObject;
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // The format says it; the pattern beside it is a wall of characters.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'uuid') delete jsonSchema.pattern;
    },
  });
}

/** Describes the JSON body that a route takes: the schema that `parseBody` checks it with. */
export function ApiBodyOf(schema: z.ZodType): MethodDecorator {
  return ApiBody({ required: true, schema: schemaOf(schema, 'input') });
}

/** Describes an answer of a route in JSON. What every route can answer besides is added to each (`openapi-problems.ts`). */
export function ApiAnswerOf(status: number, schema: z.ZodType, description = 'As asked'): MethodDecorator {
  return ApiResponse({
    status,
    description,
    content: { 'application/json': { schema: schemaOf(schema, 'output') } },
  });
}

/** Describes an answer of a route that is not JSON. */
export function ApiFileOf(status: number, mediaType: string, description: string, example?: string): MethodDecorator {
  const schema = mediaType.startsWith('text/') ? { type: 'string' as const } : {};
  return ApiResponse({
    status,
    description,
    content: { [mediaType]: { schema, ...(example === undefined ? {} : { example }) } },
  });
}

/** Describes what a route refuses with a status of its own, or for reasons of its own: by stable code, what it means. */
export function ApiProblemsOf(status: number, meanings: Readonly<Record<string, string>>): MethodDecorator {
  const lines = Object.entries(meanings).map(([code, meaning]) => `\`${code}\`: ${meaning}`);
  return ApiResponse({
    status,
    description: lines.length === 1 ? lines.join('') : lines.map((line) => `- ${line}`).join('\n'),
    ...(status === 503 ? { headers: retryAfter } : {}),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: schemaOf(problem, 'output') } },
  });
}

/** Says in one line, and at length if need be, what a route does. */
export function ApiSummary(summary: string, description?: string): MethodDecorator {
  return ApiOperation({ summary, ...(description === undefined ? {} : { description }) });
}

/** Describes the query that a route takes: the schema that `parseBody` checks it with. */
export function ApiQueryOf(schema: z.ZodObject): MethodDecorator {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input');
  const queries = Object.entries(properties).map(([name, shape]) =>
    ApiQuery({ name, required: required.includes(name), ...described(shape) }),
  );
  return applyDecorators(...queries);
}

/** Describes a part of the path that a route takes: the schema that `parseBody` checks it with. */
export function ApiPathPartOf(name: string, schema: z.ZodType): MethodDecorator {
  return ApiParam({ name, required: true, ...described(schemaOf(schema, 'input')) });
}

/** Describes the header that makes a retry safe. @param description what the same key promises on this route */
export function ApiIdempotencyKey(description: string): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description,
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$', examples: ['6f1c1c52-login-1'] },
  });
}

/** The description of a parameter belongs to the parameter: readers show that of its schema late or never. */
function described(shape: unknown): { readonly schema: SchemaObject; readonly description?: string } {
  const { description, ...schema } = shape as { description?: string };
  return { schema: schema as SchemaObject, ...(description === undefined ? {} : { description }) };
}
