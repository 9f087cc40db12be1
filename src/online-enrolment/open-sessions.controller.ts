import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { AllowEveryone } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { Pages } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import { OnlineEnrolment } from './online-enrolment.service.js';
import { OpenSessionQueries } from './open-session.queries.js';
import {
  addressForm,
  OPEN_SESSIONS_PER_PAGE,
  openSessionPage,
  openSessionsPage,
  openSessionsQuery,
} from './open-sessions.pages.js';

const id = z.uuid();
/** Enough for a whole office behind one address; each mail address has a limit of its own. */
const LINKS_PER_MINUTE = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** The trainings in which anyone can enrol, for people without an account. */
@Controller('open-sessions')
@AllowEveryone()
export class OpenSessionsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(OpenSessionQueries) private readonly sessions: OpenSessionQueries,
    @Inject(OnlineEnrolment) private readonly enrolment: OnlineEnrolment,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Query({ schema: openSessionsQuery }) query: z.output<typeof openSessionsQuery>,
  ) {
    const t = this.pages.translate(request);
    const regions = await this.sessions.regions();
    const found = await this.sessions.list({ regionId: query.region, q: query.q }, (total) => {
      const last = Math.max(1, Math.ceil(total / OPEN_SESSIONS_PER_PAGE));
      return {
        limit: OPEN_SESSIONS_PER_PAGE,
        offset: (Math.min(query.page, last) - 1) * OPEN_SESSIONS_PER_PAGE,
      };
    });
    return this.pages.send(request, reply, {
      view: 'online-enrolment/open-sessions',
      title: t('online-enrolment.list.title'),
      model: openSessionsPage(found, query, regions, { locale: request.locale, t }),
    });
  }

  @Get(':id')
  show(@Req() request: WebRequest, @Res() reply: WebReply, @Param('id', { schema: id }) sessionId: string) {
    return this.page(request, reply, sessionId, { values: {}, issues: [] });
  }

  @Post(':id/link')
  @RouteConfig(LINKS_PER_MINUTE)
  async askLink(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('id', { schema: id }) sessionId: string,
    @Body() body: unknown,
  ) {
    const form = readForm(addressForm, body);
    if (!form.ok) {
      const issues = validationMessages(form.issues, this.pages.translate(request));
      return this.page(request, reply, sessionId, { values: form.values, issues });
    }
    await this.enrolment.askLink(sessionId, form.value.email, request.locale);
    return this.pages.redirect(reply, `/open-sessions/${sessionId}/sent`);
  }

  @Get(':id/sent')
  async sent(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('id', { schema: id }) sessionId: string,
  ) {
    const t = this.pages.translate(request);
    const { courseTitle } = await this.sessions.get(sessionId);
    return this.pages.send(request, reply, {
      view: 'online-enrolment/link-sent',
      title: t('online-enrolment.sent.title'),
      model: {
        text: t('online-enrolment.sent.text', { course: courseTitle }),
        againHref: `/open-sessions/${sessionId}`,
        mailboxHref: this.config.localMode ? '/local/mailbox' : null,
      },
    });
  }

  private async page(request: WebRequest, reply: WebReply, sessionId: string, sent: SentForm) {
    const t = this.pages.translate(request);
    const session = await this.sessions.get(sessionId);
    const { actor } = request;
    const hasOwnPage = actor?.regionId === session.regionId && actor.role !== 'administrator';
    const ownHref = hasOwnPage ? `/sessions/${sessionId}` : null;
    const reader = { locale: request.locale, t, now: this.clock.now(), ownHref };
    return this.pages.send(request, reply, {
      view: 'online-enrolment/open-session',
      title: session.courseTitle,
      status: sent.issues.length === 0 ? 200 : 400,
      model: openSessionPage(session, sent, reader),
      above: [{ href: '/open-sessions', label: t('online-enrolment.list.title') }],
    });
  }
}
