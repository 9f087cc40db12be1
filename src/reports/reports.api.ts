import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { TrainedQueries } from './trained.queries.js';

const trainedAnswer = z.object({
  year: z.int(),
  municipality: z.string(),
  professionalsTrained: z.int().describe('Verschillende mensen; wie twee trainingen volgde, telt één keer.'),
  source: z
    .string()
    .nullable()
    .describe('Waar een cijfer van vóór Leerlijn vandaan komt; null voor certificaten uit Leerlijn.'),
});
const trainedApiQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/reports')
@Allow('coordinator', 'contact')
export class ReportsApi {
  constructor(@Inject(TrainedQueries) private readonly queries: TrainedQueries) {}

  @Get('trained')
  @Operation({
    summary: 'Geeft hoeveel mensen per jaar en gemeente zijn opgeleid.',
    answer: listAnswer(trainedAnswer),
  })
  async trained(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: trainedApiQuery }) { page, pageSize }: z.output<typeof trainedApiQuery>,
  ) {
    const slice = { limit: pageSize, offset: (page - 1) * pageSize };
    const { rows, total } = await this.queries.trained(actor, slice);
    return apiList(request, rows, { page, pageSize, total });
  }
}
