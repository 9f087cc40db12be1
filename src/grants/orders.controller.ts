import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { anyClosedYearNote } from './closed-year.pages.js';
import { CommitmentQueries } from './commitment.queries.js';
import { LedgerQueries } from './ledger.queries.js';
import { OrderService } from './order.service.js';
import { orderCancellationPage, orderForm, orderPage } from './orders.pages.js';
import { issueOf } from './refused-form.js';

const orderId = z.uuid();

/** Commitments for what is no session. */
@Controller('commitments/orders')
@Allow('finance')
export class OrdersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(OrderService) private readonly orders: OrderService,
  ) {}

  @Get('new')
  async showForm(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, actor);
  }

  @Post()
  async place(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(orderForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, { ...form, issues: validationMessages(form.issues, t) });
    const { grantLineId, municipalityId, ...order } = form.value;
    try {
      await this.orders.place(actor, { grantLineId, municipalityId }, order);
    } catch (error) {
      const issues = [issueOf(error, t)];
      return this.form(request, reply, actor, { values: body as Record<string, unknown>, issues });
    }
    return this.pages.redirect(reply, '/commitments', { kind: 'ok', key: 'grants.order.done' });
  }

  @Get(':id/cancellation')
  async askToCancel(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: orderId }) id: string,
  ) {
    const t = this.pages.translate(request);
    const order = await this.commitments.lookAtOrder(actor, id);
    return this.pages.send(request, reply, {
      view: 'grants/order-cancellation',
      title: t('grants.order.cancelTitle'),
      model: orderCancellationPage(order, request.locale, t),
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }

  @Post(':id/cancellation')
  async cancel(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: orderId }) id: string,
  ) {
    await this.orders.cancel(actor, id);
    return this.pages.redirect(reply, '/commitments', { kind: 'ok', key: 'grants.order.cancelled' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sent?: SentForm) {
    const t = this.pages.translate(request);
    const offered = await this.ledger.choices(actor, null);
    return this.pages.send(request, reply, {
      view: 'grants/order',
      status: sent ? 400 : 200,
      title: t('grants.order.title'),
      model: {
        ...orderPage(offered, sent ?? { values: {}, issues: [] }, t),
        closedNote: anyClosedYearNote(await this.years.lastClosed(actor), t),
      },
      above: [{ href: '/commitments', label: t('grants.commitments.title') }],
    });
  }
}
