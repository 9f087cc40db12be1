import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { confirmationPage } from './confirmation.pages.js';
import { ConfirmationQueries } from './confirmation.queries.js';
import { ConfirmationService } from './confirmation.service.js';

@Controller('sessions/:id/confirmation')
@Allow('coordinator')
export class ConfirmationController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ConfirmationQueries) private readonly queries: ConfirmationQueries,
    @Inject(ConfirmationService) private readonly confirmations: ConfirmationService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    const t = this.pages.translate(request);
    const confirmation = await this.queries.look(actor, sessionId);
    return this.pages.send(request, reply, {
      view: 'grants/confirmation',
      title: t('grants.confirmation.title'),
      model: confirmationPage(confirmation, request.locale, t),
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: `/sessions/${sessionId}`, label: confirmation.courseTitle },
      ],
    });
  }

  @Post()
  async confirm(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    await this.confirmations.confirm(actor, sessionId);
    return this.pages.redirect(reply, `/sessions/${sessionId}`, {
      kind: 'ok',
      key: 'grants.confirmation.done',
    });
  }
}
