import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { CommitmentQueries } from './commitment.queries.js';
import { ExtraCostQueries } from './extra-cost.queries.js';
import { ExtraCostService } from './extra-cost.service.js';
import { changeForm, extraCostsPage } from './extra-costs.pages.js';
import { issueOf } from './refused-form.js';

/** What the commitment of a session is made of, and what of that turned out otherwise. */
@Controller('commitments/:id/extra-costs')
@Allow('coordinator', 'finance')
export class ExtraCostsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(ExtraCostQueries) private readonly queries: ExtraCostQueries,
    @Inject(ExtraCostService) private readonly extraCosts: ExtraCostService,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    return this.page(request, reply, actor, id, { values: {}, issues: [] });
  }

  @Post()
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(changeForm, body);
    if (!form.ok)
      return this.page(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.extraCosts.change(actor, id, form.value);
    } catch (error) {
      const issues = [issueOf(error, t)];
      return this.page(request, reply, actor, id, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, `/commitments/${id}/extra-costs`, {
      kind: 'ok',
      key: 'grants.extra.done',
    });
  }

  private async page(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const commitment = await this.commitments.lookAtSession(actor, id);
    const parts = await this.queries.ofCommitment(actor, id);
    return this.pages.send(request, reply, {
      view: 'grants/extra-costs',
      status: sent.issues.length === 0 ? 200 : 400,
      title: t('grants.extra.title'),
      model: extraCostsPage(commitment, parts, sent, request.locale, t),
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }
}
