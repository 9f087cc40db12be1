import { Inject, Injectable } from '@nestjs/common';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { municipalitiesWithSeats, openDaysOf } from './campaign-days.queries.js';
import { waitingForSeats } from './due-invitations.queries.js';
import type { Cohort } from './follow-up.rules.js';
import { PLACE, STATE } from './invitation-state.queries.js';
import { numberOf } from './waves.rules.js';

/** How many people of a campaign stand where, as far as the reader may see them. */
export interface Figures {
  readonly people: number;
  readonly invited: number;
  /** Of those invited, who answered in any way. */
  readonly answered: number;
  /** Who has a seat, or had one and came. */
  readonly enrolled: number;
  readonly waiting: number;
  readonly attended: number;
}

export interface MunicipalFigures extends Figures {
  readonly municipalityId: string;
  readonly municipality: string;
}

/** A campaign as lists show it. */
export interface CampaignRow extends Cohort {
  readonly id: string;
  readonly title: string;
  readonly remindDays: number | null;
  readonly launchedAt: Date;
  readonly stoppedAt: Date | null;
  readonly days: readonly Appointment[];
  readonly figures: Figures;
}

/** A wave, with how many people it invites, to how many the invitation is written, and to how many it is still to be. */
export interface WaveRow {
  readonly ordinal: number;
  readonly dueAt: Date;
  readonly people: number;
  readonly invited: number;
  readonly planned: number;
}

/** All of a campaign that its own page shows. */
export interface Campaign extends CampaignRow {
  readonly municipalities: readonly MunicipalFigures[];
  readonly waves: readonly WaveRow[];
  /** For whom there is no turn before the last day. */
  readonly withoutTurn: number;
  /** Who left, and in whose place nobody came. */
  readonly withoutSuccessor: number;
  /** The free seats of the days in which people can enrol, by session; only a coordinator gets to know. */
  readonly freeSeats: ReadonlyMap<string, number>;
  /** Who waits although their wave is due, because there is no seat for them; only a coordinator gets to know. */
  readonly waitForSeats: number;
}

interface Page {
  readonly page: number;
  readonly pageSize: number;
}

type Bare = Omit<CampaignRow, 'days' | 'figures'> & { readonly sessionIds: readonly string[] };

const CAMPAIGN = `k.id, k.title, k.trained_from::text "trainedFrom", k.trained_until::text "trainedUntil",
  k.course_ids "courseIds", k.levels, k.municipality_ids "municipalityIds", k.function_ids "functionIds",
  k.organisation_ids "organisationIds", k.remind_days "remindDays", k.launched_at "launchedAt", k.stopped_at "stoppedAt",
  (select array_agg(d.session_id) from follow_up_day d where d.campaign_id = k.id) "sessionIds"`;
const FIGURES = `count(*)::int people, count(*) filter (where invited_at is not null)::int invited,
  count(*) filter (where state not in ('planned', 'invited'))::int answered,
  count(*) filter (where state in ('enrolled', 'attended'))::int enrolled,
  count(*) filter (where state = 'waiting')::int waiting, count(*) filter (where state = 'attended')::int attended`;
const STATES = `(select i.campaign_id, i.municipality_id, i.wave, i.invited_at, ${STATE} state from follow_up_invitation i ${PLACE}
  where i.campaign_id = any($1)) stand`;
const NOBODY: Figures = { people: 0, invited: 0, answered: 0, enrolled: 0, waiting: 0, attended: 0 };

@Injectable()
export class CampaignQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of the campaigns, the newest first; a contact gets those that invite people of the own municipality. */
  list(actor: Actor, page: Page): Promise<Paged<CampaignRow>> {
    return this.db.read(actor, async (tx) => {
      const query = {
        select: CAMPAIGN,
        from: 'from follow_up_campaign k where k.region_id = $1',
        orderBy: 'k.launched_at desc, k.id desc',
        params: [actor.regionId],
      };
      const { rows, total } = await pageOf<Bare>(tx, query, page);
      return { rows: await whole(tx, rows), total };
    });
  }

  /** @throws DomainError 'not-found' */
  get(actor: Actor, id: string): Promise<Campaign> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<Bare[]>(
        `select ${CAMPAIGN} from follow_up_campaign k where k.id = $1 and k.region_id = $2`,
        [id, actor.regionId],
      );
      const [campaign] = await whole(tx, rows);
      if (!campaign) throw new DomainError('not-found');
      const municipalities = await tx.query<MunicipalFigures[]>(
        `select m.id "municipalityId", m.name municipality, ${FIGURES} from ${STATES}
         join municipality m on m.id = stand.municipality_id group by m.id order by m.name`,
        [[id]],
      );
      const waves = await tx.query<WaveRow[]>(
        `select w.ordinal, w.due_at "dueAt", count(stand)::int people, count(stand.invited_at)::int invited,
           count(*) filter (where stand.state = 'planned')::int planned
         from follow_up_wave w left join ${STATES} on stand.wave = w.ordinal
         where w.campaign_id = any($1) group by w.campaign_id, w.ordinal order by w.ordinal`,
        [[id]],
      );
      const inWaves = waves.reduce((sum, { people }) => sum + people, 0);
      const withoutTurn = campaign.figures.people - inWaves;
      const withoutSuccessor = await successorsMissing(tx, id);
      const seats = await this.seats(tx, actor, id);
      return { ...campaign, municipalities, waves, withoutTurn, withoutSuccessor, ...seats };
    });
  }

  private async seats(
    tx: Tx,
    actor: Actor,
    campaignId: string,
  ): Promise<Pick<Campaign, 'freeSeats' | 'waitForSeats'>> {
    // Only who sees everyone's places can tell which seats are free.
    if (actor.role !== 'coordinator') return { freeSeats: new Map(), waitForSeats: 0 };
    const now = this.clock.now();
    const { days, all } = await openDaysOf(tx, campaignId, now);
    return {
      freeSeats: new Map(days.map(({ day, seats }) => [day.sessionId, numberOf(seats)])),
      waitForSeats: await waitingForSeats(tx, campaignId, now, municipalitiesWithSeats(all)),
    };
  }
}

async function whole(tx: Tx, rows: readonly Bare[]): Promise<CampaignRow[]> {
  const found = await appointments(
    tx,
    rows.flatMap(({ sessionIds }) => sessionIds),
  );
  const figures = await tx.query<(Figures & { campaignId: string })[]>(
    `select campaign_id "campaignId", ${FIGURES} from ${STATES} group by campaign_id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ sessionIds, ...row }) => {
    const { campaignId: _, ...own } = figures.find(({ campaignId }) => campaignId === row.id) ?? {
      campaignId: row.id,
      ...NOBODY,
    };
    const days = sessionIds.flatMap((id) => found.get(id) ?? []);
    return {
      ...row,
      days: days.toSorted((a, b) => a.firstStartsAt.getTime() - b.firstStartsAt.getTime()),
      figures: own,
    };
  });
}

async function successorsMissing(tx: Tx, campaignId: string): Promise<number> {
  const [counted] = await tx.query<{ people: number }[]>(
    `select count(*)::int people from follow_up_invitation i ${PLACE}
     where i.campaign_id = $1 and ${STATE} = 'left' and not exists (
       select from follow_up_invitation n where n.campaign_id = i.campaign_id and n.instead_of = i.professional_id)`,
    [campaignId],
  );
  return counted!.people;
}
