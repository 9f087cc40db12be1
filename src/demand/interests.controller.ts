import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { InterestQueries } from './interest.queries.js';
import { InterestService } from './interest.service.js';
import { interestsPage, interestsQuery, PER_PAGE } from './interests.pages.js';

const id = z.uuid();

/** Asking to hear of a date, and taking that back. */
@Controller()
@Allow('professional')
export class InterestsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(InterestQueries) private readonly queries: InterestQueries,
    @Inject(InterestService) private readonly interests: InterestService,
  ) {}

  @Get('interests')
  async own(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: interestsQuery }) { page }: z.output<typeof interestsQuery>,
  ) {
    const t = this.pages.translate(request);
    const found = await this.queries.list(actor, {}, { page, pageSize: PER_PAGE });
    const courseIds = found.rows.map(({ courseId }) => courseId);
    const openSessions = await this.queries.openSessions(actor, courseIds);
    return this.pages.send(request, reply, {
      view: 'demand/interests',
      title: t('demand.interests.title'),
      model: interestsPage(found, openSessions, page, request.locale, t),
      above: [{ href: '/enrolments', label: t('enrolment.own.title') }],
    });
  }

  @Post('courses/:id/interest')
  async record(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
  ) {
    await this.interests.record(actor, { courseId, professionalId: actor.professionalId! });
    return this.pages.redirect(reply, `/courses/${courseId}`, { kind: 'ok', key: 'demand.done.recorded' });
  }

  @Post('interests/:id/withdrawal')
  @Allow('professional', 'contact', 'coordinator')
  async withdraw(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) interestId: string,
  ) {
    const { courseId, professionalName: name } = await this.queries.get(actor, interestId);
    await this.interests.withdraw(actor, interestId);
    return actor.role === 'professional'
      ? this.pages.redirect(reply, '/interests', { kind: 'ok', key: 'demand.done.withdrawn' })
      : this.pages.redirect(reply, `/demand/courses/${courseId}`, {
          ...{ kind: 'ok', key: 'demand.done.otherWithdrawn' },
          params: { name },
        });
  }
}
