import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { isToCome } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import { transferForm, transferPage } from './transfer.pages.js';
import { TransferQueries } from './transfer.queries.js';

const id = z.uuid();

/** Changing to another date of the same course. */
@Controller('enrolments/:id/transfer')
@Allow('professional', 'contact', 'coordinator')
export class TransferController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
    @Inject(TransferQueries) private readonly transfers: TransferQueries,
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
  async transfer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(transferForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, actor, enrolmentId, form.values, issues);
    }
    const { sessionId } = form.value;
    const { professionalId } = await this.queries.summary(actor, enrolmentId);
    try {
      const { status } = await this.enrolments.transfer(actor, enrolmentId, sessionId);
      const own = professionalId === actor.professionalId;
      return await this.pages.redirect(reply, own ? '/enrolments' : `/sessions/${sessionId}/participants`, {
        ...(status === 'confirmed'
          ? { kind: 'ok', key: 'enrolment.transfer.done' }
          : { kind: 'info', key: 'enrolment.transfer.doneWaiting' }),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || !correctable.includes(error.code)) throw error;
      const issue = { path: 'sessionId', message: t(`problem.${error.code}.advice`, error.params) };
      return this.form(request, reply, actor, enrolmentId, form.value, [issue]);
    }
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
    if (!isToCome(enrolment.appointment, now)) throw new DomainError('transfer-too-late');
    const runs = await this.transfers.otherRuns(actor, enrolment.appointment.sessionId, now);
    const own = enrolment.professionalId === actor.professionalId;
    const reader = { locale: request.locale, t };
    const model = transferPage(enrolment, runs, own, { values, issues }, reader);
    return this.pages.send(request, reply, {
      view: 'enrolment/transfer',
      title: t('enrolment.transfer.title'),
      status: issues.length === 0 ? 200 : 400,
      above: [{ href: model.backHref, label: t(own ? 'enrolment.own.title' : 'enrolment.roster.title') }],
      model,
    });
  }
}

/** What one can put right by choosing another date. */
const correctable: readonly string[] = ['transfer-full', 'already-enrolled', 'professional-double-booked'];
