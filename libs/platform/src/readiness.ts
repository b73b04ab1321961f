/** One check may take this long, in milliseconds. */
const CHECK_TIMEOUT_MS = 2_000;
/** An answer holds this long, in milliseconds: probes of many clients cost one round of checks. */
const ANSWER_AGE_MS = 500;

/** What must work for the service to do its work. */
export interface Readiness {
  /** @param check throws, or rejects, when the part does not work */
  add(name: string, check: () => Promise<void> | void): void;
}

/** Names of the parts that do not work; the reasons are for the log. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly failed: readonly string[];
}

export class ReadinessChecks implements Readiness {
  readonly #checks = new Map<string, () => Promise<void> | void>();
  #answer: { readonly at: number; readonly report: Promise<ReadinessReport> } | undefined;
  #closed = false;

  constructor(private readonly onFailure: (name: string, error: unknown) => void) {}

  add(name: string, check: () => Promise<void> | void): void {
    this.#checks.set(name, check);
  }

  /** From now on never ready: the service stops. */
  close(): void {
    this.#closed = true;
  }

  async report(): Promise<ReadinessReport> {
    if (this.#closed) return { ready: false, failed: ['stopping'] };
    const now = performance.now();
    if (this.#answer === undefined || now - this.#answer.at > ANSWER_AGE_MS) {
      this.#answer = { at: now, report: this.#run() };
    }
    const report = await this.#answer.report;
    return this.#closed ? { ready: false, failed: ['stopping'] } : report;
  }

  async #run(): Promise<ReadinessReport> {
    const outcomes = await Promise.all(
      [...this.#checks].map(async ([name, check]) => {
        try {
          await withinTime(check);
          return undefined;
        } catch (error) {
          this.onFailure(name, error);
          return name;
        }
      }),
    );
    const failed = outcomes.filter((name) => name !== undefined);
    return { ready: failed.length === 0, failed };
  }
}

async function withinTime(check: () => Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The check did not end in time')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
