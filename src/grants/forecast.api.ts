import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ForecastQueries, type ForecastRow } from './forecast.queries.js';
import { forecastOf } from './forecast.rules.js';
import { GrantQueries } from './grant.queries.js';

const cents = z.int().describe('Bedrag in hele eurocenten.');
const forecast = z.object({
  grantLineId: z.uuid(),
  lineTitle: z.string(),
  year: z.int().describe('Het subsidiejaar van de begrotingspost.'),
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  grantedCents: cents,
  realisedCents: cents,
  committedCents: cents,
  plannedCents: z.int().describe('Uitvoeringen waarvan nog niet is besloten dat ze doorgaan.'),
  plannedSessions: z.int(),
  expectedCents: z.int().describe('Om wie om een training vraagt en geen plaats heeft, nog op te leiden.'),
  forecastCents: z.int().describe('Alles samen, aan het eind van het jaar.'),
  leftCents: z.int().describe('Wat dan overblijft; onder 0 bij een tekort.'),
  useBy: z.iso.date().describe('Tot en met deze dag kan het geld nog gebruikt worden.'),
});
const forecastQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/grants/:id/forecasts')
@Allow('coordinator', 'finance')
export class ForecastApi {
  constructor(
    @Inject(ForecastQueries) private readonly forecasts: ForecastQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
  ) {}

  @Get()
  @Operation({
    summary: 'Toont hoe elk budget van een subsidie er aan het eind van het jaar voor staat',
    answer: listAnswer(forecast),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) grantId: string,
    @Query({ schema: forecastQuery }) { page, pageSize }: z.infer<typeof forecastQuery>,
  ) {
    await this.grants.mustKnow(actor, grantId);
    const rows = await this.forecasts.ofGrant(actor, grantId);
    const shown = rows.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, shown.map(toForecast), { page, pageSize, total: rows.length });
  }
}

function toForecast(row: ForecastRow): z.infer<typeof forecast> {
  const { forecastCents, leftCents } = forecastOf(row);
  return {
    ...{ grantLineId: row.lineId, lineTitle: row.lineTitle, year: row.year },
    ...{ municipalityId: row.municipalityId, municipalityName: row.municipalityName },
    grantedCents: Number(row.grantedCents),
    realisedCents: Number(row.realisedCents),
    committedCents: Number(row.committedCents),
    plannedCents: Number(row.plannedCents),
    plannedSessions: row.plannedSessions,
    expectedCents: Number(row.expectedCents),
    forecastCents: Number(forecastCents),
    leftCents: Number(leftCents),
    useBy: row.useBy,
  };
}
