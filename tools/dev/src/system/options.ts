import type { ServiceClient } from '@otp-notary/testkit';
import type { Narrator } from './narrator.js';

/** How often things happen, and how long codes live. */
export interface Cadence {
  /** Codes of one batch at most, and the age at which it closes. */
  readonly batchCodes: number;
  readonly batchAgeMs: number;
  /** How soon the batch of an issuer that died may be closed by another. */
  readonly leaseMs: number;
  /** How far beyond the end of a batch's last code everything must be read before it is settled. */
  readonly graceMs: number;
  /** How often the log signs a checkpoint when leaves are new, and how old the oldest leaf without an anchor may get. */
  readonly checkpointMs: number;
  readonly anchorAgeMs: number;
  /** What the contract takes for the longest life of a code, grace included, seconds. */
  readonly lifeSeconds: number;
}

/** Codes of 15 s and a grace of 2 s: with anchors every few seconds a whole proof stands half a minute after its code. */
export const demoCadence: Cadence = {
  batchCodes: 10_000,
  batchAgeMs: 1_000,
  leaseMs: 3_000,
  graceMs: 1_000,
  checkpointMs: 500,
  anchorAgeMs: 2_000,
  lifeSeconds: 17,
};

/** The policies file of the issuer: rules for every tenant and for single ones (libs/challenge). */
export interface Policies {
  readonly default?: Readonly<Record<string, unknown>>;
  readonly tenants?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const demoPolicies: Policies = { default: { life_seconds: 15, resend_after_seconds: 10 } };

/** A client of the token provider; its secret is made and kept with the data. */
export type ClientPlan = Omit<ServiceClient, 'secret'>;

export const demoClients: readonly ClientPlan[] = [
  { id: 'demo', tenant: 'demo', scopes: ['otp:issue', 'otp:verify', 'audit:read', 'relay:operate'] },
];

export interface SystemOptions {
  /** Kept after `stop`; without it a temporary directory that is removed. */
  readonly dataDir?: string;
  /** The documented ports plus an offset, or free ones (default). */
  readonly ports?: 'free' | { readonly offset: number };
  readonly bus?: 'postgres' | 'kafka';
  /** Brokers of one's own, with bus 'kafka'; without them a broker is started. */
  readonly kafkaBrokers?: readonly string[];
  /** A chain of one's own; without it one is started. */
  readonly rpcUrl?: string;
  /** Private key (0x…) of the funded account that deploys and anchors; needed with `rpcUrl` when the data is new. */
  readonly relayKey?: string;
  /** Verifier processes, 1 unless told. The first has the documented ports. */
  readonly verifiers?: number;
  /** Issuer processes, 1 unless told. */
  readonly issuers?: number;
  readonly cadence?: Partial<Cadence>;
  readonly policies?: Policies;
  /** Clients of the token provider; `otpctl.json` in the data directory speaks for the first one. */
  readonly clients?: readonly ClientPlan[];
  /** More variables for a service, by its name; they win. */
  readonly environment?: Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>>;
  /** Server settings of PostgreSQL. */
  readonly databaseSettings?: Readonly<Record<string, string>>;
  readonly narrator?: Narrator;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
  /** Called when a part ends that nobody ended. */
  readonly onDeath?: (line: string) => void;
}

export const serviceNames = ['issuer', 'verifier', 'audit', 'chain-relay'] as const;
export type ServiceName = (typeof serviceNames)[number];
