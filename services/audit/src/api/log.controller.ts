import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiAnswerOf, ApiQueryOf, ApiSummary, InvalidRequest, parseBody, RequireScopes } from '@otp-notary/platform';
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
import { answered, type Reply } from './reply.js';

@ApiTags('log')
@Controller('v1/log')
@RequireScopes('audit:read')
export class LogController {
  constructor(@Inject(LogQueries) private readonly queries: LogQueries) {}

  @Get()
  @ApiSummary('Which log this is, its key, and how far it is signed')
  @ApiAnswerOf(200, logAnswer)
  async card(): Promise<z.infer<typeof logAnswer>> {
    return await this.queries.card();
  }

  @Get('checkpoint')
  @ApiSummary('The newest signed tree as a C2SP signed note')
  @ApiOkResponse({ description: 'A signed note', content: { 'text/plain': { schema: { type: 'string' } } } })
  async checkpoint(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { note } = await this.queries.checkpoint();
    answered(reply, 'text/plain; charset=utf-8', 'moments');
    return note;
  }

  @Get('inclusion')
  @ApiSummary('Proves that a leaf stands in the log')
  @ApiQueryOf(inclusionQuery)
  @ApiAnswerOf(200, inclusionAnswer)
  async inclusion(@Query() query: unknown): Promise<z.infer<typeof inclusionAnswer>> {
    const { index, hash, size } = parseBody(inclusionQuery, query);
    if ((index === undefined) === (hash === undefined)) throw new InvalidRequest('index or hash: one of them');
    const of = hash === undefined ? { index: index ?? 0 } : { hash };
    return shownInclusion(await this.queries.inclusion(of, size));
  }

  @Get('consistency')
  @ApiSummary('Proves that one tree of the log extends another')
  @ApiQueryOf(consistencyQuery)
  @ApiAnswerOf(200, consistencyAnswer)
  async consistency(@Query() query: unknown): Promise<z.infer<typeof consistencyAnswer>> {
    const { from, to } = parseBody(consistencyQuery, query);
    return shownConsistency(await this.queries.consistency(from, to));
  }

  @Get('entries')
  @ApiSummary('Entries of the log in order')
  @ApiQueryOf(entriesQuery)
  @ApiAnswerOf(200, entriesAnswer)
  async entries(@Query() query: unknown): Promise<z.infer<typeof entriesAnswer>> {
    const { start, count } = parseBody(entriesQuery, query);
    const leaves = await this.queries.entries(start, count);
    return { start, entries: leaves.map(({ entry }) => entry) };
  }
}
