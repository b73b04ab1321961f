import { OtpError } from '@otp-notary/errors';
import { z } from 'zod';
import { REDACTED, Secret, secret } from './secret.js';

/** The environment does not describe a service. The message names members and what they must be, never their values. */
export class ConfigInvalid extends OtpError {
  readonly code = 'OTP_CONFIG_INVALID';
  readonly shown = { http: 500, grpc: 13, title: 'Configuration invalid' };
}

/** Variables of the tools (caches, test set-up), not of services. */
const TOOL_PREFIX = 'OTP_NOTARY_';

/** `databaseUrl` → `OTP_DATABASE_URL`. */
export function variableOf(member: string): string {
  return `OTP_${member.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/**
 * Reads the OTP_* variables: member `databaseUrl` from OTP_DATABASE_URL. An empty variable counts as absent; an OTP_* variable
 * that the shape does not know is refused, so that a misspelt one is never silently ignored.
 * @throws ConfigInvalid once, with everything that is wrong
 */
export function readConfig<S extends z.ZodRawShape>(shape: S, env: NodeJS.ProcessEnv): z.infer<z.ZodObject<S>> {
  const members = new Map(Object.keys(shape).map((member) => [variableOf(member), member]));
  const given: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith('OTP_') || variable.startsWith(TOOL_PREFIX)) continue;
    const member = members.get(variable);
    if (member === undefined) wrong.push(`${variable} is not known`);
    else if (value !== undefined && value !== '') given[member] = value;
  }
  const result = z.object(shape).safeParse(given);
  if (!result.success) wrong.push(...result.error.issues.map((issue) => fault(issue, given)));
  if (wrong.length > 0 || !result.success) throw new ConfigInvalid(`Configuration: ${wrong.join('; ')}`);
  return result.data;
}

function fault(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const member = String(issue.path[0]);
  if (!(member in given)) return `${variableOf(member)} is missing`;
  return `${variableOf(member)} is not valid (${issue.message})`;
}

/** The config as it may be printed: secrets and the passwords inside URLs are redacted. */
export function describeConfig(config: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([member, value]) => [member, describe(value)]));
}

function describe(value: unknown): unknown {
  if (value instanceof Secret) return REDACTED;
  if (typeof value === 'string') return withoutPassword(value);
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(describe);
  if (value !== null && typeof value === 'object') return describeConfig(value);
  return value;
}

function withoutPassword(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*:[^/]*@/i, `$1${REDACTED}@`);
}

/** Schema of a comma-separated list. */
export const list: z.ZodType<string[]> = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const port = z.coerce.number().int().min(0).max(65_535);
const webUrl = z.url({ protocol: /^https?$/ });
const milliseconds = z.coerce.number().int().min(0);

/** Members of every service's config. */
export const platformConfig = {
  httpHost: z.string().default('127.0.0.1').describe('Address that REST and metrics listen on'),
  httpPort: port.default(8080).describe('Port of the REST API; 0 takes a free one'),
  grpcHost: z.string().optional().describe('Address that gRPC listens on; OTP_HTTP_HOST when absent'),
  grpcPort: port.default(9090).describe('Port of the gRPC API; 0 takes a free one'),
  metricsPort: port.default(9464).describe('Port of /metrics; 0 takes a free one'),
  jwksUrl: webUrl.describe('Where the keys that sign access tokens are published (JWKS)'),
  issuerUrl: webUrl.describe('The `iss` of access tokens'),
  audience: z.string().min(1).default('otp-notary').describe('The `aud` of access tokens'),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log lines that are written'),
  otlpEndpoint: webUrl.optional().describe('OTLP/HTTP collector that gets the traces; none are made when absent'),
  drainMs: milliseconds
    .default(0)
    .describe('Milliseconds between "not ready" and the end of accepting, for load balancers to notice'),
  shutdownMs: milliseconds.default(10_000).describe('Milliseconds that a shutdown may take before it is forced'),
};

export type PlatformConfig = z.infer<z.ZodObject<typeof platformConfig>>;

/** Members of a service that has a database. */
export const databaseConfig = {
  databaseUrl: secret.describe('PostgreSQL URL of the service role'),
  migrationUrl: secret.optional().describe('PostgreSQL URL of the owner role; when set, the service migrates at start'),
  databaseConnections: z.coerce.number().int().min(2).max(200).default(16).describe('Connections of the pool at most'),
};

/** Members of a service that is on the bus. */
export const busConfig = {
  bus: z.enum(['postgres', 'kafka']).default('postgres').describe('Which adapter of the bus'),
  busUrl: secret.optional().describe('PostgreSQL URL of the bus database (bus "postgres")'),
  kafkaBrokers: list.optional().describe('Brokers host:port, comma-separated (bus "kafka")'),
};
