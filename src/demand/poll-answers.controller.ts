import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import {
  answeredValues,
  answerForm,
  pollAnsweredPage,
  pollAnswerPage,
  pollToken,
} from './poll-answer.pages.js';
import { PollAnswerService } from './poll-answer.service.js';
import type { OpenPoll } from './poll-answer.queries.js';

/** Where the links in letters of a poll lead: whoever has the link answers for the organisation. */
@Controller('poll-answers/:token')
@AllowEveryone()
export class PollAnswersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PollAnswerService) private readonly answers: PollAnswerService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: pollToken }) token: string,
  ) {
    const poll = await this.answers.show(token);
    return this.form(request, reply, poll, token, { values: answeredValues(poll.numbers), issues: [] });
  }

  @Post()
  async answer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: pollToken }) token: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const poll = await this.answers.show(token);
    const form = readForm(answerForm(poll.questions), body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, t);
      return this.form(request, reply, poll, token, { values: form.values, issues });
    }
    await this.answers.answer(token, form.value);
    return this.pages.redirect(reply, `/poll-answers/${token}/answered`);
  }

  @Get('answered')
  async thanks(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: pollToken }) token: string,
  ) {
    const t = this.pages.translate(request);
    const poll = await this.answers.show(token);
    return this.pages.send(request, reply, {
      view: 'demand/poll-answered',
      title: t('demand.poll.answer.doneTitle'),
      model: pollAnsweredPage(poll, token, request.locale, t),
    });
  }

  private form(request: WebRequest, reply: WebReply, poll: OpenPoll, token: string, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'demand/poll-answer',
      title: poll.title,
      status: sent.issues.length === 0 ? 200 : 400,
      model: pollAnswerPage(poll, { by: 'organisation', token }, sent, request.locale, t),
    });
  }
}
