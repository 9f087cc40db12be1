import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import {
  campaignsPage,
  campaignsQuery,
  campaignsSlice,
  daysPage,
  launchForm,
  newCampaignQuery,
  previewPage,
  previewSlice,
  windowForm,
} from './follow-up.pages.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { defaultWindow } from './follow-up.rules.js';
import { FollowUpService } from './follow-up.service.js';

@Controller('follow-up')
@Allow('coordinator')
export class FollowUpController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FollowUpQueries) private readonly queries: FollowUpQueries,
    @Inject(FollowUpService) private readonly followUp: FollowUpService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: campaignsQuery }) { page }: z.output<typeof campaignsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.campaigns(actor, campaignsSlice(page));
    return this.pages.send(request, reply, {
      view: 'follow-up/list',
      title: t('follow-up.list.title'),
      model: campaignsPage(found, page, request.locale, t),
    });
  }

  @Get('new')
  async prepare(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: newCampaignQuery }) query: z.output<typeof newCampaignQuery>,
  ) {
    if (query.session === undefined) return this.chooseDay(request, reply, actor);
    const usual = defaultWindow(localDateOf(this.clock.now()));
    return this.preview(request, reply, actor, query.session, { ...usual, ...query }, query.page);
  }

  @Post()
  async launch(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const form = readForm(launchForm, body);
    if (!form.ok) {
      const { session } = newCampaignQuery.parse(form.values);
      // No field of the page holds the day, so there is nothing on it to put right.
      if (session === undefined) throw new InvalidInput(form.issues);
      return this.preview(request, reply, actor, session, form.values, 1);
    }
    const { session, trainedFrom, trainedUntil } = form.value;
    const { invited } = await this.followUp.launch(actor, session, { trainedFrom, trainedUntil });
    return this.pages.redirect(reply, '/follow-up', {
      kind: 'ok',
      key: 'follow-up.launched',
      params: { count: invited },
    });
  }

  private async chooseDay(request: WebRequest, reply: WebReply, actor: Actor) {
    const days = await this.queries.days(actor, this.clock.now());
    return this.send(
      request,
      reply,
      'follow-up/days',
      daysPage(days, request.locale, this.pages.translate(request)),
    );
  }

  /** Shows whom the window holds; a window that cannot be read comes back to be put right, and holds nobody. */
  private async preview(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    sessionId: string,
    values: Record<string, unknown>,
    page: number,
  ) {
    const t = this.pages.translate(request);
    const day = await this.queries.day(actor, sessionId);
    const { trainedFrom, trainedUntil } = values;
    const read = readForm(windowForm, { trainedFrom, trainedUntil });
    const now = this.clock.now();
    const window = read.ok ? read.value : defaultWindow(localDateOf(now));
    const found = read.ok
      ? await this.queries.trained(actor, sessionId, window, (total) => previewSlice(total, page))
      : { total: 0, rows: [] };
    const issues = read.ok ? [] : validationMessages(read.issues, t);
    const model = previewPage(
      day,
      { values, issues },
      { window, ...found },
      page,
      { locale: request.locale, now },
      t,
    );
    return this.send(request, reply, 'follow-up/preview', model, read.ok ? 200 : 400);
  }

  private send(request: WebRequest, reply: WebReply, view: string, model: object, status = 200) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      ...{ view, model, status },
      title: t('follow-up.new.title'),
      above: [{ href: '/follow-up', label: t('follow-up.list.title') }],
    });
  }
}
