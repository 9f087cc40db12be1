import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { appointmentCalendar } from './appointment-calendar.js';
import { ownTrainings } from './enrolment.pages.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { WaitingOddsQueries } from './waiting-odds.queries.js';

@Controller()
@Allow('professional')
export class EnrolmentController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
    @Inject(WaitingOddsQueries) private readonly odds: WaitingOddsQueries,
  ) {}

  @Get('enrolments')
  async own(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    const enrolments = await this.queries.own(actor);
    const positions = enrolments.flatMap(({ waitingPosition }) => waitingPosition ?? []);
    const odds = await this.odds.odds(actor, positions);
    return this.pages.send(request, reply, {
      view: 'enrolment/own',
      title: t('enrolment.own.title'),
      model: ownTrainings(enrolments, odds, this.clock.now(), request.locale, t),
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
}
