import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { PlanningQueries } from './planning.queries.js';
import {
  detailsForm,
  detailsOf,
  detailsPage,
  valuesOfForm,
  valuesOfSession,
} from './session-details.pages.js';
import { SessionDetailsService } from './session-details.service.js';
import { changesDetails } from './session-life.rules.js';
import { SessionQueries, type SessionRow } from './session.queries.js';

const sessionId = z.uuid();

/** What can be changed of a session beside its parts and its seats. */
@Controller('sessions/:id/edit')
@Allow('coordinator')
export class SessionDetailsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionDetailsService) private readonly details: SessionDetailsService,
    @Inject(SessionQueries) private readonly queries: SessionQueries,
  ) {}

  @Get()
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
  ) {
    const session = await this.queries.get(actor, id);
    return this.form(request, reply, actor, session, { values: valuesOfSession(session), issues: [] });
  }

  @Post()
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Body() body: unknown,
  ) {
    const session = await this.queries.get(actor, id);
    const t = this.pages.translate(request);
    const form = readForm(detailsForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, actor, session, { ...form, issues });
    }
    try {
      await this.details.change(actor, id, form.value.version, detailsOf(form.value, session));
      return this.pages.redirect(reply, `/sessions/${id}`, { kind: 'ok', key: 'sessions.done.changed' });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const values = valuesOfForm(form.value);
      return this.form(request, reply, actor, session, {
        values,
        issues: validationMessages(error.issues, t),
      });
    }
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    session: SessionRow,
    sent: SentForm,
  ) {
    if (!changesDetails(session.status)) throw new DomainError('session-not-in-this-state');
    const t = this.pages.translate(request);
    const thisYear = Number(localDateOf(this.clock.now()).slice(0, 4));
    const payers = await this.planning.payers(actor, session.courseId, thisYear);
    return this.pages.send(request, reply, {
      view: 'sessions/details',
      title: t('sessions.edit.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: detailsPage(session, payers, sent, t),
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: `/sessions/${session.id}`, label: session.courseTitle },
      ],
    });
  }
}
