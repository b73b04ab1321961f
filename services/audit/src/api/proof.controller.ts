import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiPathPartOf,
  ApiProblemsOf,
  ApiQueryOf,
  ApiSummary,
  CurrentPrincipal,
  parseBody,
  RequireScopes,
  type Principal,
} from '@otp-notary/platform';
import { bundleSchema } from '@otp-notary/proof';
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
  @ApiSummary(
    'Get the file that proves what became of one code',
    'It proves more as time goes by: the issue once it is in the log, the use likewise, and that there was only one once the ' +
      'batch of the code is settled on the chain. Keep the bytes as they are (RFC 8785 and one newline): every other spelling is ' +
      'refused by checkers.',
  )
  @ApiPathPartOf('proof_id', proofId)
  @ApiQueryOf(proofQuery)
  @ApiAnswerOf(200, bundleSchema, 'A proof bundle, otp-notary/proof@v1')
  @ApiProblemsOf(400, {
    OTP_REQUEST_INVALID: 'the request does not fit its description',
    OTP_DISCLOSURE_REFUSED: 'a field was asked for that is not there or stays closed',
  })
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'no code of this id and tenant is in the log, or not yet' })
  async getProof(
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
