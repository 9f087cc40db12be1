import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { anyClosedYearNote, closedYearNote } from './closed-year.pages.js';
import { CreditNoteService } from './credit-note.service.js';
import { costForm, costPage } from './cost.pages.js';
import { CostService } from './cost.service.js';
import { LedgerQueries } from './ledger.queries.js';
import { creditNoteForm, creditNotePage, firstCreditValues, realisationPage } from './realisation.pages.js';
import { RealisationQueries } from './realisation.queries.js';
import { issueOf } from './refused-form.js';

/** Invoices that were booked, credit notes on them, and costs for which nothing was reserved. */
@Controller('realisations')
@Allow('finance')
export class RealisationsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
    @Inject(RealisationQueries) private readonly realisations: RealisationQueries,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(CreditNoteService) private readonly creditNotes: CreditNoteService,
    @Inject(CostService) private readonly costs: CostService,
  ) {}

  @Get('new')
  async showCostForm(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.costForm(request, reply, actor);
  }

  @Post()
  async recordCost(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(costForm, body);
    if (!form.ok)
      return this.costForm(request, reply, actor, { ...form, issues: validationMessages(form.issues, t) });
    const { grantLineId, municipalityId, ...cost } = form.value;
    try {
      await this.costs.record(actor, { grantLineId, municipalityId }, cost);
    } catch (error) {
      const issues = [issueOf(error, t)];
      return this.costForm(request, reply, actor, { values: body as Record<string, unknown>, issues });
    }
    const address = `/ledger?year=${cost.costDate.slice(0, 4)}&line=${grantLineId}`;
    return this.pages.redirect(reply, address, { kind: 'ok', key: 'grants.cost.done' });
  }

  @Get(':id')
  @Allow('coordinator', 'finance')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const t = this.pages.translate(request);
    const realisation = await this.realisations.look(actor, id);
    const creditNotes = await this.realisations.creditNotesOn(actor, id);
    return this.pages.send(request, reply, {
      view: 'grants/realisation',
      title: t(realisation.invoiceId === null ? 'grants.realisation.title' : 'grants.credit.titleBooked', {
        number: realisation.invoiceNumber,
      }),
      model: realisationPage({ realisation, creditNotes }, actor.role === 'finance', t),
      above: [{ href: `/ledger?year=${realisation.grantYear}`, label: t('grants.nav.ledger') }],
    });
  }

  @Get(':id/credit-note')
  async showCreditForm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    return this.creditForm(request, reply, actor, id);
  }

  @Post(':id/credit-note')
  async recordCreditNote(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(creditNoteForm, body);
    if (!form.ok)
      return this.creditForm(request, reply, actor, id, {
        ...form,
        issues: validationMessages(form.issues, t),
      });
    try {
      await this.creditNotes.record(actor, id, form.value);
    } catch (error) {
      const issues = [issueOf(error, t)];
      return this.creditForm(request, reply, actor, id, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, `/realisations/${id}`, { kind: 'ok', key: 'grants.credit.done' });
  }

  private async costForm(request: WebRequest, reply: WebReply, actor: Actor, sent?: SentForm) {
    const t = this.pages.translate(request);
    const offered = await this.ledger.choices(actor, null);
    return this.pages.send(request, reply, {
      view: 'grants/cost',
      status: sent ? 400 : 200,
      title: t('grants.cost.title'),
      model: {
        ...costPage(offered, sent ?? { values: {}, issues: [] }, t),
        closedNote: anyClosedYearNote(await this.years.lastClosed(actor), t),
      },
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }

  private async creditForm(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent?: SentForm) {
    const t = this.pages.translate(request);
    const invoice = await this.realisations.look(actor, id);
    const shown = sent ?? { values: firstCreditValues(invoice), issues: [] };
    return this.pages.send(request, reply, {
      view: 'grants/credit-note',
      status: sent ? 400 : 200,
      title: t('grants.credit.title'),
      model: {
        ...creditNotePage(invoice, shown, t),
        closedNote: closedYearNote(invoice.costDate, await this.years.lastClosed(actor), t),
      },
      above: [
        { href: '/ledger', label: t('grants.nav.ledger') },
        {
          href: `/realisations/${id}`,
          label: t('grants.realisation.title', { number: invoice.invoiceNumber }),
        },
      ],
    });
  }
}
