import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { CommentQueries, type CommentRow } from './comment.queries.js';
import { CommentService } from './comment.service.js';
import {
  COMMENTS_PER_PAGE,
  commentsPage,
  commentsQuery,
  removalForm,
  removalPage,
  type CommentsQuery,
} from './comments.pages.js';

const commentId = z.uuid();

/** What participants wrote, and taking away what should not have been written. */
@Controller('evaluations/comments')
@Allow('coordinator')
export class EvaluationCommentsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CommentQueries) private readonly queries: CommentQueries,
    @Inject(CommentService) private readonly comments: CommentService,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Query({ schema: commentsQuery }) query: CommentsQuery,
  ) {
    const t = this.pages.translate(request);
    const slice = { page: query.page, pageSize: COMMENTS_PER_PAGE };
    const found = await this.queries.comments(actor, query.course ?? null, slice);
    return this.pages.send(request, reply, {
      view: 'evaluation/comments',
      title: t('evaluation.comments.title'),
      model: commentsPage(found, query, request.locale, t),
      above: [{ href: '/evaluations', label: t('evaluation.results.title') }],
    });
  }

  @Get(':id/removal')
  async askRemove(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: commentId }) id: string,
  ) {
    return this.form(request, reply, await this.queries.comment(actor, id), { values: {}, issues: [] });
  }

  @Post(':id/removal')
  async remove(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: commentId }) id: string,
    @Body() body: unknown,
  ) {
    const form = readForm(removalForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, await this.queries.comment(actor, id), { ...form, issues });
    }
    await this.comments.remove(actor, id, form.value.reason);
    return this.pages.redirect(reply, '/evaluations/comments', {
      ...{ kind: 'ok', key: 'evaluation.done.removed' },
    });
  }

  private form(request: WebRequest, reply: WebReply, row: CommentRow, sent: SentForm) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'evaluation/remove-comment',
      title: t('evaluation.removal.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: removalPage(row, sent, request.locale, t),
      above: [
        { href: '/evaluations', label: t('evaluation.results.title') },
        { href: '/evaluations/comments', label: t('evaluation.comments.title') },
      ],
    });
  }
}
