import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { closedYearNote } from './closed-year.pages.js';
import { CommitmentQueries } from './commitment.queries.js';
import { COMMITMENTS_PER_PAGE, commitmentsPage, commitmentsQuery } from './commitments.pages.js';
import { firstValues, invoiceForm, invoicePage } from './invoice.pages.js';
import { InvoiceService } from './invoice.service.js';
import { RealisationQueries } from './realisation.queries.js';
import { issueOf } from './refused-form.js';
import { nearestPageOf } from './slice.rules.js';

@Controller('commitments')
export class CommitmentsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(RealisationQueries) private readonly realisations: RealisationQueries,
    @Inject(InvoiceService) private readonly invoices: InvoiceService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: commitmentsQuery }) query: z.infer<typeof commitmentsQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = nearestPageOf(query.page, COMMITMENTS_PER_PAGE);
    const found = await this.commitments.list(actor, { onlyOpen: true, q: query.q }, slice);
    const reader = { recordsInvoices: actor.role === 'finance', locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'grants/commitments',
      title: t('grants.commitments.title'),
      model: commitmentsPage(found, query, reader, t),
    });
  }

  @Get(':id/invoice')
  @Allow('finance')
  async showForm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    return this.form(request, reply, actor, id);
  }

  @Post(':id/invoice')
  @Allow('finance')
  async record(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(invoiceForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.invoices.record(actor, id, form.value);
    } catch (error) {
      const issues = [issueOf(error, t)];
      return this.form(request, reply, actor, id, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, '/commitments', { kind: 'ok', key: 'grants.invoice.done' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent?: SentForm) {
    const t = this.pages.translate(request);
    const commitment = await this.commitments.look(actor, id);
    const booked = await this.realisations.ofCommitment(actor, id);
    const shown = sent ?? { values: firstValues(commitment), issues: [] };
    return this.pages.send(request, reply, {
      view: 'grants/invoice',
      status: sent ? 400 : 200,
      title: t('grants.invoice.title'),
      model: {
        ...invoicePage({ commitment, booked }, shown, request.locale, t),
        closedNote: closedYearNote(commitment.costDate, await this.years.lastClosed(actor), t),
      },
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }
}
