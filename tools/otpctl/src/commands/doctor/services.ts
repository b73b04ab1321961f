import { OtpError } from '@otp-notary/errors';
import { Refused } from '@otp-notary/sdk';
import { UsageError } from '../../errors.js';
import type { Setting, Settings } from '../../settings.js';
import { Ailment, type Diagnosis } from './diagnosis.js';

const OLDEST_NODE = 20;
const TIMEOUT_MS = 5_000;
/** HTTP dates have whole seconds; codes live 60 s, so more than this is felt. */
const MAX_SKEW_MS = 3_000;

/** This machine, the token endpoint, the services. */
export const serviceDiagnoses: readonly Diagnosis[] = [
  {
    name: 'node',
    look: async () => {
      const version = process.versions.node;
      if (Number.parseInt(version, 10) >= OLDEST_NODE) return version;
      throw new Ailment(version, `use Node ${OLDEST_NODE} or newer`);
    },
  },
  {
    name: 'token',
    look: async (settings) => {
      settings.need('audit_url');
      try {
        const { origin, size } = await settings.client('audit:read').log();
        return `granted, and taken by the audit service: ${origin}, ${size} leaves`;
      } catch (error) {
        if (error instanceof UsageError || !(error instanceof OtpError)) throw error;
        const detail = error instanceof Refused && error.detail !== undefined ? `: ${error.detail}` : '';
        throw new Ailment(`${error.message}${detail}`, adviceOn(error.code));
      }
    },
  },
  ...(['issuer', 'verifier', 'audit', 'relay'] as const).map((service) => readiness(service)),
  {
    name: 'clock',
    look: async (settings) => {
      const url = settings.get('verifier_url') ?? settings.get('audit_url') ?? settings.need('issuer_url');
      const started = Date.now();
      const date = (await answerOf(url, 'service'))?.headers.get('date');
      if (!date) throw new UsageError('no service told its time');
      const skew = Math.round(Date.parse(date) + 500 - (started + Date.now()) / 2);
      if (Math.abs(skew) <= MAX_SKEW_MS) return 'agrees with the services to the second';
      throw new Ailment(
        `${Math.abs(skew)} ms ${skew > 0 ? 'behind' : 'ahead of'} the services`,
        'synchronise the clocks (NTP)',
      );
    },
  },
];

function readiness(service: 'issuer' | 'verifier' | 'audit' | 'relay'): Diagnosis {
  return {
    name: service,
    look: async (settings: Settings) => {
      const setting: Setting = `${service}_url`;
      const response = await answerOf(settings.need(setting), service);
      if (response.ok) return 'ready';
      const text = (await response.text()).slice(0, 300);
      throw new Ailment(
        `answers, and is not ready (${response.status}): ${text}`,
        'see its log for the part that it names',
      );
    },
  };
}

async function answerOf(base: string, service: string): Promise<Response> {
  try {
    const url = new URL('readyz', base.endsWith('/') ? base : `${base}/`);
    return await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  } catch {
    throw new Ailment(`nobody answers at ${new URL(base).host}`, `start the ${service}, or correct its URL`);
  }
}

function adviceOn(code: string): string {
  const advice: Readonly<Record<string, string>> = {
    OTP_TOKEN_REFUSED: 'check client id, secret file, and that the client may ask for audit:read',
    OTP_SERVICE_UNREACHABLE: 'check the token URL and the audit URL, and that both are up',
    OTP_LOG_NOT_FOUND: 'nothing is logged yet: issue a code first',
  };
  return advice[code] ?? 'check that the services trust this token endpoint: issuer, audience, keys';
}
