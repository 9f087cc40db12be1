import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { confirmationForm, confirmationPage } from './confirmation.pages.js';
import { ConfirmationQueries } from './confirmation.queries.js';
import { ConfirmationService } from './confirmation.service.js';
import type { ExtraCost } from './extra-cost.rules.js';
import { valuesOfExtraCosts } from './extra-costs.pages.js';

@Controller('sessions/:id/confirmation')
@Allow('coordinator')
export class ConfirmationController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ConfirmationQueries) private readonly queries: ConfirmationQueries,
    @Inject(ConfirmationService) private readonly confirmations: ConfirmationService,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
  ) {
    return this.page(request, reply, actor, { sessionId, sent: { values: {}, issues: [] } });
  }

  @Post()
  async confirm(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) sessionId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(confirmationForm, body);
    if (!form.ok) {
      const sent = { ...form, issues: validationMessages(form.issues, t) };
      return this.page(request, reply, actor, { sessionId, sent, status: 400 });
    }
    const { then, extraCosts } = form.value;
    const asked = { sessionId, extraCosts, sent: { values: valuesOfExtraCosts(extraCosts), issues: [] } };
    if (then === 'count') return this.page(request, reply, actor, asked);
    try {
      await this.confirmations.confirm(actor, sessionId, extraCosts);
    } catch (error) {
      if (extraCosts.length === 0 || !isTooMuch(error)) throw error;
      return this.page(request, reply, actor, { ...asked, status: 409 });
    }
    return this.pages.redirect(reply, `/sessions/${sessionId}`, {
      kind: 'ok',
      key: 'grants.confirmation.done',
    });
  }

  private async page(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    { sessionId, extraCosts = [], sent, status = 200 }: Asked,
  ) {
    const t = this.pages.translate(request);
    const confirmation = await this.queries.look(actor, sessionId, extraCosts);
    return this.pages.send(request, reply, {
      view: 'grants/confirmation',
      title: t('grants.confirmation.title'),
      status,
      model: confirmationPage(confirmation, sent, request.locale, t),
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: `/sessions/${sessionId}`, label: confirmation.courseTitle },
      ],
    });
  }
}

/** The page of a session with these extra costs, and the form as it was sent. */
interface Asked {
  readonly sessionId: string;
  readonly extraCosts?: readonly ExtraCost[];
  readonly sent: SentForm;
  readonly status?: number;
}

/** Whether lower extra costs may help. */
function isTooMuch(error: unknown): boolean {
  return error instanceof DomainError && ['budget-short', 'share-over-budget'].includes(error.code);
}
