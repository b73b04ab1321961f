import { systemClock } from '@otp-notary/crypto';
import { readKeystore } from '@otp-notary/keys';
import { Leadership } from '@otp-notary/persistence';
import { readFile } from 'node:fs/promises';
import type { Address, Hex } from 'viem';
import { LaneLeader } from '../src/adapters/lane-leader.js';
import { Lane, type LaneParts } from '../src/domain/lane.js';
import { Rehearsal } from './rehearsal.js';
import { StandInLog } from './stand-in-log.js';

/** Where a relay of the crash tests ends itself, between two steps of the real parts. */
export const faultPoints = {
  'signed-not-stored': 'after signing, before the bytes are stored',
  'stored-not-sent': 'after the bytes are stored, before a node gets them',
  'sent-not-recorded': 'after a node took them, before that is recorded',
  'mined-not-recorded': 'after mining, before the receipt is recorded',
  'recorded-not-published': 'after the confirmation is recorded, before its event is published',
  'replacement-queued': 'in the middle of a replacement, its nonce reserved',
  'replacement-signed': 'in the middle of a replacement, its bytes signed',
  'stopped-before-write': 'stopped (SIGSTOP) before a write of the lane',
  none: 'nowhere',
} as const;
export type FaultPoint = keyof typeof faultPoints;

/** What a child is told; bigints are text. */
export interface ChildOrders {
  readonly origin: string;
  readonly rpcUrl: string;
  readonly chainId: string;
  readonly contract: Address;
  readonly codeHash: Hex;
  readonly databaseUrl: string;
  readonly keystorePath: string;
  readonly passphrase: string;
  readonly signed: number;
  readonly replaceAfterMs: number;
  readonly fault: FaultPoint;
}

/** Puts the fault between the ports: the parts themselves know nothing of it. */
function withFault(parts: LaneParts, fault: FaultPoint): LaneParts {
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
  const { signer, chain, book } = parts;
  let queued = 0;
  return {
    ...parts,
    signer: {
      address: signer.address,
      sign: async (transaction) => {
        const signed = await signer.sign(transaction);
        const isReplacement = queued > 1 || (await book.watched()).some(({ state }) => state === 'replaced');
        if (fault === 'signed-not-stored' || (fault === 'replacement-signed' && isReplacement)) return die();
        return signed;
      },
    },
    chain: new Proxy(chain, {
      get(target, name: keyof typeof chain) {
        if (name !== 'send') return (target[name] as () => unknown).bind(target);
        return async (raw: Hex) => {
          if (fault === 'stored-not-sent') return die();
          const answer = await target.send(raw);
          if (fault === 'sent-not-recorded') return die();
          return answer;
        };
      },
    }),
    book: new Proxy(book, {
      get(target, name: keyof typeof book) {
        if (name === 'queue') {
          return async (nonce: bigint, size: number) => {
            const isReplacement = (await target.watched()).some(({ nonce: known }) => known === nonce);
            if (fault === 'stopped-before-write') {
              process.stdout.write('stopping\n');
              process.kill(process.pid, 'SIGSTOP');
            }
            const transaction = await target.queue(nonce, size);
            queued += 1;
            if (fault === 'replacement-queued' && isReplacement) return die();
            return transaction;
          };
        }
        if (name !== 'move') return (target[name] as () => unknown).bind(target);
        return async (...move: Parameters<typeof book.move>) => {
          const [, to] = move;
          if (fault === 'mined-not-recorded' && to === 'mined') return die();
          await target.move(...move);
          return fault === 'recorded-not-published' && to === 'confirmed' ? die() : undefined;
        };
      },
    }),
  };
}

async function perform(orders: ChildOrders): Promise<void> {
  const keys = readKeystore(await readFile(orders.keystorePath, 'utf8'), orders.passphrase);
  const rehearsal = new Rehearsal({
    origin: orders.origin,
    rpcUrls: [orders.rpcUrl],
    chainId: BigInt(orders.chainId),
    contract: orders.contract,
    codeHash: orders.codeHash,
    databaseUrl: orders.databaseUrl,
    relayKey: keys.current('relay'),
  });
  const { log, metrics } = rehearsal;
  const materials = new StandInLog(orders.origin, orders.signed);
  const say = (word: string) => void process.stdout.write(`${word}\n`);
  const leader = new LaneLeader({
    leadership: new Leadership({ url: orders.databaseUrl, name: 'lane', application: 'relay-child', log, metrics }),
    lane: (fence) => {
      say(`leading ${fence}`);
      const parts = rehearsal.parts(fence, materials, systemClock, { replaceAfterMs: orders.replaceAfterMs });
      const lane = new Lane(withFault(parts, orders.fault));
      const advance = lane.advance.bind(lane);
      lane.advance = () =>
        advance().catch((error: unknown) => {
          say(`refused ${(error as { code?: string }).code ?? String(error)}`);
          throw error;
        });
      return lane;
    },
    everyMs: 50,
    log,
    metrics,
  });
  await leader.run(new AbortController().signal);
}

const [, , orders] = process.argv;
if (orders !== undefined) await perform(JSON.parse(orders) as ChildOrders);
