import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { decisionForm, offerPage } from './decision.pages.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import { substitutionForm, substitutionPage } from './substitution.pages.js';

const id = z.uuid();

/** What one can do with an enrolment besides cancelling it. */
@Controller('enrolments/:id')
export class EnrolmentStepsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentQueries) private readonly queries: EnrolmentQueries,
  ) {}

  @Get('offer')
  @Allow('professional')
  async showOffer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    const offered = await this.queries.summary(actor, enrolmentId);
    if (offered.status !== 'offered') throw new DomainError('offer-expired');
    const model = offerPage(offered, request.locale, this.pages.translate(request));
    return this.pages.send(request, reply, { view: 'enrolment/decision', title: model.title, model });
  }

  @Post('offer')
  @Allow('professional')
  async answerOffer(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body({ schema: decisionForm }) { answer }: z.output<typeof decisionForm>,
  ) {
    if (answer === 'yes') await this.enrolments.acceptOffer(actor, enrolmentId);
    else await this.enrolments.declineOffer(actor, enrolmentId);
    const key = answer === 'yes' ? 'enrolment.decision.accepted' : 'enrolment.decision.declined';
    return this.pages.redirect(reply, '/enrolments', { kind: 'ok', key });
  }

  @Post('approval')
  @Allow('contact', 'coordinator')
  async approve(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    const { professionalName: name, appointment } = await this.queries.summary(actor, enrolmentId);
    await this.enrolments.approve(actor, enrolmentId);
    return this.pages.redirect(reply, requestsOf(appointment.sessionId), {
      ...{ kind: 'ok', key: 'enrolment.decision.approved', params: { name } },
    });
  }

  @Post('rejection')
  @Allow('contact', 'coordinator')
  async reject(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    const { professionalName: name, appointment } = await this.queries.summary(actor, enrolmentId);
    await this.enrolments.reject(actor, enrolmentId);
    return this.pages.redirect(reply, requestsOf(appointment.sessionId), {
      ...{ kind: 'ok', key: 'enrolment.decision.rejected', params: { name } },
    });
  }

  @Get('substitution')
  @Allow('professional', 'contact', 'coordinator')
  askSubstitute(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    return this.substitution(request, reply, actor, enrolmentId, {}, []);
  }

  @Post('substitution')
  @Allow('professional', 'contact', 'coordinator')
  async substitute(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(substitutionForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.substitution(request, reply, actor, enrolmentId, form.values, issues);
    }
    const { professionalId, appointment } = await this.queries.summary(actor, enrolmentId);
    try {
      await this.enrolments.substitute(actor, enrolmentId, form.value.email);
    } catch (error) {
      if (!(error instanceof DomainError) || !correctable.includes(error.code)) throw error;
      const issue = { path: 'email', message: t(`problem.${error.code}.advice`, error.params) };
      return this.substitution(request, reply, actor, enrolmentId, form.value, [issue]);
    }
    const own = professionalId === actor.professionalId;
    return this.pages.redirect(
      reply,
      own ? '/enrolments' : `/sessions/${appointment.sessionId}/participants`,
      { kind: 'ok', key: 'enrolment.substitution.done' },
    );
  }

  private async substitution(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    enrolmentId: string,
    values: Record<string, unknown>,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const enrolment = await this.queries.summary(actor, enrolmentId);
    if (enrolment.status !== 'confirmed') throw new DomainError('substitution-without-seat');
    const own = enrolment.professionalId === actor.professionalId;
    const model = substitutionPage(enrolment, own, { values, issues }, request.locale, t);
    return this.pages.send(request, reply, {
      view: 'enrolment/substitution',
      title: t('enrolment.substitution.title'),
      status: issues.length === 0 ? 200 : 400,
      above: [{ href: model.backHref, label: t(own ? 'enrolment.own.title' : 'enrolment.roster.title') }],
      model,
    });
  }
}

/** What one can put right by naming someone else. */
const correctable: readonly string[] = ['substitute-unknown', 'already-enrolled'];

const requestsOf = (sessionId: string) => `/sessions/${sessionId}/participants?status=requested`;
