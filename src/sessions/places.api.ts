import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { PlacesQueries } from './places.queries.js';

const venue = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  name: z.string(),
  address: z.string(),
  route: z.string().nullable().describe('Hoe u er komt.'),
  rooms: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      capacity: z.int().describe('Hoeveel mensen erin passen.'),
      accessibility: z.string(),
    }),
  ),
});
const trainer = z.object({ id: z.uuid(), name: z.string(), email: z.string(), provider: z.string() });
type ListQuery = z.output<typeof apiListQuery>;

@Controller('api/v1')
export class PlacesApi {
  constructor(@Inject(PlacesQueries) private readonly queries: PlacesQueries) {}

  @Get('venues')
  @Allow(...roles)
  @Operation({ summary: 'Toont de locaties van de regio', answer: listAnswer(venue) })
  async venues(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    const { rows, total } = await this.queries.venues(actor, query.q, query);
    return apiList(request, rows, { ...query, total });
  }

  @Get('trainers')
  @Allow('coordinator')
  @Operation({ summary: 'Toont de trainers van de regio', answer: listAnswer(trainer) })
  async trainers(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    const { rows, total } = await this.queries.trainers(actor, query.q, query);
    return apiList(request, rows, { ...query, total });
  }
}
