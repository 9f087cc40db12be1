import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { AllowEveryone } from '../access/allow.decorator.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { decidedText, decisionForm, decisionPage, decisionToken } from './decision.pages.js';
import { DecisionService } from './decision.service.js';

/** Where links in mails lead: whoever has the link decides, once. */
@Controller('decisions/:token')
@AllowEveryone()
export class DecisionController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DecisionService) private readonly decisions: DecisionService,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: decisionToken }) token: string,
  ) {
    const decision = await this.decisions.show(token);
    const model = decisionPage(decision, token, request.locale, this.pages.translate(request));
    return this.pages.send(request, reply, { view: 'enrolment/decision', title: model.title, model });
  }

  /** Mail programs open links by themselves, so only a button decides. */
  @Post()
  async decide(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: decisionToken }) token: string,
    @Body({ schema: decisionForm }) { answer }: z.output<typeof decisionForm>,
  ) {
    const t = this.pages.translate(request);
    const decision = await this.decisions.show(token);
    await this.decisions.decide(token, answer === 'yes');
    return this.pages.send(request, reply, {
      view: 'enrolment/decided',
      title: t('enrolment.decision.doneTitle'),
      model: { text: decidedText(decision, answer === 'yes', t) },
    });
  }
}
