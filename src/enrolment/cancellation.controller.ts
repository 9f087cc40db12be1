import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { isNotOver, isToCome } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import { cancellationForm, cancellationPage, needsReason } from './cancellation.pages.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';

const id = z.uuid();

/** Giving up a place, by the person themself or by who looks after them. */
@Controller('enrolments/:id/cancellation')
@Allow('professional', 'contact', 'coordinator')
export class CancellationController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
  ) {}

  @Get()
  ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    return this.form(request, reply, actor, enrolmentId, {}, []);
  }

  @Post()
  async cancel(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const enrolment = await this.queries.summary(actor, enrolmentId);
    const form = readForm(cancellationForm, body ?? {});
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, actor, enrolmentId, form.values, issues);
    }
    const { reason } = form.value;
    if (reason === null && needsReason(enrolment, this.clock.now())) {
      const issue = { path: 'reason', message: t('problem.cancellation-needs-reason.advice') };
      return this.form(request, reply, actor, enrolmentId, {}, [issue]);
    }
    await this.enrolments.cancel(actor, enrolmentId, reason);
    if (enrolment.professionalId === actor.professionalId)
      return this.pages.redirect(reply, '/enrolments', { kind: 'ok', key: 'enrolment.done.cancelled' });
    return this.pages.redirect(reply, `/sessions/${enrolment.appointment.sessionId}/participants`, {
      kind: 'ok',
      key: 'enrolment.done.otherCancelled',
      params: { name: enrolment.professionalName },
    });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    enrolmentId: string,
    values: Record<string, unknown>,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const now = this.clock.now();
    const enrolment = await this.queries.summary(actor, enrolmentId);
    if (enrolment.status === 'cancelled') throw new DomainError('enrolment-already-cancelled');
    const { appointment, walkIn } = enrolment;
    if (walkIn ? !isNotOver(appointment, now) : !isToCome(appointment, now))
      throw new DomainError('cancellation-too-late');
    const isOwn = enrolment.professionalId === actor.professionalId;
    const reader = { locale: request.locale, now, t };
    const model = cancellationPage(enrolment, isOwn, reader, { values, issues });
    return this.pages.send(request, reply, {
      view: 'enrolment/cancel',
      title: t('enrolment.cancel.title'),
      status: issues.length === 0 ? 200 : 400,
      above: [{ href: model.backHref, label: t(isOwn ? 'enrolment.own.title' : 'enrolment.roster.title') }],
      model,
    });
  }
}
