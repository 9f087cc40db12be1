import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { FollowUpDaysQueries } from './follow-up-days.queries.js';
import { closurePage } from './closure.pages.js';

const id = z.uuid();

@Controller('sessions/:id/closure')
@Allow('coordinator', 'trainer')
export class ClosureController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(FollowUpDaysQueries) private readonly followUpDays: FollowUpDaysQueries,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  /** Says what closing will do before it is done. */
  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    const t = this.pages.translate(request);
    const roster = await this.queries.roster(actor, sessionId);
    const asked = roster.policy.requiresFollowUp ? roster.people : [];
    const completed = await this.followUpDays.completed(asked.map(({ enrolmentId }) => enrolmentId));
    return this.pages.send(request, reply, {
      view: 'attendance/closure',
      title: t('attendance.closure.title'),
      model: closurePage(roster, completed, this.clock.now(), { locale: request.locale, t }),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}`, label: roster.courseTitle },
        { href: `/sessions/${sessionId}/attendance`, label: t('attendance.title') },
      ],
    });
  }

  @Post()
  async close(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    await this.attendance.closeSession(actor, sessionId);
    return this.pages.redirect(reply, `/sessions/${sessionId}`, {
      kind: 'ok',
      key: 'attendance.closure.done',
    });
  }
}
