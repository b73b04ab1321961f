import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiFileOf, ApiPathPartOf, ApiProblemsOf, ApiSummary, RequireScopes } from '@otp-notary/platform';
import { LogQueries } from '../log/queries.js';
import { tilePath } from './log.schema.js';
import { NOTE_EXAMPLE } from './note.js';
import { answered, type Reply } from './reply.js';

/** The log as C2SP tlog-tiles serves it, for tools that know any such log. */
@ApiTags('tiles')
@Controller()
@RequireScopes('audit:read')
export class TilesController {
  constructor(@Inject(LogQueries) private readonly queries: LogQueries) {}

  @Get('checkpoint')
  @ApiSummary('Get the newest signed tree, where C2SP tlog-tiles has it')
  @ApiFileOf(200, 'text/plain', 'A C2SP signed note', NOTE_EXAMPLE)
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'nothing is signed yet' })
  async getTilesCheckpoint(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { note } = await this.queries.checkpoint();
    answered(reply, 'text/plain; charset=utf-8', 'moments');
    return note;
  }

  @Get('tile/*')
  @ApiSummary('Get a tile, or an entry bundle', 'C2SP tlog-tiles: 256 hashes or entries each, fewer when partial.')
  @ApiPathPartOf('path', tilePath)
  @ApiFileOf(
    200,
    'application/octet-stream',
    'Hashes of 32 bytes, or entries, each behind its length (u16, big-endian)',
  )
  @ApiProblemsOf(404, { OTP_LOG_NOT_FOUND: 'there is no such tile, or not yet' })
  async getTile(@Param('*') path: unknown, @Res({ passthrough: true }) reply: Reply): Promise<Buffer> {
    const { bytes, isFull } = await this.queries.tile(String(path));
    answered(reply, 'application/octet-stream', isFull ? 'immutable' : 'moments');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}
