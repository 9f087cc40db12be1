import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { CampaignPeopleQueries } from './campaign-people.queries.js';
import { CampaignQueries } from './campaign.queries.js';
import { CampaignService } from './campaign.service.js';
import {
  campaign,
  campaignInput,
  campaignOf,
  handedOver,
  handOverInput,
  invitation,
  invitationsQuery,
  listQuery,
  planOf,
  preview,
  wholeCampaign,
  wholeOf,
} from './campaign-document.pages.js';
import { HandOverService } from './hand-over.service.js';

const id = z.uuid();

@Controller('api/v1/follow-up-campaigns')
@Allow('coordinator', 'contact')
export class FollowUpCampaignsApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CampaignQueries) private readonly queries: CampaignQueries,
    @Inject(CampaignPeopleQueries) private readonly people: CampaignPeopleQueries,
    @Inject(CampaignService) private readonly campaigns: CampaignService,
    @Inject(HandOverService) private readonly handOvers: HandOverService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont de terugkomcampagnes, de nieuwste eerst, en wat er van de uitnodigingen kwam',
    answer: listAnswer(campaign),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const { rows, total } = await this.queries.list(actor, query);
    return apiList(request, rows.map(campaignOf), { ...query, total });
  }

  @Post()
  @Allow('coordinator')
  @Operation({
    summary: 'Nodigt iedereen die getraind is één keer uit voor terugkomdagen, in rondes',
    answer: wholeCampaign,
    status: 201,
  })
  async launch(
    @CurrentActor() actor: Actor,
    @Body({ schema: campaignInput }) input: z.output<typeof campaignInput>,
  ) {
    const campaignId = newId(this.clock.now());
    await this.campaigns.launch(actor, campaignId, planOf(input, this.clock.now()));
    return wholeOf(await this.queries.get(actor, campaignId));
  }

  @Post('previews')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Telt wie een campagne zou uitnodigen, per gemeente en per ronde; verstuurt niets',
    answer: preview,
  })
  async preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: campaignInput }) input: z.output<typeof campaignInput>,
  ) {
    const { shares, turns, planned } = await this.campaigns.preview(actor, planOf(input, this.clock.now()));
    return {
      people: turns.length,
      municipalities: shares,
      waves: planned.waves.map(({ dueAt, people }, index) => ({
        ...{ ordinal: index + 1, dueAt, people: people.length },
      })),
      withoutTurn: planned.left.length,
    };
  }

  @Get(':id')
  @Operation({ summary: 'Toont één terugkomcampagne, per gemeente en per ronde', answer: wholeCampaign })
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) campaignId: string) {
    return wholeOf(await this.queries.get(actor, campaignId));
  }

  @Get(':id/invitations')
  @Operation({
    summary: 'Toont wie een campagne uitnodigt, en hoe die uitnodigingen staan',
    answer: listAnswer(invitation),
  })
  async invitations(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) campaignId: string,
    @Query({ schema: invitationsQuery }) query: z.output<typeof invitationsQuery>,
  ) {
    await this.queries.get(actor, campaignId);
    const { state = null, municipalityId = null, q } = query;
    const filter = { state, municipalityId, q };
    const { rows, total } = await this.people.invitations(actor, campaignId, filter, query);
    return apiList(request, rows, { ...query, total });
  }

  @Post(':id/closure')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Stopt een campagne: er gaan geen uitnodigingen en herinneringen meer',
    answer: wholeCampaign,
  })
  async stop(@CurrentActor() actor: Actor, @Param('id', { schema: id }) campaignId: string) {
    await this.campaigns.stop(actor, campaignId);
    return wholeOf(await this.queries.get(actor, campaignId));
  }

  @Post(':id/invitations/:professionalId/hand-over')
  @HttpCode(200)
  @Operation({
    summary: 'Meldt dat een genodigde er niet meer werkt, en nodigt de opvolger uit als u die noemt',
    answer: handedOver,
  })
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) campaignId: string,
    @Param('professionalId', { schema: id }) professionalId: string,
    @Body({ schema: handOverInput }) { successorEmail, successorName }: z.output<typeof handOverInput>,
  ): Promise<z.output<typeof handedOver>> {
    const successor = successorEmail === null ? null : { email: successorEmail, name: successorName };
    return { result: await this.handOvers.handOver(actor, { campaignId, professionalId }, successor) };
  }
}
