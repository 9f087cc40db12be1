import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { annexForm, settingsPage } from './annex.pages.js';
import { AnnexService } from './annex.service.js';
import { StatementQueries } from './statement.queries.js';

/** How the annex names the scheme and its indicators. */
@Controller('accountability/settings')
@Allow('finance')
export class AnnexController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(AnnexService) private readonly annexes: AnnexService,
  ) {}

  @Get()
  async ask(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const annex = await this.statements.lookAnnex(actor);
    return this.form(request, reply, { values: { ...annex }, issues: [] });
  }

  @Post()
  async change(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const form = readForm(annexForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, { ...form, issues });
    }
    await this.annexes.change(actor, form.value);
    const notice = { kind: 'ok', key: 'accountability.settings.saved' } as const;
    return this.pages.redirect(reply, '/accountability/settings', notice);
  }

  private form(request: WebRequest, reply: WebReply, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'accountability/settings',
      title: t('accountability.settings'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: settingsPage(sent, t),
      above: [{ href: '/accountability', label: t('accountability.nav') }],
    });
  }
}
