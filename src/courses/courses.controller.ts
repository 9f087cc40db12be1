import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { CourseQueries } from './course.queries.js';
import {
  coursePage,
  COURSES_PER_PAGE,
  coursesPage,
  coursesQuery,
  type CoursesQuery,
} from './courses.pages.js';

/** The catalogue, as everyone in the region can look at it. */
@Controller('courses')
@Allow(...roles)
export class CoursesController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
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
    const filter = { ...query, onlyActive: actor.role !== 'coordinator' };
    const found = await this.courses.courses(actor, filter, slice);
    return this.pages.send(request, reply, {
      view: 'courses/list',
      title: t('courses.title'),
      model: coursesPage(found, query, { role: actor.role, locale: request.locale }, t),
    });
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ) {
    const t = this.pages.translate(request);
    const row = await this.courses.course(actor, id);
    const standing =
      actor.role === 'professional' ? await this.courses.standing(actor, id, this.clock.now()) : null;
    return this.pages.send(request, reply, {
      view: 'courses/course',
      title: row.title,
      model: coursePage(row, standing, { role: actor.role, locale: request.locale }, t),
      above: [{ href: '/courses', label: t('courses.title') }],
    });
  }
}
