import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { WITHOUT_TRAINING } from '../people/people.queries.js';
import { localDateOf } from '../shared/local-date.js';

export interface PeopleFigures {
  readonly people: number;
  readonly enrolled: number;
  readonly waiting: number;
  /** No certificate, no seat and no place in a waiting list. */
  readonly untrained: number;
}

export interface ComingPlaceRow {
  readonly id: string;
  readonly session_id: string;
  readonly professional_name: string;
  readonly course_title: string;
  readonly status: 'requested' | 'waitlisted' | 'offered' | 'confirmed';
  readonly dates: readonly string[];
}

export interface UntrainedRow {
  readonly id: string;
  readonly name: string;
  readonly organisation_name: string;
  readonly function_nl: string;
  readonly function_en: string;
}

export interface OwnAllotmentRow {
  readonly course_title: string;
  readonly trainings: number;
  readonly used: number;
  readonly is_demo: boolean;
}

/** A place in a session that has not begun yet. */
const COMING = `from enrolment e
  join session s on s.id = e.session_id and s.status in ('open', 'confirmed')
  join lateral (select min(starts_at) starts_at, array_agg(local_date::text order by ordinal) dates
    from session_part where session_id = s.id) p on p.starts_at > $1
  where e.status <> 'cancelled'`;
const UNTRAINED = `from professional p where ${WITHOUT_TRAINING}`;
const SHOWN = 10;

/** What a municipal contact sees of the own municipality; row-level security leaves the others out. */
@Injectable()
export class ContactHomeQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async figures(actor: Actor): Promise<PeopleFigures> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<PeopleFigures[]>(
        `select (select count(*)::int from professional) people,
           (select count(*)::int ${COMING} and e.status = 'confirmed') enrolled,
           (select count(*)::int ${COMING} and e.status = 'waitlisted') waiting,
           (select count(*)::int ${UNTRAINED}) untrained`,
        [this.clock.now()],
      ),
    );
    return rows[0]!;
  }

  /** The places that come first, at most ten. */
  comingPlaces(actor: Actor): Promise<ComingPlaceRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<ComingPlaceRow[]>(
        `select e.id, e.session_id, e.status, p.dates,
           (select name from professional where id = e.professional_id) professional_name,
           (select title from course where id = s.course_id) course_title
         ${COMING} order by p.starts_at, professional_name, e.id limit ${SHOWN}`,
        [this.clock.now()],
      ),
    );
  }

  /** People without any training, at most ten. */
  untrained(actor: Actor): Promise<UntrainedRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<UntrainedRow[]>(
        `select u.id, u.name, o.name organisation_name, f.name_nl function_nl, f.name_en function_en
         from (select p.* ${UNTRAINED}) u
         join organisation o on o.id = u.organisation_id
         join professional_function f on f.id = u.function_id
         order by u.name, u.id limit ${SHOWN}`,
      ),
    );
  }

  /** What the own municipality was allotted for this year. */
  allotments(actor: Actor): Promise<OwnAllotmentRow[]> {
    const year = Number(localDateOf(this.clock.now()).slice(0, 4));
    return this.db.read(actor, (tx) =>
      tx.query<OwnAllotmentRow[]>(
        `select c.title course_title, a.trainings, a.is_demo,
           (select count(*)::int from allotment_use u where u.allotment_id = a.id) used
         from allotment a join course c on c.id = a.course_id
         where a.year = $1 order by c.title, a.id`,
        [year],
      ),
    );
  }
}
