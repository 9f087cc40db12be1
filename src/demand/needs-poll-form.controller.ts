import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { pollForm, pollFormPage, pollPreviewPage, pollStep, usualPoll } from './needs-poll-form.pages.js';
import { NeedsPollQueries } from './needs-poll.queries.js';
import { remindAt, type PollPlan } from './needs-poll.rules.js';
import { NeedsPollService } from './needs-poll.service.js';

/** Asking organisations: the form, what it would send, and sending it. */
@Controller('needs-polls')
@Allow('coordinator')
export class NeedsPollFormController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(NeedsPollQueries) private readonly queries: NeedsPollQueries,
    @Inject(NeedsPollService) private readonly polls: NeedsPollService,
  ) {}

  @Get('new')
  async prepare(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    const values = usualPoll(await this.queries.choices(actor));
    return this.form(request, reply, actor, { values, issues: [] });
  }

  @Post()
  async send(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const step = readForm(pollStep, body);
    const form = readForm(pollForm, body);
    if (!form.ok || !step.ok) {
      const { values, issues } = form.ok ? { values: {}, issues: [] } : form;
      return this.form(request, reply, actor, { values, issues: validationMessages(issues, t) });
    }
    const { then, id } = step.value;
    if (then === 'edit') return this.form(request, reply, actor, { values: { ...form.value }, issues: [] });
    try {
      if (then === 'preview' || id === undefined)
        return await this.preview(request, reply, actor, form.value);
      await this.polls.send(actor, id, form.value);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const issues = validationMessages(error.issues, t);
      return this.form(request, reply, actor, { values: { ...form.value }, issues });
    }
    return this.pages.redirect(reply, `/needs-polls/${id}`, { kind: 'ok', key: 'demand.poll.sent' });
  }

  private async preview(request: WebRequest, reply: WebReply, actor: Actor, plan: PollPlan) {
    await this.polls.refuseFaulty(actor, plan);
    const t = this.pages.translate(request);
    const now = this.clock.now();
    const sent = {
      letters: await this.queries.letters(actor, plan),
      remindAt: remindAt(plan, localDateOf(now)),
    };
    const choices = await this.queries.choices(actor);
    const model = pollPreviewPage(plan, newId(now), sent, choices, request.locale, t);
    return this.page(request, reply, { view: 'demand/poll-preview', model, status: 200 });
  }

  private async form(request: WebRequest, reply: WebReply, actor: Actor, sent: SentForm) {
    const model = pollFormPage(await this.queries.choices(actor), sent, this.pages.translate(request));
    const status = sent.issues.length === 0 ? 200 : 400;
    return this.page(request, reply, { view: 'demand/poll-form', model, status });
  }

  private page(
    request: WebRequest,
    reply: WebReply,
    page: { readonly view: string; readonly model: object; readonly status: number },
  ) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      ...page,
      title: t('demand.polls.new'),
      above: [
        { href: '/demand', label: t('demand.overview.title') },
        { href: '/needs-polls', label: t('demand.polls.title') },
      ],
    });
  }
}
