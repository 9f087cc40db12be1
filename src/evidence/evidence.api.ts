import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { accountingYear } from '../accountability/accountability.controller.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { EvidenceOutlines } from './evidence-outline.service.js';
import { countsOf, keptOf, placeOf } from './evidence.pages.js';
import { gapKinds, totalBooked } from './evidence.rules.js';
import { EvidenceService } from './evidence.service.js';

const id = z.uuid();
const cents = z.int().describe('Bedrag in hele eurocenten.');
const count = z.int();
const evidence = z
  .object({
    grantId: id,
    year: z.int(),
    decisionNumber: z.string(),
    upTo: z.string().describe('Volgnummer van de laatste boeking die meetelt; 0 als er geen is.'),
    committedCents: cents,
    realisedCents: cents,
    bookings: count,
    decisions: count,
    decisionDocuments: count,
    sessions: count,
    people: count.describe('Deelnemers op de presentielijsten.'),
    signedSheets: count,
    certificates: count,
    orders: count,
    invoices: count.describe('Facturen en creditnota’s.'),
    eInvoices: count.describe('Hoeveel daarvan als e-factuur zijn bewaard.'),
    keptBytes: count.describe('Grootte van de bewaarde bestanden samen, in bytes.'),
    missing: z
      .array(
        z.object({
          kind: z.enum(gapKinds).describe('Wat ontbreekt.'),
          about: z.string().describe('Waarbij, in het Nederlands.'),
          sessionId: id.nullable(),
          decisionId: id.nullable(),
          realisationId: id.nullable(),
        }),
      )
      .describe('Bewijs dat er hoort te zijn en er niet is.'),
  })
  .meta({
    example: {
      ...{ grantId: '0192f3a0-0000-7000-8000-000000000001', year: 2026, decisionNumber: 'VB-2026' },
      ...{ upTo: '412', committedCents: 250_000, realisedCents: 1_250_000, bookings: 18 },
      ...{ decisions: 2, decisionDocuments: 1, sessions: 4, people: 51, signedSheets: 3, certificates: 37 },
      ...{ orders: 1, invoices: 5, eInvoices: 4, keptBytes: 2_310_400 },
      missing: [
        {
          ...{ kind: 'no-signed-sheet', about: 'Uitvoering 3: Basistraining, 14 oktober 2026, Almere' },
          ...{ sessionId: '0192f3a0-0000-7000-8000-000000000002', decisionId: null, realisationId: null },
        },
      ],
    },
  });

/** The evidence of one grant in the statement of a year, as programs read it. */
@Controller('api/v1/statements/:year/grants/:id/evidence')
@Allow('coordinator', 'finance')
export class EvidenceApi {
  constructor(
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(EvidenceOutlines) private readonly outlines: EvidenceOutlines,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont wat er in het bewijsdossier komt en wat er ontbreekt', answer: evidence })
  async show(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('id', { schema: id }) grantId: string,
  ) {
    const found = await this.outlines.look(actor, year, grantId);
    const { committedCents, realisedCents } = totalBooked(found.lines);
    const t = this.translator('nl');
    return {
      ...{ grantId, year, decisionNumber: found.grant.decisionNumber, upTo: found.scope.upTo },
      ...{ committedCents: Number(committedCents), realisedCents: Number(realisedCents) },
      ...countsOf(found),
      keptBytes: keptOf(found).bytes,
      missing: found.gaps.map((gap) => ({
        ...{ kind: gap.kind, about: placeOf(gap, t), sessionId: gap.session?.sessionId ?? null },
        ...{ decisionId: gap.decision?.id ?? null, realisationId: gap.invoice?.id ?? null },
      })),
    };
  }

  @Get('zip')
  @Operation({
    summary: 'Geeft het bewijsdossier van een besluit en een jaar; dat wordt vastgelegd',
    answer: null,
    download: {
      type: 'application/zip',
      description: 'Een index, de stukken per uitvoering en hun controlegetallen in SHA256SUMS.',
    },
  })
  async download(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) year: number,
    @Param('id', { schema: id }) grantId: string,
  ) {
    const { content } = await this.evidence.make(actor, year, grantId);
    return reply.type('application/zip').header('cache-control', 'private, no-store').send(content);
  }
}
