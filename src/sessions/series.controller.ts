import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages, type Page } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import {
  chosenDates,
  seriesForm,
  seriesIssue,
  seriesPage,
  seriesPreviewPage,
  wishOf,
  type SeriesForm,
} from './series.pages.js';
import { SeriesQueries } from './series.queries.js';
import { SessionCopyQueries, type SessionTemplate } from './session-copy.queries.js';
import { SessionCopyService } from './session-copy.service.js';

const sessionId = z.uuid();
/** Every second week is what most series are. */
const SUGGESTED = { everyWeeks: 2 };

/** A session that is repeated: how, which dates that gives, and then all of them at once. */
@Controller('sessions/:id/series')
@Allow('coordinator')
export class SeriesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SeriesQueries) private readonly series: SeriesQueries,
    @Inject(SessionCopyQueries) private readonly templates: SessionCopyQueries,
    @Inject(SessionCopyService) private readonly copies: SessionCopyService,
  ) {}

  @Get()
  async ask(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Query() query: Record<string, unknown>,
  ) {
    const template = await this.templates.template(actor, id);
    return this.form(request, reply, actor, template, { values: { ...SUGGESTED, ...query }, issues: [] });
  }

  @Get('preview')
  async preview(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Query() query: unknown,
  ) {
    const template = await this.templates.template(actor, id);
    const wish = readForm(seriesForm, query);
    if (!wish.ok) return this.faulty(request, reply, actor, template, wish);
    return this.show(request, reply, actor, template, { wish: wish.value, ticked: null });
  }

  @Post()
  async plan(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: sessionId }) id: string,
    @Body() body: unknown,
  ) {
    const t = this.pages.translate(request);
    const template = await this.templates.template(actor, id);
    const wish = readForm(seriesForm, body);
    if (!wish.ok) return this.faulty(request, reply, actor, template, wish);
    const chosen = readForm(chosenDates, body);
    const ticked = chosen.ok ? chosen.value.dates : [];
    const again = (warning: string) =>
      this.show(request, reply, actor, template, { wish: wish.value, ticked, warning });
    if (ticked.length === 0) return again(t('series.preview.nothingChosen'));
    try {
      await this.copies.copyTo(actor, id, ticked);
    } catch (error) {
      // Something came in the way since the dates were shown; they are shown again, with what it is.
      if (error instanceof DomainError) return again(t('series.preview.nothingPlanned'));
      throw error;
    }
    const params = { count: ticked.length };
    return this.pages.redirect(reply, '/sessions?show=draft', { kind: 'ok', key: 'series.done', params });
  }

  /** The dates that were asked for, or the form with why there are none. */
  private async show(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    template: SessionTemplate,
    asked: { wish: SeriesForm; ticked: readonly string[] | null; warning?: string },
  ) {
    const { wish, ticked, warning } = asked;
    const t = this.pages.translate(request);
    const preview = await this.series.preview(actor, template, wishOf(wish), wish.schoolArea);
    if (!preview.ok)
      return this.faulty(request, reply, actor, template, {
        values: wish,
        issues: [seriesIssue(preview.fault)],
      });
    return this.send(request, reply, template, {
      view: 'sessions/series-preview',
      title: t('series.preview.title'),
      status: warning === undefined ? 200 : 409,
      model: {
        warning: warning ?? null,
        ...seriesPreviewPage(
          template.session.id,
          preview.rows,
          { wish, ticked },
          await this.series.coverage(actor),
          { locale: request.locale, t },
        ),
      },
    });
  }

  private faulty(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    template: SessionTemplate,
    { values, issues }: { values: Record<string, unknown>; issues: readonly z.core.$ZodIssue[] },
  ) {
    const t = this.pages.translate(request);
    return this.form(request, reply, actor, template, { values, issues: validationMessages(issues, t) });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    template: SessionTemplate,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const coverage = await this.series.coverage(actor);
    return this.send(request, reply, template, {
      view: 'sessions/series',
      title: t('series.title'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: seriesPage(template, coverage, sent, { locale: request.locale, t }),
    });
  }

  private send(request: WebRequest, reply: WebReply, { session }: SessionTemplate, page: Page) {
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      ...page,
      above: [
        { href: '/sessions', label: t('sessions.list.title') },
        { href: `/sessions/${session.id}`, label: session.courseTitle },
      ],
    });
  }
}
