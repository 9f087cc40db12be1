import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendTable } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { yearToShow } from './budget.rules.js';
import { LedgerDownloadService } from './ledger-download.service.js';
import { ENTRIES_PER_PAGE, ledgerPage, ledgerQuery } from './ledger.pages.js';
import { LedgerQueries } from './ledger.queries.js';
import type { LedgerFormat } from './ledger.rules.js';
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
    @Inject(LedgerDownloadService) private readonly downloads: LedgerDownloadService,
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
  downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ) {
    return this.download(request, reply, actor, query, 'csv');
  }

  @Get('ledger.xlsx')
  downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ) {
    return this.download(request, reply, actor, query, 'xlsx');
  }

  private async download(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    query: LedgerQuery,
    format: LedgerFormat,
  ) {
    const { filter } = await this.filterOf(actor, query);
    const file = await this.downloads.make(actor, { format, filter, locale: request.locale });
    const name = this.pages.translate(request)('grants.ledger.fileName');
    return sendTable(reply, `${name}-${localDateOf(this.clock.now())}`, format, file);
  }

  private async filterOf(actor: Actor, { page: _page, ...asked }: LedgerQuery) {
    const years = await this.standings.years(actor);
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { years, filter: { ...asked, year: yearToShow(years, asked.year, current) } };
  }
}
