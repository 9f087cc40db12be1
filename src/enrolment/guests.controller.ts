import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { GuestQueries } from './guest.queries.js';
import { GuestService } from './guest.service.js';
import { GUESTS_PER_PAGE, guestForm, guestsPage, guestsQuery } from './guests.pages.js';
import { RosterQueries } from './roster.queries.js';

const id = z.uuid();

/** Who comes to a session without being in the register. */
@Controller()
@Allow('coordinator')
export class GuestsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GuestService) private readonly guests: GuestService,
    @Inject(GuestQueries) private readonly queries: GuestQueries,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
  ) {}

  @Get('sessions/:id/guests')
  @Allow('coordinator', 'trainer')
  list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: guestsQuery }) { page }: z.output<typeof guestsQuery>,
  ) {
    return this.page(request, reply, actor, sessionId, page, { values: {}, issues: [] });
  }

  @Post('sessions/:id/guests')
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(guestForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.page(request, reply, actor, sessionId, 1, { values: form.values, issues });
    }
    await this.guests.add(actor, sessionId, form.value);
    return this.pages.redirect(reply, `/sessions/${sessionId}/guests`, {
      ...{ kind: 'ok', key: 'enrolment.guests.added', params: { name: form.value.name } },
    });
  }

  @Post('guests/:id/removal')
  async remove(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) guestId: string,
  ) {
    const sessionId = await this.guests.remove(actor, guestId);
    return this.pages.redirect(reply, `/sessions/${sessionId}/guests`, {
      ...{ kind: 'ok', key: 'enrolment.guests.removed' },
    });
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sessionId: string,
    page: number,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const session = await this.roster.session(actor, sessionId);
    const found = await this.queries.list(actor, sessionId, { page, pageSize: GUESTS_PER_PAGE });
    const reader = { role: actor.role, locale: request.locale, now: this.clock.now() };
    const model = guestsPage(session, found, page, sent, reader, t);
    return this.pages.send(request, reply, {
      view: 'enrolment/guests',
      title: t('enrolment.guests.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: model.sessionHref, label: model.sessionTitle },
        { href: `/sessions/${sessionId}/participants`, label: t('enrolment.roster.title') },
      ],
      model,
    });
  }
}
