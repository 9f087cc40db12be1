import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { SessionQueries } from '../sessions/session.queries.js';
import type { Actor } from '../shared/actor.js';
import { ExtraCostQueries } from './extra-cost.queries.js';
import { ShareQueries } from './share.queries.js';
import { SharingKeyService } from './sharing-key.service.js';
import { sharesPage, sharingForm, sharingPage, valuesOfKey, type SharedSession } from './shares.pages.js';

/** Who bears what of a session, and by what that is decided. */
@Controller('sessions/:id')
export class SharesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(ShareQueries) private readonly queries: ShareQueries,
    @Inject(ExtraCostQueries) private readonly extraCosts: ExtraCostQueries,
    @Inject(SharingKeyService) private readonly keys: SharingKeyService,
  ) {}

  @Get('shares')
  @Allow('coordinator', 'finance', 'contact')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const t = this.pages.translate(request);
    const session = await this.sessions.get(actor, id);
    const found = {
      key: (await this.queries.chosen(actor, id)).key,
      shares: await this.queries.ofSession(actor, id),
      history: await this.queries.history(actor, id),
      parts: await this.extraCosts.ofSession(actor, id),
    };
    return this.pages.send(request, reply, {
      view: 'grants/shares',
      title: t('grants.sharing.title'),
      model: sharesPage(session, found, { role: actor.role, locale: request.locale }, t),
      above: this.above(request, session),
    });
  }

  @Get('sharing')
  @Allow('coordinator')
  async showForm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    return this.form(request, reply, actor, id);
  }

  @Post('sharing')
  @Allow('coordinator')
  async choose(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(sharingForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.keys.choose(actor, id, form.value);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'share-over-budget') throw error;
      const issues = [{ path: 'key', message: t(`problem.${error.code}.advice`, error.params) }];
      const values = valuesOfKey(form.value, await this.queries.members(actor));
      return this.form(request, reply, actor, id, { values, issues });
    }
    return this.pages.redirect(reply, `/sessions/${id}/shares`, { kind: 'ok', key: 'grants.sharing.done' });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent?: SentForm) {
    const t = this.pages.translate(request);
    const session = await this.sessions.get(actor, id);
    if (session.status === 'cancelled') throw new DomainError('session-not-in-this-state');
    const members = await this.queries.members(actor);
    const first = { values: valuesOfKey(await this.queries.chosen(actor, id), members), issues: [] };
    return this.pages.send(request, reply, {
      view: 'grants/sharing',
      status: sent ? 400 : 200,
      title: t('grants.sharing.change'),
      model: sharingPage(session, members, sent ?? first, request.locale, t),
      above: [
        ...this.above(request, session),
        { href: `/sessions/${id}/shares`, label: t('grants.sharing.title') },
      ],
    });
  }

  private above(request: WebRequest, { id, courseTitle }: SharedSession) {
    const list = this.pages.translate(request)('sessions.list.title');
    return [
      { href: '/sessions', label: list },
      { href: `/sessions/${id}`, label: courseTitle },
    ];
  }
}
