import { OtpNotaryClient } from '@otp-notary/sdk';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { UsageError } from './errors.js';
import { findProfile, profileSchema, readProfile, type Profile } from './profile.js';

export type Setting = keyof Profile;

/** Flags of every setting. The secret has none: arguments of a process are public. */
export const flags: Readonly<Record<Setting, string>> = {
  issuer_url: '--issuer-url <url>',
  verifier_url: '--verifier-url <url>',
  audit_url: '--audit-url <url>',
  relay_url: '--relay-url <url>',
  token_url: '--token-url <url>',
  client_id: '--client-id <id>',
  client_secret_file: '--client-secret-file <file>',
  rpc_url: '--rpc <url>',
  chain_id: '--chain-id <number>',
  contract: '--contract <address>',
};

/** The variable of a setting: `rpc_url` is `OTPCTL_RPC_URL`. */
export function variableOf(setting: Setting): string {
  return `OTPCTL_${setting.toUpperCase()}`;
}

/** What a command works with: a flag wins over a variable, which wins over the profile. */
export class Settings {
  private constructor(
    private readonly values: Profile,
    private readonly secret: string | undefined,
    /** Directory of the profile file, when there is one. */
    readonly home: string | undefined,
  ) {}

  /**
   * @param given flags by the name of their setting, and `profile`
   * @throws UsageError
   */
  static read(given: Readonly<Record<string, string | undefined>>, env: NodeJS.ProcessEnv, cwd: string): Settings {
    const path = given['profile'] ?? env['OTPCTL_PROFILE'] ?? findProfile(cwd);
    const merged: Record<string, string | undefined> = path === undefined ? {} : { ...readProfile(path) };
    for (const setting of Object.keys(flags) as Setting[]) {
      const value = given[setting] ?? (env[variableOf(setting)] || undefined);
      if (value !== undefined) merged[setting] = value;
    }
    const parsed = profileSchema.safeParse(merged);
    if (!parsed.success) throw new UsageError(`not valid: ${whatIsWrong(parsed.error)}`);
    return new Settings(parsed.data, env['OTPCTL_CLIENT_SECRET'] || undefined, path && dirname(path));
  }

  /** A setting, if it was given. */
  get<S extends Setting>(setting: S): Profile[S] {
    return this.values[setting];
  }

  /** A setting that the command cannot do without. @throws UsageError that says how to give it */
  need<S extends Setting>(setting: S): NonNullable<Profile[S]> {
    const value = this.values[setting];
    if (value === undefined) throw new UsageError(`give ${flags[setting]} or set ${variableOf(setting)}`);
    return value;
  }

  /** A client of the services whose tokens hold just these scopes. @throws UsageError */
  client(...scopes: readonly string[]): OtpNotaryClient {
    return new OtpNotaryClient({
      urls: this.#urls(),
      credentials: {
        tokenUrl: this.need('token_url'),
        clientId: this.need('client_id'),
        clientSecret: this.#clientSecret(),
        scopes,
      },
    });
  }

  #urls() {
    const { issuer_url: issuer, verifier_url: verifier, audit_url: audit } = this.values;
    return {
      ...(issuer === undefined ? {} : { issuer }),
      ...(verifier === undefined ? {} : { verifier }),
      ...(audit === undefined ? {} : { audit }),
    };
  }

  #clientSecret(): string {
    if (this.secret !== undefined) return this.secret;
    const file = this.values.client_secret_file;
    if (file === undefined) throw new UsageError('give --client-secret-file <file> or set OTPCTL_CLIENT_SECRET');
    try {
      return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch {
      throw new UsageError(`the client's secret cannot be read from ${file}`);
    }
  }
}

function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .map(({ path }) => {
      const setting = path.join('.') as Setting;
      return `${flags[setting].split(' ')[0]} (${variableOf(setting)})`;
    })
    .join(', ');
}
