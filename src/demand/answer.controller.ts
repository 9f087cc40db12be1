import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { nothingWrong } from '../sessions/plan-issues.js';
import { ScheduleForm, type FormAgain } from '../sessions/schedule-form.js';
import type { Actor } from '../shared/actor.js';
import { answerPage, proposedValues, type Answerable } from './answer.pages.js';
import { DemandAnswerService } from './demand-answer.service.js';
import { DemandQueries } from './demand.queries.js';
import { InvitationQueries } from './invitation.queries.js';

const id = z.uuid();
/** Which button was pressed; a free slot's button opens nothing, so that it can be looked at first. */
const pressed = z.looseObject({ then: z.literal('open').optional().catch(undefined) }).catch({});

/** The session that answers the demand for a course. */
@Controller()
@Allow('coordinator')
export class AnswerController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ScheduleForm) private readonly form: ScheduleForm,
    @Inject(DemandQueries) private readonly demand: DemandQueries,
    @Inject(InvitationQueries) private readonly invitations: InvitationQueries,
    @Inject(DemandAnswerService) private readonly answers: DemandAnswerService,
  ) {}

  @Get('demand/courses/:id/session')
  async propose(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
  ) {
    const choices = await this.form.choices(actor, courseId);
    const asked = await this.asked(actor, courseId);
    const values = proposedValues(choices, asked);
    return this.show(request, reply, { choices, values, wrong: nothingWrong, like: null }, asked);
  }

  @Post('demand/courses/:id/session')
  async schedule(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) courseId: string,
    @Body() filledIn: unknown,
  ) {
    const opens = pressed.parse(filledIn).then === 'open';
    const reader = { locale: request.locale, t: this.pages.translate(request) };
    const sent = { ...(filledIn as object), courseId };
    const answer = await this.form.answer(actor, sent, reader, (plan) =>
      this.answers.schedule(actor, plan, opens),
    );
    if (typeof answer !== 'string')
      return this.show(request, reply, answer, await this.asked(actor, courseId));
    return this.pages.redirect(reply, `/sessions/${answer}`, {
      ...{ kind: 'ok', key: opens ? 'demand.answer.doneOpened' : 'demand.answer.doneScheduled' },
    });
  }

  /** Lets a draft that was planned in another way answer the demand. */
  @Post('sessions/:id/demand-answer')
  async answerWith(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    await this.answers.answerWith(actor, sessionId);
    return this.pages.redirect(reply, `/sessions/${sessionId}`);
  }

  private async asked(actor: Actor, courseId: string): Promise<Answerable> {
    return {
      municipalities: await this.demand.ofCourse(actor, courseId),
      invitees: await this.invitations.invitees(actor, courseId),
    };
  }

  private show(request: WebRequest, reply: WebReply, form: FormAgain, asked: Answerable) {
    const t = this.pages.translate(request);
    const { id: courseId, title: course } = form.choices.course;
    return this.pages.send(request, reply, {
      view: 'demand/answer',
      title: t('demand.answer.title', { course }),
      status: form.wrong.issues.length === 0 ? 200 : 400,
      model: answerPage(form, asked, t),
      above: [
        { href: '/demand', label: t('demand.overview.title') },
        { href: `/demand/courses/${courseId}`, label: t('demand.course.title', { course }) },
      ],
    });
  }
}
