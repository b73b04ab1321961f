import { systemClock, type Clock } from '@otp-notary/crypto';
import type { EventOf } from '@otp-notary/events';
import assert from 'node:assert/strict';
import { Lane, type LaneParts } from '../src/domain/lane.js';
import type { LanePolicy } from '../src/domain/policy.js';
import { Rehearsal, settle, Witnessed } from './rehearsal.js';
import type { Scene } from './stage.js';
import { StandInLog } from './stand-in-log.js';

export interface PlayOptions {
  /** Instead of the chain itself. */
  readonly rpcUrls?: readonly string[];
  readonly rpcTimeoutMs?: number;
  readonly rules?: Partial<LanePolicy>;
  readonly fence?: bigint;
  readonly databaseUrl?: string;
  readonly origin?: string;
}

/** One relay on a scene, its rounds driven by the test. */
export class Play {
  readonly log: StandInLog;
  readonly witnessed = new Witnessed();
  readonly rehearsal: Rehearsal;
  readonly parts: LaneParts;
  lane: Lane;
  /** Moved by tests: what the relay's clock is ahead of the machine's, ms. */
  aheadMs = 0;
  readonly clock: Clock = { now: () => systemClock.now() + this.aheadMs };

  constructor(
    readonly scene: Scene,
    options: PlayOptions = {},
  ) {
    const { anvil, deployment, database, relayKey } = scene;
    const { origin = scene.origin } = options;
    this.log = new StandInLog(origin);
    this.rehearsal = new Rehearsal({
      origin,
      rpcUrls: options.rpcUrls ?? [anvil.rpcUrl],
      chainId: BigInt(anvil.chainId),
      contract: deployment.contract,
      codeHash: deployment.codeHash,
      databaseUrl: options.databaseUrl ?? database.url,
      relayKey,
      ...(options.rpcTimeoutMs === undefined ? {} : { rpcTimeoutMs: options.rpcTimeoutMs }),
    });
    const parts = this.rehearsal.parts(options.fence ?? 1n, this.log, this.clock, options.rules);
    this.parts = { ...parts, reporter: this.witnessed.over(parts.reporter) };
    this.lane = new Lane(this.parts);
  }

  /** The log signs a tree of this size and asks for it. */
  async wish(size: number, settleBelow = 0): Promise<void> {
    this.log.signed = Math.max(this.log.signed, size);
    await this.rehearsal.wish(size, settleBelow);
  }

  /** Rounds until nothing moves. */
  rest(): Promise<void> {
    return settle(this.lane);
  }

  /** Sends what is due and has it mined and seen. */
  async land(blocks = 1): Promise<void> {
    await this.rest();
    await this.scene.mine(blocks);
    await this.rest();
  }

  async eventsOf<T extends 'anchor.submitted' | 'anchor.confirmed' | 'anchor.final' | 'anchor.reorged' | 'chain.head'>(
    type: T,
  ): Promise<EventOf<T>[]> {
    return (await this.rehearsal.events()).filter((event) => event.type === type) as EventOf<T>[];
  }

  async states(): Promise<string[]> {
    const records = await this.rehearsal.records.transactions(500);
    return records.toReversed().map(({ nonce, state }) => `${nonce} ${state}`);
  }

  /**
   * What every scenario ends with: the contract holds what was wished, every mined nonce is one transaction of ours, each
   * anchor is told as confirmed exactly once for each time that it was, nothing waits.
   */
  async assertTidy({ size, anchors, foreign = 0 }: { size: number; anchors: number; foreign?: number }): Promise<void> {
    await this.scene.mine(2);
    await this.rest();
    assert.equal((await this.scene.logState()).size, size, 'the contract holds what was wished');
    const standing = await this.scene.anchors();
    assert.equal(standing.length, anchors, 'no anchor was made twice');
    const records = await this.rehearsal.records.transactions(500);
    const inBlock = records.filter(({ block, sender }) => block !== null && sender === this.scene.relayer);
    assert.equal(inBlock.length, (await this.scene.minedNonces()) - foreign, 'every mined nonce is accounted for');
    assert.equal(new Set(inBlock.map(({ nonce }) => nonce)).size, inBlock.length, 'a nonce is one transaction');
    for (const { hash } of standing) {
      const record = records.find((record) => record.hash === hash);
      assert.ok(record?.state === 'confirmed' || record?.state === 'final', `${hash} is confirmed`);
      const told = (await this.eventsOf('anchor.confirmed')).filter(({ transaction }) => transaction === hash);
      const gone = (await this.eventsOf('anchor.reorged')).filter(({ transaction }) => transaction === hash);
      assert.equal(told.length - gone.length, 1, 'an anchor that stands is told once');
    }
    const open = records.filter(({ state }) => ['queued', 'signed', 'broadcast', 'reorged'].includes(state));
    assert.deepEqual(
      open.map(({ nonce, state }) => `${nonce} ${state}`),
      [],
      'nothing waits',
    );
    assert.equal((await this.rehearsal.records.lane())?.hold, null, 'nothing is held');
  }

  async end(): Promise<void> {
    await this.rehearsal.end();
  }
}
