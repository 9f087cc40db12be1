import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import { appointmentCalendar } from './appointment-calendar.js';
import { cancellationPage, ownTrainings } from './enrolment.pages.js';
import { EnrolmentQueries, type EnrolmentSummary } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';

@Controller()
@Allow('professional')
export class EnrolmentController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
  ) {}

  @Get('enrolments')
  async own(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    const enrolments = await this.queries.own(actor);
    return this.pages.send(request, reply, {
      view: 'enrolment/own',
      title: t('enrolment.own.title'),
      model: ownTrainings(enrolments, this.clock.now(), request.locale, t),
    });
  }

  /** The own appointment, to open in any calendar; only while there is a seat. */
  @Get('enrolments/:id/calendar.ics')
  async calendar(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) enrolmentId: string,
  ) {
    const { status, appointment } = await this.queries.summary(actor, enrolmentId);
    if (status !== 'confirmed') throw new DomainError('not-found');
    const file = appointmentCalendar(appointment, {
      method: 'PUBLISH',
      enrolmentId,
      attendee: null,
      organizer: { name: 'Leerlijn', email: this.config.mailFrom },
      publicUrl: this.config.publicUrl,
      stampedAt: this.clock.now(),
    });
    return reply
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .header('content-disposition', 'attachment; filename="leerlijn.ics"')
      .header('cache-control', 'no-store')
      .send(file);
  }

  @Get('enrolments/:id/cancellation')
  @Allow('professional', 'contact', 'coordinator')
  async askCancellation(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) enrolmentId: string,
  ) {
    const t = this.pages.translate(request);
    const enrolment = await this.queries.summary(actor, enrolmentId);
    this.refuseUnlessCancellable(enrolment);
    const model = cancellationPage(enrolment, isOwn(actor, enrolment), request.locale, t);
    const label = isOwn(actor, enrolment) ? t('enrolment.own.title') : t('enrolment.roster.title');
    return this.pages.send(request, reply, {
      view: 'enrolment/cancel',
      title: t('enrolment.cancel.title'),
      above: [{ href: model.backHref, label }],
      model,
    });
  }

  @Post('enrolments/:id/cancellation')
  @Allow('professional', 'contact', 'coordinator')
  async cancel(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) enrolmentId: string,
  ) {
    const enrolment = await this.queries.summary(actor, enrolmentId);
    await this.enrolments.cancel(actor, enrolmentId);
    if (isOwn(actor, enrolment))
      return this.pages.redirect(reply, '/enrolments', { kind: 'ok', key: 'enrolment.done.cancelled' });
    return this.pages.redirect(reply, `/sessions/${enrolment.appointment.sessionId}/participants`, {
      kind: 'ok',
      key: 'enrolment.done.otherCancelled',
      params: { name: enrolment.professionalName },
    });
  }

  private refuseUnlessCancellable({ status, appointment }: EnrolmentSummary): void {
    if (status === 'cancelled') throw new DomainError('enrolment-already-cancelled');
    if (!takesEnrolments(appointment, this.clock.now())) throw new DomainError('cancellation-too-late');
  }
}

function isOwn(actor: Actor, { professionalId }: EnrolmentSummary): boolean {
  return actor.professionalId === professionalId;
}
