import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/** One member as it lies in storage. */
export interface Member {
  readonly name: string;
  readonly slot: string;
  readonly offset: number;
  /** The whole type: structs and mappings spelled out, so that a change at any depth is a change here. */
  readonly type: string;
  readonly bytes: string;
}

/** Every namespace (ERC-7201) and contract with storage of its own, with its members in order. */
export type Layout = Readonly<Record<string, readonly Member[]>>;

interface SolcType {
  readonly label: string;
  readonly numberOfBytes: string;
  readonly members?: readonly SolcMember[];
  readonly key?: string;
  readonly value?: string;
  readonly base?: string;
}
interface SolcMember {
  readonly label: string;
  readonly slot: string;
  readonly offset: number;
  readonly type: string;
}
interface SolcLayout {
  readonly storage: readonly SolcMember[];
  readonly types: Readonly<Record<string, SolcType>> | null;
}

const require = createRequire(import.meta.url);
const root = new URL('../contracts/', import.meta.url);

/** A contract that has each namespace as a variable, since the compiler lists no namespace by itself. */
const PROBE = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;
import {OtpNotary} from "contracts/OtpNotary.sol";
import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {AccessControlDefaultAdminRulesUpgradeable} from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlDefaultAdminRulesUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
contract Probe {
    OtpNotary.OtpNotaryStorage otpNotary;
    AccessControlUpgradeable.AccessControlStorage accessControl;
    AccessControlDefaultAdminRulesUpgradeable.AccessControlDefaultAdminRulesStorage defaultAdminRules;
    PausableUpgradeable.PausableStorage pausable;
    Initializable.InitializableStorage initializable;
}
`;

/**
 * The layout that the compiler makes of the sources.
 * @param changed sources to take instead of those on disk, by their path below contracts/
 */
export function storageLayout(changed: Readonly<Record<string, string>> = {}): Layout {
  const solc = require('solc') as { compile(input: string, callbacks: object): string };
  const input = {
    language: 'Solidity',
    sources: { 'Probe.sol': { content: PROBE } },
    settings: { outputSelection: { '*': { Probe: ['storageLayout'], OtpNotary: ['storageLayout'] } } },
  };
  const read = (path: string) => {
    const own = path.startsWith('contracts/') ? path.slice('contracts/'.length) : null;
    if (own !== null) return { contents: changed[own] ?? readFileSync(new URL(own, root), 'utf8') };
    return { contents: readFileSync(require.resolve(path), 'utf8') };
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as {
    readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
    readonly contracts: Readonly<Record<string, Readonly<Record<string, { readonly storageLayout: SolcLayout }>>>>;
  };
  const fatal = output.errors?.find(({ severity }) => severity === 'error');
  if (fatal !== undefined) throw new Error(fatal.formattedMessage);
  const probe = output.contracts['Probe.sol']?.['Probe']?.storageLayout;
  const plain = output.contracts['contracts/OtpNotary.sol']?.['OtpNotary']?.storageLayout;
  if (probe === undefined || plain === undefined) throw new Error('the compiler gave no layout');
  const namespaces = probe.storage.map(({ label, type }) => [
    label,
    membersOf(probe, probe.types?.[type]?.members ?? []),
  ]);
  return { ...Object.fromEntries(namespaces), 'outside any namespace': membersOf(plain, plain.storage) } as Layout;
}

function membersOf(layout: SolcLayout, members: readonly SolcMember[]): Member[] {
  return members.map(({ label, slot, offset, type }) => ({
    name: label,
    slot,
    offset,
    type: spelled(layout, type),
    bytes: layout.types?.[type]?.numberOfBytes ?? '0',
  }));
}

/** A type with everything that it holds. */
function spelled(layout: SolcLayout, id: string): string {
  const type = layout.types?.[id];
  if (type === undefined) return id;
  if (type.members !== undefined) {
    const members = type.members.map((m) => `${m.label}@${m.slot}+${m.offset} ${spelled(layout, m.type)}`);
    return `${type.label} { ${members.join('; ')} }`;
  }
  if (type.key !== undefined && type.value !== undefined) {
    return `mapping(${spelled(layout, type.key)} => ${spelled(layout, type.value)})`;
  }
  return type.base === undefined ? type.label : `${type.label} of ${spelled(layout, type.base)}`;
}

/**
 * What a new layout does to the storage of a released one: nothing, or one sentence for each harm. Members may only be
 * added behind the last one of a namespace, and of a struct that stands alone in a mapping; namespaces may be added.
 */
export function harms(released: Layout, next: Layout): string[] {
  return Object.entries(released).flatMap(([namespace, members]) => {
    const now = next[namespace];
    if (now === undefined) return [`${namespace} is gone`];
    return members.flatMap((member, i) => harmsTo(namespace, member, now[i]));
  });
}

function harmsTo(namespace: string, was: Member, is: Member | undefined): string[] {
  const name = `${namespace}.${was.name}`;
  if (is === undefined) return [`${name} is gone`];
  if (is.name !== was.name) return [`${name}: ${is.name} stands in its place`];
  if (is.slot !== was.slot || is.offset !== was.offset) return [`${name} moved`];
  return is.type === was.type || grew(was.type, is.type) ? [] : [`${name} was retyped: ${was.type} → ${is.type}`];
}

/** Whether a mapping's struct only has more members at its end: nothing lies behind a mapping's value. */
function grew(was: string, is: string): boolean {
  const end = / \}\)+$/.exec(was)?.[0];
  if (!was.startsWith('mapping(') || end === undefined || !is.endsWith(end)) return false;
  return is.startsWith(`${was.slice(0, -end.length)}; `);
}
