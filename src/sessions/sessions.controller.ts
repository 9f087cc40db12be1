import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { detailPage, MESSAGES_SHOWN } from './session-detail.pages.js';
import {
  filterOf,
  listPage,
  sessionListQuery,
  SESSIONS_PER_PAGE,
  type SessionListQuery,
} from './session-list.pages.js';
import { SessionInvitationQueries } from './session-invitation.queries.js';
import { SessionPageQueries } from './session-page.queries.js';
import { SessionQueries } from './session.queries.js';

@Controller('sessions')
@Allow('coordinator', 'contact', 'trainer', 'professional', 'finance')
export class SessionsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(SessionPageQueries) private readonly page: SessionPageQueries,
    @Inject(SessionInvitationQueries) private readonly invitations: SessionInvitationQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: sessionListQuery }) query: SessionListQuery,
  ) {
    const t = this.pages.translate(request);
    const found = await this.sessions.list(actor, filterOf(query, actor), (total) => ({
      limit: SESSIONS_PER_PAGE,
      offset:
        (Math.min(query.page, Math.max(1, Math.ceil(total / SESSIONS_PER_PAGE))) - 1) * SESSIONS_PER_PAGE,
    }));
    const municipalities = await this.sessions.municipalities(actor);
    return this.pages.send(request, reply, {
      view: 'sessions/list',
      title: t('sessions.list.title'),
      model: listPage(found, query, municipalities, {
        ...{ role: actor.role, locale: request.locale, t },
        now: this.clock.now(),
      }),
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const session = await this.sessions.get(actor, id);
    const seesSeats = actor.role === 'coordinator' || actor.role === 'contact';
    const detail = {
      session,
      parts: await this.sessions.parts(actor, id),
      seats: seesSeats ? await this.sessions.seats(actor, id) : null,
      messages: actor.role === 'coordinator' ? await this.page.messages(actor, id, MESSAGES_SHOWN) : null,
      invitations: actor.role === 'coordinator' ? await this.invitations.ofSession(actor, id) : null,
      organisation: session.organisationId ? await this.page.organisation(session) : null,
      guests: await this.page.guests(id),
      waitingPosition: session.enrolmentId ? await this.page.waitingPosition(session.enrolmentId) : null,
    };
    const t = this.pages.translate(request);
    const reader = { role: actor.role, locale: request.locale, t, now: this.clock.now() };
    return this.pages.send(request, reply, {
      view: 'sessions/detail',
      title: session.courseTitle,
      model: detailPage(detail, reader),
      above: [{ href: '/sessions', label: t('sessions.list.title') }],
    });
  }
}
