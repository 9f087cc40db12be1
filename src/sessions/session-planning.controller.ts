import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { withSlot } from './free-slot.pages.js';
import { fieldOfClash, nothingWrong, planIssues, type PlanIssues } from './plan-issues.js';
import { PlanningQueries } from './planning.queries.js';
import {
  chooseCoursePage,
  planOf,
  schedulePage,
  sessionForm,
  suggestedValues,
  withOneMorePart,
  type PlanChoices,
} from './session-plan.pages.js';
import { SessionScheduling } from './session-scheduling.service.js';

const newQuery = z.object({
  course: z.uuid().optional().catch(undefined),
  payer: z.uuid().optional().catch(undefined),
});
/** What the form sent, whatever it is, and which button was pressed. */
const sentForm = z.looseObject({
  courseId: z.uuid(),
  then: z.enum(['schedule', 'add-part']).catch('schedule'),
});

@Controller('sessions')
@Allow('coordinator')
export class SessionPlanningController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionScheduling) private readonly scheduling: SessionScheduling,
  ) {}

  @Get('new')
  async choose(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: newQuery }) query: z.infer<typeof newQuery>,
  ) {
    if (query.course !== undefined) {
      const choices = await this.choices(actor, query.course);
      return this.form(request, reply, choices, suggestedValues(choices, query.payer), nothingWrong);
    }
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'sessions/choose-course',
      title: t('sessions.choose.title'),
      model: chooseCoursePage(await this.planning.courses(actor), t),
      above: [{ href: '/sessions', label: t('sessions.list.title') }],
    });
  }

  @Post('new')
  async schedule(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() filledIn: unknown,
  ) {
    const body = withSlot(filledIn);
    const sent = readForm(sentForm, body);
    if (!sent.ok) throw new InvalidInput(sent.issues);
    const choices = await this.choices(actor, sent.value.courseId);
    if (sent.value.then === 'add-part')
      return this.form(request, reply, choices, withOneMorePart(sent.value), nothingWrong);
    const t = this.pages.translate(request);
    const form = readForm(sessionForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, choices, sent.value, { issues, slots: [] });
    }
    try {
      const plan = planOf(form.value, choices.course, localDateOf(this.clock.now()));
      const id = await this.scheduling.schedule(actor, plan);
      return this.pages.redirect(reply, `/sessions/${id}`, { kind: 'ok', key: 'sessions.done.scheduled' });
    } catch (error) {
      const wrong = planIssues(
        error,
        request.locale,
        t,
        (clash) => `parts.${clash.part}.${fieldOfClash(clash)}`,
      );
      return this.form(request, reply, choices, sent.value, wrong);
    }
  }

  private form(
    request: WebRequest,
    reply: WebReply,
    choices: PlanChoices,
    values: Record<string, unknown>,
    wrong: PlanIssues,
  ) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'sessions/schedule',
      title: t('sessions.form.title'),
      status: wrong.issues.length === 0 ? 200 : 400,
      model: schedulePage(choices, values, wrong, t),
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: '/sessions/new', label: t('sessions.choose.title') },
      ],
    });
  }

  private async choices(actor: Actor, courseId: string): Promise<PlanChoices> {
    const course = await this.planning.course(actor, courseId);
    if (!course) throw new DomainError('not-found');
    const thisYear = Number(localDateOf(this.clock.now()).slice(0, 4));
    return {
      course,
      payers: await this.planning.payers(actor, courseId, thisYear),
      rooms: await this.planning.rooms(actor),
      trainers: await this.planning.trainers(actor),
    };
  }
}
