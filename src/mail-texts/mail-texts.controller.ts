import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { WordingQueries } from '../wording/wording.queries.js';
import { WordingService } from '../wording/wording.service.js';
import { mailTextForm, mailTextId, type MailTextId } from './mail-text-fields.pages.js';
import { mailTextPage, mailTextsPage, type Told } from './mail-texts.pages.js';
import { PreviewService } from './preview.service.js';

/** The words of mail, for who may change them: a coordinator for the region, a contact for the own municipality. */
@Controller('mail-texts')
@Allow('coordinator', 'contact')
export class MailTextsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(WordingQueries) private readonly queries: WordingQueries,
    @Inject(WordingService) private readonly wording: WordingService,
    @Inject(PreviewService) private readonly previews: PreviewService,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'mail-texts/list',
      title: t('mail-texts.title'),
      model: mailTextsPage(await this.queries.written(actor), actor.role === 'contact', t),
    });
  }

  @Get(':id')
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
  ) {
    return this.form(request, reply, actor, mail, null, null);
  }

  @Post(':id')
  async save(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
    @Body() body: unknown,
  ) {
    const form = await this.read(actor, mail, body);
    if (!form.ok) return this.refuse(request, reply, actor, mail, form);
    const { version, ...texts } = form.value;
    try {
      await this.wording.write(actor, mail, version, texts);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'changed-meanwhile') throw error;
      const sent = { values: form.value, issues: [] };
      return this.form(request, reply, actor, mail, sent, 'changed-meanwhile');
    }
    const params = { mail: this.nameOf(request, mail) };
    return this.pages.redirect(reply, '/mail-texts', {
      ...{ kind: 'ok', key: 'mail-texts.done', params },
    });
  }

  /** The mail goes to who asks; the page comes back with what was typed, which is saved by a button of its own. */
  @Post(':id/test-mail')
  async test(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
    @Body() body: unknown,
  ) {
    const form = await this.read(actor, mail, body);
    if (!form.ok) return this.refuse(request, reply, actor, mail, form);
    const { version: _version, ...texts } = form.value;
    await this.previews.sendTest(actor, mail, texts);
    return this.form(request, reply, actor, mail, { values: form.value, issues: [] }, 'test-sent');
  }

  private async read(actor: Actor, { kind, locale }: MailTextId, body: unknown) {
    const { otherwise } = await this.queries.standing(actor, { kind, locale });
    return readForm(mailTextForm(kind, otherwise), body);
  }

  private refuse(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    mail: MailTextId,
    { values, issues }: { values: SentForm['values']; issues: readonly z.core.$ZodIssue[] },
  ) {
    const faults = validationMessages(issues, this.pages.translate(request));
    return this.form(request, reply, actor, mail, { values, issues: faults }, null);
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    mail: MailTextId,
    sent: SentForm | null,
    told: Told,
  ) {
    const t = this.pages.translate(request);
    const standing = await this.queries.standing(actor, mail);
    return this.pages.send(request, reply, {
      view: 'mail-texts/form',
      title: this.nameOf(request, mail),
      status: told === 'changed-meanwhile' ? 409 : sent && sent.issues.length > 0 ? 400 : 200,
      model: mailTextPage(mail, standing, sent, told, t),
      above: [{ href: '/mail-texts', label: t('mail-texts.title') }],
    });
  }

  private nameOf(request: WebRequest, { kind, locale }: MailTextId): string {
    const t = this.pages.translate(request);
    return t('mail-texts.named', {
      mail: t(`mail-texts.kind.${kind}`),
      language: t(`mail-texts.in.${locale}`),
    });
  }
}
