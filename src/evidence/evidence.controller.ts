import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { accountingYear } from '../accountability/accountability.controller.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { EvidenceOutlines } from './evidence-outline.service.js';
import { evidencePage } from './evidence.pages.js';
import { EvidenceService } from './evidence.service.js';

const id = z.uuid();

/** The evidence of one grant in the statement of a year. */
@Controller('accountability/:year/grants/:id')
@Allow('coordinator', 'finance')
export class EvidenceController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EvidenceOutlines) private readonly outlines: EvidenceOutlines,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
  ) {}

  @Get('evidence')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('id', { schema: id }) grantId: string,
  ) {
    const t = this.pages.translate(request);
    const evidence = await this.outlines.look(actor, year, grantId);
    return this.pages.send(request, reply, {
      view: 'evidence/show',
      title: t('evidence.title', { year }),
      model: evidencePage(evidence, { locale: request.locale, isFinance: actor.role === 'finance' }, t),
      above: [
        { href: '/accountability', label: t('accountability.nav') },
        { href: `/accountability/${year}`, label: t('accountability.title', { year }) },
      ],
    });
  }

  @Get('evidence.zip')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('id', { schema: id }) grantId: string,
  ) {
    const { name, content } = await this.evidence.make(actor, year, grantId);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
