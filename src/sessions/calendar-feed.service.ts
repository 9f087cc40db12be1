import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { hashToken } from '../access/tokens.rules.js';
import type { Actor } from '../shared/actor.js';
import { newId, newToken } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedQueries, type FeedSubject } from './calendar-feed.queries.js';

@Injectable()
export class CalendarFeedService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CalendarFeedQueries) private readonly feeds: CalendarFeedQueries,
  ) {}

  /**
   * Makes a feed; its token is returned once and never again.
   * @throws DomainError 'not-found' when the region has no such trainer, municipality or room
   */
  async make(actor: Actor, subject: FeedSubject): Promise<string> {
    if (!(await this.feeds.subjectExists(actor, subject))) throw new DomainError('not-found');
    const now = this.clock.now();
    const id = newId(now);
    const token = newToken();
    const of = subject === 'region' ? null : subject;
    const about = { professionalId: null, trainerId: null, municipalityId: null, roomId: null, ...of };
    await this.db.transaction(actor, async (tx) => {
      await tx.insert(CalendarFeed, {
        ...about,
        ...{ id, regionId: actor.regionId!, accountId: actor.accountId! },
        ...{ tokenHash: hashToken(token), createdAt: now, revokedAt: null },
      });
      await this.audit.record(tx, {
        actor,
        action: 'makeFeed',
        subjectType: 'calendar-feed',
        subjectId: id,
        after: of ? { ...of } : { regionId: actor.regionId },
      });
    });
    return token;
  }

  /**
   * Gives a feed a new token, which is returned once and never again; from now on the old one finds nothing.
   * @throws DomainError 'not-found' for a feed of someone else, or one that is revoked
   */
  async renew(actor: Actor, feedId: string): Promise<string> {
    const token = newToken();
    await this.change(actor, feedId, 'renewFeed', {
      tokenHash: hashToken(token),
      createdAt: this.clock.now(),
    });
    return token;
  }

  /** @throws DomainError 'not-found' for a feed of someone else, or one that is revoked already */
  async revoke(actor: Actor, feedId: string): Promise<void> {
    await this.change(actor, feedId, 'revokeFeed', { revokedAt: this.clock.now() });
  }

  private async change(
    actor: Actor,
    feedId: string,
    action: 'renewFeed' | 'revokeFeed',
    to: Partial<CalendarFeed>,
  ): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const working = { id: feedId, accountId: actor.accountId!, revokedAt: IsNull() };
      const changed = await tx.update(CalendarFeed, working, to);
      if (changed.affected !== 1) throw new DomainError('not-found');
      await this.audit.record(tx, { actor, action, subjectType: 'calendar-feed', subjectId: feedId });
    });
  }
}
