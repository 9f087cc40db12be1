import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import {
  aboveActivity,
  activityForm,
  activityPage,
  changedActivityForm,
  firstValues,
  versionForm,
} from './activities.pages.js';
import { ActivityQueries } from './activity.queries.js';
import { ActivityService } from './activity.service.js';
import { DecisionQueries } from './decision.queries.js';
import { refusedActivity, statusOf, type RefusedActivity } from './refused-activity.js';

const id = z.uuid();

/** Entering and changing what the decision lets a grant pay. */
@Controller()
@Allow('finance')
export class ActivityFormsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ActivityService) private readonly activities: ActivityService,
    @Inject(ActivityQueries) private readonly queries: ActivityQueries,
    @Inject(DecisionQueries) private readonly decisions: DecisionQueries,
  ) {}

  @Get('grants/:id/activities/new')
  askNew(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.form(request, reply, actor, { grantId, activityId: null }, null);
  }

  @Post('grants/:id/activities')
  async enter(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    await this.decisions.grant(actor, grantId);
    const form = readForm(activityForm, body);
    const again = (sent: SentForm) => this.form(request, reply, actor, { grantId, activityId: null }, sent);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.activities.enter(actor, grantId, form.value);
    } catch (error) {
      return again(refusedActivity(error, body, t));
    }
    return this.done(reply, grantId, 'grants.activity.saved');
  }

  @Get('grant-activities/:id')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
  ) {
    const { grantId } = await this.queries.look(actor, activityId);
    return this.form(request, reply, actor, { grantId, activityId }, null);
  }

  @Post('grant-activities/:id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const { grantId } = await this.queries.look(actor, activityId);
    const form = readForm(changedActivityForm, body);
    const again = (sent: SentForm) => this.form(request, reply, actor, { grantId, activityId }, sent);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    const { version, ...activity } = form.value;
    try {
      await this.activities.change(actor, activityId, version, activity);
    } catch (error) {
      return again(await this.onTop(actor, activityId, refusedActivity(error, body, t)));
    }
    return this.done(reply, grantId, 'grants.activity.saved');
  }

  @Post('grant-activities/:id/removal')
  async remove(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
    @Body() body: unknown,
  ) {
    const { grantId } = await this.queries.look(actor, activityId);
    const form = readForm(versionForm, body);
    if (!form.ok) throw new DomainError('changed-meanwhile');
    await this.activities.remove(actor, activityId, form.value.version);
    return this.done(reply, grantId, 'grants.activity.removed');
  }

  private done(reply: WebReply, grantId: string, key: 'grants.activity.saved' | 'grants.activity.removed') {
    return this.pages.redirect(reply, `/grants/${grantId}/activities`, { kind: 'ok', key });
  }

  /** What was filled in on top of what someone else did meanwhile: sending it once more is a choice. */
  private async onTop(actor: Actor, activityId: string, sent: RefusedActivity): Promise<RefusedActivity> {
    if (sent.code !== 'changed-meanwhile') return sent;
    const { version } = await this.queries.look(actor, activityId);
    return { ...sent, values: { ...sent.values, version } };
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    { grantId, activityId }: { readonly grantId: string; readonly activityId: string | null },
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const grant = await this.decisions.grant(actor, grantId);
    const activity = activityId === null ? null : await this.queries.look(actor, activityId);
    const shown = sent ?? { values: firstValues(grant, activity), issues: [] };
    return this.pages.send(request, reply, {
      view: 'grants/activity',
      status: sent ? statusOf(sent) : 200,
      title: t(activity ? 'grants.activity.change' : 'grants.activity.new'),
      model: activityPage(grant, activity, shown, t),
      above: aboveActivity(grant, t),
    });
  }
}
