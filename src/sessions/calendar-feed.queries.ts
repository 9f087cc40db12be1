import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { addToDate, localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { IS_USABLE } from '../access/usable-account.queries.js';
import { Database } from '../platform/database/database.js';
import { partsWithin, type CalendarPart } from './session-calendar.queries.js';

/** Whose sessions a feed holds; 'region' for all of the reader's. */
export type FeedSubject =
  | 'region'
  | { readonly professionalId: string }
  | { readonly trainerId: string }
  | { readonly municipalityId: string }
  | { readonly roomId: string };

/** A feed of the reader that still works; `about` names the trainer, the municipality or the room, null for all others. */
export interface FeedRow {
  readonly id: string;
  readonly kind: 'professional' | 'trainer' | 'municipality' | 'room' | 'region';
  readonly about: string | null;
  readonly createdAt: Date;
}

interface FoundFeed {
  readonly regionId: string;
  readonly professionalId: string | null;
  readonly trainerId: string | null;
  readonly municipalityId: string | null;
  readonly roomId: string | null;
}

const DAYS_BACK = 90;
const LAST_DAY = '2199-12-31';

const FEEDS = `
  select f.id, case when f.trainer_id is not null then 'trainer' when f.municipality_id is not null then 'municipality'
    when f.room_id is not null then 'room' when f.professional_id is not null then 'professional' else 'region' end kind,
    coalesce(t.name, m.name, case r.name when v.name then v.name else v.name || ', ' || r.name end) about,
    f.created_at "createdAt"
  from calendar_feed f left join trainer t on t.id = f.trainer_id left join municipality m on m.id = f.municipality_id
  left join room r on r.id = f.room_id left join venue v on v.id = r.venue_id
  where f.account_id = $1 and f.revoked_at is null order by f.created_at desc, f.id`;

/** The table and id of what a feed is about; null where that is always there. */
function whereToFind(subject: FeedSubject): readonly ['trainer' | 'room' | 'municipality', string] | null {
  if (subject === 'region') return null;
  if ('trainerId' in subject) return ['trainer', subject.trainerId];
  if ('roomId' in subject) return ['room', subject.roomId];
  return 'municipalityId' in subject ? ['municipality', subject.municipalityId] : null;
}

@Injectable()
export class CalendarFeedQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The feeds that this reader made and did not revoke, the newest first. */
  own(actor: Actor): Promise<FeedRow[]> {
    return this.db.read(actor, (tx) => tx.query<FeedRow[]>(FEEDS, [actor.accountId]));
  }

  async subjectExists(actor: Actor, subject: FeedSubject): Promise<boolean> {
    const found = whereToFind(subject);
    if (!found) return true;
    const [table, id] = found;
    const rows = await this.db.read(actor, (tx) =>
      tx.query<object[]>(`select from ${table} where id = $1 and region_id = $2`, [id, actor.regionId]),
    );
    return rows.length === 1;
  }

  /**
   * What the feed behind a token holds, of the last three months and all that comes; null when there is none, it is
   * revoked or its maker left. The system reads: a calendar program is nobody.
   */
  async partsBehind(token: string): Promise<CalendarPart[] | null> {
    const first = addToDate(localDateOf(this.clock.now()), { days: -DAYS_BACK });
    return this.db.read(systemActor, async (tx) => {
      const [feed] = await tx.query<FoundFeed[]>(
        `select f.region_id "regionId", f.professional_id "professionalId", f.trainer_id "trainerId",
           f.municipality_id "municipalityId", f.room_id "roomId"
         from calendar_feed f join account a on a.id = f.account_id
         where f.token_hash = $1 and f.revoked_at is null and ${IS_USABLE}`,
        [hashToken(token)],
      );
      if (!feed) return null;
      const { regionId, professionalId, trainerId, municipalityId, roomId } = feed;
      const scope = { first, last: LAST_DAY, municipalityId, trainerId, roomId };
      const sight = professionalId === null ? 'published' : 'booked';
      return partsWithin(tx, regionId, scope, { sight, professionalId });
    });
  }
}
