import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { MAIL_ONLY } from '../platform/mail/mail-frame.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { messagePage, resendingForm } from './message.pages.js';
import { MESSAGES_PER_PAGE, messagesPage, messagesQuery, type MessagesQuery } from './messages.pages.js';
import { MessagesQueries } from './messages.queries.js';
import { ResendingService } from './resending.service.js';

const messageId = z.uuid();

/** The mail that was written, as it went or did not go. */
@Controller('messages')
@Allow('coordinator', 'contact')
export class MessagesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(MessagesQueries) private readonly messages: MessagesQueries,
    @Inject(ResendingService) private readonly resending: ResendingService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: messagesQuery }) query: MessagesQuery,
  ) {
    const slice = { page: query.page, pageSize: MESSAGES_PER_PAGE };
    const found = await this.messages.list(actor, query, slice);
    const named = await this.messages.named(actor, query);
    return this.pages.send(request, reply, {
      view: 'mail-log/messages',
      title: this.pages.translate(request)('mail-log.title'),
      model: messagesPage(found, query, named, this.reader(request, actor)),
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: messageId }) id: string,
  ) {
    const message = await this.messages.message(actor, id);
    const reader = this.reader(request, actor);
    return this.pages.send(request, reply, {
      view: 'mail-log/message',
      title: message.subject,
      model: messagePage(message, reader),
      above: [{ href: '/messages', label: reader.t('mail-log.title') }],
    });
  }

  @Post(':id/resending')
  async resend(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: messageId }) id: string,
    @Body({ schema: resendingForm }) { seen }: z.output<typeof resendingForm>,
  ) {
    const repeat = await this.resending.resend(actor, id, seen);
    return this.pages.redirect(reply, `/messages/${repeat}`, { kind: 'ok', key: 'mail-log.resend.done' });
  }

  /** The mail itself, for the frame on its page. */
  @Get(':id/preview')
  async preview(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: messageId }) id: string,
  ) {
    const { html } = await this.messages.message(actor, id);
    if (html === null) throw new DomainError('not-found');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', MAIL_ONLY)
      .header('cache-control', 'no-store')
      .send(html);
  }

  /** The appointment that went with the mail; coordinators only, because it may hold a joining link. */
  @Get(':id/calendar.ics')
  @Allow('coordinator')
  async calendar(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: messageId }) id: string,
  ) {
    const { calendarFile } = await this.messages.message(actor, id);
    if (calendarFile === null) throw new DomainError('not-found');
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="leerlijn.ics"')
      .header('cache-control', 'no-store')
      .send(calendarFile);
  }

  private reader(request: WebRequest, actor: Actor) {
    return {
      ownOnly: actor.role === 'contact',
      locale: request.locale,
      t: this.pages.translate(request),
    };
  }
}
