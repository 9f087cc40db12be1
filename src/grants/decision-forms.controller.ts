import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import { readForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import {
  aboveDecisions,
  amendmentForm,
  amendmentPage,
  fieldOfDecision,
  shiftForm,
  shiftPage,
} from './decision-forms.pages.js';
import { DecisionQueries } from './decision.queries.js';
import { DecisionService } from './decision.service.js';
import { StandingQueries } from './standing.queries.js';

const id = z.uuid();
const FIRST: SentForm = { values: {}, issues: [] };

/** Recording decisions that change an award, budgets or allotments. */
@Controller('grants/:id')
@Allow('finance')
export class DecisionFormsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DecisionService) private readonly decisions: DecisionService,
    @Inject(DecisionQueries) private readonly queries: DecisionQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('amendments/new')
  showAmendment(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.amendmentForm(request, reply, actor, grantId);
  }

  @Post('amendments')
  amend(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    return this.record(request, reply, {
      ...{ schema: amendmentForm, body },
      decide: ({ amountCents, ...decided }) => this.decisions.amend(actor, grantId, amountCents, decided),
      showAgain: (sent) => this.amendmentForm(request, reply, actor, grantId, sent),
    });
  }

  @Get('shifts/new')
  showShift(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.shiftForm(request, reply, actor, grantId);
  }

  @Post('shifts')
  shift(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    return this.record(request, reply, {
      ...{ schema: shiftForm, body },
      decide: ({ shift, decided }) => this.decisions.shift(actor, grantId, shift, decided),
      showAgain: (sent) => this.shiftForm(request, reply, actor, grantId, sent),
    });
  }

  private async record<Schema extends z.ZodType>(
    request: WebRequest,
    reply: WebReply,
    form: {
      readonly schema: Schema;
      readonly body: unknown;
      readonly decide: (value: z.output<Schema>) => Promise<string>;
      readonly showAgain: (sent: SentForm) => Promise<WebReply>;
    },
  ): Promise<WebReply> {
    const t = this.pages.translate(request);
    const read = readForm(form.schema, form.body);
    if (!read.ok) return form.showAgain({ ...read, issues: validationMessages(read.issues, t) });
    try {
      const decisionId = await form.decide(read.value);
      return this.pages.redirect(reply, `/grant-decisions/${decisionId}`, {
        kind: 'ok',
        key: 'grants.decision.recorded',
      });
    } catch (error) {
      const values = form.body as Record<string, unknown>;
      return form.showAgain({ values, issues: [issueOf(error, t)] });
    }
  }

  private async amendmentForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    grantId: string,
    sent?: SentForm,
  ) {
    const t = this.pages.translate(request);
    const grant = await this.queries.grant(actor, grantId);
    return this.pages.send(request, reply, {
      view: 'grants/amendment',
      title: t('grants.amendment.title'),
      status: sent ? 400 : 200,
      model: amendmentPage(grant, sent ?? FIRST, t),
      above: aboveDecisions(grant, t),
    });
  }

  private async shiftForm(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    grantId: string,
    sent?: SentForm,
  ) {
    const t = this.pages.translate(request);
    const grant = await this.queries.grant(actor, grantId);
    const choices = await this.queries.choices(actor, grantId);
    const budgets = await this.standings.ofGrant(actor, grantId);
    return this.pages.send(request, reply, {
      view: 'grants/shift',
      title: t('grants.shift.title'),
      status: sent ? 400 : 200,
      model: shiftPage(grant, { choices, budgets }, sent ?? FIRST, t),
      above: aboveDecisions(grant, t),
    });
  }
}

/** A refusal at the field where it can be put right. @throws what cannot be put right in the form */
function issueOf(error: unknown, t: Translate): FieldIssue {
  const path = error instanceof DomainError ? fieldOfDecision(error.code) : null;
  if (!(error instanceof DomainError) || path === null) throw error;
  return { path, message: t(`problem.${error.code}.advice`, error.params) };
}
