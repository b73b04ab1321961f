import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { encodeAbiParameters, hexToBigInt, keccak256, numberToHex, stringToHex } from 'viem';
import { harms, storageLayout, type Layout } from '../scripts/storage-layout.ts';

const sourceOf = (path: string) => readFile(new URL(`../contracts/${path}`, import.meta.url), 'utf8');

describe('log-21: storage against the last release', () => {
  let released: Layout;
  let source: string;
  before(async () => {
    released = JSON.parse(await readFile(new URL('../storage-layout.json', import.meta.url), 'utf8')) as Layout;
    source = await sourceOf('OtpNotary.sol');
  });

  /** What becomes of the storage when the source is changed so. */
  function after(path: string, from: string | RegExp, to: string, of = source): string[] {
    const changed = of.replace(from, to);
    assert.notEqual(changed, of, 'the source has what is to be changed');
    return harms(released, storageLayout({ [path]: changed }));
  }

  it('this version keeps it', () => {
    assert.deepEqual(harms(released, storageLayout()), []);
  });

  it('a member that was retyped fails, on its own and inside a mapping', async () => {
    const view = await sourceOf('IOtpNotary.sol');
    const wider = (text: string) => text.replace('uint32 nextBatch;', 'uint40 nextBatch;');
    const next = storageLayout({ 'OtpNotary.sol': wider(source), 'IOtpNotary.sol': wider(view) });
    assert.match(
      harms(released, next).join('\n'),
      /^otpNotary\.logs was retyped: .*nextBatch@0\+20 uint32.*nextBatch@0\+20 uint40/,
    );
    const [paused] = released['pausable'] ?? [];
    assert.ok(paused);
    const retyped = { ...released, pausable: [{ ...paused, type: 'uint8' }] };
    assert.deepEqual(harms(released, retyped), ['pausable._paused was retyped: bool → uint8']);
    const moved = { ...released, pausable: [{ ...paused, offset: 1 }] };
    assert.deepEqual(harms(released, moved), ['pausable._paused moved']);
  });

  it('a member that was moved, inserted, removed or replaced fails', async () => {
    const tree = await sourceOf('libraries/AnchorTree.sol');
    const contract = 'OtpNotary.sol';
    for (const [found, why] of [
      [after(contract, /(bytes32 root;)(\s+)(bytes32 keyHash;)/, '$3$2$1'), /retyped/],
      [after(contract, 'uint40 size;', 'uint16 more; uint40 size;'), /retyped/],
      [
        after(
          contract,
          'bytes32 root;\n        bytes32 keyHash',
          'uint256 more; bytes32 root;\n        bytes32 keyHash',
        ),
        /retyped/,
      ],
      [
        after(
          contract,
          'mapping(bytes32 originId => Log) logs;',
          'uint256 more; mapping(bytes32 originId => Log) logs;',
        ),
        /stands in its place/,
      ],
      [
        after(
          contract,
          'uint40 candidateSize;\n        uint40 matureSize;',
          'uint40 matureSize;\n        uint40 candidateSize;',
        ),
        /retyped/,
      ],
      [after('libraries/AnchorTree.sol', 'HEIGHTS = 32', 'HEIGHTS = 40', tree), /retyped/],
      [after(contract, 'uint16 life;\n', 'uint16 life; uint8 more;\n'), /retyped/],
    ] as const) {
      assert.match(found.join('\n'), why);
    }
    const without: Layout = { ...released, pausable: [] };
    assert.deepEqual(harms(released, without), ['pausable._paused is gone']);
  });

  it('variables outside the namespaces are refused by an empty list', () => {
    assert.deepEqual(released['outside any namespace'], []);
    const plain = storageLayout({
      'OtpNotary.sol': source.replace('constructor()', 'uint256 private plain; constructor()'),
    });
    assert.equal(plain['outside any namespace']?.length, 1);
    assert.deepEqual(storageLayout()['outside any namespace'], []);
  });

  it('a member behind the last one, in the namespace or in a log, is allowed', () => {
    const behind = 'mapping(bytes32 originId => Log) logs;';
    assert.deepEqual(after('OtpNotary.sol', behind, `${behind} uint256 more;`), []);
    assert.deepEqual(after('OtpNotary.sol', 'string origin;\n', 'string origin; uint256 more;\n'), []);
  });

  it('each namespace lies where its name says (ERC-7201)', async () => {
    for (const path of ['OtpNotary.sol', 'testing/OtpNotaryV2.sol']) {
      const text = await sourceOf(path);
      const name = /@custom:storage-location erc7201:(\S+)/.exec(text)?.[1] ?? '';
      assert.ok(text.includes(erc7201(name)), name);
    }
  });
});

function erc7201(name: string): string {
  const inner = hexToBigInt(keccak256(stringToHex(name))) - 1n;
  const hash = hexToBigInt(keccak256(encodeAbiParameters([{ type: 'uint256' }], [inner])));
  return numberToHex(hash & ~0xffn, { size: 32 });
}
