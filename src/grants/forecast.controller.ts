import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import type { Translate } from '../platform/i18n/translator.js';
import { sendCsv, sendXlsx } from '../platform/web/table-download.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { budgetQuery } from './budget.pages.js';
import { yearToShow } from './budget.rules.js';
import { forecastCells, forecastColumns, forecastPage, rowsShown } from './forecast.pages.js';
import { ForecastQueries } from './forecast.queries.js';
import { StandingQueries } from './standing.queries.js';

type ForecastQuery = z.infer<typeof budgetQuery>;

/** How budgets will stand at the end of their year. */
@Controller('budget')
@Allow('coordinator', 'finance', 'contact')
export class ForecastController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ForecastQueries) private readonly forecasts: ForecastQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('forecast')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: ForecastQuery,
  ) {
    const t = this.pages.translate(request);
    const shown = { ...(await this.yearsFor(actor, query.year)), municipality: query.municipality };
    const rows = await this.forecasts.ofYear(actor, shown.year);
    return this.pages.send(request, reply, {
      view: 'grants/forecast',
      title: t('grants.forecast.titleOf', { year: shown.year }),
      model: forecastPage(rows, shown, { role: actor.role, locale: request.locale }, t),
      above: [{ href: `/budget?year=${shown.year}`, label: t('grants.budget.title', { year: shown.year }) }],
    });
  }

  @Get('forecast.csv')
  async downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: ForecastQuery,
  ) {
    const t = this.pages.translate(request);
    const { fileName, cells } = await this.download(actor, query, t);
    const header = forecastColumns(t).map((column) => column.header);
    return sendCsv(reply, `${fileName}.csv`, header, cells);
  }

  @Get('forecast.xlsx')
  async downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: ForecastQuery,
  ) {
    const t = this.pages.translate(request);
    const { fileName, year, cells } = await this.download(actor, query, t);
    const sheet = { name: t('grants.forecast.titleOf', { year }), columns: forecastColumns(t), totals: true };
    return sendXlsx(reply, `${fileName}.xlsx`, sheet, cells);
  }

  private async download(actor: Actor, { year: asked, municipality }: ForecastQuery, t: Translate) {
    const { year, today } = await this.yearsFor(actor, asked);
    const rows = rowsShown(await this.forecasts.ofYear(actor, year), municipality);
    const fileName = `${t('grants.forecast.fileName', { year })}-${today}`;
    return { fileName, year, cells: rows.map((row) => forecastCells(row, t)) };
  }

  private async yearsFor(actor: Actor, asked: number | undefined) {
    const years = await this.standings.years(actor);
    const today = localDateOf(this.clock.now());
    return { years, today, year: yearToShow(years, asked, Number(today.slice(0, 4))) };
  }
}
