import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages, type Page } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { courseFormPage } from './course-fields.pages.js';
import {
  changedMeanwhile,
  courseForm,
  detailsOfRow,
  fieldOfRefusal,
  newCourseForm,
  valuesOf,
} from './course-form.pages.js';
import { CourseQueries, type CourseRow } from './course.queries.js';
import { DECIDE_DAYS, differences, type CourseDetails } from './course.rules.js';
import { CourseService } from './course.service.js';
import { withdrawalPage } from './courses.pages.js';
import { ProviderQueries } from './provider.queries.js';

/** More providers than any region has. */
const ALL = { page: 1, pageSize: 1_000 };
const courseId = z.uuid();
/** What most trainings have, and the form of a new one begins with. */
const FIRST_VALUES = {
  audience: 'public',
  approval: 'none',
  requiredAttendancePercentage: 100,
  decideDays: DECIDE_DAYS,
};

interface Sent {
  readonly values: Record<string, unknown>;
  readonly issues: readonly FieldIssue[];
  readonly status?: number;
}

/** What a coordinator does with the catalogue. */
@Controller('courses')
@Allow('coordinator')
export class CourseEditingController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CourseQueries) private readonly queries: CourseQueries,
    @Inject(CourseService) private readonly courses: CourseService,
    @Inject(ProviderQueries) private readonly providers: ProviderQueries,
  ) {}

  @Get('new')
  askNew(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, actor, null, { values: FIRST_VALUES, issues: [] });
  }

  @Post()
  async add(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(newCourseForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, null, { ...form, issues: validationMessages(form.issues, t) });
    try {
      const id = await this.courses.add(actor, form.value);
      return this.pages.redirect(reply, `/courses/${id}`, { kind: 'ok', key: 'courses.done.added' });
    } catch (error) {
      const issues = this.issuesOf(request, error);
      return this.form(request, reply, actor, null, { values: valuesOf(form.value), issues });
    }
  }

  @Get(':id/edit')
  async askChange(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    const row = await this.queries.course(actor, id);
    const values = { ...valuesOf(detailsOfRow(row)), version: row.version };
    return this.form(request, reply, actor, row, { values, issues: [] });
  }

  @Post(':id')
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Body() body: unknown,
  ) {
    const row = await this.queries.course(actor, id);
    const t = this.pages.translate(request);
    const form = readForm(courseForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, row, { ...form, issues: validationMessages(form.issues, t) });
    const { version, details } = form.value;
    try {
      await this.courses.change(actor, id, version, details);
      return this.pages.redirect(reply, `/courses/${id}`, { kind: 'ok', key: 'courses.done.changed' });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile')
        return this.compare(request, reply, actor, id, details);
      const values = { ...valuesOf(details), version };
      return this.form(request, reply, actor, row, { values, issues: this.issuesOf(request, error) });
    }
  }

  @Get(':id/withdrawal')
  async askWithdraw(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    const row = await this.queries.course(actor, id);
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'courses/withdrawal',
      title: t('courses.withdrawal.title'),
      model: withdrawalPage(row, await this.queries.use(actor, id), t),
      above: this.above(request, row),
    });
  }

  @Post(':id/withdrawal')
  async withdraw(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    await this.courses.offer(actor, id, false);
    return this.pages.redirect(reply, `/courses/${id}`, { kind: 'ok', key: 'courses.done.withdrawn' });
  }

  @Post(':id/return')
  async bringBack(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    await this.courses.offer(actor, id, true);
    return this.pages.redirect(reply, `/courses/${id}`, { kind: 'ok', key: 'courses.done.returned' });
  }

  /** Someone else was first: shows what was filled in, and says what it differs in from what is there now. */
  private async compare(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    id: string,
    details: CourseDetails,
  ) {
    const row = await this.queries.course(actor, id);
    const names = differences(details, detailsOfRow(row));
    if (names.length === 0)
      return this.pages.redirect(reply, `/courses/${id}`, { kind: 'ok', key: 'courses.done.changed' });
    const values = { ...valuesOf(details), version: row.version };
    const issues = [changedMeanwhile(names, this.pages.translate(request))];
    return this.form(request, reply, actor, row, { values, issues, status: 409 });
  }

  private issuesOf(request: WebRequest, error: unknown): FieldIssue[] {
    const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
    if (!(error instanceof DomainError) || path === null) throw error;
    const t = this.pages.translate(request);
    return [{ path, message: t(`problem.${error.code}.advice`, error.params) }];
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    row: CourseRow | null,
    { values, issues, status = issues.length === 0 ? 200 : 400 }: Sent,
  ) {
    const t = this.pages.translate(request);
    const choices = {
      functions: await this.queries.functions(actor),
      providers: (await this.providers.providers(actor, null, ALL)).rows,
    };
    return this.pages.send(request, reply, {
      view: 'courses/form',
      title: row ? t('courses.form.changeTitle') : t('courses.form.newTitle'),
      status,
      model: {
        form: courseFormPage(choices, request.locale, { values, issues }, t),
        action: row ? `/courses/${row.id}` : '/courses',
        back: row ? `/courses/${row.id}` : '/courses',
      },
      above: this.above(request, row),
    });
  }

  private above(request: WebRequest, row: CourseRow | null): NonNullable<Page['above']> {
    const list = { href: '/courses', label: this.pages.translate(request)('courses.title') };
    return row ? [list, { href: `/courses/${row.id}`, label: row.title }] : [list];
  }
}
