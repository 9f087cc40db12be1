import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { CampaignFormQueries } from './campaign-form.queries.js';
import {
  aboutDay,
  campaignForm,
  campaignFormPage,
  launchId,
  usualCampaign,
  valuesAgain,
} from './campaign-form.pages.js';
import type { CampaignPlan } from './campaign-plan.rules.js';
import { campaignPreviewPage, PEOPLE_PER_PAGE, previewPageQuery } from './campaign-preview.pages.js';
import { CampaignService } from './campaign.service.js';

/** Inviting people: the form, what it would do, and doing it. */
@Controller('follow-up')
@Allow('coordinator')
export class CampaignFormController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CampaignFormQueries) private readonly queries: CampaignFormQueries,
    @Inject(CampaignService) private readonly campaigns: CampaignService,
  ) {}

  @Get('new')
  async prepare(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query() query: Record<string, unknown>,
  ) {
    const { session } = aboutDay.parse(query);
    const isNew = query['title'] === undefined;
    const sent = isNew ? null : { values: valuesAgain(query), issues: [] };
    return this.form(request, reply, actor, sent, session);
  }

  /** A list with filters in its address, so that one can look through its pages. */
  @Get('preview')
  async look(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query() query: Record<string, unknown>,
  ) {
    return this.withPlan(request, reply, actor, query, (plan) =>
      this.preview(request, reply, actor, plan, previewPageQuery.parse(query).page),
    );
  }

  @Post()
  async launch(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    return this.withPlan(request, reply, actor, body, async (plan) => {
      const step = launchId.safeParse(body, { reportInput: true });
      // The id stands in no field that one can put right.
      if (!step.success) throw new InvalidInput(step.error.issues);
      await this.campaigns.launch(actor, step.data.id, plan);
      return this.pages.redirect(reply, `/follow-up/${step.data.id}`, {
        kind: 'ok',
        key: 'follow-up.launched',
      });
    });
  }

  /** Does something with the plan that was sent, or shows the form again with what is wrong with it. */
  private async withPlan(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sent: unknown,
    work: (plan: CampaignPlan) => Promise<unknown>,
  ): Promise<unknown> {
    const t = this.pages.translate(request);
    const form = readForm(campaignForm, sent);
    const again = (values: Record<string, unknown>, issues: SentForm['issues']) =>
      this.form(request, reply, actor, { values: valuesAgain(values), issues });
    if (!form.ok) return again(form.values, validationMessages(form.issues, t));
    try {
      return await work(form.value);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const { cohort, ...plan } = form.value;
      return again({ ...plan, ...cohort }, validationMessages(error.issues, t));
    }
  }

  private async preview(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    plan: CampaignPlan,
    page: number,
  ) {
    const now = this.clock.now();
    const slice = { page, pageSize: PEOPLE_PER_PAGE };
    const shown = {
      ...{ plan, page, id: newId(now) },
      preview: await this.campaigns.preview(actor, plan),
      people: await this.queries.people(actor, this.campaigns.looking(actor, plan), slice),
      days: (await this.queries.choices(actor, now)).days,
      names: await this.queries.names(actor, plan.cohort),
    };
    const model = campaignPreviewPage(shown, request.locale, this.pages.translate(request));
    return this.page(request, reply, 'follow-up/preview', model, 200);
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sent: SentForm | null,
    session?: string,
  ) {
    const t = this.pages.translate(request);
    const now = this.clock.now();
    const choices = await this.queries.choices(actor, now);
    const values = sent ?? {
      values: usualCampaign(choices, { today: localDateOf(now), session }, t),
      issues: [],
    };
    const model = campaignFormPage(choices, values, request.locale, t);
    return this.page(request, reply, 'follow-up/form', model, values.issues.length === 0 ? 200 : 400);
  }

  private page(request: WebRequest, reply: WebReply, view: string, model: object, status: number) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      ...{ view, model, status },
      title: t('follow-up.new.title'),
      above: [{ href: '/follow-up', label: t('follow-up.list.title') }],
    });
  }
}
