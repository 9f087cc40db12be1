import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { hashToken } from '../access/tokens.rules.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { CalendarFeedQueries } from './calendar-feed.queries.js';
import { feedFileName } from './calendar-feed.pages.js';
import { feedFile } from './calendar-feed.js';

/** What a calendar program reads; who has the address needs no sign-in. */
@Controller('calendars')
@AllowEveryone()
export class CalendarFeedController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarFeedQueries) private readonly queries: CalendarFeedQueries,
  ) {}

  @Get(':token')
  async read(
    @Req() request: WebRequest,
    @Res() reply: WebReply,
    @Param('token', { schema: feedFileName }) token: string,
  ) {
    const parts = await this.queries.partsBehind(token);
    if (!parts) throw new DomainError('not-found');
    const { publicUrl, mailFrom } = this.config;
    // Weak, because the file also says when it was made, and that changes nothing for who reads it; nor do the seats.
    const told = parts.map(({ seatsTaken: _, ...part }) => part);
    const etag = `W/"${hashToken(JSON.stringify([publicUrl, told]))}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    const organizer = { name: 'Leerlijn', email: mailFrom };
    return reply
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .send(feedFile(parts, { publicUrl, organizer, stampedAt: this.clock.now() }));
  }
}
