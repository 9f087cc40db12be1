import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { answerForm, answerPage, answerToken } from './answer.pages.js';
import { AnswerService, type Answerable } from './answer.service.js';
import { refusals, type Refusal } from './follow-up.rules.js';

/** Where the links in invitations lead: whoever has the link answers for the one it was mailed to. */
@Controller('follow-up-answers/:token')
@AllowEveryone()
export class FollowUpAnswersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AnswerService) private readonly answers: AnswerService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: answerToken }) token: string,
  ) {
    return this.page(request, reply, await this.answers.show(token), token, { values: {}, issues: [] });
  }

  /** Mail programs open links by themselves, so only a button answers. */
  @Post()
  async answer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: answerToken }) token: string,
    @Body() body: unknown,
  ) {
    const form = readForm(answerForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.page(request, reply, await this.answers.show(token), token, {
        values: form.values,
        issues,
      });
    }
    const { answer } = form.value;
    if (isRefusal(answer)) await this.answers.refuse(token, answer);
    else await this.answers.choose(token, answer);
    return this.pages.redirect(reply, `/follow-up-answers/${token}`);
  }

  private page(request: WebRequest, reply: WebReply, invitation: Answerable, token: string, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'follow-up/answer',
      title: t('follow-up.answer.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: answerPage(invitation, token, sent, request.locale, t),
    });
  }
}

const isRefusal = (answer: string): answer is Refusal => (refusals as readonly string[]).includes(answer);
