import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { correctionForm, correctionPage } from './correction.pages.js';

const id = z.uuid();

/** Putting one person's attendance right after the session was closed. */
@Controller('enrolments/:id/attendance-correction')
@Allow('coordinator')
export class CorrectionController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  @Get()
  ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    return this.form(request, reply, actor, enrolmentId, null);
  }

  @Post()
  async correct(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(correctionForm, body ?? {});
    if (!form.ok)
      return this.form(request, reply, actor, enrolmentId, {
        values: form.values,
        issues: validationMessages(form.issues, t),
      });
    const { parts, reason } = form.value;
    const roster = await this.queries.rosterOf(actor, enrolmentId);
    if (parts.length !== roster.parts.length) throw new DomainError('not-on-roster');
    const marks = roster.parts.map(({ id: partId }, index) => ({ enrolmentId, partId, ...parts[index]! }));
    const changed = await this.attendance.correct(actor, roster.sessionId, { marks, reason });
    return this.pages.redirect(reply, `/sessions/${roster.sessionId}/attendance`, {
      kind: changed > 0 ? 'ok' : 'info',
      key: changed > 0 ? 'attendance.correction.done' : 'attendance.nothingChanged',
    });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    enrolmentId: string,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const roster = await this.queries.rosterOf(actor, enrolmentId);
    const person = roster.people.find((each) => each.enrolmentId === enrolmentId);
    if (!person) throw new DomainError('not-found');
    if (roster.status !== 'closed') throw new DomainError('session-not-in-this-state');
    return this.pages.send(request, reply, {
      view: 'attendance/correction',
      title: t('attendance.correction.title'),
      status: sent ? 400 : 200,
      model: correctionPage(roster, person, { locale: request.locale, t }, sent),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${roster.sessionId}`, label: roster.courseTitle },
        { href: `/sessions/${roster.sessionId}/attendance`, label: t('attendance.title') },
      ],
    });
  }
}
