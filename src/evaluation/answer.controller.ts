import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { answerForm, answerPage, evaluationToken } from './answer.pages.js';
import { AnsweringService } from './answering.service.js';

/** Where the links in mails lead: whoever has the link answers, and nobody sees who that was. */
@Controller('evaluation-answers')
@AllowEveryone()
export class EvaluationAnswersController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AnsweringService) private readonly answering: AnsweringService,
  ) {}

  @Get('thanks')
  thank(@Req() request: WebRequest, @Res() reply: WebReply) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      ...{ view: 'evaluation/answered', title: t('evaluation.answered.title'), model: {} },
    });
  }

  @Get(':token')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: evaluationToken }) token: string,
  ) {
    return this.page(request, reply, token, { values: {}, issues: [] });
  }

  @Post(':token')
  async answer(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: evaluationToken }) token: string,
    @Body() body: unknown,
  ) {
    const { questions } = await this.answering.show(token);
    const form = readForm(answerForm(questions), body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.page(request, reply, token, { values: form.values, issues });
    }
    await this.answering.answer(token, form.value);
    return this.pages.redirect(reply, '/evaluation-answers/thanks');
  }

  private async page(request: WebRequest, reply: WebReply, token: string, sent: SentForm) {
    const evaluation = await this.answering.show(token);
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'evaluation/answer',
      title: t(`evaluation.answer.title.${evaluation.moment}`),
      status: sent.issues.length === 0 ? 200 : 400,
      model: answerPage(evaluation, token, sent, request.locale, t),
    });
  }
}
