import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { moments, type Moment } from './question.rules.js';
import {
  formValues,
  questionnaireForm,
  questionnaireFormPage,
  questionnaireStep,
} from './questionnaire-form.pages.js';
import { QuestionnaireQueries, type CourseQuestionnaires } from './questionnaire.queries.js';
import { QuestionnaireService } from './questionnaire.service.js';
import { questionnairesPage } from './questionnaires.pages.js';

const courseId = z.uuid();
const moment = z.enum(moments);

/** What participants of a course are asked, and when. */
@Controller('courses/:id/questionnaires')
@Allow('coordinator')
export class QuestionnairesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QuestionnaireQueries) private readonly queries: QuestionnaireQueries,
    @Inject(QuestionnaireService) private readonly questionnaires: QuestionnaireService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    const found = await this.queries.ofCourse(actor, id);
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'evaluation/questionnaires',
      title: t('evaluation.questionnaires.title'),
      model: questionnairesPage(found, request.locale, t),
      above: this.above(request, found),
    });
  }

  @Post()
  async takeStandard(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
  ) {
    await this.questionnaires.takeStandard(actor, id);
    return this.pages.redirect(reply, `/courses/${id}/questionnaires`, {
      ...{ kind: 'ok', key: 'evaluation.done.standard' },
    });
  }

  @Get(':moment')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('moment', { schema: moment }) when: Moment,
  ) {
    const found = await this.queries.ofCourse(actor, id);
    const row = found.questionnaires.find((each) => each.moment === when) ?? null;
    return this.form(request, reply, found, when, { values: formValues(row), issues: [] });
  }

  @Post(':moment')
  async save(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: courseId }) id: string,
    @Param('moment', { schema: moment }) when: Moment,
    @Body() body: unknown,
  ) {
    const found = await this.queries.ofCourse(actor, id);
    const t = this.pages.translate(request);
    const step = readForm(questionnaireStep, body);
    if (step.ok && step.value.then === 'add')
      return this.form(request, reply, found, when, { values: step.value, issues: [] });
    const form = readForm(questionnaireForm(when), body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, found, when, { values: form.values, issues });
    }
    try {
      await this.questionnaires.save(actor, id, when, form.value.version, form.value.plan);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'changed-meanwhile') throw error;
      const issues = [{ path: '', message: t('problem.changed-meanwhile.advice') }];
      const sent = step.ok ? step.value : {};
      return this.form(request, reply, found, when, { values: sent, issues }, 409);
    }
    return this.pages.redirect(reply, `/courses/${id}/questionnaires`, {
      ...{ kind: 'ok', key: 'evaluation.done.saved' },
    });
  }

  private form(
    request: WebRequest,
    reply: WebReply,
    found: CourseQuestionnaires,
    when: Moment,
    sent: SentForm,
    status = sent.issues.length === 0 ? 200 : 400,
  ) {
    const t = this.pages.translate(request);
    const here = {
      href: `/courses/${found.courseId}/questionnaires`,
      label: t('evaluation.questionnaires.title'),
    };
    return this.pages.send(request, reply, {
      view: 'evaluation/questionnaire-form',
      title: t(`evaluation.form.title.${when}`),
      status,
      model: questionnaireFormPage(found, when, sent, t),
      above: [...this.above(request, found), here],
    });
  }

  private above(request: WebRequest, { courseId: id, course }: CourseQuestionnaires) {
    const t = this.pages.translate(request);
    return [
      { href: '/courses', label: t('courses.title') },
      { href: `/courses/${id}`, label: course },
    ];
  }
}
