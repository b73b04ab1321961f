import { readFile } from 'node:fs/promises';

/** What the compiler made of one contract, as Hardhat stores it. */
interface Artifact {
  readonly abi: readonly unknown[];
  readonly bytecode: string;
}

/** Name in the generated file, and where Hardhat puts the artifact. */
const contracts = [
  ['otpNotary', 'contracts/OtpNotary.sol/OtpNotary.json'],
  [
    'proxy',
    '@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol/TransparentUpgradeableProxy.json',
  ],
] as const;

const artifacts = new URL('../artifacts/', import.meta.url);

/** Where the generated file is committed. */
export const generatedFile = new URL('../src/generated/OtpNotary.ts', import.meta.url);

/** The ABIs and bytecodes that the compiler makes, as a TypeScript module that needs no compiler. */
export async function generatedSource(): Promise<string> {
  const parts = ['// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.'];
  for (const [name, path] of contracts) {
    const { abi, bytecode } = JSON.parse(await readFile(new URL(path, artifacts), 'utf8')) as Artifact;
    parts.push(`export const ${name}Abi = ${JSON.stringify(abi, null, 1)} as const;`);
    parts.push(`export const ${name}Bytecode = '${bytecode}';`);
  }
  return `${parts.join('\n\n')}\n`;
}
