import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor, Role } from '../shared/actor.js';
import { NoticeChoiceService } from './notice-choice.service.js';
import { deliveryForm, noticesPage } from './notices.pages.js';
import { NoticesQueries } from './notices.queries.js';

/** How someone gets notices, and which. */
@Controller('notices')
@Allow('coordinator', 'contact', 'trainer', 'finance')
export class NoticesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(NoticesQueries) private readonly queries: NoticesQueries,
    @Inject(NoticeChoiceService) private readonly choice: NoticeChoiceService,
  ) {}

  @Get()
  own(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.page(request, reply, actor, []);
  }

  @Post()
  async choose(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const form = readForm(deliveryForm, body);
    if (!form.ok) {
      const message = this.pages.translate(request)('web.validation.choose');
      return this.page(request, reply, actor, [{ path: 'delivery', message }]);
    }
    await this.choice.choose(actor, form.value.delivery);
    return this.pages.redirect(reply, '/notices', { kind: 'ok', key: 'notices.delivery.saved' });
  }

  private async page(request: WebRequest, reply: WebReply, actor: Actor, issues: readonly FieldIssue[]) {
    const t = this.pages.translate(request);
    const { settings } = await this.queries.settings(actor);
    const delivery = await this.queries.delivery(actor);
    return this.pages.send(request, reply, {
      view: 'notices/own',
      title: t('notices.title'),
      status: issues.length === 0 ? 200 : 400,
      model: noticesPage(actor.role as Role, delivery, settings, issues, t),
    });
  }
}
