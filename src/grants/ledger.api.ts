import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { yearToShow } from './budget.rules.js';
import { CommitmentQueries } from './commitment.queries.js';
import { LedgerQueries } from './ledger.queries.js';
import { ledgerKinds, ledgerSources } from './ledger.rules.js';
import { pageOf } from './slice.rules.js';
import { StandingQueries } from './standing.queries.js';

const cents = z.int().describe('Bedrag in hele eurocenten.');
const isDemo = z.boolean().describe('Waar als het bedrag een voorbeeld is dat in geen bron staat.');
const commitment = z.object({
  id: z.uuid(),
  sessionId: z.uuid().nullable().describe('Null voor een bestelling.'),
  subject: z.string().describe('De training, of wat er is besteld.'),
  supplier: z.string(),
  costDate: z.iso.date().describe('De laatste dag van de training, of wanneer het bestelde is geleverd.'),
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  amountCents: cents,
  extraCents: z.int().describe('Wat daarvan boven op de prijs komt, in hele eurocenten.'),
  invoicedCents: cents,
  openCents: cents,
  isDemo,
  settledAt: z.iso.datetime().nullable(),
});
const entry = z.object({
  id: z.string().describe('Volgnummer van de boeking.'),
  bookedOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  kind: z.enum(ledgerKinds),
  amountCents: cents,
  isDemo,
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  sessionId: z.uuid().nullable(),
  costDate: z.iso
    .date()
    .nullable()
    .describe('Wanneer is geleverd waarvoor is betaald; null voor een verplichting of een nieuwe verdeling.'),
  year: z.int().describe('Boekjaar waarin de boeking meetelt.'),
  correctsYear: z
    .int()
    .nullable()
    .describe('Afgesloten boekjaar waarover de boeking een correctie is; anders null.'),
  sourceType: z.enum(ledgerSources),
  sourceId: z.uuid(),
  description: z.string(),
});
const commitmentsQuery = apiListQuery.extend({
  open: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Met `true` alleen verplichtingen die nog niet zijn afgerond.'),
});
const ledgerQuery = apiListQuery.omit({ q: true }).extend({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('Subsidiejaar; anders het lopende.'),
  grantLineId: z.uuid().optional(),
  municipalityId: z.uuid().optional(),
  kind: z.enum(ledgerKinds).optional(),
  asOf: z.iso
    .datetime({ offset: true })
    .refine((moment) => moment >= '1900' && moment < '2200', { params: { key: 'web.validation.isoDate' } })
    .optional()
    .describe('Alleen wat voor dit moment is geboekt, bijvoorbeeld `2026-12-31T23:00:00Z`.'),
});

@Controller('api/v1')
@Allow('coordinator', 'finance')
export class LedgerApi {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('commitments')
  @Operation({ summary: 'Toont de verplichtingen', answer: listAnswer(commitment) })
  async listCommitments(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: commitmentsQuery }) { open, q, page, pageSize }: z.infer<typeof commitmentsQuery>,
  ) {
    const found = await this.commitments.list(
      actor,
      { onlyOpen: open === 'true', q },
      pageOf(page, pageSize),
    );
    const items = found.items.map((row) => ({
      id: row.id,
      sessionId: row.sessionId,
      subject: row.subject,
      supplier: row.supplier,
      costDate: row.costDate,
      grantLineId: row.grantLineId,
      municipalityId: row.municipalityId,
      amountCents: Number(row.amountCents),
      extraCents: Number(row.extraCents),
      invoicedCents: Number(row.invoicedCents),
      openCents: Number(row.openCents),
      isDemo: row.isDemo,
      settledAt: row.settledAt?.toISOString() ?? null,
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }

  @Get('ledger-entries')
  @Operation({ summary: 'Toont de boekingen van een subsidiejaar', answer: listAnswer(entry) })
  async listEntries(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: z.infer<typeof ledgerQuery>,
  ) {
    const { page, pageSize, kind, grantLineId: line, municipalityId: municipality, asOf: until } = query;
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    const year = yearToShow(await this.standings.years(actor), query.year, current);
    const found = await this.ledger.page(
      actor,
      { year, line, municipality, kind, until },
      pageOf(page, pageSize),
    );
    const items = found.items.map((row) => ({
      id: row.id,
      bookedOn: row.booked_on,
      recordedAt: row.recorded_at.toISOString(),
      kind: row.kind,
      amountCents: Number(row.amount_cents),
      isDemo: row.is_demo,
      grantLineId: row.grant_line_id,
      municipalityId: row.municipality_id,
      sessionId: row.session_id,
      costDate: row.cost_date,
      year: row.year,
      correctsYear: row.corrects_year,
      sourceType: row.source_type,
      sourceId: row.source_id,
      description: row.description,
    }));
    return apiList(request, items, { page, pageSize, total: found.total });
  }
}
