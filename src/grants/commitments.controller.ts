import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { CommitmentQueries } from './commitment.queries.js';
import {
  COMMITMENTS_PER_PAGE,
  commitmentsPage,
  commitmentsQuery,
  fieldOfRefusal,
  firstValues,
  invoiceForm,
  invoicePage,
} from './commitments.pages.js';
import { InvoiceService } from './invoice.service.js';
import { nearestPageOf } from './slice.rules.js';

@Controller('commitments')
export class CommitmentsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
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
      return this.form(request, reply, actor, id, {
        values: form.values,
        issues: validationMessages(form.issues, t),
      });
    try {
      await this.invoices.record(actor, id, form.value);
    } catch (error) {
      const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
      if (!(error instanceof DomainError) || path === null) throw error;
      const issues = [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
      return this.form(request, reply, actor, id, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, '/commitments', { kind: 'ok', key: 'grants.invoice.done' });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    sent?: { values: Record<string, unknown>; issues: readonly FieldIssue[] },
  ) {
    const t = this.pages.translate(request);
    const commitment = await this.commitments.look(actor, id);
    const { values, issues } = sent ?? { values: firstValues(commitment), issues: [] };
    return this.pages.send(request, reply, {
      view: 'grants/invoice',
      status: sent ? 400 : 200,
      title: t('grants.invoice.title'),
      model: invoicePage(commitment, values, issues, request.locale, t),
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }
}
