import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import {
  effectsAnswer,
  effectsOf,
  effectsQuery,
  evaluationAnswer,
  evaluationsOf,
  evaluationsQuery,
} from './evaluation-document.pages.js';
import { EvaluationResultsQueries, ownGroup } from './evaluation-results.queries.js';

@Controller('api/v1/evaluations')
@Allow('coordinator', 'contact', 'trainer')
export class EvaluationsApi {
  constructor(@Inject(EvaluationResultsQueries) private readonly queries: EvaluationResultsQueries) {}

  @Get()
  @Operation({
    summary: 'Toont wat deelnemers antwoordden, vanaf vijf antwoorden, in totaal en per groep',
    answer: listAnswer(evaluationAnswer),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: evaluationsQuery }) query: z.output<typeof evaluationsQuery>,
  ) {
    const { courseId = null, period = null, page, pageSize } = query;
    const every = evaluationsOf(await this.queries.results(actor, { courseId, period }));
    const items = every.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, items, { page, pageSize, total: every.length });
  }

  @Get('effects')
  @Operation({
    summary: 'Toont wat er veranderde sinds vooraf, en hoe zeker dat is',
    answer: effectsAnswer,
  })
  async effects(
    @CurrentActor() actor: Actor,
    @Query({ schema: effectsQuery }) query: z.output<typeof effectsQuery>,
  ) {
    const { courseId = null, period = null } = query;
    const results = await this.queries.results(actor, { courseId, period });
    return { items: effectsOf(results, ownGroup(actor) !== null) };
  }
}
