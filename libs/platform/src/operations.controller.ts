import { Controller, Get, Header, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { assetType, DOCS_PAGE, DOCS_POLICY, DOCS_START, readAsset, type Asset } from './docs-page.js';
import { Public } from './principal.js';
import type { ReadinessChecks } from './readiness.js';

/** What the operations of a service show. */
export interface Operations {
  readonly readiness: ReadinessChecks;
  /** Set once the routes are known. */
  openapi: object;
}

export const OPERATIONS = Symbol('operations');

/** Probes and the description of the API: for everybody. */
@ApiExcludeController()
@Public()
@Controller()
export class OperationsController {
  constructor(@Inject(OPERATIONS) private readonly operations: Operations) {}

  /** The process runs; says nothing of what it needs, so that a lost database never restarts it. */
  @Get('livez')
  live(): object {
    return { live: true };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const report = await this.operations.readiness.report();
    if (!report.ready) void reply.code(503);
    return report;
  }

  @Get('openapi.json')
  openapi(): object {
    return this.operations.openapi;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', DOCS_POLICY)
  docs(): string {
    return DOCS_PAGE;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  docsStart(): string {
    return DOCS_START;
  }

  @Get('docs/:asset')
  async docsAsset(@Param('asset') asset: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const type = assetType(asset);
    if (type === undefined) throw new NotFoundException();
    void reply.type(type);
    return await readAsset(asset as Asset);
  }
}
