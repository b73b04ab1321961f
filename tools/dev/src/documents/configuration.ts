import type { ConfigEntry } from '@otp-notary/platform';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { serviceNames, type ServiceName } from '../system/options.js';
import { serviceDirectory } from '../system/places.js';
import { table } from './table.js';

const run = promisify(execFile);

/** What each service's `src/config.ts` calls the shape of its config. */
const shapeOf: Readonly<Record<ServiceName, string>> = {
  issuer: 'issuerConfig',
  verifier: 'verifierConfig',
  audit: 'auditConfig',
  'chain-relay': 'relayConfig',
};

const INTRODUCTION = `# Configuration

<!-- Written by \`npm run docs\` from the schemas that the services check their environment with. -->

A service reads its configuration from environment variables once, at its start, and prints it with every secret redacted. An empty
variable counts as absent. A variable that begins with \`OTP_\` and is not listed for the service stops the start, so that a misspelt
one is never silently ignored; so does a value that does not fit. The line that says so names variables, never their values.

Secrets (marked so) are for the service alone: hand them over from a secret store, not from files that are kept with the code.
They are never printed, logged or shown in an error. Passwords inside other URLs are redacted as well.

Variables that begin with \`OTP_NOTARY_\` belong to the tools of this repository, and services do not look at them.
`;

const POLICIES = `## The policies file

\`OTP_POLICIES_PATH\` of the issuer names a JSON file with the rules of codes: \`default\` for every tenant, \`tenants\` for single ones, by the
claim \`tenant\` of their access tokens. What a tenant's rules do not say, the default says.

\`\`\`json
{ "default": { "life_seconds": 45 }, "tenants": { "acme": { "alphabet": "crockford", "length": 8 } } }
\`\`\`
`;

/** docs/configuration.md: every variable of every service. */
export async function configurationDocument(): Promise<string> {
  const own = await Promise.all(serviceNames.map(referenceOf));
  const shared = own[0]?.filter((entry) => own.every((entries) => entries.some((other) => isSame(entry, other)))) ?? [];
  const services = serviceNames.map((service, index) => {
    const entries = own[index]?.filter((entry) => !shared.includes(entry) && !shared.some((one) => isSame(one, entry)));
    return `## ${service}\n\n${tableOf(entries ?? [])}`;
  });
  return [INTRODUCTION, `## Every service\n\n${tableOf(shared)}`, ...services, POLICIES, await policies()].join('\n');
}

function isSame(one: ConfigEntry, other: ConfigEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tableOf(entries: readonly ConfigEntry[]): string {
  return table(
    ['variable', 'holds', 'when absent', 'meaning'],
    entries.map(({ variable, type, secret, required, fallback, description }) => [
      `\`${variable}\``,
      secret ? `${type}, **secret**` : type,
      required ? '**required**' : fallback === undefined ? '' : `\`${fallback}\``,
      description,
    ]),
  );
}

/** No tool imports a service: each tells of its own config in a process of its own. */
async function referenceOf(service: ServiceName): Promise<ConfigEntry[]> {
  return await told<ConfigEntry[]>(
    service,
    `import { configReference } from '@otp-notary/platform';
     import { ${shapeOf[service]} as shape } from './dist/src/config.js';
     process.stdout.write(JSON.stringify(configReference(shape)));`,
  );
}

async function policies(): Promise<string> {
  const rules = await told<{ member: string; description: string; fallback: string }[]>(
    'issuer',
    `import { policyReference } from '@otp-notary/challenge';
     process.stdout.write(JSON.stringify(policyReference()));`,
  );
  return table(
    ['member', 'when absent', 'meaning'],
    rules.map(({ member, fallback, description }) => [`\`${member}\``, `\`${fallback}\``, description]),
  );
}

async function told<T>(service: ServiceName, program: string): Promise<T> {
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await run(process.execPath, args, { cwd: serviceDirectory(service) });
  return JSON.parse(stdout) as T;
}
