import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { askedValues, awardForm, decisionPage, refusalForm } from './application-decision.pages.js';
import { ApplicationDecisionService } from './application-decision.service.js';
import { ApplicationQueries } from './application.queries.js';
import { aboveOne, httpStatusOf, pathOf, refused } from './refused-application.js';

const id = z.uuid();

/** What the state decided on an application; finance records it. */
@Controller('grant-applications/:id')
@Allow('finance')
export class ApplicationDecisionController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ApplicationDecisionService) private readonly service: ApplicationDecisionService,
  ) {}

  @Get('decision')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
  ) {
    return this.form(request, reply, actor, applicationId, {});
  }

  @Post('award')
  async award(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const { lines } = await this.queries.look(actor, applicationId);
    const form = readForm(awardForm(lines), body);
    const again = (award: SentForm) => this.form(request, reply, actor, applicationId, { award });
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.service.award(actor, applicationId, form.value);
    } catch (error) {
      return again(refused(error, body, t));
    }
    return this.pages.redirect(reply, pathOf(applicationId), { kind: 'ok', key: 'applications.award.done' });
  }

  @Post('refusal')
  async refuse(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    await this.queries.look(actor, applicationId);
    const form = readForm(refusalForm, body);
    const again = (refusal: SentForm) => this.form(request, reply, actor, applicationId, { refusal });
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.service.refuse(actor, applicationId, form.value.refusedOn);
    } catch (error) {
      const sent = refused(error, body, t);
      return again({ ...sent, issues: sent.issues.map((issue) => ({ ...issue, path: 'refusedOn' })) });
    }
    return this.pages.redirect(reply, pathOf(applicationId), {
      kind: 'ok',
      key: 'applications.refusal.done',
    });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    applicationId: string,
    sent: { readonly award?: SentForm; readonly refusal?: SentForm },
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.look(actor, applicationId);
    if (found.application.submittedOn === null) throw new DomainError('application-not-waiting');
    const municipalities = await this.queries.municipalities(actor);
    const refusedForm = sent.award ?? sent.refusal;
    const award = sent.award ?? { values: askedValues(found.lines), issues: [] };
    const refusal = sent.refusal ?? { values: {}, issues: [] };
    return this.pages.send(request, reply, {
      view: 'applications/decision',
      status: refusedForm ? httpStatusOf(refusedForm) : 200,
      title: t('applications.award.title'),
      model: decisionPage(found, municipalities, { award, refusal }, t),
      above: aboveOne(found.application, t),
    });
  }
}
