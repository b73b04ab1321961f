import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  ApiQueryOf,
  ApiSummary,
  CurrentPrincipal,
  parseBody,
  RequireScopes,
  type Principal,
} from '@otp-notary/platform';
import { readDisclosure } from '../domain/disclosure.js';
import { proofId, proofQuery } from './log.schema.js';
import { PROOFS, type Proofs } from './proofs.js';
import { answered, type Reply } from './reply.js';

@ApiTags('proofs')
@Controller('v1/proofs')
@RequireScopes('audit:read')
export class ProofController {
  constructor(@Inject(PROOFS) private readonly proofs: Proofs) {}

  @Get(':proof_id')
  @ApiSummary('The file that proves what became of one code', 'docs/formats.md says what it holds and how to check it')
  @ApiParam({ name: 'proof_id', schema: { type: 'string', format: 'uuid' } })
  @ApiQueryOf(proofQuery)
  @ApiOkResponse({
    description: 'otp-notary/proof@v1',
    content: { 'application/json': { schema: { type: 'object' } } },
  })
  async proof(
    @Param('proof_id') id: unknown,
    @Query() query: unknown,
    @CurrentPrincipal() { tenant }: Principal,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Buffer> {
    const { disclose } = parseBody(proofQuery, query);
    const challenge = parseBody(proofId, id);
    const file = await this.proofs({ challenge, tenant, disclose: readDisclosure(fieldsOf(disclose)) });
    // Not cached: what is proven grows until the batch is settled and anchored.
    answered(reply, 'application/json; charset=utf-8', 'never');
    return file;
  }
}

function fieldsOf(disclose: string | undefined): readonly string[] | undefined {
  return disclose === '' ? [] : disclose?.split(',');
}
