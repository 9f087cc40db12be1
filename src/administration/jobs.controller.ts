import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { JobQueries } from './job.queries.js';
import { JobService } from './job.service.js';
import { jobsPage, jobsQuery, JOBS_PER_PAGE } from './jobs.pages.js';
import { WorkService } from './work.service.js';

/** The work behind the screen. */
@Controller('jobs')
@Allow('administrator')
export class JobsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(JobService) private readonly jobs: JobService,
    @Inject(JobQueries) private readonly queries: JobQueries,
    @Inject(WorkService) private readonly work: WorkService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: jobsQuery }) query: z.output<typeof jobsQuery>,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: JOBS_PER_PAGE };
    const found = await this.queries.unfinished(actor, query, slice);
    const names = await this.queries.unfinishedNames(actor);
    return this.pages.send(request, reply, {
      view: 'administration/jobs',
      title: t('administration.jobs.title'),
      model: jobsPage(found, query, names, await this.work.standing(), {
        locale: request.locale,
        t,
      }),
    });
  }

  @Post('retries')
  async retryAll(@Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const count = await this.jobs.retryAll(actor);
    return this.pages.redirect(reply, '/jobs', {
      kind: 'ok',
      key: 'administration.jobs.retriedAll',
      params: { count },
    });
  }

  @Post(':id/retry')
  async retry(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.string().regex(/^\d{1,19}_[a-z][a-z.-]{1,100}$/) }) id: string,
  ) {
    await this.jobs.retry(actor, id);
    return this.pages.redirect(reply, '/jobs', { kind: 'ok', key: 'administration.jobs.retried' });
  }
}
