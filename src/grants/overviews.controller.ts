import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import type { Translate } from '../platform/i18n/translator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendCsv, sendXlsx } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { AllotmentQueries } from './allotment.queries.js';
import { allotmentsPage, allotmentsQuery } from './allotments.pages.js';
import { budgetCells, budgetColumns, budgetPage, budgetQuery } from './budget.pages.js';
import { yearToShow } from './budget.rules.js';
import { GrantQueries } from './grant.queries.js';
import { StandingQueries } from './standing.queries.js';

type BudgetQuery = z.infer<typeof budgetQuery>;

/** What a grant year gives to whom: the trainings and the money. */
@Controller()
export class OverviewsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AllotmentQueries) private readonly allotments: AllotmentQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
  ) {}

  @Get('allotments')
  @Allow('coordinator', 'contact')
  async showAllotments(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: allotmentsQuery }) query: z.infer<typeof allotmentsQuery>,
  ) {
    const t = this.pages.translate(request);
    const { current, ...years } = await this.yearsFor(actor, query.year);
    const shown = { ...years, municipality: query.municipality, isOver: years.year < current };
    const rows = await this.allotments.ofYear(actor, shown.year);
    return this.pages.send(request, reply, {
      view: 'grants/allotments',
      title: t('grants.allotments.title', { year: shown.year }),
      model: allotmentsPage(rows, shown, actor.role, t),
    });
  }

  @Get('budget')
  @Allow('coordinator', 'finance', 'contact')
  async showBudget(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: BudgetQuery,
  ) {
    const t = this.pages.translate(request);
    const shown = { ...(await this.yearsFor(actor, query.year)), municipality: query.municipality };
    const rows = await this.standings.ofYear(actor, shown.year);
    const grants = await this.grants.list(actor, shown.year);
    return this.pages.send(request, reply, {
      view: 'grants/budget',
      title: t('grants.budget.title', { year: shown.year }),
      model: budgetPage({ rows, grants }, shown, actor.role, t),
    });
  }

  @Get('budget.csv')
  @Allow('coordinator', 'finance', 'contact')
  async downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: BudgetQuery,
  ) {
    const t = this.pages.translate(request);
    const { year, cells } = await this.budgetCells(actor, query, t);
    const header = budgetColumns(t).map((column) => column.header);
    return sendCsv(reply, this.budgetFileName(t, year, 'csv'), header, cells);
  }

  @Get('budget.xlsx')
  @Allow('coordinator', 'finance', 'contact')
  async downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: BudgetQuery,
  ) {
    const t = this.pages.translate(request);
    const { year, cells } = await this.budgetCells(actor, query, t);
    const sheet = { name: t('grants.budget.title', { year }), columns: budgetColumns(t), totals: true };
    return sendXlsx(reply, this.budgetFileName(t, year, 'xlsx'), sheet, cells);
  }

  private async budgetCells(actor: Actor, query: BudgetQuery, t: Translate) {
    const { year } = await this.yearsFor(actor, query.year);
    const rows = await this.standings.ofYear(actor, year);
    const shown = rows.filter(
      ({ municipalityId }) => !query.municipality || municipalityId === query.municipality,
    );
    return { year, cells: shown.map((row) => budgetCells(row, t)) };
  }

  private budgetFileName(t: Translate, year: number, extension: string): string {
    return `${t('grants.budget.fileName', { year })}-${localDateOf(this.clock.now())}.${extension}`;
  }

  private async yearsFor(actor: Actor, asked: number | undefined) {
    const years = await this.standings.years(actor);
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { years, current, year: yearToShow(years, asked, current) };
  }
}
