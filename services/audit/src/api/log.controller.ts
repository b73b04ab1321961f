import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiAnswerOf,
  ApiFileOf,
  ApiProblemsOf,
  ApiQueryOf,
  ApiSummary,
  InvalidRequest,
  parseBody,
  RequireScopes,
} from '@otp-notary/platform';
import type { z } from 'zod';
import { LogQueries } from '../log/queries.js';
import {
  consistencyAnswer,
  consistencyQuery,
  entriesAnswer,
  entriesQuery,
  inclusionAnswer,
  inclusionQuery,
  logAnswer,
  shownConsistency,
  shownInclusion,
} from './log.schema.js';
import { NOTE_EXAMPLE } from './note.js';
import { answered, type Reply } from './reply.js';

@ApiTags('log')
@Controller('v1/log')
@RequireScopes('audit:read')
export class LogController {
  constructor(@Inject(LogQueries) private readonly queries: LogQueries) {}

  @Get()
  @ApiSummary('Get the card of the log', 'Which log this is, its key, and how far it is signed.')
  @ApiAnswerOf(200, logAnswer)
  async getLog(): Promise<z.infer<typeof logAnswer>> {
    const { chain, ...card } = await this.queries.card();
    return { ...card, chain: { chain_id: chain.chainId, contract: chain.contract } };
  }

  @Get('checkpoint')
  @ApiSummary('Get the newest signed tree', 'A C2SP tlog-checkpoint: origin, leaves and root, signed with Ed25519.')
  @ApiFileOf(200, 'text/plain', 'A C2SP signed note', NOTE_EXAMPLE)
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'nothing is signed yet' })
  async getCheckpoint(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { note } = await this.queries.checkpoint();
    answered(reply, 'text/plain; charset=utf-8', 'moments');
    return note;
  }

  @Get('inclusion')
  @ApiSummary('Prove that a leaf stands in the log', 'Takes `index` or `hash`, one of them.')
  @ApiQueryOf(inclusionQuery)
  @ApiAnswerOf(200, inclusionAnswer)
  @ApiProblemsOf(400, {
    OTP_REQUEST_INVALID: 'the query does not fit its description',
    OTP_LOG_RANGE: 'no such leaf, or no such tree, is signed',
  })
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'nothing is signed yet, or no such leaf is signed' })
  async getInclusion(@Query() query: unknown): Promise<z.infer<typeof inclusionAnswer>> {
    const { index, hash, size } = parseBody(inclusionQuery, query);
    if ((index === undefined) === (hash === undefined)) throw new InvalidRequest('index or hash: one of them');
    const of = hash === undefined ? { index: index ?? 0 } : { hash };
    return shownInclusion(await this.queries.inclusion(of, size));
  }

  @Get('consistency')
  @ApiSummary('Prove that one tree of the log extends another')
  @ApiQueryOf(consistencyQuery)
  @ApiAnswerOf(200, consistencyAnswer)
  @ApiProblemsOf(400, {
    OTP_REQUEST_INVALID: 'the query does not fit its description',
    OTP_LOG_RANGE: 'no such trees are signed',
  })
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'nothing is signed yet' })
  async getConsistency(@Query() query: unknown): Promise<z.infer<typeof consistencyAnswer>> {
    const { from, to } = parseBody(consistencyQuery, query);
    return shownConsistency(await this.queries.consistency(from, to));
  }

  @Get('entries')
  @ApiSummary('Get entries of the log', 'In order, those that are signed.')
  @ApiQueryOf(entriesQuery)
  @ApiAnswerOf(200, entriesAnswer)
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'nothing is signed yet' })
  async getEntries(@Query() query: unknown): Promise<z.infer<typeof entriesAnswer>> {
    const { start, count } = parseBody(entriesQuery, query);
    const leaves = await this.queries.entries(start, count);
    return { start, entries: leaves.map(({ entry }) => entry) };
  }
}
