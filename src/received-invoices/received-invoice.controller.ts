import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { issueOf } from '../grants/refused-form.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FormResult } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import {
  onCommitmentForm,
  onInvoiceForm,
  receivedInvoicePage,
  setAsideForm,
  type SentBack,
} from './received-invoice.pages.js';
import { ReceivedInvoiceQueries, type ReceivedRow } from './received-invoice.queries.js';
import { ReceivedInvoiceService } from './received-invoice.service.js';

const invoiceId = z.uuid();

/** One received invoice, and what is done with it. */
@Controller('received-invoices/:id')
@Allow('finance')
export class ReceivedInvoiceController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReceivedInvoiceQueries) private readonly queries: ReceivedInvoiceQueries,
    @Inject(ReceivedInvoiceService) private readonly received: ReceivedInvoiceService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
  ) {
    return this.sendInvoice(request, reply, actor, id, null);
  }

  @Get('file')
  @Allow('coordinator', 'finance')
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
  ) {
    const { mediaType, content } = await this.queries.file(actor, id);
    const ending = mediaType === 'text/csv' ? 'csv' : 'xml';
    return reply
      .type(mediaType)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="factuur-${id.slice(-12)}.${ending}"`)
      .send(content);
  }

  @Post('commitment')
  async bookOnCommitment(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
    @Body() body: unknown,
  ) {
    return this.take(request, reply, actor, id, 'book', readForm(onCommitmentForm, body), async (on) => {
      const { id: commitmentId, vatTreatment, isFinal } = on;
      await this.received.bookOnCommitment(actor, id, { commitmentId, vatTreatment, isFinal });
      return this.pages.redirect(reply, '/received-invoices', { kind: 'ok', key: 'grants.invoice.done' });
    });
  }

  @Post('credited-invoice')
  async bookCreditNote(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
    @Body() body: unknown,
  ) {
    return this.take(request, reply, actor, id, 'book', readForm(onInvoiceForm, body), async (on) => {
      await this.received.bookCreditNote(actor, id, { invoiceId: on.id, reason: on.reason });
      return this.pages.redirect(reply, '/received-invoices', { kind: 'ok', key: 'grants.credit.done' });
    });
  }

  @Post('set-aside')
  async setAside(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
    @Body() body: unknown,
  ) {
    return this.take(request, reply, actor, id, 'set-aside', readForm(setAsideForm, body), async (told) => {
      await this.received.setAside(actor, id, told.setAside);
      return this.pages.redirect(reply, '/received-invoices', { kind: 'ok', key: 'received.setAside.done' });
    });
  }

  @Post('take-up')
  async takeUp(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: invoiceId }) id: string,
  ) {
    await this.received.takeUp(actor, id);
    return this.pages.redirect(reply, `/received-invoices/${id}`, {
      kind: 'ok',
      key: 'received.takeUp.done',
    });
  }

  /** Does what the form asks, or shows the page again with what to put right. */
  private async take<Value>(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    which: SentBack['form'],
    form: FormResult<Value>,
    deed: (value: Value) => Promise<WebReply>,
  ) {
    const t = this.pages.translate(request);
    const again = (values: SentBack['values'], issues: SentBack['issues']) =>
      this.sendInvoice(request, reply, actor, id, { form: which, values, issues });
    if (!form.ok) return again(form.values, validationMessages(form.issues, t));
    try {
      return await deed(form.value);
    } catch (error) {
      return again(request.body as Record<string, unknown>, [issueOf(error, t)]);
    }
  }

  private async sendInvoice(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    sent: SentBack | null,
  ) {
    const { t, locale } = { t: this.pages.translate(request), locale: request.locale };
    const received = await this.queries.look(actor, id);
    if (sent && received.state !== 'waiting') throw new DomainError('received-invoice-done');
    const choices = await this.choicesFor(actor, received);
    return this.pages.send(request, reply, {
      view: 'received-invoices/invoice',
      title: t(`received.one.${received.kind}`, { number: received.invoiceNumber }),
      status: sent ? 400 : 200,
      model: receivedInvoicePage(received, choices, sent, { books: actor.role === 'finance', locale, t }),
      above: [{ href: '/received-invoices', label: t('received.title') }],
    });
  }

  private async choicesFor(actor: Actor, { state, kind }: ReceivedRow) {
    const waits = state === 'waiting' && actor.role === 'finance';
    return {
      commitments: waits && kind === 'invoice' ? await this.queries.openCommitments(actor) : [],
      invoices: waits && kind === 'credit-note' ? await this.queries.creditable(actor) : [],
    };
  }
}
