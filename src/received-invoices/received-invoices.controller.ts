import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { nearestPageOf } from '../grants/slice.rules.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { ReceivedInvoiceQueries } from './received-invoice.queries.js';
import { ReceivedInvoiceService } from './received-invoice.service.js';
import { issuesOfList, RECEIVED_PER_PAGE, receivedPage, receivedQuery } from './received-invoices.pages.js';

/** Invoices as suppliers send them: what waits, what was booked, what was set aside. */
@Controller('received-invoices')
export class ReceivedInvoicesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReceivedInvoiceQueries) private readonly queries: ReceivedInvoiceQueries,
    @Inject(ReceivedInvoiceService) private readonly received: ReceivedInvoiceService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: receivedQuery }) query: z.infer<typeof receivedQuery>,
  ) {
    return this.sendList(request, reply, actor, query, []);
  }

  @Post()
  @Allow('finance')
  async receive(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const file = await readUpload(request);
    const t = this.pages.translate(request);
    const again = (issues: readonly FieldIssue[]) =>
      this.sendList(request, reply, actor, { state: 'waiting', page: 1 }, issues);
    if (!file) return again([{ path: 'file', message: t('received.noFile') }]);
    try {
      const receipt = await this.received.receive(actor, file);
      if (!receipt.ok) return again(issuesOfList(receipt.faults, t));
      const { ids } = receipt;
      const address = ids.length === 1 ? `/received-invoices/${ids[0]}` : '/received-invoices';
      const params = { count: ids.length };
      return this.pages.redirect(reply, address, { kind: 'ok', key: 'received.done', params });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return again([{ path: 'file', message: t(`problem.${error.code}.advice`, error.params) }]);
    }
  }

  private async sendList(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    query: z.infer<typeof receivedQuery>,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const slice = nearestPageOf(query.page, RECEIVED_PER_PAGE);
    const found = await this.queries.list(actor, query.state, slice);
    return this.pages.send(request, reply, {
      view: 'received-invoices/list',
      title: t('received.title'),
      status: issues.length > 0 ? 400 : 200,
      model: receivedPage(found, query, { receives: actor.role === 'finance', issues }, t),
    });
  }
}
