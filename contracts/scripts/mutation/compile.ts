import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hex } from 'viem';

interface Solc {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

interface Output {
  readonly errors?: readonly { readonly severity: string }[];
  readonly contracts?: Readonly<
    Record<string, Record<string, { readonly evm: { readonly bytecode: { readonly object: string } } }>>
  >;
}

const solc = createRequire(import.meta.url)('solc') as Solc;
const contracts = fileURLToPath(new URL('../../', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** The source of one file of the contracts, by its path under contracts/. */
export function sourceOf(file: string): string {
  return readFileSync(join(contracts, 'contracts', file), 'utf8');
}

/**
 * Creation bytecode of one contract with some files changed; null when it does not compile. Hardly optimised, which is
 * twice as fast, and without a hash of its sources, so that the same code is the same bytes.
 */
export function bytecodeOf(name: string, changed: Readonly<Record<string, string>>): Hex | null {
  const read = (path: string): string => {
    const file = path.replace(/^contracts\//, '');
    if (path.startsWith('@')) return readFileSync(join(modules, path), 'utf8');
    return changed[file] ?? sourceOf(file);
  };
  const file = `contracts/${name}.sol`;
  const settings = {
    viaIR: true,
    evmVersion: 'cancun',
    optimizer: { enabled: true, runs: 200, details: { yul: true, yulDetails: { optimizerSteps: 'u' } } },
    metadata: { appendCBOR: false, bytecodeHash: 'none' },
    outputSelection: { [file]: { [name]: ['evm.bytecode.object'] } },
  };
  const input = { language: 'Solidity', sources: { [file]: { content: read(file) } }, settings };
  const callbacks = { import: (path: string) => ({ contents: read(path) }) };
  const output = JSON.parse(solc.compile(JSON.stringify(input), callbacks)) as Output;
  if (output.errors?.some(({ severity }) => severity === 'error') === true) return null;
  const object = output.contracts?.[file]?.[name]?.evm.bytecode.object;
  return object === undefined ? null : `0x${object}`;
}
