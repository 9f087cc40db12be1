import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { activityCode, activityTitle } from './activities.pages.js';
import { ActivityQueries, type ActivityRow } from './activity.queries.js';
import { ActivityService } from './activity.service.js';
import { GrantQueries } from './grant.queries.js';

const id = z.uuid();
const listQuery = apiListQuery.omit({ q: true });
const activityInput = z
  .object({
    code: activityCode.describe('Zo noemen lijsten de activiteit; één keer per subsidie.'),
    title: activityTitle.describe('Zoals de beschikking haar noemt.'),
    firstDay: isoDate.describe('Eerste dag waarop kosten gemaakt mogen zijn, in de jaren van de subsidie.'),
    lastDay: isoDate.describe('Laatste dag waarop kosten gemaakt mogen zijn.'),
  })
  .meta({
    example: {
      ...{ code: 'netwerkregie', title: 'Netwerkregie' },
      ...{ firstDay: '2026-03-01', lastDay: '2026-12-31' },
    },
  });
const activityItem = z.object({
  ...{ id, grantId: id, code: z.string(), title: z.string() },
  ...{ firstDay: z.iso.date(), lastDay: z.iso.date() },
  isAssumed: z
    .boolean()
    .describe('Waar als zij van een post is gemaakt en nog niemand haar heeft gecontroleerd.'),
  lineIds: z.array(id).describe('De begrotingsposten die erbij horen.'),
});
const placeInput = z
  .object({ activityId: id.describe('Een activiteit van dezelfde subsidie.') })
  .meta({ example: { activityId: '0192f3a0-0000-7000-8000-000000000030' } });
const created = z.object({ id });

@Controller('api/v1')
@Allow('finance')
export class ActivitiesApi {
  constructor(
    @Inject(ActivityService) private readonly service: ActivityService,
    @Inject(ActivityQueries) private readonly queries: ActivityQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
  ) {}

  @Get('grants/:id/activities')
  @Allow('coordinator', 'finance')
  @Operation({
    summary: 'Toont de activiteiten die een subsidie betaalt, met hun periode',
    answer: listAnswer(activityItem),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Query({ schema: listQuery }) { page, pageSize }: z.output<typeof listQuery>,
  ) {
    await this.grants.mustKnow(actor, grantId);
    const found = await this.queries.ofGrant(actor, grantId);
    const items = found.slice((page - 1) * pageSize, page * pageSize).map(itemOf);
    return apiList(request, items, { page, pageSize, total: found.length });
  }

  @Post('grants/:id/activities')
  @HttpCode(201)
  @Operation({ summary: 'Voegt een activiteit toe die de beschikking noemt', answer: created, status: 201 })
  async enter(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body({ schema: activityInput }) sent: z.output<typeof activityInput>,
  ) {
    return { id: await this.service.enter(actor, grantId, sent) };
  }

  @Put('grant-lines/:id/activity')
  @HttpCode(204)
  @Operation({ summary: 'Zet een begrotingspost bij een andere activiteit', answer: null, status: 204 })
  async place(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) lineId: string,
    @Body({ schema: placeInput }) { activityId }: z.output<typeof placeInput>,
  ) {
    await this.service.placeLine(actor, lineId, activityId);
  }

  @Get('grant-activities/:id')
  @Allow('coordinator', 'finance')
  @Operation({ summary: 'Toont één activiteit van een subsidie', answer: activityItem, versioned: true })
  async show(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
  ) {
    const found = await this.queries.look(actor, activityId);
    sendVersion(reply, found.version);
    return itemOf(found);
  }

  @Put('grant-activities/:id')
  @Operation({
    summary: 'Wijzigt een activiteit, zolang er niets is geboekt op een dag die wegvalt',
    answer: activityItem,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
    @Body({ schema: activityInput }) sent: z.output<typeof activityInput>,
  ) {
    await this.queries.look(actor, activityId);
    await ifMatch(request, (version) => this.service.change(actor, activityId, version, sent));
    return this.show(reply, actor, activityId);
  }

  @Delete('grant-activities/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Haalt een activiteit weg waar geen posten bij horen',
    answer: null,
    status: 204,
    versioned: true,
  })
  async remove(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) activityId: string,
  ) {
    await this.queries.look(actor, activityId);
    await ifMatch(request, (version) => this.service.remove(actor, activityId, version));
  }
}

function itemOf({ lines, version: _version, ...activity }: ActivityRow) {
  return { ...activity, lineIds: lines.map((line) => line.id) };
}
