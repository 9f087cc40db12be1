import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import type { Translate } from '../platform/i18n/translator.js';
import { seatsForm, seatsPage, valuesOfSeats } from './session-seats.pages.js';
import { SessionSeatsQueries } from './session-seats.queries.js';
import { SessionSeats } from './session-seats.service.js';

const id = z.uuid();

/** How many seats a session has, and for whom they are held. */
@Controller('sessions/:id/seats')
@Allow('coordinator')
export class SessionSeatsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionSeats) private readonly seats: SessionSeats,
    @Inject(SessionSeatsQueries) private readonly queries: SessionSeatsQueries,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    return this.form(request, reply, actor, sessionId, null, []);
  }

  @Post()
  async resize(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(seatsForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, sessionId, form.values, validationMessages(form.issues, t));
    const { version, ...seats } = form.value;
    try {
      await this.seats.resize(actor, sessionId, seats, version);
    } catch (error) {
      return this.form(request, reply, actor, sessionId, form.value, seatIssues(error, t));
    }
    return this.pages.redirect(reply, `/sessions/${sessionId}`, { kind: 'ok', key: 'enrolment.seats.done' });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sessionId: string,
    sent: Record<string, unknown> | null,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const session = await this.queries.session(actor, sessionId);
    const holders = await this.queries.holders(actor, sessionId);
    const values = sent ?? valuesOfSeats(session, holders);
    return this.pages.send(request, reply, {
      view: 'enrolment/seats',
      title: t('enrolment.seats.title'),
      status: issues.length === 0 ? 200 : 400,
      model: seatsPage(session, holders, { values, issues }, { locale: request.locale, t }),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}`, label: session.courseTitle },
      ],
    });
  }
}

/** The issues that the reader can put right in the form; every other error is thrown again. */
function seatIssues(error: unknown, t: Translate): FieldIssue[] {
  if (error instanceof InvalidInput) return validationMessages(error.issues, t);
  if (!(error instanceof DomainError) || error.code !== 'seats-taken') throw error;
  return [{ path: 'capacity', message: t('problem.seats-taken.advice', error.params) }];
}
