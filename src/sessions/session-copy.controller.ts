import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { planIssues } from './plan-issues.js';
import { copyForm, copyPage } from './session-copy.pages.js';
import { SessionCopyQueries } from './session-copy.queries.js';
import { SessionCopyService } from './session-copy.service.js';

const sessionId = z.uuid();

/** The same session once more, on other days. */
@Controller('sessions/:id/copy')
@Allow('coordinator')
export class SessionCopyController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SessionCopyQueries) private readonly queries: SessionCopyQueries,
    @Inject(SessionCopyService) private readonly copies: SessionCopyService,
  ) {}

  @Get()
  ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
  ) {
    return this.form(request, reply, actor, id, { values: {}, issues: [] });
  }

  @Post()
  async copy(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(copyForm, body);
    if (!form.ok)
      return this.form(request, reply, actor, id, { ...form, issues: validationMessages(form.issues, t) });
    try {
      const [copyId] = await this.copies.copyTo(actor, id, [form.value.firstDate]);
      return this.pages.redirect(reply, `/sessions/${copyId}`, { kind: 'ok', key: 'series.copy.done' });
    } catch (error) {
      const { issues } = planIssues(error, request.locale, t, ({ part }) => `parts.${part}`);
      return this.form(request, reply, actor, id, { values: form.value, issues });
    }
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, id: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const template = await this.queries.template(actor, id);
    return this.pages.send(request, reply, {
      view: 'sessions/copy',
      title: t('series.copy.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: copyPage(template, sent, { locale: request.locale, t }),
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: `/sessions/${id}`, label: template.session.courseTitle },
      ],
    });
  }
}
