import type { Logger, Metrics } from '@otp-notary/platform';
import type { Hex } from 'viem';
import { CallReverted, ChainUnreachable, LaneHeld } from '../domain/errors.js';
import { isProvidersFault, meaningOf, type Meaning } from '../domain/node-answers.js';
import type { Provider } from './provider.js';
import type { RpcCall } from './rpc-endpoint.js';
import { RpcRefused, RpcUnanswered, WrongChain } from './rpc-errors.js';

/** Several providers of one chain: the first that works is used, the others take over in order. */
export class ProviderPool {
  readonly #errors;

  constructor(
    private readonly providers: readonly Provider[],
    private readonly log: Logger,
    metrics: Metrics,
  ) {
    this.#errors = metrics.counter('otp_relay_provider_errors_total', 'Failures of chain providers', [
      'provider',
      'fault',
    ]);
  }

  /**
   * Asks every provider for its chain. Providers of another chain are put aside by name, unreachable ones are asked again
   * before they are used. @throws WrongChain when no provider can be right
   */
  async start(): Promise<void> {
    await Promise.all(
      this.providers.map((provider) => provider.use(nothing).catch((error: unknown) => this.#fault(provider, error))),
    );
    if (this.providers.every(({ isWrong }) => isWrong)) {
      throw new WrongChain(`no provider has the pinned contract (${this.#faults()})`);
    }
  }

  /**
   * Runs `work` with all its calls on one provider; on the next one when that fails.
   * @throws ChainUnreachable when none does it; what the node refused for a reason of ours at once
   */
  async read<T>(work: (call: RpcCall) => Promise<T>): Promise<T> {
    for (const provider of this.providers) {
      if (provider.isResting) continue;
      try {
        return await provider.use(work);
      } catch (error) {
        if (isOurs(error)) throw error;
        this.#fault(provider, error);
      }
    }
    throw new ChainUnreachable(`no provider answers (${this.#faults()})`);
  }

  /** Hands over a transaction. The answer of a node that decides counts, else that the outcome is unknown. @throws ChainUnreachable */
  async send(raw: Hex): Promise<Meaning> {
    let answer: Meaning | undefined;
    for (const provider of this.providers) {
      if (provider.isResting) continue;
      try {
        await provider.use((call) => call('eth_sendRawTransaction', [raw]));
        return 'accepted';
      } catch (error) {
        const meaning = sendMeaning(error);
        if (!isProvidersFault(meaning)) return meaning;
        // A node that may have taken it weighs more than one that had no room.
        if (answer !== 'unknown-outcome') answer = meaning;
        if (meaning !== 'pool-full') this.#fault(provider, error);
      }
    }
    if (answer === undefined) throw new ChainUnreachable(`no provider takes a transaction (${this.#faults()})`);
    return answer;
  }

  #fault(provider: Provider, error: unknown): void {
    const fault = provider.putAside(error);
    this.#errors.inc({ provider: provider.name, fault });
    this.log.warn({ provider: provider.name, fault, reason: provider.fault }, 'provider put aside');
  }

  #faults(): string {
    return this.providers.map(({ fault }) => fault).join('; ');
  }
}

const nothing = async (): Promise<void> => undefined;

function sendMeaning(error: unknown): Meaning {
  return error instanceof RpcRefused ? meaningOf({ code: error.rpcCode, message: error.message }) : 'unknown-outcome';
}

/** An application's refusal is never a provider's fault. */
function isOurs(error: unknown): boolean {
  if (error instanceof RpcUnanswered || error instanceof WrongChain) return false;
  if (error instanceof RpcRefused) return !isProvidersFault(meaningOf({ code: error.rpcCode, message: error.message }));
  return error instanceof LaneHeld || error instanceof CallReverted;
}
