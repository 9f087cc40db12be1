import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { PartPlan, PlanSetting } from './session-plan.rules.js';

export interface CourseChoice {
  readonly id: string;
  readonly title: string;
  readonly level: CourseLevel;
  readonly dayParts: number;
  readonly provider: string;
  readonly minParticipants: number;
  readonly maxParticipants: number;
  /** Whole cents as text; null when the catalogue names no price. */
  readonly priceCents: string | null;
  readonly priceIsDemo: boolean | null;
}

/** A municipality with what it may still have of one course, per grant year. */
export interface PayerChoice {
  readonly id: string;
  readonly name: string;
  readonly allotments: readonly {
    readonly year: number;
    readonly trainings: number;
    readonly used: number;
    readonly isDemo: boolean;
  }[];
}

export interface VenueChoice {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly capacity: number;
}

export interface TrainerChoice {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
}

/** A session in which a trainer is already needed; `part` is the place in the plan, from 1. */
export interface TrainerClash {
  readonly part: number;
  readonly trainer: string;
  readonly course: string;
  readonly date: string;
}

const COURSES = `select c.id, c.title, c.level, c.day_parts "dayParts", v.name provider, c.min_participants "minParticipants",
  c.max_participants "maxParticipants", cp.price_cents "priceCents", cp.is_demo "priceIsDemo"
  from course c join provider v on v.id = c.provider_id left join course_price cp on cp.course_id = c.id
  where c.region_id = $1 and c.is_active`;

const PAYERS = `
  select m.id, m.name, coalesce(json_agg(json_build_object('year', g.year, 'trainings', a.trainings, 'isDemo', a.is_demo,
    'used', (select count(*)::int from allotment_use u where u.allotment_id = a.id)) order by g.year)
    filter (where a.id is not null), '[]') allotments
  from municipality m
  left join (allotment a join grant_award g on g.id = a.grant_id and g.year >= $3)
    on a.municipality_id = m.id and a.course_id = $2
  where m.region_id = $1 group by m.id order by m.name`;

// The bounds are put in order because a plan may still be wrong when it is asked about.
const CLASHES = `
  select wanted.part, t.name trainer, c.title course, p.local_date::text date
  from unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) wanted (part, trainer_id, starts_at, ends_at)
  join session_part_trainer pt on pt.trainer_id = wanted.trainer_id
    and pt.during && tstzrange(least(starts_at, ends_at), greatest(starts_at, ends_at))
  join session_part p on p.id = pt.part_id
  join session s on s.id = p.session_id
  join course c on c.id = s.course_id
  join trainer t on t.id = pt.trainer_id
  where s.id is distinct from $5::uuid
  order by wanted.part, p.starts_at limit 1`;

/** What a coordinator can choose from when planning, and what stands in the way. */
@Injectable()
export class PlanningQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  courses(actor: Actor): Promise<CourseChoice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<CourseChoice[]>(`${COURSES} order by c.title, c.id`, [actor.regionId]),
    );
  }

  async course(actor: Actor, id: string): Promise<CourseChoice | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<CourseChoice[]>(`${COURSES} and c.id = $2`, [actor.regionId, id]),
    );
    return rows[0] ?? null;
  }

  /** The municipalities of the region, with their allotments of this course in grants of `fromYear` and later. */
  payers(actor: Actor, courseId: string, fromYear: number): Promise<PayerChoice[]> {
    return this.db.read(actor, (tx) => tx.query<PayerChoice[]>(PAYERS, [actor.regionId, courseId, fromYear]));
  }

  venues(actor: Actor): Promise<VenueChoice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<VenueChoice[]>(
        `select v.id, v.name, m.name town, v.capacity from venue v join municipality m on m.id = v.municipality_id
         where v.region_id = $1 order by m.name, v.name`,
        [actor.regionId],
      ),
    );
  }

  trainers(actor: Actor): Promise<TrainerChoice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<TrainerChoice[]>(
        'select id, name, provider from trainer where region_id = $1 order by name, id',
        [actor.regionId],
      ),
    );
  }

  /** Everything of the region that a plan may name, so that ids of another region are unknown. */
  async setting(actor: Actor): Promise<PlanSetting> {
    const idsOf = async (table: 'course' | 'municipality' | 'trainer', where = 'true') => {
      const rows = await this.db.read(actor, (tx) =>
        tx.query<{ id: string }[]>(`select id from ${table} where region_id = $1 and ${where}`, [
          actor.regionId,
        ]),
      );
      return new Set(rows.map(({ id }) => id));
    };
    const venues = await this.venues(actor);
    return {
      now: this.clock.now(),
      courseIds: await idsOf('course', 'is_active'),
      municipalityIds: await idsOf('municipality'),
      trainerIds: await idsOf('trainer'),
      venues: new Map(venues.map((venue) => [venue.id, venue])),
    };
  }

  /** The first session, other than `exceptSessionId`, in which one of the trainers is needed at the time of a part. */
  async clash(
    actor: Actor,
    parts: readonly PartPlan[],
    exceptSessionId: string | null,
  ): Promise<TrainerClash | null> {
    const wanted = parts.flatMap((part, index) =>
      part.trainerIds.map((trainerId) => ({ ...part, trainerId, number: index + 1 })),
    );
    const rows = await this.db.read(actor, (tx) =>
      tx.query<TrainerClash[]>(CLASHES, [
        wanted.map(({ number }) => number),
        wanted.map(({ trainerId }) => trainerId),
        wanted.map(({ date, startTime }) => instantOf(date, startTime)),
        wanted.map(({ date, endTime }) => instantOf(date, endTime)),
        exceptSessionId,
      ]),
    );
    return rows[0] ?? null;
  }

  async trainersOf(actor: Actor, sessionId: string, ordinal: number): Promise<string[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string }[]>(
        `select t.trainer_id id from session_part_trainer t join session_part p on p.id = t.part_id
         where p.session_id = $1 and p.ordinal = $2`,
        [sessionId, ordinal],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
