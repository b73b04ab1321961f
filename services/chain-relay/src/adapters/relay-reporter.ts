import type { Logger, Metrics } from '@otp-notary/platform';
import type { Hex } from 'viem';
import type { ChainView } from '../domain/chain-view.js';
import type { Meaning } from '../domain/node-answers.js';
import type { Facts, Hold, LaneState, Reporter } from '../domain/ports.js';
import type { Transaction } from '../domain/transaction.js';
import type { TxState } from '../domain/tx-state.js';

const GAS_BUCKETS = [50_000, 75_000, 100_000, 150_000, 250_000, 500_000, 1_000_000, 2_500_000];
const DELAY_BUCKETS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800];
const WEI_IN_GWEI = 1e9;
const WEI_IN_ETHER = 1e18;

/** Turns what happens to a lane into log lines and metrics. */
export class RelayReporter implements Reporter {
  readonly #transitions;
  readonly #replacements;
  readonly #resends;
  readonly #refusals;
  readonly #foreign;
  readonly #strangers;
  readonly #held;
  readonly #fee;
  readonly #gas;
  readonly #delay;
  readonly #balance;
  readonly #gap;
  readonly #anchored;

  constructor(
    private readonly log: Logger,
    metrics: Metrics,
    private readonly lane: { readonly origin: string; readonly signer: string },
  ) {
    this.#transitions = metrics.counter('otp_relay_transitions_total', 'Transitions written', ['to']);
    this.#replacements = metrics.counter('otp_relay_replacements_total', 'Transactions that took another one’s place', ['why']); // prettier-ignore
    this.#resends = metrics.counter('otp_relay_resends_total', 'Transactions that the nodes had lost and got again');
    this.#refusals = metrics.counter('otp_relay_refusals_total', 'Refusals of a transaction by a node', ['answer']);
    this.#foreign = metrics.counter('otp_relay_foreign_nonces_total', 'Nonces of our key that somebody else used');
    this.#strangers = metrics.counter(
      'otp_relay_strangers_total',
      'Transactions of our key seen in the pool, not ours',
    );
    this.#held = metrics.gauge('otp_relay_held', '1 while the lane cannot go on', ['reason']);
    this.#fee = metrics.gauge('otp_relay_max_fee_gwei', 'Bid of the newest transaction, gwei a gas', ['field']);
    this.#gas = metrics.histogram('otp_relay_gas_used', 'Gas of mined transactions', ['outcome'], GAS_BUCKETS);
    this.#delay = metrics.histogram('otp_relay_delay_seconds', 'From signed to each later state', ['to'], DELAY_BUCKETS); // prettier-ignore
    this.#balance = metrics.gauge('otp_relay_balance_ether', 'Balance of the signer');
    this.#gap = metrics.gauge('otp_relay_nonce_gap', 'Allotted nonces that are not mined');
    this.#anchored = metrics.gauge('otp_relay_anchored_size', 'Tree size that the contract holds');
  }

  moved(transaction: Transaction, to: TxState, facts: Facts): void {
    this.#transitions.inc({ to });
    const { signedAtMs } = transaction;
    if (signedAtMs !== null && to !== 'reorged') this.#delay.observe({ to }, (Date.now() - signedAtMs) / 1000);
    if (facts.receipt !== undefined) this.#gas.observe({ outcome: to }, Number(facts.receipt.gasUsed));
    if (facts.signed !== undefined) {
      const { maxFeePerGas, maxPriorityFeePerGas } = facts.signed.fees;
      this.#fee.set({ field: 'max' }, Number(maxFeePerGas) / WEI_IN_GWEI);
      this.#fee.set({ field: 'tip' }, Number(maxPriorityFeePerGas) / WEI_IN_GWEI);
    }
    const line = {
      ...this.lane,
      transaction: facts.signed?.hash ?? transaction.hash,
      nonce: transaction.nonce.toString(),
      to,
    };
    if (to === 'failed' || to === 'reorged') this.log.warn(line, 'transaction moved');
    else this.log.info(line, 'transaction moved');
  }

  replaced(transaction: Transaction, why: string): void {
    this.#replacements.inc({ why });
    this.log.warn({ ...this.lane, transaction: transaction.hash, why }, 'transaction replaced');
  }

  resent(transaction: Transaction): void {
    this.#resends.inc();
    this.log.warn({ ...this.lane, transaction: transaction.hash }, 'the nodes had lost a transaction: sent again');
  }

  refused(transaction: Transaction, answer: Meaning): void {
    this.#refusals.inc({ answer });
    this.log.warn({ ...this.lane, transaction: transaction.hash, answer }, 'a node did not take a transaction');
  }

  held(hold: Hold): void {
    this.#held.set({ reason: hold.reason }, 1);
    this.log.error({ ...this.lane, reason: hold.reason, detail: hold.detail }, 'the lane cannot go on');
  }

  released(hold: Hold): void {
    this.#held.set({ reason: hold.reason }, 0);
    const seconds = Math.round((Date.now() - hold.sinceMs) / 1000);
    this.log.info({ ...this.lane, reason: hold.reason, seconds }, 'the lane goes on');
  }

  foreignNonces(nonces: readonly bigint[]): void {
    this.#foreign.inc(nonces.length);
    this.log.error({ ...this.lane, nonces: nonces.map(String) }, 'somebody else uses the key of this lane');
  }

  strangersInPool(nonces: readonly bigint[]): void {
    this.#strangers.inc(nonces.length);
    this.log.error(
      { ...this.lane, nonces: nonces.map(String) },
      'transactions of this lane’s key that are not ours wait',
    );
  }

  adopted(hash: Hex): void {
    this.log.warn({ ...this.lane, transaction: hash }, 'an anchor without a record was found on the chain');
  }

  viewed(view: ChainView, state: LaneState): void {
    this.#balance.set(Number(view.balance) / WEI_IN_ETHER);
    this.#gap.set(Math.max(0, Number(state.nextNonce - view.nonces.latest)));
    this.#anchored.set(view.log.size);
  }
}
