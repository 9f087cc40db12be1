import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { AccountingYearQueries } from '../grants/accounting-year.queries.js';
import { anyClosedYearNote } from '../grants/closed-year.pages.js';
import { LedgerQueries } from '../grants/ledger.queries.js';
import { issueOf } from '../grants/refused-form.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { receivedCostPage } from './received-cost.pages.js';
import { asCostForm } from './received-invoice.pages.js';
import { ReceivedInvoiceQueries } from './received-invoice.queries.js';
import { ReceivedInvoiceService } from './received-invoice.service.js';

const invoiceId = z.uuid();

/** A received invoice for which nothing was reserved. */
@Controller('received-invoices/:id/cost')
@Allow('finance')
export class ReceivedCostController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(ReceivedInvoiceQueries) private readonly queries: ReceivedInvoiceQueries,
    @Inject(ReceivedInvoiceService) private readonly received: ReceivedInvoiceService,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
  ) {
    return this.form(request, reply, actor, id, null);
  }

  @Post()
  async book(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(asCostForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, id, {
        ...{ values: form.values, issues: validationMessages(form.issues, t) },
      });
    const { grantLineId, municipalityId, ...told } = form.value;
    try {
      await this.received.bookAsCost(actor, id, { grantLineId, municipalityId }, told);
    } catch (error) {
      const values = body as Record<string, unknown>;
      return this.form(request, reply, actor, id, { values, issues: [issueOf(error, t)] });
    }
    return this.pages.redirect(reply, '/received-invoices', { kind: 'ok', key: 'grants.cost.done' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent: SentForm | null) {
    const t = this.pages.translate(request);
    const received = await this.queries.look(actor, id);
    if (sent && received.state !== 'waiting') throw new DomainError('received-invoice-done');
    const offered = await this.ledger.choices(actor, null);
    return this.pages.send(request, reply, {
      view: 'received-invoices/cost',
      title: t('grants.cost.title'),
      status: sent ? 400 : 200,
      model: {
        ...receivedCostPage(received, offered, sent, t),
        closedNote: anyClosedYearNote(await this.years.lastClosed(actor), t),
      },
      above: [
        { href: '/received-invoices', label: t('received.title') },
        {
          href: `/received-invoices/${id}`,
          label: t(`received.one.${received.kind}`, { number: received.invoiceNumber }),
        },
      ],
    });
  }
}
