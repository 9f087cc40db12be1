import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import type { Cell } from '../platform/files/cell.js';
import type { Translate } from '../platform/i18n/translator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { sendCsv, sendXlsx } from '../platform/web/table-download.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { demandCells, demandColumns, demandPage, demandQuery, type DemandQuery } from './demand.pages.js';
import { DemandQueries } from './demand.queries.js';
import { PER_PAGE } from './interests.pages.js';

/** More rows than courses, municipalities and functions of any region make. */
const ALL = { page: 1, pageSize: 100_000 };

/** Who asks for what, beside the trainings that are left. */
@Controller()
@Allow('coordinator', 'contact')
export class DemandController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DemandQueries) private readonly demand: DemandQueries,
  ) {}

  @Get('demand')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: demandQuery }) query: DemandQuery,
  ) {
    const t = this.pages.translate(request);
    const found = await this.demand.list(actor, query, { page: query.page, pageSize: PER_PAGE });
    const sum = await this.demand.sum(actor, query);
    const choices = await this.demand.choices(actor);
    const reader = { role: actor.role, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'demand/overview',
      title: t('demand.overview.title'),
      model: demandPage(found, sum, query, choices, reader, t),
    });
  }

  @Get('demand.csv')
  async downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: demandQuery }) query: DemandQuery,
  ) {
    const t = this.pages.translate(request);
    const header = demandColumns(t).map((column) => column.header);
    const cells = await this.cells(request, actor, query, t);
    return sendCsv(reply, this.fileName(t, 'csv'), header, cells);
  }

  @Get('demand.xlsx')
  async downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: demandQuery }) query: DemandQuery,
  ) {
    const t = this.pages.translate(request);
    const sheet = { name: t('demand.overview.title'), columns: demandColumns(t), totals: false };
    const cells = await this.cells(request, actor, query, t);
    return sendXlsx(reply, this.fileName(t, 'xlsx'), sheet, cells);
  }

  private async cells(
    request: WebRequest,
    actor: Actor,
    query: DemandQuery,
    t: Translate,
  ): Promise<Cell[][]> {
    const { rows } = await this.demand.list(actor, query, ALL);
    return rows.map((row) => demandCells(row, request.locale, t));
  }

  private fileName(t: Translate, extension: string): string {
    return `${t('demand.overview.fileName')}-${localDateOf(this.clock.now())}.${extension}`;
  }
}
