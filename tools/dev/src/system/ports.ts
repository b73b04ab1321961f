import { freePorts, isPortFree } from '@otp-notary/testkit';
import { CannotStart } from '../cannot-start.js';
import type { ServiceName } from './options.js';

export interface ServicePorts {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

/** One process of a service: the first is named like the service, the others carry a number. */
export interface Instance {
  readonly name: string;
  readonly service: ServiceName;
}

/** Where everything listens. */
export interface PortPlan {
  readonly postgres: number;
  readonly chain: number;
  readonly tokens: number;
  readonly kafka: number;
  readonly smtp: number;
  readonly mailbox: number;
  readonly instances: Readonly<Record<string, ServicePorts>>;
}

const fixed = { postgres: 54_329, chain: 8545, tokens: 8080, kafka: 9092, smtp: 2525, mailbox: 8025 } as const;

const fixedServices: Readonly<Record<ServiceName, ServicePorts>> = {
  issuer: { http: 8081, grpc: 9081, metrics: 9181 },
  verifier: { http: 8082, grpc: 9082, metrics: 9182 },
  audit: { http: 8083, grpc: 9083, metrics: 9183 },
  // No gRPC of its own; the number keeps the table regular.
  'chain-relay': { http: 8084, grpc: 9084, metrics: 9184 },
};

const called: Readonly<Record<keyof typeof fixed, string>> = {
  postgres: 'PostgreSQL',
  chain: 'the chain',
  tokens: 'the token provider',
  kafka: 'Kafka',
  smtp: 'the mail catcher',
  mailbox: "the mail catcher's page",
};

/** The documented ports plus `offset`; second and further processes of a service take free ones, as all do with 'free'. */
export async function planPorts(
  instances: readonly Instance[],
  ports: 'free' | { readonly offset: number },
): Promise<PortPlan> {
  const parts = Object.keys(fixed) as (keyof typeof fixed)[];
  const free = await freePorts(parts.length + instances.length * 3);
  const take = (): number => free.pop() ?? 0;
  const offset = ports === 'free' ? undefined : ports.offset;
  const planned = Object.fromEntries(
    parts.map((part) => [part, offset === undefined ? take() : fixed[part] + offset]),
  ) as Record<keyof typeof fixed, number>;
  const perInstance = instances.map(({ name, service }) => {
    const { http, grpc, metrics } = fixedServices[service];
    const own = offset === undefined || name !== service;
    return [
      name,
      own
        ? { http: take(), grpc: take(), metrics: take() }
        : { http: http + offset, grpc: grpc + offset, metrics: metrics + offset },
    ] as const;
  });
  return { ...planned, instances: Object.fromEntries(perInstance) };
}

/** Every port that will be listened on, with who wants it. */
export function wantedPorts(plan: PortPlan, ours: { readonly chain: boolean; readonly kafka: boolean }) {
  const skipped = new Set([ours.chain ? '' : 'chain', ours.kafka ? '' : 'kafka']);
  const parts = (Object.keys(called) as (keyof typeof called)[])
    .filter((part) => !skipped.has(part))
    .map((part) => ({ port: plan[part], who: called[part] }));
  const services = Object.entries(plan.instances).flatMap(([name, { http, grpc, metrics }]) =>
    [
      { port: http, who: `the ${name}` },
      { port: grpc, who: `the ${name}'s gRPC` },
      { port: metrics, who: `the ${name}'s metrics` },
    ].filter(({ port }) => name !== 'chain-relay' || port !== grpc),
  );
  return [...parts, ...services];
}

/** @throws CannotStart with one line that names every busy port */
export async function assertPortsFree(
  wanted: readonly { readonly port: number; readonly who: string }[],
): Promise<void> {
  const free = await Promise.all(wanted.map(({ port }) => isPortFree(port)));
  const busy = wanted.filter((_, index) => free[index] === false);
  if (busy.length > 0) throw new CannotStart(busyLine(busy));
}

/** What a person reads about busy ports. */
export function busyLine(busy: readonly { readonly port: number; readonly who: string }[]): string {
  const [first] = busy;
  const list = busy.map(({ port, who }) => `${port} (${who})`).join(', ');
  return (
    `port${busy.length > 1 ? 's' : ''} ${list} ${busy.length > 1 ? 'are' : 'is'} busy: stop what listens there ` +
    `(ss -ltnp 'sport = :${first?.port}' names it), or start with -- --port-offset 1000`
  );
}
