import { governanceCalls, type Governed, type GovernanceCall } from '@otp-notary/contracts/governance';
import { getAddress, isAddress, isHex, zeroAddress, type Address, type Hex } from 'viem';
import { UsageError } from '../../errors.js';
import { wholeNumber } from '../../input.js';

type Wish = (governed: Governed, given: readonly string[]) => GovernanceCall;

/** What can be proposed, with the arguments that it takes. */
export const wishes: Readonly<Record<string, { readonly takes: readonly string[]; readonly call: Wish }>> = {
  upgrade: {
    takes: ['implementation'],
    call: (governed, [implementation]) => governanceCalls.upgrade(governed, address(implementation)),
  },
  unpause: { takes: [], call: (governed) => governanceCalls.unpause(governed) },
  'create-log': {
    takes: ['origin', 'key-hash', 'life-seconds'],
    call: (governed, [origin = '', keyHash, life = '']) =>
      governanceCalls.createLog(governed, { origin, keyHash: hash(keyHash), lifeSeconds: wholeNumber(life) }),
  },
  'grant-role': {
    takes: ['role', 'account'],
    call: (governed, [role, account]) => governanceCalls.grantRole(governed, roleOf(role), address(account)),
  },
  'revoke-role': {
    takes: ['role', 'account'],
    call: (governed, [role, account]) => governanceCalls.revokeRole(governed, roleOf(role), address(account)),
  },
  'add-receipt-key': {
    takes: ['origin', 'key-hash'],
    call: (governed, [origin = '', keyHash]) => governanceCalls.addReceiptKey(proving(governed), origin, hash(keyHash)),
  },
  'retire-receipt-key': {
    takes: ['origin-id', 'key-hash'],
    call: (governed, [id, keyHash]) => governanceCalls.retireReceiptKey(proving(governed), hash(id), hash(keyHash)),
  },
  'timelock-delay': {
    takes: ['seconds'],
    call: (governed, [seconds = '']) => governanceCalls.updateDelay(governed, wholeNumber(seconds)),
  },
  call: { takes: ['to', 'data'], call: (_, [to, data]) => ({ to: address(to), data: bytes(data) }) },
};

const roles = ['RELAYER_ROLE', 'GUARDIAN_ROLE', 'GOVERNOR_ROLE'];

/** The call of a wish. @throws UsageError that says what it takes */
export function callOf(name: string, governed: Governed, given: readonly string[]): GovernanceCall {
  const wish = wishes[name];
  if (wish === undefined)
    throw new UsageError(`${name} cannot be proposed; what can: ${Object.keys(wishes).join(', ')}`);
  if (given.length !== wish.takes.length) {
    throw new UsageError(`${name} takes ${wish.takes.length === 0 ? 'nothing' : wish.takes.map((part) => `<${part}>`).join(' ')}`); // prettier-ignore
  }
  return wish.call(governed, given);
}

function proving(governed: Governed): Governed {
  if (governed.provenCodes === zeroAddress) throw new UsageError('give --proven-codes <address>');
  return governed;
}

function address(text = ''): Address {
  if (!isAddress(text)) throw new UsageError(`${text} is no address`);
  return getAddress(text);
}

function bytes(text = ''): Hex {
  if (!isHex(text)) throw new UsageError(`${text} is not 0x and hex digits`);
  return text;
}

function hash(text?: string): Hex {
  const value = bytes(text);
  if (value.length !== 66) throw new UsageError(`${value} has not 32 bytes`);
  return value;
}

function roleOf(text = ''): string {
  if (!roles.includes(text)) throw new UsageError(`${text} is no role; roles are ${roles.join(', ')}`);
  return text;
}
