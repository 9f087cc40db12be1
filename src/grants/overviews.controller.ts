import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { AllotmentQueries } from './allotment.queries.js';
import { allotmentsPage, allotmentsQuery } from './allotments.pages.js';
import { budgetPage, budgetQuery } from './budget.pages.js';
import { yearToShow } from './budget.rules.js';
import { GrantQueries } from './grant.queries.js';
import { StandingQueries } from './standing.queries.js';

/** What a grant year gives to whom: the trainings and the money. */
@Controller()
export class OverviewsController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AllotmentQueries) private readonly allotments: AllotmentQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
  ) {}

  @Get('allotments')
  @Allow('coordinator', 'contact')
  async showAllotments(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: allotmentsQuery }) query: z.infer<typeof allotmentsQuery>,
  ) {
    const t = this.pages.translate(request);
    const { current, ...years } = await this.yearsFor(actor, query.year);
    const shown = { ...years, municipality: query.municipality, isOver: years.year < current };
    const rows = await this.allotments.ofYear(actor, shown.year);
    return this.pages.send(request, reply, {
      view: 'grants/allotments',
      title: t('grants.allotments.title', { year: shown.year }),
      model: allotmentsPage(rows, shown, actor.role, t),
    });
  }

  @Get('budget')
  @Allow('coordinator', 'finance', 'contact')
  async showBudget(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: budgetQuery }) query: z.infer<typeof budgetQuery>,
  ) {
    const t = this.pages.translate(request);
    const shown = { ...(await this.yearsFor(actor, query.year)), municipality: query.municipality };
    const rows = await this.standings.ofYear(actor, shown.year);
    const grants = await this.grants.list(actor, shown.year);
    return this.pages.send(request, reply, {
      view: 'grants/budget',
      title: t('grants.budget.title', { year: shown.year }),
      model: budgetPage({ rows, grants }, shown, actor.role, t),
    });
  }

  private async yearsFor(actor: Actor, asked: number | undefined) {
    const years = await this.standings.years(actor);
    const current = Number(localDateOf(this.clock.now()).slice(0, 4));
    return { years, current, year: yearToShow(years, asked, current) };
  }
}
