import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { documentFileName } from '../shared/document-type.js';
import { ActivityQueries } from './activity.queries.js';
import { DecisionDocuments } from './decision-document.service.js';
import { aboveDecisions } from './decision-forms.pages.js';
import { DecisionQueries } from './decision.queries.js';
import { DECISIONS_PER_PAGE, decisionPage, decisionsPage } from './decisions.pages.js';
import { pageQuery } from './filters.pages.js';

const id = z.uuid();
const listQuery = z.object({ page: pageQuery });

/** Decisions that change an award, budgets or allotments, with the letters and minutes behind them. */
@Controller()
@Allow('finance')
export class DecisionsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DecisionDocuments) private readonly documents: DecisionDocuments,
    @Inject(DecisionQueries) private readonly queries: DecisionQueries,
    @Inject(ActivityQueries) private readonly activities: ActivityQueries,
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
      above: [{ href: `/budget?year=${grant.firstYear}`, label: t('grants.nav.budget') }],
    });
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
    const isAward = decision.kind === 'award';
    const activities = isAward ? await this.activities.ofGrant(actor, decision.grantId) : [];
    const grant = await this.queries.grant(actor, decision.grantId);
    return this.pages.send(request, reply, {
      view: 'grants/decision',
      title: t(`grants.decision.title.${decision.kind}`),
      status: issues.length > 0 ? 400 : 200,
      model: decisionPage(
        decision,
        { documents, activities },
        { mayAdd: actor.role === 'finance', issues },
        request.locale,
        t,
      ),
      above: aboveDecisions(grant, t),
    });
  }
}
