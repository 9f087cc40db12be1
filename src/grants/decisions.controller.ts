import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import { readForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { documentFileName } from '../shared/document-type.js';
import { DecisionDocuments } from './decision-document.service.js';
import {
  amendmentForm,
  amendmentPage,
  fieldOfDecision,
  shiftForm,
  shiftPage,
} from './decision-forms.pages.js';
import { DecisionQueries } from './decision.queries.js';
import { DecisionService } from './decision.service.js';
import { DECISIONS_PER_PAGE, decisionPage, decisionsPage } from './decisions.pages.js';
import { pageQuery } from './filters.pages.js';
import { StandingQueries } from './standing.queries.js';

const id = z.uuid();
const listQuery = z.object({ page: pageQuery });
const FIRST: SentForm = { values: {}, issues: [] };

/** Decisions that change an award, budgets or allotments, with the letters and minutes behind them. */
@Controller()
@Allow('finance')
export class DecisionsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DecisionService) private readonly decisions: DecisionService,
    @Inject(DecisionDocuments) private readonly documents: DecisionDocuments,
    @Inject(DecisionQueries) private readonly queries: DecisionQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  @Get('grants/:id/decisions')
  @Allow('coordinator', 'finance')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Query({ schema: listQuery }) { page }: z.infer<typeof listQuery>,
  ) {
    const t = this.pages.translate(request);
    const grant = await this.queries.grant(actor, grantId);
    const window = { limit: DECISIONS_PER_PAGE, offset: (page - 1) * DECISIONS_PER_PAGE };
    const found = await this.queries.list(actor, grantId, window);
    return this.pages.send(request, reply, {
      view: 'grants/decisions',
      title: t('grants.decisions.title', { decision: grant.decisionNumber }),
      model: decisionsPage(grant, found, page, actor.role === 'finance', t),
      above: [{ href: `/budget?year=${grant.year}`, label: t('grants.nav.budget') }],
    });
  }

  @Get('grants/:id/amendments/new')
  showAmendment(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.amendmentForm(request, reply, actor, grantId);
  }

  @Post('grants/:id/amendments')
  async amend(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(amendmentForm, body);
    if (!form.ok)
      return this.amendmentForm(request, reply, actor, grantId, {
        ...form,
        issues: validationMessages(form.issues, t),
      });
    const { amountCents, ...decided } = form.value;
    try {
      return this.recorded(reply, await this.decisions.amend(actor, grantId, amountCents, decided));
    } catch (error) {
      const sent = { values: body as Record<string, unknown>, issues: [issueOf(error, t)] };
      return this.amendmentForm(request, reply, actor, grantId, sent);
    }
  }

  @Get('grants/:id/shifts/new')
  showShift(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
  ) {
    return this.shiftForm(request, reply, actor, grantId);
  }

  @Post('grants/:id/shifts')
  async shift(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) grantId: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const form = readForm(shiftForm, body);
    if (!form.ok)
      return this.shiftForm(request, reply, actor, grantId, {
        ...form,
        issues: validationMessages(form.issues, t),
      });
    const { shift, decided } = form.value;
    try {
      return this.recorded(reply, await this.decisions.shift(actor, grantId, shift, decided));
    } catch (error) {
      const sent = { values: body as Record<string, unknown>, issues: [issueOf(error, t)] };
      return this.shiftForm(request, reply, actor, grantId, sent);
    }
  }

  @Get('grant-decisions/:id')
  @Allow('coordinator', 'finance')
  show(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decisionId: string,
  ) {
    return this.decision(request, reply, actor, decisionId, []);
  }

  @Post('grant-decisions/:id/documents')
  async keepDocument(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) decisionId: string,
  ) {
    // Before the file is taken in: whose decision it is.
    await this.queries.decision(actor, decisionId);
    const file = await readUpload(request);
    if (!file) {
      const message = this.pages.translate(request)('attendance.signed.noFile');
      return this.decision(request, reply, actor, decisionId, [{ path: 'file', message }]);
    }
    await this.documents.keep(actor, decisionId, file);
    return this.pages.redirect(reply, `/grant-decisions/${decisionId}`, {
      kind: 'ok',
      key: 'grants.decision.documentKept',
    });
  }

  @Get('decision-documents/:id/file')
  @Allow('coordinator', 'finance')
  async download(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) documentId: string,
  ) {
    const { type, content, decidedOn, number } = await this.documents.file(actor, documentId);
    const name = this.pages.translate(request)('grants.decision.fileName', { date: decidedOn, number });
    return reply
      .type(type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${documentFileName(name, type)}"`)
      .send(content);
  }

  private recorded(reply: WebReply, decisionId: string): WebReply {
    return this.pages.redirect(reply, `/grant-decisions/${decisionId}`, {
      kind: 'ok',
      key: 'grants.decision.recorded',
    });
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
      above: this.above(grant, t),
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
    const budgets = await this.standings.freeOfGrant(actor, grantId);
    return this.pages.send(request, reply, {
      view: 'grants/shift',
      title: t('grants.shift.title'),
      status: sent ? 400 : 200,
      model: shiftPage(grant, { choices, budgets }, sent ?? FIRST, t),
      above: this.above(grant, t),
    });
  }

  private async decision(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    decisionId: string,
    issues: readonly FieldIssue[],
  ) {
    const t = this.pages.translate(request);
    const decision = await this.queries.decision(actor, decisionId);
    const documents = await this.documents.list(actor, decisionId);
    const grant = await this.queries.grant(actor, decision.grantId);
    return this.pages.send(request, reply, {
      view: 'grants/decision',
      title: t(`grants.decision.title.${decision.kind}`),
      status: issues.length > 0 ? 400 : 200,
      model: decisionPage(decision, documents, { mayAdd: actor.role === 'finance', issues }, t),
      above: this.above(grant, t),
    });
  }

  private above(
    { id: grantId, year, decisionNumber }: { id: string; year: number; decisionNumber: string },
    t: Translate,
  ) {
    return [
      { href: `/budget?year=${year}`, label: t('grants.nav.budget') },
      {
        href: `/grants/${grantId}/decisions`,
        label: t('grants.decisions.title', { decision: decisionNumber }),
      },
    ];
  }
}

/** A refusal at the field where it can be put right. @throws what cannot be put right in the form */
function issueOf(error: unknown, t: Translate): FieldIssue {
  const path = error instanceof DomainError ? fieldOfDecision(error.code) : null;
  if (!(error instanceof DomainError) || path === null) throw error;
  return { path, message: t(`problem.${error.code}.advice`, error.params) };
}
