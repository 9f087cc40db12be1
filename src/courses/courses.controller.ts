import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { CourseQueries } from './course.queries.js';
import { COURSES_PER_PAGE, coursesPage, coursesQuery, type CoursesQuery } from './courses.pages.js';

@Controller('courses')
@Allow(...roles)
export class CoursesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CourseQueries) private readonly courses: CourseQueries,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: coursesQuery }) query: CoursesQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: COURSES_PER_PAGE };
    const found = await this.courses.courses(actor, query, slice);
    const seesPrices = actor.role === 'coordinator' || actor.role === 'finance';
    return this.pages.send(request, reply, {
      view: 'courses/list',
      title: t('courses.title'),
      model: coursesPage(found, query, { seesPrices, locale: request.locale }, t),
    });
  }
}
