import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { accountingYear } from './accountability.controller.js';
import { reopenReasons } from './closing.rules.js';
import { ClosingService } from './closing.service.js';
import { StatementQueries, type Statement } from './statement.queries.js';
import { dueOn } from './statement.rules.js';
import { YearQueries, type YearRow } from './year.queries.js';

const cents = z.int().describe('Bedrag in hele eurocenten.');
const year = z.object({
  year: z.int(),
  status: z.enum(['open', 'closed']),
  closedAt: z.iso.datetime().nullable(),
  dueOn: z.iso.date().describe('Uiterste datum van de verantwoording.'),
  bookedCents: cents.describe('Alles wat in dit boekjaar als besteding is geboekt, met correcties.'),
});
const indicator = z.object({ code: z.string(), label: z.string(), auditKind: z.string() });
const statement = year.extend({
  provider: z.string().describe('Leeg zolang het niet is ingevuld, net als de andere teksten.'),
  code: z.string(),
  name: z.string(),
  legalGround: z.string(),
  recipient: z.string(),
  taskField: z.string(),
  indicators: z.object({
    decision: indicator,
    spent: indicator,
    cumulative: indicator,
    correction: indicator,
    earlierCorrection: indicator,
    final: indicator,
  }),
  grants: z.array(
    z.object({
      grantId: z.uuid(),
      decisionNumber: z.string(),
      activities: z
        .array(z.object({ title: z.string(), firstDay: z.iso.date(), lastDay: z.iso.date() }))
        .describe('Wat de subsidie betaalt, en op welke dagen de kosten gemaakt moeten zijn.'),
      spentCents: cents.describe('Besteed in het jaar.'),
      cumulativeCents: cents.describe('Besteed tot en met het jaar, met alle correcties.'),
      correctionCents: cents.describe('Correctie over het jaar ervoor.'),
      earlierCorrectionCents: cents.describe('Correctie over de jaren daarvoor.'),
      isFinal: z
        .boolean()
        .nullable()
        .describe('Of dit de eindverantwoording is; null zolang niet is gekozen.'),
    }),
  ),
});
const closed = z.object({
  year: z.int(),
  version: z.int().describe('De hoeveelste bewaarde versie dit is.'),
});
const reopeningInput = z
  .object({ reason: z.enum(reopenReasons).describe('Waarom het jaar weer open moet.') })
  .meta({ example: { reason: 'cost-missing' } });
const finalInput = z
  .object({ isFinal: z.boolean().describe('Of dit de laatste verantwoording van dit besluit is.') })
  .meta({ example: { isFinal: false } });

/** The years to account for, as programs read them. */
@Controller('api/v1/statements')
@Allow('coordinator', 'finance')
export class StatementsApi {
  constructor(
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(YearQueries) private readonly years: YearQueries,
    @Inject(ClosingService) private readonly closing: ClosingService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de jaren die worden verantwoord', answer: listAnswer(year) })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: apiListQuery }) { q, page, pageSize }: z.infer<typeof apiListQuery>,
  ) {
    const found = (await this.years.list(actor)).filter((row) => String(row.year).includes(q ?? ''));
    const items = found.slice((page - 1) * pageSize, page * pageSize).map(yearItem);
    return apiList(request, items, { page, pageSize, total: found.length });
  }

  @Get(':year')
  @Operation({ summary: 'Toont de verantwoording van een jaar', answer: statement })
  async show(@CurrentActor() actor: Actor, @Param('year', { schema: accountingYear }) asked: number) {
    const found = await this.statements.look(actor, asked);
    const row = (await this.years.list(actor)).find((one) => one.year === asked)!;
    return { ...yearItem(row), ...statementItem(found) };
  }

  @Post(':year/closure')
  @Allow('finance')
  @HttpCode(200)
  @Operation({ summary: 'Sluit een jaar af en bewaart de verantwoording', answer: closed })
  async close(@CurrentActor() actor: Actor, @Param('year', { schema: accountingYear }) asked: number) {
    return { year: asked, version: await this.closing.close(actor, asked) };
  }

  @Post(':year/reopening')
  @Allow('finance')
  @HttpCode(204)
  @Operation({
    summary: 'Vraagt om een afgesloten jaar weer te openen; een ander bevestigt dat',
    answer: null,
    status: 204,
  })
  async askReopening(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) asked: number,
    @Body({ schema: reopeningInput }) { reason }: z.infer<typeof reopeningInput>,
  ): Promise<void> {
    await this.statements.look(actor, asked);
    await this.closing.askReopening(actor, asked, reason);
  }

  @Post(':year/reopening/confirmation')
  @Allow('finance')
  @HttpCode(204)
  @Operation({ summary: 'Opent een jaar weer, zoals een ander heeft gevraagd', answer: null, status: 204 })
  async confirmReopening(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) asked: number,
  ): Promise<void> {
    await this.statements.look(actor, asked);
    await this.closing.confirmReopening(actor, asked);
  }

  @Post(':year/grants/:id/final')
  @Allow('finance')
  @HttpCode(204)
  @Operation({
    summary: 'Legt vast of dit de laatste verantwoording van een besluit is',
    answer: null,
    status: 204,
  })
  async chooseFinal(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: accountingYear }) asked: number,
    @Param('id', { schema: z.uuid() }) grantId: string,
    @Body({ schema: finalInput }) { isFinal }: z.infer<typeof finalInput>,
  ): Promise<void> {
    await this.closing.chooseFinal(actor, { year: asked, grantId }, isFinal);
  }
}

function yearItem({ year: number, isClosed, closedAt, spentCents }: YearRow) {
  return {
    year: number,
    status: isClosed ? 'closed' : 'open',
    closedAt: closedAt?.toISOString() ?? null,
    dueOn: dueOn(number),
    bookedCents: Number(spentCents),
  };
}

function statementItem({ annex, grants }: Statement) {
  return {
    ...annex,
    grants: grants.map(({ grantId, decisionNumber, isFinal, activities, figures }) => ({
      ...{ grantId, decisionNumber, isFinal, activities },
      spentCents: Number(figures.spent),
      cumulativeCents: Number(figures.cumulative),
      correctionCents: Number(figures.correction),
      earlierCorrectionCents: Number(figures.earlierCorrection),
    })),
  };
}
