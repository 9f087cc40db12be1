import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, AllowEveryone, CurrentActor } from '../../access/allow.decorator.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Pages, type Notice } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import { EntryCodes } from '../../enrolment/entry-codes.service.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { localDateOf } from '../../shared/local-date.js';
import { AttendanceQueries, type AttendanceRoster } from '../attendance.queries.js';
import { CheckInService, type SightingAnswer } from './check-in.service.js';
import { CheckInQueries } from './check-in.queries.js';
import { admissionPage, entryForm, groupCodesPage, ownCodesPage, shownCodePage } from './entry.pages.js';
import { EntryService } from './entry.service.js';

const id = z.uuid();

/** Entry codes on paper and screen: showing one's own, and letting people in by theirs without any script. */
@Controller()
export class EntryController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EntryService) private readonly entries: EntryService,
    @Inject(EntryCodes) private readonly codes: EntryCodes,
    @Inject(CheckInService) private readonly door: CheckInService,
    @Inject(CheckInQueries) private readonly queries: CheckInQueries,
    @Inject(AttendanceQueries) private readonly attendance: AttendanceQueries,
  ) {}

  @Get('enrolments/:id/entry-codes')
  @Allow('professional', 'contact', 'coordinator')
  async ownCodes(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    const t = this.pages.translate(request);
    const entry = await this.entries.codesOf(actor, enrolmentId);
    return this.pages.send(request, reply, {
      view: 'attendance/entry-codes',
      title: t('check-in.own.title', { count: entry.codes.length }),
      model: ownCodesPage(entry, { locale: request.locale, t }),
      above:
        actor.role === 'professional'
          ? [{ href: '/enrolments', label: t('enrolment.own.title') }]
          : [{ href: `/sessions/${entry.sessionId}/participants`, label: t('enrolment.roster.title') }],
    });
  }

  @Get('sessions/:id/group-codes')
  @Allow('contact', 'coordinator')
  async groupCodes(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    const t = this.pages.translate(request);
    const { courseTitle, dates } = await this.queries.days(actor, sessionId);
    const groups = await this.entries.groupCodesOf(actor, sessionId, dates);
    return this.pages.send(request, reply, {
      view: 'attendance/entry-codes',
      title: t('check-in.group.title'),
      model: groupCodesPage(courseTitle, groups, { locale: request.locale, t }),
      above: [{ href: `/sessions/${sessionId}/participants`, label: t('enrolment.roster.title') }],
    });
  }

  /** What the QR code of a code opens: the code for whoever has it, the name for who stands at the door. */
  @Get('entry/:code')
  @AllowEveryone()
  async show(@Req() request: WebRequest, @Res() reply: WebReply, @Param('code') code: string) {
    const t = this.pages.translate(request);
    const reader = { locale: request.locale, t };
    const pass = await this.entries.passOf(code);
    if (!pass) throw new DomainError('not-found');
    const found = await this.rosterFor(request.actor, pass.sessionId);
    if (!found) {
      const { courseTitle } = await this.queries.days(systemActor, pass.sessionId);
      return this.pages.send(request, reply, {
        view: 'attendance/entry-codes',
        title: t('check-in.shown.title'),
        model: shownCodePage(this.codes.shown(pass.date, code), courseTitle, reader),
      });
    }
    return this.pages.send(request, reply, {
      view: 'attendance/admission',
      title: t('check-in.admission.title'),
      model: admissionPage(found, pass, this.moment(code), reader),
      above: [{ href: `/sessions/${pass.sessionId}/attendance`, label: t('attendance.title') }],
    });
  }

  @Post('entry/:code')
  @Allow('coordinator', 'trainer')
  async letIn(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body({ schema: entryForm }) { part, who }: z.infer<typeof entryForm>,
  ) {
    const pass = await this.entries.passOf(code);
    if (!pass) throw new DomainError('not-found');
    const observedAt = this.clock.now();
    const sightings = who.map((enrolmentId) => ({
      ...{ id: newId(observedAt), partId: part, observedAt },
      what: { kind: 'name', enrolmentId } as const,
    }));
    const answers = await this.door.checkIn(actor, pass.sessionId, sightings);
    const refused = answers.find((answer) => answer.outcome === 'refused');
    if (refused && answers.every(({ outcome }) => outcome === 'refused'))
      throw new DomainError('not-checked-in', {
        reason: this.pages.translate(request)(`check-in.refused.${refused.reason}`),
      });
    return this.pages.redirect(reply, `/entry/${code}`, noticeOf(answers));
  }

  private moment(code: string) {
    return { code, today: localDateOf(this.clock.now()) };
  }

  private async rosterFor(actor: Actor | null, sessionId: string): Promise<AttendanceRoster | null> {
    if (actor?.role !== 'coordinator' && actor?.role !== 'trainer') return null;
    return this.attendance.findRoster(actor, sessionId);
  }
}

function noticeOf(answers: readonly SightingAnswer[]): Notice {
  const refused = answers.filter(({ outcome }) => outcome === 'refused').length;
  if (refused > 0)
    return {
      kind: 'warning',
      key: 'check-in.savedInPart',
      params: { saved: answers.length - refused, refused },
    };
  if (answers.some(({ outcome }) => outcome === 'kept-after-closing'))
    return { kind: 'warning', key: 'check-in.keptAfterClosing' };
  return { kind: 'ok', key: 'check-in.saved', params: { count: answers.length } };
}
