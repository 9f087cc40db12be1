import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendCsv, sendXlsx } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { yearToShow } from './budget.rules.js';
import { LedgerQueries, type LedgerFilter } from './ledger.queries.js';
import { nearestPageOf, type SliceOf } from './slice.rules.js';
import {
  perSession,
  perSupplier,
  SPENDING_PER_PAGE,
  spendingColumns,
  spendingPage,
  spendingQuery,
  type SpendingTable,
} from './spending.pages.js';
import {
  SpendingQueries,
  type SessionSpendingRow,
  type Spending,
  type SupplierSpendingRow,
} from './spending.queries.js';
import { StandingQueries } from './standing.queries.js';

type SpendingQuery = z.infer<typeof spendingQuery>;
interface Asked {
  readonly request: WebRequest;
  readonly reply: WebReply;
  readonly actor: Actor;
  readonly query: SpendingQuery;
}
interface Overview<Row> {
  readonly table: SpendingTable<Row>;
  readonly read: (actor: Actor, filter: LedgerFilter, sliceOf: SliceOf) => Promise<Spending<Row>>;
}

/** What was spent, added up per session and per supplier. */
@Controller('spending')
@Allow('coordinator', 'finance')
export class SpendingController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(LedgerQueries) private readonly ledger: LedgerQueries,
    @Inject(SpendingQueries) private readonly spending: SpendingQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  private readonly perSession: Overview<SessionSpendingRow> = {
    table: perSession,
    read: (...asked) => this.spending.perSession(...asked),
  };
  private readonly perSupplier: Overview<SupplierSpendingRow> = {
    table: perSupplier,
    read: (...asked) => this.spending.perSupplier(...asked),
  };

  @Get('sessions')
  sessions(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.show({ request, reply, actor, query }, this.perSession);
  }

  @Get('sessions.csv')
  sessionsCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.csv({ request, reply, actor, query }, this.perSession);
  }

  @Get('sessions.xlsx')
  sessionsXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.xlsx({ request, reply, actor, query }, this.perSession);
  }

  @Get('suppliers')
  suppliers(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.show({ request, reply, actor, query }, this.perSupplier);
  }

  @Get('suppliers.csv')
  suppliersCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.csv({ request, reply, actor, query }, this.perSupplier);
  }

  @Get('suppliers.xlsx')
  suppliersXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: spendingQuery }) query: SpendingQuery,
  ) {
    return this.xlsx({ request, reply, actor, query }, this.perSupplier);
  }

  private async show<Row>({ request, reply, actor, query }: Asked, { table, read }: Overview<Row>) {
    const t = this.pages.translate(request);
    const { filter, years } = await this.filterOf(actor, query);
    const found = await read(actor, filter, nearestPageOf(query.page, SPENDING_PER_PAGE));
    const choices = await this.ledger.choices(actor, filter.year);
    const shown = { filter, page: query.page, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'grants/spending',
      title: t(table.title, { year: filter.year }),
      model: spendingPage(table, found, shown, { years, ...choices }, t),
    });
  }

  private async csv<Row>({ request, reply, actor, query }: Asked, { table, read }: Overview<Row>) {
    const t = this.pages.translate(request);
    const { filter } = await this.filterOf(actor, query);
    const { items } = await read(actor, filter, everything);
    const header = spendingColumns(table, t).map((column) => column.header);
    const cells = items.map((row) => table.cells(row, t));
    return sendCsv(reply, `${this.fileName(t(table.fileName), filter)}.csv`, header, cells);
  }

  private async xlsx<Row>({ request, reply, actor, query }: Asked, { table, read }: Overview<Row>) {
    const t = this.pages.translate(request);
    const { filter } = await this.filterOf(actor, query);
    const { items } = await read(actor, filter, everything);
    const name = t(table.title, { year: filter.year });
    const cells = items.map((row) => table.cells(row, t));
    const sheet = { name, columns: spendingColumns(table, t), totals: true };
    return sendXlsx(reply, `${this.fileName(t(table.fileName), filter)}.xlsx`, sheet, cells);
  }

  private fileName(name: string, { year }: LedgerFilter): string {
    return `${name}-${year}-stand-${localDateOf(this.clock.now())}`;
  }

  private async filterOf(actor: Actor, { page: _page, ...asked }: SpendingQuery) {
    const years = await this.standings.years(actor);
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { years, filter: { ...asked, year: yearToShow(years, asked.year, current) } };
  }
}

const everything: SliceOf = (total) => ({ limit: total, offset: 0 });
