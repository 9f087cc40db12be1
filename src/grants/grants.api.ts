import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { courseLevels } from '../courses/course-level.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { AllotmentQueries } from './allotment.queries.js';
import { freeCents } from './budget.rules.js';
import { ConfirmationService } from './confirmation.service.js';
import { MOST_EXTRA_COSTS } from './extra-cost.rules.js';
import { extraCostInput } from './extra-costs.api.js';
import { GrantQueries } from './grant.queries.js';

const cents = z.int().describe('Bedrag in hele eurocenten.');
const isDemo = z.boolean().describe('Waar als het bedrag of aantal een voorbeeld is dat in geen bron staat.');
const grant = z.object({
  id: z.uuid(),
  decisionNumber: z.string(),
  title: z.string(),
  leadMunicipalityId: z.uuid(),
  firstYear: z.int(),
  lastYear: z.int().describe('Gelijk aan het eerste jaar bij een subsidie voor één jaar.'),
  amountCents: cents,
  isDemo,
  source: z.string(),
});
const line = z.object({
  id: z.uuid(),
  year: z.int(),
  code: z.string(),
  title: z.string(),
  courseLevel: z.enum(courseLevels).nullable(),
  paidBy: z.enum(['grant', 'own']).describe('De subsidie, of de gemeenten zelf (eigen bijdrage).'),
  grantedCents: cents,
  committedCents: cents,
  realisedCents: cents,
  freeCents: cents,
  isDemo,
});
const allotment = z.object({
  id: z.uuid(),
  year: z.int(),
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  trainings: z.int().describe('Toegedeelde uitvoeringen.'),
  used: z.int().describe('Uitvoeringen die zijn bevestigd.'),
  isDemo,
  source: z.string(),
});
const confirmed = z.object({
  sessionId: z.uuid(),
  status: z.literal('confirmed'),
  commitmentId: z.uuid(),
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  amountCents: cents,
});
const confirmation = z
  .object({
    extraCosts: z
      .array(extraCostInput)
      .max(MOST_EXTRA_COSTS)
      .default([])
      .describe('Wat er boven op de prijs komt, zoals zaal en catering.'),
  })
  .prefault({})
  .meta({
    example: {
      extraCosts: [
        {
          ...{ kind: 'venue', description: 'Zaal voor een dag', amountCents: 35000 },
          vatTreatment: 'standard-21',
        },
      ],
    },
  });
const uuid = z.uuid();
const grantsQuery = apiListQuery.extend({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .describe('Alleen subsidies die er voor dit jaar zijn.'),
});

type ListQuery = z.infer<typeof apiListQuery>;

@Controller('api/v1')
@Allow('coordinator', 'finance')
export class GrantsApi {
  constructor(
    @Inject(GrantQueries) private readonly grants: GrantQueries,
    @Inject(AllotmentQueries) private readonly allotments: AllotmentQueries,
    @Inject(ConfirmationService) private readonly confirmations: ConfirmationService,
  ) {}

  @Get('grants')
  @Operation({ summary: 'Toont de subsidies', answer: listAnswer(grant) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: grantsQuery }) query: z.infer<typeof grantsQuery>,
  ) {
    const rows = await this.grants.list(actor, query.year ?? null);
    const found = rows.filter(holds(query.q, ({ title, decisionNumber }) => `${title} ${decisionNumber}`));
    return pageOfAll(
      request,
      query,
      found,
      ({ amountCents, dividedCents: _divided, dividedIsDemo: _isDemo, ...row }) => ({
        ...row,
        amountCents: Number(amountCents),
      }),
    );
  }

  @Get('grants/:id/lines')
  @Operation({ summary: 'Toont de begrotingsposten van een subsidie', answer: listAnswer(line) })
  async lines(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) grantId: string,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    await this.grants.mustKnow(actor, grantId);
    const rows = await this.grants.lines(actor, grantId);
    const found = rows.filter(holds(query.q, ({ code, title }) => `${code} ${title}`));
    return pageOfAll(
      request,
      query,
      found,
      ({ id, year, code, title, courseLevel, paidBy, ...standing }) => ({
        ...{ id, year, code, title, courseLevel, paidBy },
        grantedCents: Number(standing.grantedCents),
        committedCents: Number(standing.committedCents),
        realisedCents: Number(standing.realisedCents),
        freeCents: Number(freeCents(standing)),
        isDemo: standing.grantedIsDemo,
      }),
    );
  }

  @Get('grants/:id/allotments')
  @Operation({ summary: 'Toont wat een subsidie aan gemeenten toedeelt', answer: listAnswer(allotment) })
  async allotted(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) grantId: string,
    @Query({ schema: apiListQuery }) query: ListQuery,
  ) {
    await this.grants.mustKnow(actor, grantId);
    const rows = await this.allotments.ofGrant(actor, grantId);
    const found = rows.filter(holds(query.q, (row) => `${row.municipality_name} ${row.course_title}`));
    return pageOfAll(request, query, found, (row) => ({
      id: row.id,
      year: row.year,
      municipalityId: row.municipality_id,
      municipalityName: row.municipality_name,
      courseId: row.course_id,
      courseTitle: row.course_title,
      trainings: row.trainings,
      used: row.used,
      isDemo: row.is_demo,
      source: row.source,
    }));
  }

  @Post('sessions/:id/confirmation')
  @HttpCode(200)
  @Allow('coordinator')
  @Operation({
    summary:
      'Bevestigt een uitvoering: legt de prijs en de extra kosten vast en gebruikt een toegedeelde training',
    answer: confirmed,
  })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuid }) sessionId: string,
    @Body({ schema: confirmation }) { extraCosts }: z.infer<typeof confirmation>,
  ) {
    const { amountCents, ...rest } = await this.confirmations.confirm(actor, sessionId, extraCosts);
    return { sessionId, status: 'confirmed' as const, ...rest, amountCents: Number(amountCents) };
  }
}

/** Keeps what holds the text, whatever the capitals; everything when there is none. */
function holds<Row>(q: string | null, textOf: (row: Row) => string): (row: Row) => boolean {
  const wanted = q?.toLowerCase() ?? '';
  return (row) => textOf(row).toLowerCase().includes(wanted);
}

/** A grant has few lines and allotments, so they are read whole and paged here. */
function pageOfAll<Row, Item>(
  request: WebRequest,
  { page, pageSize }: ListQuery,
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
) {
  const items = rows.slice((page - 1) * pageSize, page * pageSize).map(itemOf);
  return apiList(request, items, { page, pageSize, total: rows.length });
}
