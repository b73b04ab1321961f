import { status } from '@grpc/grpc-js';
import { CallFailed, type AuditClient, type GetAnchorMaterialResponse } from '@otp-notary/proto';
import { toHex, type Hex } from 'viem';
import { MaterialsMissing } from '../domain/errors.js';
import type { AnchorMaterial } from '../domain/plan-call.js';
import type { AnchorMaterials } from '../domain/ports.js';
import type { AccessToken } from './access-token.js';

const HASH_BYTES = 32;

/** Asks the audit service. */
export class GrpcMaterials implements AnchorMaterials {
  constructor(
    private readonly audit: AuditClient,
    private readonly token: AccessToken,
    private readonly origin: string,
  ) {}

  async material(wanted: Parameters<AnchorMaterials['material']>[0]): Promise<AnchorMaterial> {
    const { from, min, nextBatch, limit } = wanted;
    try {
      const answer = await this.audit.getAnchorMaterial(
        // What is not mature yet is wanted too: it tells what to wait for.
        { origin: this.origin, from, min, next_batch: nextBatch, mature_size: Number.MAX_SAFE_INTEGER, limit },
        { token: await this.token.get() },
      );
      return materialFrom(answer);
    } catch (cause) {
      if (cause instanceof CallFailed && cause.status === status.UNAUTHENTICATED) this.token.forget();
      throw new MaterialsMissing(cause instanceof Error ? cause.message : 'audit did not answer', { cause });
    }
  }
}

function materialFrom(answer: GetAnchorMaterialResponse): AnchorMaterial {
  return {
    size: answer.size,
    root: hash(answer.root),
    proof: answer.proof.map((bytes) => hash(bytes)),
    firstBatch: answer.first_batch,
    settlements: answer.settlements.map(({ count, issued_below: issuedBelow, root }) => ({
      count,
      issuedBelow,
      root: hash(root),
    })),
  };
}

function hash(bytes: Uint8Array): Hex {
  if (bytes.length !== HASH_BYTES) throw new RangeError('a hash is not 32 bytes');
  return toHex(bytes);
}
