import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { settingsForm, settingsPage } from './notice-settings.pages.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { NoticesQueries } from './notices.queries.js';

/** What a region's coordinators say about notices. */
@Controller('notice-settings')
@Allow('coordinator')
export class NoticeSettingsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(NoticesQueries) private readonly queries: NoticesQueries,
    @Inject(NoticeSettingsService) private readonly service: NoticeSettingsService,
  ) {}

  @Get()
  async ask(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.form(request, reply, { values: { ...(await this.queries.settings(actor)) }, issues: [] });
  }

  @Post()
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const form = readForm(settingsForm, body);
    if (!form.ok) {
      const t = this.pages.translate(request);
      return this.form(request, reply, { ...form, issues: validationMessages(form.issues, t) });
    }
    await this.service.change(actor, form.value.version, form.value.settings);
    return this.pages.redirect(reply, '/notice-settings', { kind: 'ok', key: 'notices.settings.saved' });
  }

  private form(request: WebRequest, reply: WebReply, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'notices/settings',
      title: t('notices.settings.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: settingsPage(sent, t),
      above: [{ href: '/notices', label: t('notices.title') }],
    });
  }
}
