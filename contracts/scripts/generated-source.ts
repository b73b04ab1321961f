import { readFile } from 'node:fs/promises';

/** What the compiler made of one contract, as Hardhat stores it; Safe ships its contracts compiled in the same form. */
interface Artifact {
  readonly abi: readonly unknown[];
  readonly bytecode: string;
}

/** One contract of a generated file. Without bytecode when nobody deploys it by itself. */
interface Generated {
  readonly name: string;
  readonly artifact: URL;
  readonly isDeployed: boolean;
}

const built = new URL('../artifacts/', import.meta.url);
const safe = new URL('build/artifacts/contracts/', import.meta.resolve('@safe-global/safe-smart-account/package.json'));

function deployed(name: string, path: string, from = built): Generated {
  return { name, artifact: new URL(path, from), isDeployed: true };
}
function called(name: string, path: string): Generated {
  return { name, artifact: new URL(path, built), isDeployed: false };
}

const proxies = '@openzeppelin/contracts/proxy/transparent/';

/** What stands in each generated file. */
const files: Readonly<Record<string, readonly Generated[]>> = {
  OtpNotary: [
    deployed('otpNotary', 'contracts/OtpNotary.sol/OtpNotary.json'),
    deployed('proxy', `${proxies}TransparentUpgradeableProxy.sol/TransparentUpgradeableProxy.json`),
  ],
  ProvenCodes: [deployed('provenCodes', 'contracts/ProvenCodes.sol/ProvenCodes.json')],
  Governance: [
    deployed('timelock', '@openzeppelin/contracts/governance/TimelockController.sol/TimelockController.json'),
    called('proxyAdmin', `${proxies}ProxyAdmin.sol/ProxyAdmin.json`),
    deployed('safe', 'Safe.sol/Safe.json', safe),
    deployed('safeProxyFactory', 'proxies/SafeProxyFactory.sol/SafeProxyFactory.json', safe),
  ],
  Rehearsal: [deployed('otpNotaryV2', 'contracts/testing/OtpNotaryV2.sol/OtpNotaryV2.json')],
};

/** What stands at the head of a file whose contracts are not ours. */
const origins: Readonly<Record<string, string>> = {
  Governance:
    '// TimelockController and ProxyAdmin: OpenZeppelin Contracts, MIT. Safe and SafeProxyFactory: as compiled in\n' +
    '// @safe-global/safe-smart-account, LGPL-3.0-only (https://github.com/safe-global/safe-smart-account).',
};

/** Names of the generated files. */
export const generatedNames: readonly string[] = Object.keys(files);

/** Where a generated file is committed. */
export function generatedFile(name: string): URL {
  return new URL(`../src/generated/${name}.ts`, import.meta.url);
}

/** The ABIs and bytecodes that the compiler makes, as a TypeScript module that needs no compiler. */
export async function generatedSource(name: string): Promise<string> {
  const parts = ['// Made by `npm run generate -w contracts` from the Solidity sources. Not to be edited.'];
  if (origins[name] !== undefined) parts.push(origins[name]);
  for (const { name: prefix, artifact, isDeployed } of files[name] ?? []) {
    const { abi, bytecode } = JSON.parse(await readFile(artifact, 'utf8')) as Artifact;
    parts.push(`export const ${prefix}Abi = ${JSON.stringify(abi, null, 1)} as const;`);
    if (isDeployed) parts.push(`export const ${prefix}Bytecode = '${bytecode}';`);
  }
  return `${parts.join('\n\n')}\n`;
}
