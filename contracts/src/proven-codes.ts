import { bytesToHex, sha256, toHex, type AbiParameterToPrimitiveType, type Address, type Hex } from 'viem';
import { create, type Deployer } from './deploy.js';
import { provenCodesAbi, provenCodesBytecode } from './generated/ProvenCodes.js';

type Inputs = Extract<(typeof provenCodesAbi)[number], { name: 'verifyUsed' }>['inputs'];
type Direct = Extract<(typeof provenCodesAbi)[number], { name: 'consumeDirect' }>['inputs'][3];

/** What an `issued` leaf says, as ProvenCodes takes it. */
export type IssuedLeaf = AbiParameterToPrimitiveType<Inputs[1]>;
/** What a `verified` leaf says, as ProvenCodes takes it. */
export type VerifiedLeaf = AbiParameterToPrimitiveType<Inputs[3]>;
/** Where a leaf stands. */
export type LeafProof = AbiParameterToPrimitiveType<Inputs[2]>;
/** Where the fate of a code stands. */
export type FateProof = AbiParameterToPrimitiveType<Inputs[5]>;
/** What consumes a code. */
export type DirectProof = AbiParameterToPrimitiveType<Direct>;

/** A P-256 public key as a JWK (RFC 7517): coordinates as base64url. */
export interface ReceiptJwk {
  readonly x: string;
  readonly y: string;
}

/** Order of the group of P-256 (SEC 2). */
const GROUP_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Text that cannot be given to ProvenCodes. */
export class NotProvable extends Error {
  readonly code = 'OTP_NOT_PROVABLE';
}

/** Deploys the contract that proves and consumes codes beside a notary. Nobody owns it, nothing can change it. */
export async function deployProvenCodes(deployer: Deployer, notary: Address): Promise<Address> {
  const hash = await deployer.wallet.deployContract({
    abi: provenCodesAbi,
    bytecode: provenCodesBytecode,
    args: [notary],
  });
  return (await create(deployer, hash)).address;
}

/** The values of an `issued` entry. The contract writes the entry from them; a wrong one only fails there. @throws NotProvable */
export function issuedLeafOf(entry: string): IssuedLeaf {
  const { issuedAt, batch, position, c, json } = leafOf(entry, 'issued');
  const expires = BigInt(json.expires ?? 0);
  const of = committed(c);
  return {
    issuedAt,
    batch,
    position,
    expires,
    challenge: of('challenge'),
    channel: of('channel'),
    commitment: of('commitment'),
    context: of('context'),
    purpose: of('purpose'),
    subject: of('subject'),
    tenant: of('tenant'),
  };
}

/** The values of a `verified` entry. @throws NotProvable */
export function verifiedLeafOf(entry: string): VerifiedLeaf {
  const { issuedAt: verifiedAt, batch, position, c } = leafOf(entry, 'verified');
  const of = committed(c);
  return {
    verifiedAt,
    batch,
    position,
    challenge: of('challenge'),
    context: of('context'),
    purpose: of('purpose'),
    subject: of('subject'),
    tenant: of('tenant'),
  };
}

/** `SHA-256(0x04 ‖ x ‖ y)`: what a governor registers of a receipt key. */
export function receiptKeyHash({ x, y }: ReceiptJwk): Hex {
  return sha256(Uint8Array.from([0x04, ...fromB64u(x), ...fromB64u(y)]));
}

/** A receipt (compact JWS) and its key as ProvenCodes takes them; nothing is checked here. @throws NotProvable */
export function receiptOf(jws: string, key: ReceiptJwk): Pick<DirectProof, 'receipt' | 'signature'> {
  const [header, payload, signed] = jws.split('.');
  if (header === undefined || payload === undefined || signed === undefined) throw new NotProvable('not a JWS');
  const { kid } = readJson(text(header)) as { readonly kid: string };
  const said = readJson(text(payload)) as SaidReceipt;
  const bytes = fromB64u(signed);
  if (bytes.length !== 64) throw new NotProvable('not an ES256 signature');
  const s = BigInt(bytesToHex(bytes.subarray(32)));
  return {
    receipt: {
      origin: said.origin,
      batch: BigInt(said.batch),
      position: said.position,
      challenge: `0x${said.challenge.replaceAll('-', '')}`,
      verifiedAt: BigInt(Date.parse(said.verified_at)),
      logBy: BigInt(Date.parse(said.log_by)),
    },
    signature: {
      kid,
      x: bytesToHex(fromB64u(key.x)),
      y: bytesToHex(fromB64u(key.y)),
      r: bytesToHex(bytes.subarray(0, 32)),
      // Both s and n - s sign; the contract takes the smaller one, so that a receipt has one signature.
      s: toHex(s > GROUP_ORDER / 2n ? GROUP_ORDER - s : s, { size: 32 }),
    },
  };
}

interface SaidReceipt {
  readonly origin: string;
  readonly batch: number;
  readonly position: number;
  readonly challenge: string;
  readonly verified_at: string;
  readonly log_by: string;
}

interface SaidLeaf {
  readonly kind: string;
  readonly at: number;
  readonly batch: number;
  readonly position: number;
  readonly expires?: number;
  readonly c: Readonly<Record<string, string>>;
}

function leafOf(entry: string, kind: string) {
  const json = readJson(entry) as SaidLeaf;
  if (json.kind !== kind) throw new NotProvable(`the entry is not ${kind}`);
  const { at, batch, position, c } = json;
  return { json, c, position, issuedAt: BigInt(at), batch: BigInt(batch) };
}

function committed(c: Readonly<Record<string, string>>): (field: string) => Hex {
  return (field) => {
    const hash = c[field];
    if (hash === undefined) throw new NotProvable(`the entry does not commit to ${field}`);
    return bytesToHex(fromB64u(hash));
  };
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new NotProvable('not JSON');
  }
}

function fromB64u(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}

function text(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('utf8');
}
