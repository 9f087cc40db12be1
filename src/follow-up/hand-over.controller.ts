import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { handOverForm, handOverPage } from './hand-over.pages.js';
import { HandOverService, type Successor, type WhoseInvitation } from './hand-over.service.js';

const id = z.uuid();

/** Saying of someone that they left, and who comes instead. */
@Controller('follow-up/:id/people/:professionalId/hand-over')
@Allow('coordinator', 'contact')
export class HandOverController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(HandOverService) private readonly handOvers: HandOverService,
  ) {}

  @Get()
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) campaignId: string,
    @Param('professionalId', { schema: id }) professionalId: string,
  ) {
    return this.form(request, reply, actor, { campaignId, professionalId }, { values: {}, issues: [] });
  }

  @Post()
  async handOver(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) campaignId: string,
    @Param('professionalId', { schema: id }) professionalId: string,
    @Body() body: unknown,
  ) {
    const whose = { campaignId, professionalId };
    const t = this.pages.translate(request);
    const form = readForm(handOverForm, body);
    const again = (values: Record<string, unknown>, issues: SentForm['issues']) =>
      this.form(request, reply, actor, whose, { values, issues });
    if (!form.ok) return again(form.values, validationMessages(form.issues, t));
    try {
      const became = await this.handOvers.handOver(actor, whose, form.value);
      return this.pages.redirect(reply, `/follow-up/${campaignId}/people`, {
        kind: 'ok',
        key: `follow-up.handOver.done.${became}`,
      });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return again(valuesOf(form.value), validationMessages(error.issues, t));
    }
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    whose: WhoseInvitation,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const invitation = await this.handOvers.show(actor, whose);
    return this.pages.send(request, reply, {
      view: 'follow-up/hand-over',
      title: t('follow-up.handOver.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: handOverPage(invitation, sent, t),
      above: [
        { href: '/follow-up', label: t('follow-up.list.title') },
        { href: `/follow-up/${whose.campaignId}`, label: invitation.title },
        { href: `/follow-up/${whose.campaignId}/people`, label: t('follow-up.people.title') },
      ],
    });
  }
}

const valuesOf = (successor: Successor | null) => ({
  ...{ successorEmail: successor?.email, successorName: successor?.name },
});
