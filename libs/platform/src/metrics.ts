import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Bounds in seconds that show both a cached answer (1 ms) and a stuck one. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The metrics of one process. Names start with `otp_` (put in front when missing); asking twice gives the same metric. */
export class Metrics {
  readonly registry = new Registry();

  counter<L extends string>(name: string, help: string, labels: readonly L[] = []): Counter<L> {
    return this.#once(
      name,
      (full) => new Counter({ name: full, help, labelNames: labels, registers: [this.registry] }),
    );
  }

  /** @param buckets upper bounds, in seconds unless the name says otherwise */
  histogram<L extends string>(
    name: string,
    help: string,
    labels: readonly L[] = [],
    buckets: readonly number[] = SECONDS,
  ): Histogram<L> {
    return this.#once(
      name,
      (full) =>
        new Histogram({ name: full, help, labelNames: labels, buckets: [...buckets], registers: [this.registry] }),
    );
  }

  /** @param collect sets the value when the metrics are read */
  gauge<L extends string>(
    name: string,
    help: string,
    labels: readonly L[] = [],
    collect?: (gauge: Gauge<L>) => void | Promise<void>,
  ): Gauge<L> {
    return this.#once(name, (full) => {
      const gauge: Gauge<L> = new Gauge({
        name: full,
        help,
        labelNames: labels,
        registers: [this.registry],
        ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
      });
      return gauge;
    });
  }

  /** Adds memory, CPU, event loop and garbage collection of the process. */
  withProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }

  #once<M>(name: string, create: (full: string) => M): M {
    const full = name.startsWith('otp_') ? name : `otp_${name}`;
    return (this.registry.getSingleMetric(full) as M | undefined) ?? create(full);
  }
}
