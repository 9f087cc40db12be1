import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate, requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { DecisionQueries } from './decision.queries.js';
import { decisionKinds } from './decision.rules.js';
import { DecisionService } from './decision.service.js';

const id = z.uuid();
/** Twelve digits, as much as a form takes. */
const MOST_CENTS = 999_999_999_999;
const cents = z.int().min(0).max(MOST_CENTS);
const decided = {
  reference: requiredText(100).describe('Kenmerk van het besluit, zoals wie besloot het kent.'),
  decidedOn: isoDate.describe('Datum van het besluit, niet in de toekomst.'),
  reason: requiredText(500),
};
const place = z
  .object({ grantLineId: id, municipalityId: id })
  .nullable()
  .describe('Begrotingspost en gemeente; null voor wat nog niet is verdeeld.');
const exampleDecision = {
  ...{ reference: 'Regiooverleg 12 mei, punt 4', decidedOn: '2026-05-12' },
  reason: 'Dronten gebruikt een training niet.',
};
const examplePlace = (last: number) => ({
  grantLineId: '0192f3a0-0000-7000-8000-000000000010',
  municipalityId: `0192f3a0-0000-7000-8000-00000000000${last}`,
});

const amendmentInput = z
  .object({
    ...decided,
    amountCents: cents.describe('Het nieuwe bedrag van de subsidie, in hele eurocenten.'),
  })
  .meta({ example: { ...exampleDecision, amountCents: 17_304_300 } });
const shiftInput = z
  .object({
    ...decided,
    ...{ from: place, to: place },
    amountCents: cents.default(0).describe('Wat verschuift, in hele eurocenten.'),
    courseId: id.nullable().default(null).describe('De training waarvan de toedeling verschuift.'),
    trainings: z.int().min(0).max(1000).default(0).describe('Hoeveel uitvoeringen verschuiven.'),
  })
  .refine(({ courseId, trainings }) => trainings === 0 || courseId !== null, {
    path: ['courseId'],
    params: { key: 'web.validation.choose' },
  })
  .meta({
    example: {
      ...exampleDecision,
      ...{ from: examplePlace(2), to: examplePlace(3), amountCents: 250_000 },
      ...{ courseId: '0192f3a0-0000-7000-8000-000000000020', trainings: 1 },
    },
  });
const decisionItem = z.object({
  id,
  kind: z.enum(decisionKinds),
  reference: z.string(),
  decidedOn: z.iso.date(),
  reason: z.string(),
  awardChangeCents: z.int().describe('Wat de subsidie meer wordt; onder 0 als zij minder wordt.'),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
  documents: z.int().describe('Hoeveel stukken erbij zijn bewaard.'),
  budgets: z.array(
    z.object({ line: z.string(), year: z.int(), municipality: z.string(), amountCents: z.int() }),
  ),
  allotments: z.array(
    z.object({ course: z.string(), year: z.int(), municipality: z.string(), trainings: z.int() }),
  ),
});
const created = z.object({ id });

@Controller('api/v1/grants/:id')
@Allow('finance')
export class DecisionsApi {
  constructor(
    @Inject(DecisionService) private readonly service: DecisionService,
    @Inject(DecisionQueries) private readonly queries: DecisionQueries,
  ) {}

  @Get('decisions')
  @Allow('coordinator', 'finance')
  @Operation({
    summary: 'Toont de besluiten die een subsidie, haar begroting of haar toedelingen veranderden',
    answer: listAnswer(decisionItem),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Query({ schema: apiListQuery }) query: z.output<typeof apiListQuery>,
  ) {
    await this.queries.grant(actor, grantId);
    const window = { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
    const { rows, total } = await this.queries.list(actor, grantId, window);
    const items = rows.map(({ grantId: _of, firstYear: _first, lastYear: _last, ...row }) => ({
      ...row,
      awardChangeCents: Number(row.awardChangeCents),
      recordedAt: row.recordedAt.toISOString(),
      budgets: row.budgets.map(({ cents: amount, ...budget }) => ({
        ...budget,
        amountCents: Number(amount),
      })),
    }));
    return apiList(request, items, { ...query, total });
  }

  @Post('amendments')
  @HttpCode(201)
  @Operation({
    summary: 'Legt vast dat het bedrag van een subsidie is gewijzigd',
    answer: created,
    status: 201,
  })
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body({ schema: amendmentInput }) { amountCents, ...told }: z.infer<typeof amendmentInput>,
  ) {
    return { id: await this.service.amend(actor, grantId, BigInt(amountCents), told) };
  }

  @Post('shifts')
  @HttpCode(201)
  @Operation({
    summary: 'Verschuift geld, trainingen of allebei binnen een subsidie',
    answer: created,
    status: 201,
  })
  async shift(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body({ schema: shiftInput }) { reference, decidedOn, reason, ...sent }: z.infer<typeof shiftInput>,
  ) {
    const shift = { ...sent, amountCents: BigInt(sent.amountCents) };
    return { id: await this.service.shift(actor, grantId, shift, { reference, decidedOn, reason }) };
  }
}
