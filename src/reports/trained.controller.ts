import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { trainedPage, trainedQuery, trainedSlice } from './trained.pages.js';
import { TrainedQueries } from './trained.queries.js';

@Controller('reports/trained')
@Allow('coordinator', 'contact')
export class TrainedController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(TrainedQueries) private readonly queries: TrainedQueries,
  ) {}

  @Get()
  async trained(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: trainedQuery }) { page }: z.output<typeof trainedQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.trained(actor, trainedSlice(page));
    return this.pages.send(request, reply, {
      view: 'reports/trained',
      title: t('reports.trained.title'),
      model: trainedPage(found, page, t),
    });
  }
}
