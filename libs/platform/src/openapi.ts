import { applyDecorators, type INestApplication } from '@nestjs/common';
import {
  ApiBody,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  SwaggerModule,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { z } from 'zod';

type SchemaObject =
  Exclude<NonNullable<Parameters<typeof ApiResponse>[0]>, undefined> extends { schema?: infer S } ? S : never;

/** A zod schema as OpenAPI 3.1 describes shapes (JSON Schema 2020-12). */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): SchemaObject {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return shape as SchemaObject;
}

/** Describes the JSON body that a route takes: the schema that `parseBody` checks it with. */
export function ApiBodyOf(schema: z.ZodType): MethodDecorator {
  return ApiBody({ required: true, schema: schemaOf(schema, 'input') });
}

/** Describes an answer of a route, and the problems that every route can answer. */
export function ApiAnswerOf(status: number, schema: z.ZodType, description = 'As asked'): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status,
      description,
      content: { 'application/json': { schema: schemaOf(schema, 'output') } },
    }),
    ApiResponse({ status: '4XX', description: 'Refused', content: problemContent }),
    ApiResponse({ status: '5XX', description: 'Failed; nothing more is said', content: problemContent }),
  );
}

/** Says in one line, and at length if need be, what a route does. */
export function ApiSummary(summary: string, description?: string): MethodDecorator {
  return ApiOperation({ summary, ...(description === undefined ? {} : { description }) });
}

/** Describes the query that a route takes: the schema that `parseBody` checks it with. */
export function ApiQueryOf(schema: z.ZodObject): MethodDecorator {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const queries = Object.entries(properties).map(([name, shape]) =>
    ApiQuery({ name, required: required.includes(name), schema: shape as SchemaObject }),
  );
  return applyDecorators(...queries);
}

/** RFC 9457. */
const problem = z.object({
  type: z.string().describe('urn:otp-notary:problem:<code>'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string().describe('Stable identifier of the kind of error'),
  trace_id: z.string().optional(),
});

const problemContent = { 'application/problem+json': { schema: schemaOf(problem, 'output') } };

/** Scheme of routes that everybody may call; stands only between the decorators and `documentOf`. */
export const OPEN = 'public';
/** Scheme of access tokens. */
export const TOKEN = 'token';

/** The OpenAPI document of the routes of an application. */
export function documentOf(app: INestApplication, about: { title: string; description: string }): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(about.title)
    .setDescription(about.description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT (RFC 9068)' }, TOKEN)
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      // Swagger lists what the class asks, then what the method asks; the guard goes by the method when it asks anything.
      const asked = operation.security?.at(-1);
      operation.security = asked === undefined || OPEN in asked ? [] : [asked];
    }
  }
  return document;
}

interface Operation {
  security?: Record<string, string[]>[];
}
