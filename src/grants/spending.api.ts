import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { vatTreatments } from '../courses/vat.rules.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { yearToShow } from './budget.rules.js';
import type { LedgerFilter } from './ledger.queries.js';
import { pageOf } from './slice.rules.js';
import { SpendingQueries } from './spending.queries.js';
import { StandingQueries } from './standing.queries.js';

const cents = z.int().describe('Bedrag in hele eurocenten, inclusief btw.');
const ofSession = z.object({
  sessionId: z.uuid(),
  sessionDate: z.iso.date().nullable().describe('De eerste dag, zoals die het laatst is geboekt.'),
  subject: z.string(),
  municipalities: z.string(),
  invoiceNumbers: z.string().nullable(),
  reservedCents: cents,
  realisedCents: cents,
  openCents: cents,
  isDemo: z.boolean().describe('Waar als het bedrag een voorbeeld is dat in geen bron staat.'),
});
const ofSupplier = z.object({
  supplier: z.string().nullable().describe('Null voor wat tussen gemeenten is verdeeld.'),
  vatTreatment: z.enum(vatTreatments).nullable(),
  invoices: z.int(),
  creditNotes: z.int(),
  invoicedCents: cents,
  creditedCents: cents,
  realisedCents: cents,
});
const spendingQuery = apiListQuery.omit({ q: true }).extend({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('Subsidiejaar; anders het lopende.'),
  grantLineId: z.uuid().optional(),
  municipalityId: z.uuid().optional(),
});
type SpendingQuery = z.infer<typeof spendingQuery>;

@Controller('api/v1')
@Allow('coordinator', 'finance')
export class SpendingApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SpendingQueries) private readonly spending: SpendingQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('session-costs')
  @Operation({ summary: 'Toont de uitgaven per training', answer: listAnswer(ofSession) })
  async listSessions(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    const { page, pageSize } = query;
    const found = await this.spending.perSession(
      actor,
      await this.filterOf(actor, query),
      pageOf(page, pageSize),
    );
    const items = found.items.map((row) => ({
      sessionId: row.session_id,
      sessionDate: row.session_date,
      subject: row.subject,
      municipalities: row.municipalities,
      invoiceNumbers: row.invoices,
      reservedCents: Number(row.reserved_cents),
      realisedCents: Number(row.realised_cents),
      openCents: Number(row.open_cents),
      isDemo: row.is_demo,
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }

  @Get('supplier-costs')
  @Operation({ summary: 'Toont de uitgaven per leverancier', answer: listAnswer(ofSupplier) })
  async listSuppliers(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    const { page, pageSize } = query;
    const found = await this.spending.perSupplier(
      actor,
      await this.filterOf(actor, query),
      pageOf(page, pageSize),
    );
    const items = found.items.map((row) => ({
      supplier: row.supplier,
      vatTreatment: row.vat_treatment,
      invoices: row.invoices,
      creditNotes: row.credit_notes,
      invoicedCents: Number(row.invoiced_cents),
      creditedCents: Number(row.credited_cents),
      realisedCents: Number(row.realised_cents),
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }

  private async filterOf(
    actor: Actor,
    { year, grantLineId: line, municipalityId: municipality }: SpendingQuery,
  ): Promise<LedgerFilter> {
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { year: yearToShow(await this.standings.years(actor), year, current), line, municipality };
  }
}
