import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswerOf, ApiQueryOf, ApiSummary, parseBody, RequireScopes } from '@otp-notary/platform';
import type { z } from 'zod';
import type { PgRelayRecords } from '../adapters/pg-relay-records.js';
import { laneAnswer, showLane, showTransaction, transactionsAnswer, transactionsQuery } from './relay.schema.js';

export const RECORDS = Symbol('records');
export const PLACE = Symbol('place');

/** Which lane this process serves. */
export interface ServedLane {
  readonly origin: string;
  readonly signer: string;
  readonly leads: () => boolean;
}

/** REST: what operators look at. */
@ApiTags('relay')
@RequireScopes('relay:operate')
@Controller('v1')
export class RelayController {
  constructor(
    @Inject(RECORDS) private readonly records: PgRelayRecords,
    @Inject(PLACE) private readonly place: ServedLane,
  ) {}

  @Get('transactions')
  @ApiSummary('List transactions', 'Newest first, each with its whole history.')
  @ApiQueryOf(transactionsQuery)
  @ApiAnswerOf(200, transactionsAnswer)
  async listTransactions(@Query() query: unknown): Promise<z.infer<typeof transactionsAnswer>> {
    const { limit } = parseBody(transactionsQuery, query);
    const records = await this.records.transactions(limit);
    return { transactions: records.map((record) => showTransaction(record)) };
  }

  @Get('lane')
  @ApiSummary('Get the lane', 'What is wished, what the contract holds, and what stands in the way.')
  @ApiAnswerOf(200, laneAnswer)
  async getLane(): Promise<z.infer<typeof laneAnswer>> {
    const { origin, signer, leads } = this.place;
    return showLane({ origin, signer, leads: leads() }, await this.records.lane());
  }
}
