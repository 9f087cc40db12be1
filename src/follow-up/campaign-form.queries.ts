import { Inject, Injectable } from '@nestjs/common';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { Paged } from '../platform/database/paged.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Cohort } from './follow-up.rules.js';
import { freeSeatsPerDay } from './free-seats.queries.js';
import {
  trainedPeople,
  trainedShares,
  turnsOf,
  type Looking,
  type TrainedRow,
  type TrainedShare,
} from './trained-people.queries.js';
import { together, type Candidate, type FreeSeats } from './waves.rules.js';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a campaign can be made of. */
export interface CampaignChoices {
  /** Follow-up days in which people can enrol, the first one first. */
  readonly days: readonly Appointment[];
  readonly courses: readonly Choice[];
  readonly municipalities: readonly Choice[];
  readonly functions: readonly (Choice & { readonly nameEn: string })[];
  readonly organisations: readonly Choice[];
}

/** What a campaign would do: whom it finds, in which order, and which seats there are. */
export interface Found {
  readonly shares: readonly TrainedShare[];
  readonly turns: readonly Candidate[];
  readonly seats: FreeSeats;
}

const OPEN_DAYS = `
  select s.id from session s join course c on c.id = s.course_id
  where s.region_id = $1 and c.level = 'follow-up' and s.status in ('open', 'confirmed')
    and exists (select from session_part p where p.session_id = s.id and p.starts_at > $2)`;

/** The follow-up days of a region in which people can enrol at `now`, the first one first. */
export async function openDays(tx: Tx, regionId: string, now: Date): Promise<Appointment[]> {
  const rows = await tx.query<{ id: string }[]>(OPEN_DAYS, [regionId, now]);
  const found = await appointments(
    tx,
    rows.map(({ id }) => id),
  );
  return [...found.values()]
    .filter((day) => takesEnrolments(day, now))
    .sort((a, b) => a.firstStartsAt.getTime() - b.firstStartsAt.getTime());
}

@Injectable()
export class CampaignFormQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  choices(actor: Actor, now: Date): Promise<CampaignChoices> {
    const ofRegion = [actor.regionId];
    return this.db.read(actor, async (tx) => ({
      days: await openDays(tx, actor.regionId!, now),
      courses: await tx.query<Choice[]>(
        'select id, title "name" from course where region_id = $1 order by title, id',
        ofRegion,
      ),
      municipalities: await tx.query<Choice[]>(
        'select id, name from municipality where region_id = $1 order by name',
        ofRegion,
      ),
      functions: await tx.query<CampaignChoices['functions'][number][]>(
        'select id, name_nl "name", name_en "nameEn" from professional_function where region_id = $1 order by lower(name_nl), id',
        ofRegion,
      ),
      organisations: await tx.query<Choice[]>(
        `select o.id, o.name || ' (' || m.name || ')' "name" from organisation o join municipality m on m.id = o.municipality_id
         where o.region_id = $1 order by lower(o.name), m.name, o.id`,
        ofRegion,
      ),
    }));
  }

  /** What a campaign would do now. */
  found(actor: Actor, looking: Looking): Promise<Found> {
    return this.db.read(actor, async (tx) => ({
      shares: await trainedShares(tx, looking),
      turns: await turnsOf(tx, looking),
      seats: together((await freeSeatsPerDay(tx, looking.sessionIds, looking.now)).values()),
    }));
  }

  /** One page of whom a campaign would invite, by name. */
  people(
    actor: Actor,
    looking: Looking,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<TrainedRow>> {
    return this.db.read(actor, (tx) => trainedPeople(tx, looking, page));
  }

  /** The names of what a campaign chose, by id, as far as it still exists. */
  async names(actor: Actor, cohort: Cohort): Promise<ReadonlyMap<string, { nl: string; en: string }>> {
    const { courseIds, municipalityIds, functionIds, organisationIds } = cohort;
    const ids = [courseIds, municipalityIds, functionIds, organisationIds].flat();
    if (ids.length === 0) return new Map();
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string; nl: string; en: string }[]>(
        `select id, title nl, title en from course where id = any($1)
         union all select id, name, name from municipality where id = any($1)
         union all select id, name_nl, name_en from professional_function where id = any($1)
         union all select id, name, name from organisation where id = any($1)`,
        [ids],
      ),
    );
    return new Map(rows.map(({ id, nl, en }) => [id, { nl, en }]));
  }
}
