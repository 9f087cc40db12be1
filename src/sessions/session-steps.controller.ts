import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CancellationTermsQueries } from '../courses/cancellation-terms.queries.js';
import { movePartPage, partMoveForm, valuesOfPart } from './part-move.pages.js';
import { withSlot } from './free-slot.pages.js';
import { fieldOfClash, nothingWrong, planIssues, type PlanIssues } from './plan-issues.js';
import { PlanningQueries } from './planning.queries.js';
import { cancellationPage } from './session-cancellation.pages.js';
import { afterStep, movesParts } from './session-life.rules.js';
import { SessionPartService } from './session-part.service.js';
import { SessionPageQueries } from './session-page.queries.js';
import { SessionInvitationQueries } from './session-invitation.queries.js';
import { SessionQueries } from './session.queries.js';
import { SessionService } from './session.service.js';

const sessionId = z.uuid();
const partOrdinal = z.coerce.number().int().min(1).max(100);

/** The steps in the life of a session that a coordinator takes by hand: opening, moving a part, calling off. */
@Controller('sessions/:id')
@Allow('coordinator')
export class SessionStepsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionPartService) private readonly parts: SessionPartService,
    @Inject(SessionQueries) private readonly queries: SessionQueries,
    @Inject(SessionInvitationQueries) private readonly invitations: SessionInvitationQueries,
    @Inject(SessionPageQueries) private readonly sessionPage: SessionPageQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(CancellationTermsQueries) private readonly terms: CancellationTermsQueries,
  ) {}

  @Post('opening')
  async open(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
  ) {
    await this.sessions.open(actor, id);
    return this.pages.redirect(reply, `/sessions/${id}`, { kind: 'ok', key: 'sessions.done.opened' });
  }

  @Get('cancellation')
  async askToCancel(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
  ) {
    const session = await this.queries.get(actor, id);
    if (!afterStep(session.status, 'cancel')) throw new DomainError('session-not-in-this-state');
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'sessions/cancellation',
      title: t('sessions.cancel.title'),
      model: cancellationPage(
        session,
        await this.invitations.ofSession(actor, id),
        await this.terms.lookAtCallingOff(actor, id, localDateOf(this.clock.now())),
        await this.sessionPage.guests(id),
        request.locale,
        t,
      ),
      above: this.above(request, session),
    });
  }

  @Post('cancellation')
  async cancel(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
  ) {
    await this.sessions.cancel(actor, id);
    return this.pages.redirect(reply, `/sessions/${id}`, { kind: 'ok', key: 'sessions.done.cancelled' });
  }

  @Get('parts/:ordinal')
  async askToMove(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Param('ordinal', { schema: partOrdinal }) ordinal: number,
  ) {
    return this.moveForm(request, reply, actor, { id, ordinal });
  }

  @Post('parts/:ordinal')
  async move(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Param('ordinal', { schema: partOrdinal }) ordinal: number,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(partMoveForm, withSlot(body));
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      const wrong = { issues, slots: [] };
      return this.moveForm(request, reply, actor, { id, ordinal, values: form.values, wrong });
    }
    const { version, ...move } = form.value;
    try {
      await this.parts.change(actor, { sessionId: id, ordinal, version }, move);
      return this.pages.redirect(reply, `/sessions/${id}`, { kind: 'ok', key: 'sessions.done.moved' });
    } catch (error) {
      const wrong = planIssues(error, request.locale, t, fieldOfClash);
      return this.moveForm(request, reply, actor, { id, ordinal, values: form.value, wrong });
    }
  }

  private async moveForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    asked: {
      readonly id: string;
      readonly ordinal: number;
      readonly values?: Record<string, unknown>;
      readonly wrong?: PlanIssues;
    },
  ) {
    const session = await this.queries.get(actor, asked.id);
    const part = (await this.queries.parts(actor, asked.id)).find(({ ordinal }) => ordinal === asked.ordinal);
    if (!part) throw new DomainError('not-found');
    if (!movesParts(session.status, part, this.clock.now()))
      throw new DomainError('session-not-in-this-state');
    const t = this.pages.translate(request);
    const values = asked.values ?? valuesOfPart(session, part);
    const wrong = asked.wrong ?? nothingWrong;
    const choices = {
      rooms: await this.planning.rooms(actor),
      trainers: await this.planning.trainers(actor),
    };
    return this.pages.send(request, reply, {
      view: 'sessions/move-part',
      title: t('sessions.move.title', { number: part.ordinal }),
      status: wrong.issues.length === 0 ? 200 : 400,
      model: movePartPage(session, part, choices, await this.sessionPage.guests(asked.id), values, wrong, t),
      above: this.above(request, session),
    });
  }

  private above(request: WebRequest, { id, courseTitle }: { id: string; courseTitle: string }) {
    const list = this.pages.translate(request)('sessions.list.title');
    return [
      { href: '/sessions', label: list },
      { href: `/sessions/${id}`, label: courseTitle },
    ];
  }
}
