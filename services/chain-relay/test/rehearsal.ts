import { systemClock, type Clock } from '@otp-notary/crypto';
import { decodeEvent, type AnyEvent } from '@otp-notary/events';
import { KeyRing, type SigningKey } from '@otp-notary/keys';
import { createLogger, Metrics, Secret } from '@otp-notary/platform';
import { createPool } from '@otp-notary/persistence';
import type pg from 'pg';
import type { Address, Hex } from 'viem';
import { KeystoreSigner } from '../src/adapters/keystore-signer.js';
import { PgLaneBook } from '../src/adapters/pg-lane-book.js';
import { PgRelayRecords } from '../src/adapters/pg-relay-records.js';
import { ProviderPool } from '../src/adapters/provider-pool.js';
import { RelayReporter } from '../src/adapters/relay-reporter.js';
import { RpcChain } from '../src/adapters/rpc-chain.js';
import { Lane, type LaneParts } from '../src/domain/lane.js';
import type { LanePolicy } from '../src/domain/policy.js';
import type { Hold, Reporter } from '../src/domain/ports.js';
import { providersOf } from '../src/providers.js';

const GWEI = 1_000_000_000n;

export const policy: LanePolicy = {
  minTip: GWEI / 10n,
  maxTip: 5n * GWEI,
  cap: 500n * GWEI,
  bumpPerMille: 125,
  confirmations: 2,
  finalDepth: 30,
  replaceAfterMs: 60_000,
  gasMarginPerMille: 200,
  gasCap: 5_000_000n,
  holdMs: 0,
  headEveryMs: 3_600_000,
};

/** What stands outside the process: enough to build the same relay in any process. */
export interface RehearsalPlan {
  readonly origin: string;
  readonly rpcUrls: readonly string[];
  readonly rpcTimeoutMs?: number;
  readonly chainId: bigint;
  readonly contract: Address;
  readonly codeHash: Hex;
  readonly databaseUrl: string;
  readonly relayKey: SigningKey;
}

/** The parts of a lane as `app.module.ts` puts them together, over a log that is given. */
export class Rehearsal {
  readonly metrics = new Metrics();
  readonly log = createLogger('chain-relay-test', 'silent');
  readonly pool: pg.Pool;
  readonly providers: ProviderPool;
  readonly signer: KeystoreSigner;
  readonly chain: RpcChain;
  readonly records: PgRelayRecords;

  constructor(readonly plan: RehearsalPlan) {
    const { origin, chainId, contract } = plan;
    this.pool = createPool({
      url: plan.databaseUrl,
      application: 'chain-relay',
      max: 4,
      statementTimeoutMs: 4_000,
      log: this.log,
    });
    const providers = providersOf(
      {
        rpcUrls: new Secret(plan.rpcUrls.join(',')),
        rpcTimeoutMs: plan.rpcTimeoutMs ?? 5_000,
        chainId,
        genesisHash: undefined,
        contract,
        contractCodeHash: plan.codeHash,
      },
      systemClock,
    );
    this.providers = new ProviderPool(providers, this.log, this.metrics);
    this.signer = new KeystoreSigner(new KeyRing([plan.relayKey]), chainId, contract, origin);
    this.chain = new RpcChain(this.providers, contract, origin, 0n);
    this.records = new PgRelayRecords(this.pool, origin, this.signer.address);
  }

  parts(fence: bigint, materials: LaneParts['materials'], clock: Clock, rules: Partial<LanePolicy> = {}): LaneParts {
    const { origin, chainId, contract } = this.plan;
    const place = { origin, chainId: chainId.toString(), contract };
    const { address } = this.signer;
    return {
      place,
      clock,
      materials,
      chain: this.chain,
      signer: this.signer,
      policy: { ...policy, ...rules },
      book: new PgLaneBook(this.pool, { ...place, signer: address }, fence, clock),
      reporter: new RelayReporter(this.log, this.metrics, { origin, signer: address }),
    };
  }

  /** All events that were emitted, in order: nothing publishes in these tests, so they wait in the outbox. */
  async events(): Promise<AnyEvent[]> {
    const { rows } = await this.pool.query<{ payload: string }>('select payload from outbox order by id');
    return rows.map(({ payload }) => decodeEvent(payload));
  }

  async wish(size: number, settleBelow = 0): Promise<void> {
    await this.pool.query(
      `insert into intent values ($1, $2, $3, now())
       on conflict (origin) do update set size = $2, settle_below = $3`,
      [this.plan.origin, size, settleBelow],
    );
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}

/** Keeps what a lane reported, and passes it on. */
export class Witnessed {
  readonly held: Hold[] = [];
  readonly released: Hold[] = [];
  readonly foreign: bigint[] = [];
  readonly strangers: bigint[] = [];
  readonly replaced: string[] = [];
  readonly adopted: Hex[] = [];
  resent = 0;

  over(inner: Reporter): Reporter {
    return {
      moved: (...told) => inner.moved(...told),
      refused: (...told) => inner.refused(...told),
      viewed: (...told) => inner.viewed(...told),
      held: (hold) => (this.held.push(hold), inner.held(hold)),
      released: (hold) => (this.released.push(hold), inner.released(hold)),
      foreignNonces: (nonces) => (this.foreign.push(...nonces), inner.foreignNonces(nonces)),
      strangersInPool: (nonces) => (this.strangers.push(...nonces), inner.strangersInPool(nonces)),
      replaced: (transaction, why) => (this.replaced.push(why), inner.replaced(transaction, why)),
      adopted: (hash) => (this.adopted.push(hash), inner.adopted(hash)),
      resent: (transaction) => ((this.resent += 1), inner.resent(transaction)),
    };
  }
}

/** Advances until a round changes nothing. */
export async function settle(lane: Lane): Promise<void> {
  for (let rounds = 0; rounds < 50; rounds += 1) if ((await lane.advance()) === 'idle') return;
  throw new Error('the lane does not come to rest');
}
