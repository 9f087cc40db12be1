import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { ActivityQueries } from '../grants/activity.queries.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { factsForm, factsOf, factsPage } from './application-forms.pages.js';
import { applicationPage, listPage, submissionForm } from './application.pages.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationService } from './application.service.js';
import { httpStatusOf, onTop, pathOf, refused, versionIn } from './refused-application.js';

const id = z.uuid();

/** Applications for grants, from the draft to what the state decided. */
@Controller('grant-applications')
@Allow('coordinator', 'finance')
export class ApplicationsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ApplicationQueries) private readonly queries: ApplicationQueries,
    @Inject(ActivityQueries) private readonly activities: ActivityQueries,
    @Inject(ApplicationService) private readonly service: ApplicationService,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'applications/list',
      title: t('applications.title'),
      model: listPage(await this.queries.list(actor), request.locale, t),
    });
  }

  @Get('new')
  async askForNew(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.factsForm(request, reply, actor, null, { values: {}, issues: [] }, 200);
  }

  @Post()
  async begin(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(factsForm, body);
    const again = (sent: SentForm) => this.factsForm(request, reply, actor, null, sent, httpStatusOf(sent));
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      const made = await this.service.begin(actor, form.value.facts);
      return this.pages.redirect(reply, pathOf(made), { kind: 'ok', key: 'applications.begun' });
    } catch (error) {
      return again(refused(error, body, t));
    }
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
  ) {
    return this.application(request, reply, actor, applicationId, null);
  }

  @Get(':id/edit')
  async askToChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
  ) {
    const { application } = await this.queries.look(actor, applicationId);
    const sent = { values: factsOf(application), issues: [] };
    return this.factsForm(request, reply, actor, applicationId, sent, 200);
  }

  @Post(':id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    await this.queries.look(actor, applicationId);
    const form = readForm(factsForm, body);
    const again = (sent: SentForm) =>
      this.factsForm(request, reply, actor, applicationId, sent, httpStatusOf(sent));
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.service.change(actor, applicationId, form.value.version, form.value.facts);
    } catch (error) {
      return again(await onTop(this.queries, actor, applicationId, refused(error, body, t)));
    }
    return this.done(reply, applicationId);
  }

  @Post(':id/removal')
  async discard(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
  ) {
    await this.queries.look(actor, applicationId);
    await this.service.discard(actor, applicationId, versionIn(body));
    return this.pages.redirect(reply, '/grant-applications', { kind: 'ok', key: 'applications.discarded' });
  }

  @Post(':id/submission')
  async submit(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(submissionForm, body);
    const again = (sent: SentForm) => this.application(request, reply, actor, applicationId, sent);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.service.submit(actor, applicationId, form.value.version, form.value.submittedOn);
    } catch (error) {
      const sent = refused(error, body, t);
      return again({ ...sent, issues: sent.issues.map((issue) => ({ ...issue, path: 'submittedOn' })) });
    }
    return this.pages.redirect(reply, pathOf(applicationId), { kind: 'ok', key: 'applications.submitted' });
  }

  private done(reply: WebReply, applicationId: string) {
    return this.pages.redirect(reply, pathOf(applicationId), { kind: 'ok', key: 'applications.saved' });
  }

  private async application(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    applicationId: string,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.look(actor, applicationId);
    const municipalities = await this.queries.municipalities(actor);
    const today = localDateOf(this.clock.now());
    const { version, grantId } = found.application;
    return this.pages.send(request, reply, {
      view: 'applications/application',
      status: sent ? httpStatusOf(sent) : 200,
      title: t('applications.one', { reference: found.application.reference }),
      model: applicationPage(
        found,
        {
          municipalities,
          mayDecide: actor.role === 'finance',
          activities: grantId === null ? [] : await this.activities.ofGrant(actor, grantId),
          submission: sent ?? { values: { version, submittedOn: today }, issues: [] },
        },
        request.locale,
        t,
      ),
      above: [{ href: '/grant-applications', label: t('applications.title') }],
    });
  }

  private async factsForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    applicationId: string | null,
    sent: SentForm,
    status: number,
  ) {
    const t = this.pages.translate(request);
    const found = applicationId === null ? null : await this.queries.look(actor, applicationId);
    const municipalities = await this.queries.municipalities(actor);
    return this.pages.send(request, reply, {
      view: 'applications/form',
      status,
      title: t(found ? 'applications.form.change' : 'applications.new'),
      model: factsPage(found?.application ?? null, municipalities, sent, t),
      above: [{ href: '/grant-applications', label: t('applications.title') }],
    });
  }
}
