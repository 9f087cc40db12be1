import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Actor } from '../shared/actor.js';
import { sliceOf } from './roster.pages.js';
import { RosterQueries } from './roster.queries.js';
import { askedForm, ownWishesForm, ownWishesPage, wishesPage, wishesQuery } from './wishes.pages.js';
import { WishesQueries } from './wishes.queries.js';
import { EnrolmentWishes } from './wishes.service.js';

const id = z.uuid();

/** What people wish: each one's own, and for who arranges a session those of everyone who comes. */
@Controller()
export class WishesController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RosterQueries) private readonly roster: RosterQueries,
    @Inject(WishesQueries) private readonly queries: WishesQueries,
    @Inject(EnrolmentWishes) private readonly wishes: EnrolmentWishes,
  ) {}

  @Get('sessions/:id/wishes')
  @Allow('coordinator', 'trainer')
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: wishesQuery }) { page }: z.output<typeof wishesQuery>,
  ) {
    const t = this.pages.translate(request);
    const session = await this.roster.session(actor, sessionId);
    const counts = await this.queries.counts(actor, sessionId);
    const rows = await this.queries.list(actor, sessionId, sliceOf(counts.total, page));
    const reader = { role: actor.role, locale: request.locale, now: this.clock.now() };
    return this.pages.send(request, reply, {
      view: 'enrolment/wishes',
      title: t('enrolment.wishes.title'),
      model: wishesPage(session, { counts, rows }, page, reader, t),
      above: [
        { href: '/sessions', label: t('sessions.nav.sessions') },
        { href: `/sessions/${sessionId}`, label: session.courseTitle },
      ],
    });
  }

  @Post('sessions/:id/wishes')
  @Allow('coordinator')
  async ask(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: askedForm }) asked: z.output<typeof askedForm>,
  ) {
    await this.wishes.ask(actor, sessionId, asked);
    return this.pages.redirect(reply, `/sessions/${sessionId}/wishes`, {
      ...{ kind: 'ok', key: 'enrolment.wishes.settingsSaved' },
    });
  }

  @Get('enrolments/:id/wishes')
  @Allow('professional')
  async own(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
  ) {
    const { dietary, accessibility } = await this.queries.ofEnrolment(actor, enrolmentId);
    return this.form(request, reply, actor, enrolmentId, { values: { dietary, accessibility }, issues: [] });
  }

  @Post('enrolments/:id/wishes')
  @Allow('professional')
  async write(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) enrolmentId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(ownWishesForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.form(request, reply, actor, enrolmentId, { ...form, issues });
    }
    await this.wishes.write(actor, enrolmentId, form.value);
    return this.pages.redirect(reply, '/enrolments', { kind: 'ok', key: 'enrolment.wishes.saved' });
  }

  private async form(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    enrolmentId: string,
    sent: SentForm,
  ) {
    const t = this.pages.translate(request);
    const enrolment = await this.queries.ofEnrolment(actor, enrolmentId);
    return this.pages.send(request, reply, {
      view: 'enrolment/own-wishes',
      title: t('enrolment.wishes.ownTitle'),
      status: sent.issues.length === 0 ? 200 : 400,
      model: ownWishesPage(enrolment, sent, t),
      above: [{ href: '/enrolments', label: t('enrolment.own.title') }],
    });
  }
}
