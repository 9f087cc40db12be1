import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { nothingWrong } from './plan-issues.js';
import { PlanningQueries } from './planning.queries.js';
import { ScheduleForm, type FormAgain } from './schedule-form.js';
import { SessionCopyQueries } from './session-copy.queries.js';
import { schedulePage, suggestedValues } from './session-plan.pages.js';
import { termsFacts } from './session-copy.pages.js';
import { chooseCoursePage, templateChoice, valuesLike } from './session-template.pages.js';
import { SessionScheduling } from './session-scheduling.service.js';

const newQuery = z.object({
  course: z.uuid().optional().catch(undefined),
  payer: z.uuid().optional().catch(undefined),
  /** The session whose plan fills the form in. */
  like: z.uuid().optional().catch(undefined),
});

@Controller('sessions')
@Allow('coordinator')
export class SessionPlanningController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(ScheduleForm) private readonly form: ScheduleForm,
    @Inject(SessionCopyQueries) private readonly copies: SessionCopyQueries,
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
      const { course, payer, like } = query;
      const choices = await this.form.choices(actor, course);
      const example = like === undefined ? null : await this.copies.templateFor(actor, like, course);
      const values = example ? valuesLike(example) : suggestedValues(choices, payer);
      const earlier = await this.planning.earlier(actor, course);
      const reader = { locale: request.locale, t: this.pages.translate(request) };
      const template = templateChoice(earlier, { courseId: course, like }, reader);
      return this.show(request, reply, { choices, values, wrong: nothingWrong, like: example }, template);
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
    const reader = { locale: request.locale, t: this.pages.translate(request) };
    const answer = await this.form.answer(actor, filledIn, reader, (plan) =>
      this.scheduling.schedule(actor, plan),
    );
    if (typeof answer !== 'string') return this.show(request, reply, answer);
    return this.pages.redirect(reply, `/sessions/${answer}`, { kind: 'ok', key: 'sessions.done.scheduled' });
  }

  private show(
    request: WebRequest,
    reply: WebReply,
    { choices, values, wrong, like }: FormAgain,
    template: ReturnType<typeof templateChoice> = null,
  ) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'sessions/schedule',
      title: t('sessions.form.title'),
      status: wrong.issues.length === 0 ? 200 : 400,
      model: {
        ...schedulePage(choices, values, wrong, t),
        template,
        takenOver: like && termsFacts(like, request.locale, t),
      },
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: '/sessions/new', label: t('sessions.choose.title') },
      ],
    });
  }
}
