import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import {
  attendanceForm,
  attendancePage,
  chosenPart,
  markedPart,
  partQuery,
  savedNotice,
} from './attendance.pages.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';

const id = z.uuid();

@Controller('sessions/:id/attendance')
@Allow('coordinator', 'trainer')
export class AttendanceController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: partQuery }) query: z.infer<typeof partQuery>,
  ) {
    const t = this.pages.translate(request);
    const roster = await this.queries.roster(actor, sessionId);
    const now = this.clock.now();
    const part = chosenPart(roster, query.part, now);
    const mayCorrect = actor.role === 'coordinator' && roster.status === 'closed';
    const corrections = mayCorrect ? { news: await this.queries.toldAfterClosing(actor, sessionId) } : null;
    return this.pages.send(request, reply, {
      view: 'attendance/roster',
      title: t('attendance.title'),
      model: attendancePage(roster, part, now, { locale: request.locale, corrections, t }),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}`, label: roster.courseTitle },
      ],
    });
  }

  @Post()
  async save(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: markedPart }) query: z.infer<typeof markedPart>,
    @Body({ schema: attendanceForm }) form: z.infer<typeof attendanceForm>,
  ) {
    const roster = await this.queries.roster(actor, sessionId);
    const part = roster.parts.find(({ ordinal }) => ordinal === query.part);
    if (!part) throw new DomainError('not-on-roster');
    const saved = await this.attendance.mark(actor, sessionId, {
      wishes: form.marks.map((marked) => ({ ...marked, partId: part.id })),
      restPresentIn: form.rest ? part.id : null,
      seenAt: form.seen ?? this.clock.now(),
    });
    return this.pages.redirect(reply, `/sessions/${sessionId}/attendance?part=${part.ordinal}`, {
      ...savedNotice(saved),
      params: { count: saved.checkedInMeanwhile || saved.changed, ordinal: part.ordinal },
    });
  }
}
