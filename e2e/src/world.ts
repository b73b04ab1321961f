import { startSystem, type System, type SystemOptions } from '@otp-notary/dev';
import type { OtpNotaryClient } from '@otp-notary/sdk';

const SCOPES = ['otp:issue', 'otp:verify', 'audit:read'];

/** A running line and the clients of two tenants. */
export interface World {
  readonly system: System;
  readonly acme: OtpNotaryClient;
  /** Another tenant: what is acme's does not exist for it. */
  readonly other: OtpNotaryClient;
}

/** Codes live 8 s here, and a proof stands some ten seconds after them. */
export async function startWorld(options: SystemOptions = {}): Promise<World> {
  const system = await startSystem({
    policies: { default: { life_seconds: 8, resend_after_seconds: 1 } },
    cadence: { batchCodes: 50, batchAgeMs: 1_500, checkpointMs: 300, anchorAgeMs: 1_500, lifeSeconds: 10 },
    clients: [
      { id: 'acme', tenant: 'acme', scopes: SCOPES },
      { id: 'other', tenant: 'other', scopes: SCOPES },
    ],
    ...options,
  });
  return { system, acme: system.client('acme', SCOPES), other: system.client('other', SCOPES) };
}

/** Runs `work` on every item, at most `width` at a time, and keeps the order of the results. */
export async function together<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await work(item, index));
  };
  await Promise.all(Array.from({ length: width }, () => worker()));
  return items.map((_, index) => results.get(index) as R);
}
