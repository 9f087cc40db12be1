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
import {
  coveragePage,
  coveragePeoplePage,
  figuresQuery,
  filterOf,
  peopleCells,
  peopleColumns,
  peopleQuery,
  PER_PAGE,
  type FiguresQuery,
  type PeopleQuery,
} from './coverage.pages.js';
import { CoverageQueries } from './coverage.queries.js';

/** More people than any region has. */
const ALL = { page: 1, pageSize: 1_000_000 };

/** Who has what the curriculum asks, and who lacks it. */
@Controller('coverage')
@Allow('coordinator', 'contact')
export class CoverageController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CoverageQueries) private readonly coverage: CoverageQueries,
  ) {}

  @Get()
  async figures(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: figuresQuery }) query: FiguresQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: PER_PAGE };
    const found = await this.coverage.figures(actor, query.by, query.municipality, slice);
    const municipalities = await this.coverage.municipalities(actor);
    const reader = { role: actor.role, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'curriculum/coverage',
      title: t('coverage.title'),
      model: coveragePage(found, query, { municipalities }, reader, t),
    });
  }

  @Get('people')
  async people(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: PER_PAGE };
    const found = await this.coverage.people(actor, filterOf(query), slice);
    const choices = await this.coverage.choices(actor);
    const reader = { role: actor.role, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'curriculum/people',
      title: t('coverage.people.title'),
      model: coveragePeoplePage(found, query, choices, reader, t),
      above: [{ href: '/coverage', label: t('coverage.title') }],
    });
  }

  @Get('people.csv')
  async downloadCsv(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ) {
    const t = this.pages.translate(request);
    const header = peopleColumns(t).map((column) => column.header);
    return sendCsv(reply, this.fileName(t, 'csv'), header, await this.cells(request, actor, query, t));
  }

  @Get('people.xlsx')
  async downloadXlsx(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ) {
    const t = this.pages.translate(request);
    const sheet = { name: t('coverage.title'), columns: peopleColumns(t), totals: false };
    return sendXlsx(reply, this.fileName(t, 'xlsx'), sheet, await this.cells(request, actor, query, t));
  }

  private async cells(
    request: WebRequest,
    actor: Actor,
    query: PeopleQuery,
    t: Translate,
  ): Promise<Cell[][]> {
    const { rows } = await this.coverage.people(actor, filterOf(query), ALL);
    return rows.map((row) => peopleCells(row, request.locale, t));
  }

  private fileName(t: Translate, extension: string): string {
    return `${t('coverage.fileName')}-${localDateOf(this.clock.now())}.${extension}`;
  }
}
