import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { entryLevels } from '../courses/course-level.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CoverageQueries } from './coverage.queries.js';
import { coverageGroups, coverageShows, coverageStates } from './coverage.rules.js';

const count = z.int();
const group = z.object({
  id: z.string().describe('De gemeente, functie of organisatie; van een contactpersoon het mailadres.'),
  name: z.string(),
  municipality: z.string().nullable().describe('Van een organisatie; anders null.'),
  people: count.describe('Van hoeveel mensen het curriculum iets vraagt.'),
  never: count.describe('Nooit een certificaat van het gevraagde niveau of hoger gehad.'),
  expired: count,
  expiring: count.describe('Geldig, maar verloopt binnen de termijn waarop de regio mensen mailt.'),
  covered: count.describe('Geldig, en verloopt nog niet.'),
});
const person = z.object({
  professionalId: z.uuid(),
  name: z.string(),
  municipality: z.string(),
  organisation: z.string(),
  function: z.string(),
  level: z.enum(entryLevels),
  state: z.enum(coverageStates),
  validUntil: z.iso.date().nullable(),
  placeOn: z.iso
    .date()
    .nullable()
    .describe('De eerste dag van een training waarin iemand een plaats heeft of vroeg.'),
});
const id = z.uuid().optional();
const figuresApiQuery = apiListQuery.omit({ q: true }).extend({
  by: z.enum(coverageGroups).default('municipality').describe('Waarnaar geteld wordt.'),
  municipality: id,
});
const peopleApiQuery = apiListQuery.extend({
  show: z
    .enum(coverageShows)
    .default('lacking')
    .describe('Wie niet op niveau is (lacking), één groep of iedereen (all).'),
  municipality: id,
  function: id,
  organisation: id,
});

@Controller('api/v1/reports/coverage')
@Allow('coordinator', 'contact')
export class CoverageApi {
  constructor(@Inject(CoverageQueries) private readonly coverage: CoverageQueries) {}

  @Get()
  @Operation({
    summary: 'Telt hoeveel mensen het niveau hebben dat het curriculum vraagt',
    answer: listAnswer(group),
  })
  async figures(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: figuresApiQuery }) query: z.output<typeof figuresApiQuery>,
  ) {
    const { rows, total } = await this.coverage.figures(actor, query.by, query.municipality ?? null, query);
    const items = rows.map(({ nl, en: _en, ...row }) => ({ ...row, name: nl }));
    return apiList(request, items, { ...query, total });
  }

  @Get('people')
  @Operation({
    summary: 'Toont van wie het curriculum iets vraagt, en hoe het ervoor staat',
    answer: listAnswer(person),
  })
  async people(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleApiQuery }) query: z.output<typeof peopleApiQuery>,
  ) {
    const filter = {
      ...{ show: query.show, municipalityId: query.municipality ?? null, q: query.q },
      ...{ functionId: query.function ?? null, organisationId: query.organisation ?? null },
    };
    const { rows, total } = await this.coverage.people(actor, filter, query);
    const items = rows.map((row) => ({
      ...{ professionalId: row.professionalId, name: row.name, municipality: row.municipality },
      ...{ organisation: row.organisation, function: row.functionNl, level: row.level, state: row.state },
      ...{ validUntil: row.validUntil, placeOn: row.placeOn },
    }));
    return apiList(request, items, { ...query, total });
  }
}
