import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { isDeepStrictEqual } from 'node:util';
import { schemaOf } from './openapi.js';
import { commonAnswersOf, problem, sharedAnswersIn, type OperationShape } from './openapi-problems.js';

/** Scheme of routes that everybody may call; stands only between the decorators and `documentOf`. */
export const OPEN = 'public';
/** Scheme of access tokens. */
export const TOKEN = 'token';

/** What a service says of its API as a whole. */
export interface ApiDescription {
  readonly title: string;
  readonly description: string;
  /** By the tag of its routes: what a group of them is for. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The OpenAPI document of the routes of an application: in an order that does not depend on how the application is put together,
 * every schema that has a title a component of that name, every operation with the problems that it can answer.
 */
export function documentOf(app: INestApplication, description: ApiDescription): OpenAPIObject {
  const made = SwaggerModule.createDocument(app, frameOf(description), {
    operationIdFactory: (_controller, method) => method,
  });
  for (const operation of operationsOf(made)) {
    // Fastify's name of a wildcard; its route describes it by the name that it has in the path.
    operation.parameters = operation.parameters?.filter(({ name }) => name !== '*') ?? [];
    describeAccess(operation);
  }
  const titled = new Map<string, object>();
  const paths = withReferences(made.paths, titled) as OpenAPIObject['paths'];
  withReferences(schemaOf(problem, 'output'), titled);
  const { openapi, info, tags = [], servers = [], components } = made;
  const { contact: _, ...about } = info;
  return {
    openapi,
    info: about,
    servers,
    tags,
    paths: sorted(paths),
    components: {
      ...components,
      responses: sharedAnswersIn(paths),
      schemas: sorted(Object.fromEntries(titled)),
    } as NonNullable<OpenAPIObject['components']>,
  };
}

function frameOf({ title, description, tags = {} }: ApiDescription): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The service that served this document')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An OAuth 2.0 access token (RFC 9068, `typ` `at+jwt`, ES256 or PS256) of the token provider that the service trusts. ' +
          'Claims: `iss`, `aud`, `exp`, `client_id`, `scope` (the scopes that each operation names) and `tenant`.',
      },
      TOKEN,
    );
  for (const [tag, meaning] of Object.entries(tags)) builder.addTag(tag, meaning);
  return builder.build();
}

function operationsOf(document: OpenAPIObject): OperationShape[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path as Record<string, OperationShape>));
}

function describeAccess(operation: OperationShape): void {
  // Swagger lists what the class asks, then what the method asks; the guard goes by the method when it asks anything.
  const asked = operation.security?.at(-1);
  operation.security = asked === undefined || OPEN in asked ? [] : [asked];
  operation.responses = { ...commonAnswersOf(operation), ...operation.responses };
}

/** A copy in which every schema with a title is a reference; the schemas themselves are put into `titled`. */
function withReferences(node: unknown, titled: Map<string, object>): unknown {
  if (Array.isArray(node)) return node.map((item) => withReferences(item, titled));
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withReferences(value, titled)]));
  if (!isTitledSchema(copy)) return copy;
  // What it is for belongs to the place where it is used, what it is to the component.
  const { description, ...schema } = copy;
  const known = titled.get(schema.title);
  if (known !== undefined && !isDeepStrictEqual(known, schema)) {
    throw new TypeError(`two schemas are called ${schema.title}`);
  }
  titled.set(schema.title, schema);
  return { $ref: `#/components/schemas/${schema.title}`, ...(description === undefined ? {} : { description }) };
}

/** Only schemas have a type; an example of a problem has a title, and a type that is none of JSON Schema's. */
function isTitledSchema(node: object): node is { title: string; description?: string } {
  const { title, type } = node as { title?: unknown; type?: unknown };
  return typeof title === 'string' && type === 'object';
}

function sorted<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
