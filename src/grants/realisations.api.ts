import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { vatTreatments } from '../courses/vat.rules.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { CostService } from './cost.service.js';
import { CreditNoteService } from './credit-note.service.js';
import { documentNumber, supplierName } from './invoice-fields.pages.js';
import { InvoiceService } from './invoice.service.js';
import { RealisationQueries } from './realisation.queries.js';
import { creditReasons } from './settlement.rules.js';
import { pageOf } from './slice.rules.js';

const realisation = z.object({
  id: z.uuid(),
  commitmentId: z.uuid().nullable().describe('Null voor kosten waarvoor niets was vastgelegd.'),
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  supplier: z.string(),
  invoiceNumber: z.string(),
  invoiceDate: z.iso.date(),
  costDate: z.iso.date().describe('Wanneer is geleverd waarvoor is betaald; dit bepaalt het subsidiejaar.'),
  amountCents: z.int().describe('Bedrag inclusief btw in hele eurocenten; onder 0 voor een creditnota.'),
  vatTreatment: z.enum(vatTreatments),
  invoiceId: z
    .uuid()
    .nullable()
    .describe('De factuur die deze creditnota terugneemt; null voor een factuur.'),
  reason: z.enum(creditReasons).nullable(),
  recordedAt: z.iso.datetime(),
});
/** Twelve digits, as much as a form takes. */
const MOST_CENTS = 999_999_999_999;
const amountCents = z.int().min(1).max(MOST_CENTS).describe('Bedrag inclusief btw, in hele eurocenten.');
const written = { invoiceNumber: documentNumber, invoiceDate: isoDate, amountCents };
const onCommitment = z.uuid().describe('De verplichting waar de factuur bij hoort.');
const onLine = z.uuid().describe('De begrotingspost, als er geen verplichting is.');

const invoiceInput = z
  .object({
    ...written,
    commitmentId: onCommitment.optional(),
    grantLineId: onLine.optional(),
    municipalityId: z.uuid().optional().describe('De gemeente die betaalt, als er geen verplichting is.'),
    costDate: isoDate
      .optional()
      .describe('Wanneer is geleverd, in het jaar van de subsidie, als er geen verplichting is.'),
    supplier: supplierName,
    invoiceDate: isoDate.describe(
      'Factuurdatum: niet voor het jaar van de subsidie en niet in de toekomst; later dan dat jaar mag.',
    ),
    vatTreatment: z.enum(vatTreatments),
    isFinal: z
      .boolean()
      .default(true)
      .describe('Waar als er geen factuur meer volgt; de rest van de verplichting valt dan vrij.'),
  })
  .transform(({ commitmentId, grantLineId, municipalityId, costDate, isFinal, ...invoice }, context) => {
    const cost = { grantLineId, municipalityId, costDate };
    const isCost = Object.values(cost).some((value) => value !== undefined);
    if (commitmentId !== undefined && !isCost) return { commitmentId, invoice: { ...invoice, isFinal } };
    if (commitmentId === undefined && grantLineId && municipalityId && costDate)
      return { budget: { grantLineId, municipalityId }, cost: { ...invoice, costDate } };
    context.addIssue({
      code: 'custom',
      path: ['commitmentId'],
      params: { key: 'grants.invoice.commitmentOrLine' },
    });
    return z.NEVER;
  })
  .meta({
    example: {
      commitmentId: '0192f3a0-0000-7000-8000-000000000001',
      ...{ supplier: 'ROR', invoiceNumber: '2026-001', invoiceDate: '2027-01-14', amountCents: 275000 },
      ...{ vatTreatment: 'exempt', isFinal: true },
    },
  });
const creditNoteInput = z
  .object({ ...written, reason: z.enum(creditReasons).describe('Waarom de factuur wordt teruggenomen.') })
  .meta({
    example: {
      ...{ invoiceNumber: 'C-2027-001', invoiceDate: '2027-01-20', amountCents: 25000 },
      reason: 'amount-wrong',
    },
  });
const recorded = z.object({ id: z.uuid() });

@Controller('api/v1')
@Allow('finance')
export class RealisationsApi {
  constructor(
    @Inject(RealisationQueries) private readonly realisations: RealisationQueries,
    @Inject(InvoiceService) private readonly invoices: InvoiceService,
    @Inject(CostService) private readonly costs: CostService,
    @Inject(CreditNoteService) private readonly creditNotes: CreditNoteService,
  ) {}

  @Get('realisations')
  @Allow('coordinator', 'finance')
  @Operation({ summary: 'Toont de geboekte facturen en creditnota’s', answer: listAnswer(realisation) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) { q, page, pageSize }: z.infer<typeof apiListQuery>,
  ) {
    const found = await this.realisations.list(actor, q, pageOf(page, pageSize));
    const items = found.items.map((row) => ({
      id: row.id,
      commitmentId: row.commitmentId,
      grantLineId: row.grantLineId,
      municipalityId: row.municipalityId,
      supplier: row.supplier,
      invoiceNumber: row.invoiceNumber,
      invoiceDate: row.invoiceDate,
      costDate: row.costDate,
      amountCents: Number(row.amountCents),
      vatTreatment: row.vatTreatment,
      invoiceId: row.invoiceId,
      reason: row.reason,
      recordedAt: row.recordedAt.toISOString(),
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }

  @Post('realisations')
  @Operation({
    summary: 'Boekt een factuur op een verplichting, of kosten op een begrotingspost van een gemeente',
    answer: recorded,
    status: 201,
  })
  async record(
    @CurrentActor() actor: Actor,
    @Body({ schema: invoiceInput }) sent: z.infer<typeof invoiceInput>,
  ) {
    const id = sent.budget
      ? await this.costs.record(actor, sent.budget, inCents(sent.cost))
      : await this.invoices.record(actor, sent.commitmentId, inCents(sent.invoice));
    return { id };
  }

  @Post('realisations/:id/credit-note')
  @Operation({
    summary: 'Boekt een creditnota: neemt een factuur terug, helemaal of voor een deel',
    answer: recorded,
    status: 201,
  })
  async recordCreditNote(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) invoiceId: string,
    @Body({ schema: creditNoteInput }) note: z.infer<typeof creditNoteInput>,
  ) {
    return { id: await this.creditNotes.record(actor, invoiceId, inCents(note)) };
  }
}

function inCents<Sent extends { readonly amountCents: number }>(sent: Sent) {
  return { ...sent, amountCents: BigInt(sent.amountCents) };
}
