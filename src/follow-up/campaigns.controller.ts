import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CampaignFormQueries } from './campaign-form.queries.js';
import { CampaignQueries } from './campaign.queries.js';
import { CampaignService } from './campaign.service.js';
import {
  campaignPage,
  CAMPAIGNS_PER_PAGE,
  campaignsPage,
  campaignsQuery,
  standsStill,
  stopPage,
} from './campaigns.pages.js';

const REFRESH_SECONDS = 5;
const campaignId = z.uuid();

/** The campaigns, and what became of their invitations. */
@Controller('follow-up')
@Allow('coordinator', 'contact')
export class CampaignsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CampaignQueries) private readonly queries: CampaignQueries,
    @Inject(CampaignFormQueries) private readonly choices: CampaignFormQueries,
    @Inject(CampaignService) private readonly campaigns: CampaignService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: campaignsQuery }) { page }: z.output<typeof campaignsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, { page, pageSize: CAMPAIGNS_PER_PAGE });
    return this.pages.send(request, reply, {
      view: 'follow-up/list',
      title: t('follow-up.list.title'),
      model: campaignsPage(found, page, this.reader(request, actor), t),
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: campaignId }) id: string,
    @Query({ schema: standsStill }) { still }: z.output<typeof standsStill>,
  ) {
    const t = this.pages.translate(request);
    const campaign = await this.queries.get(actor, id);
    const names = await this.choices.names(actor, campaign);
    const model = campaignPage(campaign, names, still === '1', this.reader(request, actor), t);
    // The page follows by itself, also without script; a link on it stops that.
    if (model.progress?.refreshes) reply.header('refresh', String(REFRESH_SECONDS));
    return this.page(request, reply, { view: 'follow-up/campaign', title: campaign.title, model });
  }

  @Get(':id/stop')
  @Allow('coordinator')
  async askStop(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: campaignId }) id: string,
  ) {
    const t = this.pages.translate(request);
    const campaign = await this.queries.get(actor, id);
    const model = stopPage(campaign, t);
    return this.page(
      request,
      reply,
      { view: 'follow-up/stop', title: t('follow-up.stop.title'), model },
      campaign,
    );
  }

  @Post(':id/stop')
  @Allow('coordinator')
  async stop(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: campaignId }) id: string,
  ) {
    await this.campaigns.stop(actor, id);
    return this.pages.redirect(reply, `/follow-up/${id}`, { kind: 'ok', key: 'follow-up.stop.done' });
  }

  private page(
    request: WebRequest,
    reply: WebReply,
    page: { readonly view: string; readonly title: string; readonly model: object },
    campaign: { readonly id: string; readonly title: string } | null = null,
  ) {
    const t = this.pages.translate(request);
    const above = campaign ? [{ href: `/follow-up/${campaign.id}`, label: campaign.title }] : [];
    return this.pages.send(request, reply, {
      ...page,
      above: [{ href: '/follow-up', label: t('follow-up.list.title') }, ...above],
    });
  }

  private reader(request: WebRequest, actor: Actor) {
    return { role: actor.role, locale: request.locale, now: this.clock.now() };
  }
}
