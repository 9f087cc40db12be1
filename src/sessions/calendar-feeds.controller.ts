import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { readForm, type FieldIssue } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { feedConfirmation, feedForm, feedsPage, ownSubject } from './calendar-feed.pages.js';
import { CalendarFeedQueries } from './calendar-feed.queries.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { PlanningQueries } from './planning.queries.js';
import { SessionQueries } from './session.queries.js';

const feedId = z.uuid();

/** The addresses at which one's calendar program reads sessions: making, renewing and revoking them. */
@Controller('calendar/feeds')
@Allow('coordinator', 'contact', 'trainer', 'professional')
export class CalendarFeedsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CalendarFeedQueries) private readonly queries: CalendarFeedQueries,
    @Inject(CalendarFeedService) private readonly feeds: CalendarFeedService,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
  ) {}

  @Get()
  list(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.page(request, reply, actor, []);
  }

  /** A coordinator chooses of which municipality, trainer or room, or of all of the region. */
  @Post()
  @Allow('coordinator')
  async make(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ) {
    const form = readForm(feedForm, body);
    if (form.ok) return this.made(request, reply, await this.feeds.make(actor, form.value.about));
    const t = this.pages.translate(request);
    return this.page(request, reply, actor, [{ path: 'about', message: t('web.validation.choose') }]);
  }

  /** For everyone else there is one feed: of the own trainings, or of the own municipality. */
  @Post('own')
  @Allow('contact', 'trainer', 'professional')
  async makeOwn(@Req() request: WebRequest, @Res() reply: WebReply, @CurrentActor() actor: Actor) {
    return this.made(request, reply, await this.feeds.make(actor, ownSubject(actor)));
  }

  @Get(':id/renewal')
  askRenewal(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: feedId }) id: string,
  ) {
    return this.ask(request, reply, actor, { id, step: 'renewal', title: 'calendar.feeds.renewTitle' });
  }

  /** A link that someone else may have seen gives way to a new one. */
  @Post(':id/renewal')
  async renew(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: feedId }) id: string,
  ) {
    return this.made(request, reply, await this.feeds.renew(actor, id));
  }

  @Get(':id/revocation')
  askRevocation(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: feedId }) id: string,
  ) {
    return this.ask(request, reply, actor, { id, step: 'revocation', title: 'calendar.feeds.revokeTitle' });
  }

  @Post(':id/revocation')
  async revoke(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: feedId }) id: string,
  ) {
    await this.feeds.revoke(actor, id);
    return this.pages.redirect(reply, '/calendar/feeds', { kind: 'ok', key: 'calendar.feeds.revoked' });
  }

  /** Says what a step does before it is done. */
  private async ask(
    request: WebRequest,
    reply: WebReply,
    actor: Actor,
    {
      id,
      step,
      title,
    }: {
      id: string;
      step: 'renewal' | 'revocation';
      title: 'calendar.feeds.renewTitle' | 'calendar.feeds.revokeTitle';
    },
  ) {
    const feed = (await this.queries.own(actor)).find((found) => found.id === id);
    if (!feed) throw new DomainError('not-found');
    const t = this.pages.translate(request);
    return this.pages.send(request, reply, {
      view: 'sessions/calendar-feed-confirmation',
      title: t(title),
      model: feedConfirmation(feed, step, t),
      above: this.above(request),
    });
  }

  /** Answers with the address itself and does not redirect: this page is the only place where it is ever seen. */
  private made(request: WebRequest, reply: WebReply, token: string) {
    return this.pages.send(request, reply, {
      view: 'sessions/calendar-feed-made',
      title: this.pages.translate(request)('calendar.feeds.madeTitle'),
      status: 201,
      model: { address: `${this.config.publicUrl}/calendars/${token}.ics` },
      above: this.above(request),
    });
  }

  private async page(request: WebRequest, reply: WebReply, actor: Actor, issues: readonly FieldIssue[]) {
    const t = this.pages.translate(request);
    const choices =
      actor.role !== 'coordinator'
        ? null
        : {
            municipalities: await this.sessions.municipalities(actor),
            trainers: await this.planning.trainers(actor),
            rooms: await this.planning.rooms(actor),
          };
    return this.pages.send(request, reply, {
      view: 'sessions/calendar-feeds',
      title: t('calendar.feeds.title'),
      status: issues.length === 0 ? 200 : 400,
      model: feedsPage(await this.queries.own(actor), choices, issues, { locale: request.locale, t }),
      above: this.above(request).slice(0, 1),
    });
  }

  private above(request: WebRequest) {
    const t = this.pages.translate(request);
    return [
      { href: '/calendar', label: t('calendar.title') },
      { href: '/calendar/feeds', label: t('calendar.feeds.title') },
    ];
  }
}
