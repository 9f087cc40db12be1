import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { TrainedWindow } from './follow-up.rules.js';
import { TRAINED_PEOPLE } from './trained-people.queries.js';

/** What became of a campaign's invitations in one municipality. */
export interface CampaignShare {
  readonly municipality: string;
  readonly invited: number;
  /** Of those invited, who has a seat now, and who waits for one. */
  readonly enrolled: number;
  readonly waiting: number;
}

export interface CampaignRow extends TrainedWindow {
  readonly id: string;
  readonly sessionId: string;
  readonly launchedAt: Date;
  readonly shares: readonly CampaignShare[];
  readonly appointment: Appointment;
}

/** Someone whom a campaign would invite. */
export interface TrainedRow {
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
  /** Local date of the latest certificate in the window. */
  readonly lastIssuedOn: string;
}

/** A follow-up day, and when people were invited to it; null when they were not. */
export interface FollowUpDay extends Appointment {
  readonly launchedAt: Date | null;
}

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

const SHARES = `
  select i.campaign_id "campaignId", m.name municipality, count(*)::int invited,
    count(e.id) filter (where e.status = 'confirmed')::int enrolled,
    count(e.id) filter (where e.status = 'waitlisted')::int waiting
  from follow_up_invitation i
  join follow_up_campaign c on c.id = i.campaign_id
  join municipality m on m.id = i.municipality_id
  left join enrolment e on e.session_id = c.session_id and e.professional_id = i.professional_id and e.status <> 'cancelled'
  where i.campaign_id = any($1) group by i.campaign_id, m.id order by m.name`;

@Injectable()
export class FollowUpQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of the region's campaigns, the newest first, and how many there are. */
  campaigns(actor: Actor, { limit, offset }: Slice): Promise<{ total: number; rows: CampaignRow[] }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        'select count(*)::int total from follow_up_campaign',
      );
      const rows = await tx.query<Omit<CampaignRow, 'shares' | 'appointment'>[]>(
        `select id, session_id "sessionId", trained_from::text "trainedFrom", trained_until::text "trainedUntil",
           launched_at "launchedAt" from follow_up_campaign order by launched_at desc, id desc limit $1 offset $2`,
        [limit, offset],
      );
      const ids = rows.map(({ id }) => id);
      const shares = await tx.query<(CampaignShare & { campaignId: string })[]>(SHARES, [ids]);
      const sessions = await appointments(
        tx,
        rows.map(({ sessionId }) => sessionId),
      );
      return {
        total: counted!.total,
        rows: rows.map((row) => ({
          ...row,
          shares: shares.filter(({ campaignId }) => campaignId === row.id),
          appointment: sessions.get(row.sessionId)!,
        })),
      };
    });
  }

  /** Follow-up days that people can enrol in at `now`, the first one first. */
  days(actor: Actor, now: Date): Promise<FollowUpDay[]> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select s.id from session s join course c on c.id = s.course_id
         where c.level = 'follow-up' and s.status in ('open', 'confirmed')
           and (select min(p.starts_at) from session_part p where p.session_id = s.id) > $1`,
        [now],
      );
      const found = await daysWith(
        tx,
        rows.map(({ id }) => id),
      );
      return found.sort((a, b) => a.firstStartsAt.getTime() - b.firstStartsAt.getTime());
    });
  }

  /** @throws DomainError 'not-found' */
  async day(actor: Actor, sessionId: string): Promise<FollowUpDay> {
    const [day] = await this.db.read(actor, (tx) => daysWith(tx, [sessionId]));
    if (!day) throw new DomainError('not-found');
    return day;
  }

  /** One page of whom a campaign for this session would invite, by name, and how many in all. */
  trained(
    actor: Actor,
    sessionId: string,
    { trainedFrom, trainedUntil }: TrainedWindow,
    sliceOf: (total: number) => Slice,
  ): Promise<{ total: number; rows: TrainedRow[] }> {
    const filter = [sessionId, trainedFrom, trainedUntil];
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        `select count(*)::int total ${TRAINED_PEOPLE}`,
        filter,
      );
      const { limit, offset } = sliceOf(counted!.total);
      const rows = await tx.query<TrainedRow[]>(
        `select found.name, o.name organisation, m.name municipality, last_issued_on::text "lastIssuedOn"
         from (select p.*, trained.last_issued_on ${TRAINED_PEOPLE}) found
         join organisation o on o.id = found.organisation_id
         join municipality m on m.id = found.municipality_id
         order by found.name, found.id limit $4 offset $5`,
        [...filter, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }
}

async function daysWith(tx: Tx, sessionIds: readonly string[]): Promise<FollowUpDay[]> {
  const found = await appointments(tx, sessionIds);
  const launched = await tx.query<{ sessionId: string; launchedAt: Date }[]>(
    'select session_id "sessionId", launched_at "launchedAt" from follow_up_campaign where session_id = any($1)',
    [sessionIds],
  );
  const moments = new Map(launched.map(({ sessionId, launchedAt }) => [sessionId, launchedAt]));
  return [...found.values()].map((day) => ({ ...day, launchedAt: moments.get(day.sessionId) ?? null }));
}
