import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { ifMatch, sendVersion } from '../platform/web/etag.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { roles, type Actor } from '../shared/actor.js';
import { courseAnswer, courseInput, courseOf, courseLevel } from './course-document.pages.js';
import { CourseQueries } from './course.queries.js';
import { CourseService } from './course.service.js';

const coursesApiQuery = apiListQuery.extend({
  level: courseLevel.optional(),
  active: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Met true alleen trainingen die nog gegeven worden; anders allemaal.'),
});
const courseId = z.uuid();

@Controller('api/v1/courses')
@Allow(...roles)
export class CoursesApi {
  constructor(
    @Inject(CourseQueries) private readonly queries: CourseQueries,
    @Inject(CourseService) private readonly service: CourseService,
  ) {}

  @Get()
  @Operation({ summary: 'Toont de trainingen van de regio', answer: listAnswer(courseAnswer) })
  async courses(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: coursesApiQuery }) query: z.output<typeof coursesApiQuery>,
  ) {
    const filter = { ...query, onlyActive: query.active === 'true' };
    const { rows, total } = await this.queries.courses(actor, filter, query);
    return apiList(request, rows.map(courseOf), { ...query, total });
  }

  @Get(':id')
  @Operation({ summary: 'Toont één training', answer: courseAnswer, versioned: true })
  async course(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    const row = await this.queries.course(actor, id);
    sendVersion(reply, row.version);
    return courseOf(row);
  }

  @Post()
  @Allow('coordinator')
  @Operation({
    summary: 'Voegt een training toe',
    answer: courseAnswer,
    versioned: true,
    status: 201,
  })
  async add(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body({ schema: courseInput }) input: z.output<typeof courseInput>,
  ) {
    return this.course(reply, actor, await this.service.add(actor, input));
  }

  @Put(':id')
  @Allow('coordinator')
  @Operation({
    summary: 'Wijzigt een training; wat u weglaat, wordt leeg',
    answer: courseAnswer,
    versioned: true,
  })
  async change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Body({ schema: courseInput }) input: z.output<typeof courseInput>,
  ) {
    await this.queries.course(actor, id);
    await ifMatch(request, (version) => this.service.change(actor, id, version, input));
    return this.course(reply, actor, id);
  }

  @Post(':id/withdrawal')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Stopt met een training: er worden geen uitvoeringen meer gepland, wat gepland is gaat door',
    answer: courseAnswer,
    versioned: true,
  })
  async withdraw(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    await this.service.offer(actor, id, false);
    return this.course(reply, actor, id);
  }

  @Post(':id/return')
  @Allow('coordinator')
  @HttpCode(200)
  @Operation({
    summary: 'Geeft een training weer waarmee gestopt was',
    answer: courseAnswer,
    versioned: true,
  })
  async bringBack(
    @Res({ passthrough: true }) reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    await this.service.offer(actor, id, true);
    return this.course(reply, actor, id);
  }
}
