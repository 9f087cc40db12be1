import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import {
  calendarPage,
  calendarQuery,
  scopeOf,
  type CalendarChoices,
  type CalendarQuery,
} from './session-calendar.pages.js';
import { SessionCalendarQueries, type CalendarScope } from './session-calendar.queries.js';
import { SessionQueries } from './session.queries.js';

/** The sessions of a month, a week or the coming months. */
@Controller('calendar')
@Allow('coordinator', 'contact', 'trainer', 'professional', 'finance')
export class SessionCalendarController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(SessionCalendarQueries) private readonly calendar: SessionCalendarQueries,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: calendarQuery }) query: CalendarQuery,
  ) {
    const t = this.pages.translate(request);
    const now = this.clock.now();
    const scope = scopeOf(query, localDateOf(now));
    const parts = await this.calendar.parts(actor, scope);
    return this.pages.send(request, reply, {
      view: 'sessions/calendar',
      title: t('calendar.title'),
      model: calendarPage(parts, query, await this.choices(actor, scope), {
        ...{ role: actor.role, locale: request.locale, t, now },
      }),
    });
  }

  private async choices(actor: Actor, scope: CalendarScope): Promise<CalendarChoices> {
    const choosesTrainer = actor.role === 'coordinator' || actor.role === 'contact';
    return {
      municipalities: await this.sessions.municipalities(actor),
      trainers: choosesTrainer ? await this.calendar.trainers(actor, scope) : [],
      rooms: await this.calendar.rooms(actor, scope),
    };
  }
}
