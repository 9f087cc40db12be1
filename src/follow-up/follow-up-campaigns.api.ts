import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { defaultWindow } from './follow-up.rules.js';
import { FollowUpService } from './follow-up.service.js';

const date = z.iso.date();
const campaignInput = z.object({
  sessionId: z.uuid().describe('De terugkomdag waarvoor u mensen uitnodigt.'),
  trainedFrom: isoDate.optional().describe('Eerste datum van het certificaat; standaard 24 maanden geleden.'),
  trainedUntil: isoDate.optional().describe('Laatste datum van het certificaat; standaard vandaag.'),
});
const complete = campaignInput
  .required()
  .refine(({ trainedFrom, trainedUntil }) => trainedFrom <= trainedUntil, {
    path: ['trainedUntil'],
    params: { key: 'follow-up.window.order' },
  });
const launched = z.object({ id: z.uuid(), invited: z.int() });
const campaign = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  trainedFrom: date,
  trainedUntil: date,
  launchedAt: z.iso.datetime(),
  municipalities: z.array(
    z.object({ municipality: z.string(), invited: z.int(), enrolled: z.int(), waiting: z.int() }),
  ),
});
const listQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/follow-up-campaigns')
@Allow('coordinator')
export class FollowUpCampaignsApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FollowUpQueries) private readonly queries: FollowUpQueries,
    @Inject(FollowUpService) private readonly followUp: FollowUpService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont de terugkomcampagnes en wat er van de uitnodigingen kwam',
    answer: listAnswer(campaign),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) { page, pageSize }: z.output<typeof listQuery>,
  ) {
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { total, rows } = await this.queries.campaigns(actor, slice);
    const items = rows.map(({ id, sessionId, trainedFrom, trainedUntil, launchedAt, shares }) => ({
      ...{ id, sessionId, trainedFrom, trainedUntil, launchedAt },
      municipalities: shares.map(({ municipality, invited, enrolled, waiting }) => ({
        ...{ municipality, invited, enrolled, waiting },
      })),
    }));
    return apiList(request, items, { page, pageSize, total });
  }

  @Post()
  @Operation({
    summary: 'Nodigt iedereen met een certificaat uit de periode één keer uit voor een terugkomdag',
    answer: launched,
    status: 201,
  })
  async launch(
    @CurrentActor() actor: Actor,
    @Body({ schema: campaignInput }) input: z.output<typeof campaignInput>,
  ): Promise<z.output<typeof launched>> {
    const usual = defaultWindow(localDateOf(this.clock.now()));
    const read = complete.safeParse({ ...usual, ...input }, { reportInput: true });
    if (!read.success) throw new InvalidInput(read.error.issues);
    const { sessionId, ...dates } = read.data;
    const { campaignId: id, invited } = await this.followUp.launch(actor, sessionId, dates);
    return { id, invited };
  }
}
