import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ADDRESSES_PER_PAGE, mailPage } from './mail.pages.js';
import { MailQueries } from './mail.queries.js';
import { MailService } from './mail.service.js';

const mailQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** The switch for all mail, and the addresses that do not exist. */
@Controller('mail')
@Allow('administrator')
export class MailController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(MailService) private readonly mail: MailService,
    @Inject(MailQueries) private readonly queries: MailQueries,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: mailQuery }) { page }: z.output<typeof mailQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.deadAddresses(actor, { page, pageSize: ADDRESSES_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'administration/mail',
      title: t('administration.mail.title'),
      model: mailPage(await this.queries.stop(actor), found, page, t),
    });
  }

  @Post('stop')
  async stop(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    await this.mail.stop(actor);
    return this.pages.redirect(reply, '/mail', { kind: 'ok', key: 'administration.mail.stopped' });
  }

  @Post('start')
  async start(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    await this.mail.start(actor);
    return this.pages.redirect(reply, '/mail', { kind: 'ok', key: 'administration.mail.started' });
  }

  @Post('addresses/:id/revival')
  async revive(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    await this.mail.reviveAddress(actor, id);
    return this.pages.redirect(reply, '/mail', { kind: 'ok', key: 'administration.mail.revived' });
  }
}
