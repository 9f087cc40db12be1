import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { answeredValues, answerForm, pollAnswerPage } from './poll-answer.pages.js';
import type { OpenPoll } from './poll-answer.queries.js';
import { PollAnswerService } from './poll-answer.service.js';

const id = z.uuid();

/** Where a coordinator fills in what an organisation told: the form that the organisation gets by link. */
@Controller('needs-polls/:id/organisations/:organisationId/answer')
@Allow('coordinator')
export class OrganisationAnswersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PollAnswerService) private readonly answers: PollAnswerService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pollId: string,
    @Param('organisationId', { schema: id }) organisationId: string,
  ) {
    const poll = await this.answers.showFor(actor, { pollId, organisationId });
    return this.form(request, reply, poll, { values: answeredValues(poll.numbers), issues: [] });
  }

  @Post()
  async answer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pollId: string,
    @Param('organisationId', { schema: id }) organisationId: string,
    @Body() body: unknown,
  ) {
    const poll = await this.answers.showFor(actor, { pollId, organisationId });
    const form = readForm(answerForm(poll.questions), body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, poll, { values: form.values, issues });
    }
    const { organisation } = await this.answers.answerFor(actor, poll, form.value);
    return this.pages.redirect(reply, `/needs-polls/${pollId}`, {
      ...{ kind: 'ok', key: 'demand.poll.answer.keptFor', params: { organisation } },
    });
  }

  private form(request: WebRequest, reply: WebReply, poll: OpenPoll, sent: SentForm) {
    const t = this.pages.translate(request);
    const title = t('demand.poll.answer.forTitle', { organisation: poll.organisation });
    return this.pages.send(request, reply, {
      view: 'demand/poll-answer',
      title,
      status: sent.issues.length === 0 ? 200 : 400,
      model: pollAnswerPage(poll, { by: 'coordinator' }, sent, request.locale, t),
      above: [
        { href: '/demand', label: t('demand.overview.title') },
        { href: '/needs-polls', label: t('demand.polls.title') },
        { href: `/needs-polls/${poll.pollId}`, label: poll.title },
      ],
    });
  }
}
