import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { InterestQueries } from './interest.queries.js';
import { InterestService } from './interest.service.js';

const interestInput = z.object({
  courseId: z.uuid().describe('De training waarvoor iemand een datum wil horen.'),
  professionalId: z
    .uuid()
    .optional()
    .describe(
      'Van wie de belangstelling is; een professional laat dit weg: het is dan de eigen belangstelling.',
    ),
});
const interest = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  professionalId: z.uuid(),
  professionalName: z.string(),
  municipalityId: z.uuid(),
  recordedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endReason: z.enum(['withdrawn', 'seated']).nullable().describe('Ingetrokken, of er is een plaats.'),
});
const listQuery = apiListQuery.extend({
  course: z.uuid().optional().describe('Alleen belangstelling voor deze training.'),
  ended: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Met true ook de belangstelling die voorbij is.'),
});

@Controller('api/v1/interests')
@Allow('coordinator', 'contact', 'professional')
export class InterestsApi {
  constructor(
    @Inject(InterestQueries) private readonly queries: InterestQueries,
    @Inject(InterestService) private readonly interests: InterestService,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont wie wil horen wanneer er een datum is, voor zover u dat mag zien',
    answer: listAnswer(interest),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
  ) {
    const filter = { courseId: query.course, q: query.q, ended: query.ended === 'true' };
    const { rows, total } = await this.queries.list(actor, filter, query);
    return apiList(request, rows, { ...query, total });
  }

  @Post()
  @Operation({
    summary: 'Noteert dat iemand een datum voor een training wil horen',
    answer: interest,
    status: 201,
  })
  async record(
    @CurrentActor() actor: Actor,
    @Body({ schema: interestInput }) { courseId, ...whose }: z.output<typeof interestInput>,
  ) {
    const professionalId = whose.professionalId ?? actor.professionalId;
    if (professionalId === null) throw new DomainError('professional-unknown');
    const made = await this.interests.record(actor, { courseId, professionalId });
    return this.queries.get(actor, made);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Operation({ summary: 'Trekt belangstelling in', answer: interest })
  async withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) interestId: string) {
    await this.interests.withdraw(actor, interestId);
    return this.queries.get(actor, interestId);
  }
}
