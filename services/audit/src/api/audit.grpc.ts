import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod, Payload } from '@nestjs/microservices';
import { CurrentPrincipal, InvalidRequest, parseBody, RequireScopes, type Principal } from '@otp-notary/platform';
import type {
  GetAnchorMaterialRequest,
  GetAnchorMaterialResponse,
  GetCheckpointResponse,
  GetConsistencyRequest,
  GetConsistencyResponse,
  GetInclusionRequest,
  GetInclusionResponse,
  GetProofRequest,
  GetProofResponse,
} from '@otp-notary/proto';
import { readDisclosure } from '../domain/disclosure.js';
import { LogQueries } from '../log/queries.js';
import { proofId } from './log.schema.js';
import { PROOFS, type Proofs } from './proofs.js';

/** More settlements than fit one transaction of the chain are never asked for. */
const MAX_SETTLEMENTS = 10_000;

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const buffers = (list: readonly Uint8Array[]): Buffer[] => list.map((bytes) => buffer(bytes));

@Controller()
@RequireScopes('audit:read')
export class AuditRpc {
  constructor(
    @Inject(LogQueries) private readonly queries: LogQueries,
    @Inject(PROOFS) private readonly proofs: Proofs,
  ) {}

  @GrpcMethod('Audit', 'GetCheckpoint')
  async getCheckpoint(): Promise<GetCheckpointResponse> {
    const { note, size, root } = await this.queries.checkpoint();
    return { note, size, root: buffer(root) };
  }

  @GrpcMethod('Audit', 'GetInclusion')
  async getInclusion(@Payload() request: GetInclusionRequest): Promise<GetInclusionResponse> {
    const { leaf, size, root, proof } = await this.queries.inclusion(leafAsked(request), orNewest(request.size));
    return { index: leaf.index, size, root: buffer(root), entry: leaf.entry, proof: buffers(proof) };
  }

  @GrpcMethod('Audit', 'GetConsistency')
  async getConsistency(@Payload() request: GetConsistencyRequest): Promise<GetConsistencyResponse> {
    const { from, to, proof } = await this.queries.consistency(whole(request.from), orNewest(request.to));
    return { from, to, proof: buffers(proof) };
  }

  @GrpcMethod('Audit', 'GetProof')
  async getProof(
    @Payload() request: GetProofRequest,
    @CurrentPrincipal() { tenant }: Principal,
  ): Promise<GetProofResponse> {
    const fields = request.disclose.length === 0 ? undefined : request.disclose;
    const challenge = parseBody(proofId, request.proof_id);
    return { bundle: await this.proofs({ challenge, tenant, disclose: readDisclosure(fields) }) };
  }

  @GrpcMethod('Audit', 'GetAnchorMaterial')
  @RequireScopes('audit:anchor')
  async getAnchorMaterial(@Payload() request: GetAnchorMaterialRequest): Promise<GetAnchorMaterialResponse> {
    const { checkpoint, proof, firstBatch, settlements } = await this.queries.material(request.origin, {
      from: whole(request.from),
      min: whole(request.min),
      nextBatch: whole(request.next_batch),
      matureSize: whole(request.mature_size),
      limit: Math.min(request.limit, MAX_SETTLEMENTS),
    });
    return {
      size: checkpoint.size,
      root: buffer(checkpoint.root),
      proof: buffers(proof),
      first_batch: firstBatch,
      settlements: settlements.map(({ count, issuedBelow, root }) => ({
        count,
        issued_below: issuedBelow,
        root: buffer(root),
      })),
    };
  }
}

function leafAsked(request: GetInclusionRequest): { index: number } | { hash: Uint8Array } {
  const { leaf, index, hash } = request;
  if (leaf === 'index' && index !== undefined) return { index: whole(index) };
  if (leaf === 'hash' && hash !== undefined) return { hash };
  throw new InvalidRequest('leaf: index or hash');
}

/** proto3: a size that was not given is 0. */
function orNewest(size: number): number | undefined {
  return size === 0 ? undefined : whole(size);
}

/** A uint64 that JavaScript holds exactly; no log is larger. */
function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new InvalidRequest('sizes and indexes are below 2^53');
  return value;
}
