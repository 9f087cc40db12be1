import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { vatTreatments } from '../courses/vat.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { requiredText } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CommitmentQueries } from './commitment.queries.js';
import { ExtraCostQueries, type PartRow } from './extra-cost.queries.js';
import { extraCostKinds } from './extra-cost.rules.js';
import { ExtraCostService } from './extra-cost.service.js';
import { extraCostDescription } from './extra-costs.pages.js';

const MOST_CENTS = 999_999_999_999;
const id = z.uuid();
const vatTreatment = z.enum(vatTreatments);
const kind = z.enum(extraCostKinds).describe('Zaal, catering of iets anders.');
const description = extraCostDescription.describe('Waarvoor, in een paar woorden; niets over personen.');

/** Extra costs as another system sends them with the confirmation of a session. */
export const extraCostInput = z
  .object({
    ...{ kind, description, vatTreatment },
    amountCents: z.int().min(1).max(MOST_CENTS).describe('Inclusief btw, in hele eurocenten.'),
  })
  .transform(({ amountCents, ...cost }) => ({ ...cost, amountCents: BigInt(amountCents) }));

const changeInput = z
  .object({
    ...{ kind, description, vatTreatment },
    amountCents: z
      .int()
      .min(-MOST_CENTS)
      .max(MOST_CENTS)
      .refine((cents) => cents !== 0, { params: { key: 'grants.extra.amountWrong' } })
      .describe('Inclusief btw, in hele eurocenten; onder 0 als het minder wordt.'),
    reason: requiredText(300).describe('Waarom het anders wordt; niets over personen.'),
  })
  .meta({
    example: {
      ...{ kind: 'catering', description: 'Lunch voor 4 mensen meer', amountCents: 5000 },
      ...{ vatTreatment: 'standard-21', reason: 'Er komen meer deelnemers' },
    },
  });
const part = z.object({
  number: z.int().describe('Telt de delen van een verplichting; de prijs is 1.'),
  kind: z.enum(['price', ...extraCostKinds]),
  description: z.string(),
  amountCents: z.int().describe('Inclusief btw, in hele eurocenten.'),
  vatTreatment,
  reason: z
    .string()
    .nullable()
    .describe('Waarom dit later is gewijzigd; null voor wat bij de start bekend was.'),
  recordedAt: z.iso.datetime(),
});
const partsQuery = apiListQuery.omit({ q: true });

@Controller('api/v1/commitments/:id')
@Allow('coordinator', 'finance')
export class ExtraCostsApi {
  constructor(
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(ExtraCostQueries) private readonly queries: ExtraCostQueries,
    @Inject(ExtraCostService) private readonly service: ExtraCostService,
  ) {}

  @Get('parts')
  @Operation({
    summary: 'Toont waaruit de verplichting van een uitvoering bestaat: de prijs en wat erbij komt',
    answer: listAnswer(part),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) commitmentId: string,
    @Query({ schema: partsQuery }) { page, pageSize }: z.infer<typeof partsQuery>,
  ) {
    await this.commitments.lookAtSession(actor, commitmentId);
    const parts = await this.queries.ofCommitment(actor, commitmentId);
    const shown = parts.slice((page - 1) * pageSize, page * pageSize);
    return apiList(request, shown.map(toPart), { page, pageSize, total: parts.length });
  }

  @Post('extra-costs')
  @Operation({
    summary: 'Legt meer of minder extra kosten vast bij een uitvoering die doorgaat',
    answer: part,
    status: 201,
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) commitmentId: string,
    @Body({ schema: changeInput }) { amountCents, ...change }: z.infer<typeof changeInput>,
  ) {
    await this.service.change(actor, commitmentId, { ...change, amountCents: BigInt(amountCents) });
    return toPart((await this.queries.ofCommitment(actor, commitmentId)).at(-1)!);
  }
}

function toPart(found: PartRow): z.infer<typeof part> {
  const { amountCents, recordedAt, recordedBy: _, commitmentId: __, ...row } = found;
  return { ...row, amountCents: Number(amountCents), recordedAt: recordedAt.toISOString() };
}
