import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { aboveActivities, activitiesPage, placeForm } from './activities.pages.js';
import { ActivityQueries } from './activity.queries.js';
import { ActivityService } from './activity.service.js';
import { DecisionQueries } from './decision.queries.js';
import { GrantQueries } from './grant.queries.js';
import { refusedActivity, statusOf } from './refused-activity.js';

const id = z.uuid();
const FIRST: SentForm = { values: {}, issues: [] };

/** What the decision lets a grant pay, and which lines are of it. */
@Controller('grants/:id/activities')
@Allow('finance')
export class ActivitiesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ActivityService) private readonly activities: ActivityService,
    @Inject(ActivityQueries) private readonly queries: ActivityQueries,
    @Inject(DecisionQueries) private readonly decisions: DecisionQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.page(request, reply, actor, grantId, null);
  }

  @Post('lines')
  async place(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    await this.decisions.grant(actor, grantId);
    const form = readForm(placeForm, body);
    const again = (sent: SentForm) => this.page(request, reply, actor, grantId, sent);
    if (!form.ok) return again({ ...form, issues: validationMessages(form.issues, t) });
    try {
      await this.activities.placeLine(actor, form.value.lineId, form.value.activityId);
    } catch (error) {
      const refused = refusedActivity(error, body, t);
      return again({ ...refused, issues: refused.issues.map((issue) => ({ ...issue, path: 'activityId' })) });
    }
    return this.pages.redirect(reply, `/grants/${grantId}/activities`, {
      kind: 'ok',
      key: 'grants.activity.placed',
    });
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    grantId: string,
    sent: SentForm | null,
  ) {
    const t = this.pages.translate(request);
    const grant = await this.decisions.grant(actor, grantId);
    const found = {
      activities: await this.queries.ofGrant(actor, grantId),
      lines: await this.grants.lines(actor, grantId),
    };
    const asked = { mayChange: actor.role === 'finance', placing: sent ?? FIRST };
    return this.pages.send(request, reply, {
      view: 'grants/activities',
      status: sent ? statusOf(sent) : 200,
      title: t('grants.activities.title', { decision: grant.decisionNumber }),
      model: activitiesPage(grant, found, asked, request.locale, t),
      above: aboveActivities(grant, t),
    });
  }
}
