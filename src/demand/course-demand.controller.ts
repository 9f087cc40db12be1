import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { courseDemandPage, interestForm } from './course-demand.pages.js';
import { CourseDemandQueries } from './course-demand.queries.js';
import { DemandQueries } from './demand.queries.js';
import { InterestService } from './interest.service.js';
import { interestsQuery, PER_PAGE } from './interests.pages.js';

const id = z.uuid();
/** What can be put right in the form: another address. */
const ABOUT_ADDRESS = ['professional-unknown', 'already-interested', 'interest-has-seat'] as const;
type AboutAddress = (typeof ABOUT_ADDRESS)[number];

/** Who asks for one course, and asking for a colleague. */
@Controller('demand/courses/:id')
@Allow('coordinator', 'contact')
export class CourseDemandController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CourseDemandQueries) private readonly queries: CourseDemandQueries,
    @Inject(DemandQueries) private readonly demand: DemandQueries,
    @Inject(InterestService) private readonly interests: InterestService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Query({ schema: interestsQuery }) { page }: z.output<typeof interestsQuery>,
  ) {
    return this.send(request, reply, actor, { courseId, page, form: { values: {}, issues: [] } });
  }

  @Post('interests')
  async record(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(interestForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.send(request, reply, actor, { courseId, page: 1, form: { values: form.values, issues } });
    }
    try {
      await this.interests.recordFor(actor, courseId, form.value.email);
    } catch (error) {
      const code = codeAboutAddress(error);
      if (!code) throw error;
      const issues = [{ path: 'email', message: t(`problem.${code}.title`) }];
      return this.send(request, reply, actor, { courseId, page: 1, form: { values: form.value, issues } });
    }
    return this.pages.redirect(reply, `/demand/courses/${courseId}`, {
      ...{ kind: 'ok', key: 'demand.done.otherRecorded' },
    });
  }

  private async send(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    { courseId, page, form }: { courseId: string; page: number; form: SentForm },
  ) {
    const t = this.pages.translate(request);
    const course = await this.queries.course(actor, courseId);
    const municipalities = await this.demand.ofCourse(actor, courseId);
    const people = await this.queries.people(actor, courseId, { page, pageSize: PER_PAGE });
    const reader = { role: actor.role, locale: request.locale };
    return this.pages.send(request, reply, {
      view: 'demand/course',
      title: t('demand.course.title', { course: course.title }),
      status: form.issues.length === 0 ? 200 : 400,
      model: courseDemandPage(course, { municipalities, people, page }, form, reader, t),
      above: [{ href: '/demand', label: t('demand.overview.title') }],
    });
  }
}

function codeAboutAddress(error: unknown): AboutAddress | undefined {
  return error instanceof DomainError ? ABOUT_ADDRESS.find((code) => code === error.code) : undefined;
}
