import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiSummary, RequireScopes } from '@otp-notary/platform';
import { LogQueries } from '../log/queries.js';
import { answered, type Reply } from './reply.js';

/** The log as C2SP tlog-tiles serves it, for tools that know any such log. */
@ApiTags('tiles')
@Controller()
@RequireScopes('audit:read')
export class TilesController {
  constructor(@Inject(LogQueries) private readonly queries: LogQueries) {}

  @Get('checkpoint')
  @ApiSummary('The newest signed tree (C2SP tlog-tiles)')
  @ApiOkResponse({ description: 'A signed note', content: { 'text/plain': { schema: { type: 'string' } } } })
  async checkpoint(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { note } = await this.queries.checkpoint();
    answered(reply, 'text/plain; charset=utf-8', 'moments');
    return note;
  }

  @Get('tile/*')
  @ApiSummary('Hashes of a tile, or an entry bundle', '`<L>/<N>` or `entries/<N>`, with `.p/<W>` for a partial one')
  @ApiParam({ name: '*', schema: { type: 'string' } })
  @ApiOkResponse({
    description: 'Hashes of 32 bytes, or entries with their lengths',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async tile(@Param('*') path: unknown, @Res({ passthrough: true }) reply: Reply): Promise<Buffer> {
    const { bytes, isFull } = await this.queries.tile(String(path));
    answered(reply, 'application/octet-stream', isFull ? 'immutable' : 'moments');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}
