import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { sendCsv } from '../platform/web/table-download.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { EvaluationResultsQueries, ownGroup } from './evaluation-results.queries.js';
import { tableColumns, tableRows } from './results-table.pages.js';
import { filterOf, resultsPage, resultsQuery, type ResultsQuery } from './results.pages.js';

/** What participants answered, from five answers on. */
@Controller()
@Allow('coordinator', 'contact', 'trainer')
export class EvaluationResultsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EvaluationResultsQueries) private readonly queries: EvaluationResultsQueries,
  ) {}

  @Get('evaluations')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: resultsQuery }) query: ResultsQuery,
  ) {
    const t = this.pages.translate(request);
    const results = await this.queries.results(actor, filterOf(query));
    const reader = { own: ownGroup(actor), locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'evaluation/results',
      title: t('evaluation.results.title'),
      model: resultsPage(results, query, reader, t),
    });
  }

  @Get('evaluations.csv')
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: resultsQuery }) query: ResultsQuery,
  ) {
    const t = this.pages.translate(request);
    const results = await this.queries.results(actor, filterOf(query));
    const name = `${t('evaluation.results.fileName')}-${localDateOf(this.clock.now())}.csv`;
    return sendCsv(reply, name, tableColumns(t), tableRows(results, request.locale, t));
  }
}
