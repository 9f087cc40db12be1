import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import type { Cell } from '../platform/files/cell.js';
import type { Translate } from '../platform/i18n/translator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendCsv, sendXlsx } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { yearToShow } from './budget.rules.js';
import { ENTRIES_PER_PAGE, ledgerCells, ledgerColumns, ledgerPage, ledgerQuery } from './ledger.pages.js';
import { LedgerQueries, type LedgerFilter } from './ledger.queries.js';
import { nearestPageOf } from './slice.rules.js';
import { StandingQueries } from './standing.queries.js';

type LedgerQuery = z.infer<typeof ledgerQuery>;

@Controller()
@Allow('coordinator', 'finance')
export class LedgerController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('ledger')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ) {
    const t = this.pages.translate(request);
    const { filter, years } = await this.filterOf(actor, query);
    const found = await this.ledger.page(actor, filter, nearestPageOf(query.page, ENTRIES_PER_PAGE));
    const choices = await this.ledger.choices(actor, filter.year);
    return this.pages.send(request, reply, {
      view: 'grants/ledger',
      title: t('grants.ledger.title', { year: filter.year }),
      model: ledgerPage(found, filter, query.page, { years, ...choices }, actor.role === 'finance', t),
    });
  }

  @Get('ledger.csv')
  async downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ) {
    const t = this.pages.translate(request);
    const { filter } = await this.filterOf(actor, query);
    const header = ledgerColumns(t).map((column) => column.header);
    return sendCsv(reply, this.fileName(t, 'csv'), header, this.cells(actor, filter, t));
  }

  @Get('ledger.xlsx')
  async downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ) {
    const t = this.pages.translate(request);
    const { filter } = await this.filterOf(actor, query);
    const sheet = {
      name: t('grants.ledger.title', { year: filter.year }),
      columns: ledgerColumns(t),
      totals: true,
    };
    return sendXlsx(reply, this.fileName(t, 'xlsx'), sheet, this.cells(actor, filter, t));
  }

  private async filterOf(actor: Actor, { page: _page, ...asked }: LedgerQuery) {
    const years = await this.standings.years(actor);
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { years, filter: { ...asked, year: yearToShow(years, asked.year, current) } };
  }

  private fileName(t: Translate, extension: string): string {
    return `${t('grants.ledger.fileName')}-${localDateOf(this.clock.now())}.${extension}`;
  }

  private async *cells(actor: Actor, filter: LedgerFilter, t: Translate): AsyncGenerator<Cell[][]> {
    const cellsOf = ledgerCells(t);
    for await (const rows of this.ledger.inTurn(actor, filter)) yield rows.map(cellsOf);
  }
}
