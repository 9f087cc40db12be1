import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { RegionQueries } from './region.queries.js';

const region = z.object({
  id: z.uuid(),
  name: z.string(),
  leadMunicipalityId: z.uuid().nullable().describe('De hoofdaanvrager.'),
  isDemo: z.boolean().describe('Of de regio voorbeeldgegevens bevat.'),
  travelMinutes: z.int().describe('Hoeveel minuten een trainer minstens onderweg is tussen twee locaties.'),
  wishesKeptDays: z
    .int()
    .describe('Hoeveel dagen na een uitvoering de wensen van deelnemers worden bewaard.'),
  reasonsKeptMonths: z
    .int()
    .describe('Hoeveel maanden na een uitvoering de redenen van deelnemers worden bewaard.'),
  guestNamesKeptMonths: z
    .int()
    .describe('Hoeveel maanden na een uitvoering de namen van gasten worden bewaard.'),
  expiryMailDays: z
    .int()
    .describe('Hoeveel dagen voordat een certificaat verloopt de eigenaar een mail krijgt; 0 is nooit.'),
});
const municipality = z.object({
  id: z.uuid(),
  cbsCode: z.string().describe('De code van het CBS, zoals GM0034.'),
  name: z.string(),
  isMember: z.boolean().describe('Of de gemeente lid is van de regio.'),
});
const professionalFunction = z.object({
  id: z.uuid(),
  code: z.string(),
  nameNl: z.string(),
  nameEn: z.string(),
});
type ListQuery = z.output<typeof apiListQuery>;

@Controller('api/v1')
@Allow(...roles)
export class RegionsApi {
  constructor(@Inject(RegionQueries) private readonly queries: RegionQueries) {}

  @Get('regions')
  @Operation({ summary: 'Toont de regio van deze sleutel', answer: listAnswer(region) })
  async regions(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    const { rows, total } = await this.queries.regions(actor, query.q, query);
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      leadMunicipalityId: row.lead_municipality_id,
      isDemo: row.is_demo,
      travelMinutes: row.travel_minutes,
      wishesKeptDays: row.wishes_kept_days,
      reasonsKeptMonths: row.reasons_kept_months,
      guestNamesKeptMonths: row.guest_names_kept_months,
      expiryMailDays: row.expiry_mail_days,
    }));
    return apiList(request, items, { ...query, total });
  }

  @Get('municipalities')
  @Operation({ summary: 'Toont de gemeenten van de regio', answer: listAnswer(municipality) })
  async municipalities(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    const { rows, total } = await this.queries.municipalities(actor, query.q, query);
    const items = rows.map(({ id, cbs_code: cbsCode, name, is_member: isMember }) => ({
      ...{ id, cbsCode, name, isMember },
    }));
    return apiList(request, items, { ...query, total });
  }

  @Get('functions')
  @Operation({ summary: 'Toont de functies die de regio kent', answer: listAnswer(professionalFunction) })
  async functions(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    const { rows, total } = await this.queries.functions(actor, query.q, query);
    const items = rows.map((row) => ({
      id: row.id,
      code: row.code,
      nameNl: row.name_nl,
      nameEn: row.name_en,
    }));
    return apiList(request, items, { ...query, total });
  }
}
