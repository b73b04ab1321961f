import { parseEventLogs, toHex } from 'viem';
import { CodeLog, TENANT } from '../../test/code-log.ts';
import { ORIGIN_ID } from '../../test/fixture.ts';
import { provenCodesAbi } from '../../src/index.ts';
import { spread, type Fork, type GasEntry } from './entry.ts';

const CODES = 8;

/**
 * Direct consumption by an account as the consumer: a word's first bit, then later bits of the same word. The codes'
 * salts and keys are random, so that calldata differs by a few zero bytes from run to run.
 */
export async function consumptionEntries(fork: Fork): Promise<GasEntry[]> {
  const log = await CodeLog.start(fork);
  const { stranger, reader } = log.notary;
  const binding = toHex(1n, { size: 32 });
  const purpose = await log.purposeOf(stranger.account.address, binding);
  const codes = Array.from({ length: CODES }, () => log.issue(purpose));
  await log.anchor();
  const gas: bigint[] = [];
  for (const code of codes) {
    const hash = await stranger.writeContract({
      ...log.contract,
      functionName: 'consumeDirect',
      args: [ORIGIN_ID, TENANT, binding, log.direct(code)],
    });
    const receipt = await reader.getTransactionReceipt({ hash });
    if (parseEventLogs({ abi: provenCodesAbi, logs: receipt.logs, eventName: 'ConsumedDirect' }).length === 1) {
      gas.push(receipt.gasUsed);
    }
  }
  return [
    spread('consume directly, first of a word', fork, gas.slice(0, 1), 1),
    spread('consume directly, later in a word', fork, gas.slice(1), 1),
  ];
}
