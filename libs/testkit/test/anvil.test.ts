import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAlive, startAnvil, type Anvil } from '@otp-notary/testkit';

const balanceOf = (chain: Anvil, address: string): Promise<unknown> =>
  chain.request('eth_getBalance', [address, 'latest']);

test('it answers with its chain id, funds its accounts and ends', async () => {
  const chain = await startAnvil();
  try {
    assert.equal(Number(await chain.request('eth_chainId')), chain.chainId);
    assert.equal(chain.accounts.length, 10);
    assert.ok(BigInt(String(await balanceOf(chain, chain.accounts[0]?.address ?? ''))) > 0n);
  } finally {
    await chain.stop();
  }
  assert.equal(isAlive(chain.pid), false);
});

test('blocks come by themselves when a block time is given', async () => {
  const chain = await startAnvil({ blockTimeSeconds: 1 });
  try {
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    assert.ok(Number(await chain.request('eth_blockNumber')) >= 2);
  } finally {
    await chain.stop();
  }
});

test('the finalized block lies as far behind the head as told', async () => {
  const chain = await startAnvil({ finalizedAfterBlocks: 4 });
  try {
    await chain.request('anvil_mine', ['0xa']);
    const block = (await chain.request('eth_getBlockByNumber', ['finalized', false])) as { number: string };
    assert.equal(Number(block.number), 6);
  } finally {
    await chain.stop();
  }
});

test('the chain goes on from its state file after a stop, and after a kill from the last save', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'testkit-anvil-'));
  const stateFile = join(directory, 'state.json');
  const payee = '0x00000000000000000000000000000000000000aa';
  try {
    const first = await startAnvil({ stateFile });
    await first.request('anvil_setBalance', [payee, '0x1']);
    await first.request('evm_mine');
    await first.stop();

    const second = await startAnvil({ stateFile });
    assert.equal(await balanceOf(second, payee), '0x1');
    assert.equal(Number(await second.request('eth_blockNumber')), 1);
    await second.request('anvil_setBalance', [payee, '0x2']);
    await second.request('evm_mine');
    await second.save();
    await second.kill();
    assert.equal(isAlive(second.pid), false);
    await second.restart();
    assert.equal(await balanceOf(second, payee), '0x2');
    assert.equal(Number(await second.request('eth_blockNumber')), 2);
    await second.stop();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
