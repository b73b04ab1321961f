import type { Cadence, ServiceName } from './options.js';
import type { ServicePorts } from './ports.js';

/** What one service process is told; everything that differs between services is undefined where it does not apply. */
export interface ServiceSettings {
  readonly ports: ServicePorts;
  readonly jwksUrl: string;
  readonly issuerUrl: string;
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly bus:
    | { readonly kind: 'postgres'; readonly url: string }
    | { readonly kind: 'kafka'; readonly brokers: readonly string[] };
  readonly keystorePath: string;
  readonly passphrase: string;
  readonly origin: string;
  readonly cadence: Cadence;
  readonly policiesPath: string;
  readonly smtpPort: number;
  readonly signedStatePath: string;
  readonly auditGrpcPort: number;
  readonly chain: {
    readonly rpcUrl: string;
    readonly chainId: number;
    readonly contract: string;
    readonly codeHash: string;
    /** Seconds between two blocks. */
    readonly blockSeconds: number;
  };
  readonly relayClient: { readonly tokenUrl: string; readonly id: string; readonly secret: string };
}

type Variables = Readonly<Record<string, string | number>>;

/** Only of the services' own variables: nothing is inherited but the path. */
export function environmentOf(
  service: ServiceName,
  settings: ServiceSettings,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const variables = { ...common(settings), ...ofService[service](settings), ...more };
  const entries = Object.entries(variables).map(([name, value]) => [name, String(value)] as const);
  return { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(entries) };
}

function common({ ports, bus, ...settings }: ServiceSettings): Variables {
  return {
    OTP_HTTP_HOST: '127.0.0.1',
    OTP_HTTP_PORT: ports.http,
    OTP_GRPC_PORT: ports.grpc,
    OTP_METRICS_PORT: ports.metrics,
    OTP_JWKS_URL: settings.jwksUrl,
    OTP_ISSUER_URL: settings.issuerUrl,
    OTP_DATABASE_URL: settings.databaseUrl,
    OTP_MIGRATION_URL: settings.migrationUrl,
    OTP_BUS: bus.kind,
    ...(bus.kind === 'postgres' ? { OTP_BUS_URL: bus.url } : { OTP_KAFKA_BROKERS: bus.brokers.join(',') }),
    OTP_KEYSTORE_PATH: settings.keystorePath,
    OTP_KEYSTORE_PASSPHRASE: settings.passphrase,
  };
}

const ofService: Readonly<Record<ServiceName, (settings: ServiceSettings) => Variables>> = {
  issuer: ({ origin, cadence, policiesPath, smtpPort }) => ({
    OTP_ORIGIN: origin,
    OTP_POLICIES_PATH: policiesPath,
    OTP_BATCH_CODES: cadence.batchCodes,
    OTP_BATCH_AGE_MS: cadence.batchAgeMs,
    OTP_LEASE_MS: cadence.leaseMs,
    OTP_SMTP_HOST: '127.0.0.1',
    OTP_SMTP_PORT: smtpPort,
    // The catcher on loopback speaks no TLS.
    OTP_SMTP_TLS: 'offered',
  }),
  verifier: () => ({}),
  audit: ({ origin, cadence, signedStatePath, chain }) => ({
    OTP_ORIGIN: origin,
    OTP_SIGNED_STATE_PATH: signedStatePath,
    OTP_CHAIN_ID: chain.chainId,
    OTP_CONTRACT: chain.contract,
    OTP_GRACE_MS: cadence.graceMs,
    OTP_CHECKPOINT_MS: cadence.checkpointMs,
    OTP_ANCHOR_AGE_MS: cadence.anchorAgeMs,
  }),
  'chain-relay': ({ origin, chain, auditGrpcPort, relayClient }) => ({
    OTP_ORIGIN: origin,
    OTP_RPC_URLS: chain.rpcUrl,
    OTP_CHAIN_ID: chain.chainId,
    OTP_CONTRACT: chain.contract,
    OTP_CONTRACT_CODE_HASH: chain.codeHash,
    OTP_AUDIT_GRPC: `127.0.0.1:${auditGrpcPort}`,
    OTP_TOKEN_URL: relayClient.tokenUrl,
    OTP_CLIENT_ID: relayClient.id,
    OTP_CLIENT_SECRET: relayClient.secret,
    OTP_POLL_MS: Math.max(250, chain.blockSeconds * 250),
    OTP_HEAD_EVERY_MS: Math.max(1_000, chain.blockSeconds * 500),
    OTP_REPLACE_AFTER_MS: Math.max(10_000, chain.blockSeconds * 5_000),
    OTP_CONFIRMATIONS: 2,
  }),
};
