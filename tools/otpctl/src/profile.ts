import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from './errors.js';

/** Where `npm start` writes the profile of its own services, below the directory it runs in. */
export const PROFILE_PATH = '.data/otpctl.json';

const url = z.url({ protocol: /^https?$/ });

/**
 * The profile file: all that otpctl otherwise takes from `OTPCTL_*` variables and flags of the same names
 * (`issuer_url` is `OTPCTL_ISSUER_URL` and `--issuer-url`; `rpc_url` is `--rpc`). Every member may be left out; unknown
 * ones are refused.
 */
export const profileSchema = z.strictObject({
  /** Base URLs of the REST APIs. */
  issuer_url: url.optional(),
  verifier_url: url.optional(),
  audit_url: url.optional(),
  relay_url: url.optional(),
  /** OAuth 2.0 token endpoint (client credentials). */
  token_url: url.optional(),
  client_id: z.string().min(1).optional(),
  /** File with the client's secret and nothing else; relative to the profile file. The secret itself never stands here. */
  client_secret_file: z.string().min(1).optional(),
  /** JSON-RPC endpoint of an Ethereum node. */
  rpc_url: url.optional(),
  /** Decimal, as in the proof bundle. */
  chain_id: z
    .string()
    .regex(/^(0|[1-9][0-9]{0,77})$/)
    .optional(),
  /** Address of the OtpNotary proxy. */
  contract: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .optional(),
});

/** A profile as it stands in its file. */
export type Profile = z.infer<typeof profileSchema>;

/** Reads a profile file; paths inside it become absolute. @throws UsageError that names members, never values */
export function readProfile(path: string): Profile {
  const file = resolve(path);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`profile ${file} cannot be read as JSON`);
  }
  const parsed = profileSchema.safeParse(json);
  if (!parsed.success) {
    const members = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    );
    throw new UsageError(`profile ${file}: not valid: ${members.join(', ')}`);
  }
  const { client_secret_file: secret, ...rest } = parsed.data;
  return secret === undefined ? rest : { ...rest, client_secret_file: resolve(dirname(file), secret) };
}

/** The profile that `npm start` wrote in this directory or one above, if any. */
export function findProfile(directory: string): string | undefined {
  for (let at = resolve(directory); ; at = dirname(at)) {
    const path = join(at, PROFILE_PATH);
    if (existsSync(path)) return path;
    if (dirname(at) === at) return undefined;
  }
}
