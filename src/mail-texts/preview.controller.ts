import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { MAIL_ONLY } from '../platform/mail/mail-frame.js';
import { readForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { WordingQueries } from '../wording/wording.queries.js';
import { textsOf, type Texts } from '../wording/wording.rules.js';
import { mailTextForm, mailTextId, type MailTextId } from './mail-text-fields.pages.js';
import { refusedPreview } from './mail-texts.pages.js';
import { PreviewService } from './preview.service.js';

const partForm = z.object({ part: z.enum(['html', 'text']).catch('html') });

/** A mail with other words, for the frame on its page: the form sends itself there, so that nothing typed is lost. */
@Controller('mail-texts')
@Allow('coordinator', 'contact')
export class PreviewController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(WordingQueries) private readonly queries: WordingQueries,
    @Inject(PreviewService) private readonly previews: PreviewService,
  ) {}

  @Get(':id/preview')
  async now(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
  ) {
    const { own, otherwise } = await this.queries.standing(actor, mail);
    return this.send(reply, actor, mail, textsOf(own, otherwise), 'html');
  }

  @Post(':id/preview')
  async typed(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: mailTextId }) mail: MailTextId,
    @Body() body: unknown,
  ) {
    const { otherwise } = await this.queries.standing(actor, mail);
    const form = readForm(mailTextForm(mail.kind, otherwise), body);
    if (!form.ok) {
      const t = this.pages.translate(request);
      return this.pages.send(request, forFrame(reply), {
        view: 'mail-texts/refused-preview',
        title: t('mail-texts.preview.refused'),
        status: 400,
        model: refusedPreview(validationMessages(form.issues, t), t),
      });
    }
    const { version: _version, ...texts } = form.value;
    return this.send(reply, actor, mail, texts, partForm.parse(body).part);
  }

  private async send(reply: WebReply, actor: Actor, mail: MailTextId, texts: Texts, part: 'html' | 'text') {
    const { subject, html, text } = await this.previews.preview(actor, mail, texts);
    const [type, body] = part === 'text' ? ['text/plain', `${subject}\n\n${text}`] : ['text/html', html];
    return forFrame(reply).type(`${type}; charset=utf-8`).header('cache-control', 'no-store').send(body);
  }
}

const forFrame = (reply: WebReply) => reply.header('content-security-policy', MAIL_ONLY);
