import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { auditTrailPage, auditTrailQuery, ENTRIES_PER_PAGE } from './audit-trail.pages.js';
import { AuditTrailQueries } from './audit-trail.queries.js';

@Controller('audit-trail')
@Allow('administrator')
export class AuditTrailController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuditTrailQueries) private readonly queries: AuditTrailQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: auditTrailQuery }) query: z.output<typeof auditTrailQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, query, { page: query.page, pageSize: ENTRIES_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'administration/audit-trail',
      title: t('administration.audit.title'),
      model: auditTrailPage(found, query, await this.queries.kinds(actor), t),
    });
  }
}
