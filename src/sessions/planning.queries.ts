import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pricesOf } from '../courses/price-list.queries.js';
import type { ListedPrice } from '../courses/price-list.rules.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import { roomName } from './room-name.rules.js';
import type { PlanSetting } from './session-plan.rules.js';

export interface CourseChoice {
  readonly id: string;
  readonly title: string;
  readonly level: CourseLevel;
  readonly dayParts: number;
  readonly provider: string;
  readonly minParticipants: number;
  readonly maxParticipants: number;
  /** How many days before the first day it is decided whether a session goes ahead. */
  readonly decideDays: number;
  readonly prices: readonly ListedPrice[];
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

export interface RoomChoice {
  readonly id: string;
  readonly venueId: string;
  /** As people call it, with the name of its venue. */
  readonly name: string;
  readonly town: string;
  readonly capacity: number;
}

export interface TrainerChoice {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** The courses that the trainer can give; none for all. */
  readonly courseIds: readonly string[];
}

/** A session that a new one can be made like. */
export interface EarlierSession {
  readonly id: string;
  readonly dates: readonly string[];
  readonly venues: string | null;
  readonly online: boolean;
}

const EARLIER_SHOWN = 20;

const EARLIER = `
  select s.id, array_agg(p.local_date::text order by p.ordinal) dates, string_agg(distinct v.name, ', ') venues,
    bool_or(p.room_id is null) online
  from session s join session_part p on p.session_id = s.id
  left join room r on r.id = p.room_id left join venue v on v.id = r.venue_id
  where s.region_id = $1 and s.course_id = $2 group by s.id order by min(p.starts_at) desc, s.id limit $3`;

const COURSES = `select c.id, c.title, c.level, c.day_parts "dayParts", v.name provider, c.min_participants "minParticipants",
  c.max_participants "maxParticipants", c.decide_days "decideDays", ${pricesOf('c.id')} prices
  from course c join provider v on v.id = c.provider_id
  where c.region_id = $1 and c.is_active`;

const PAYERS = `
  select m.id, m.name, coalesce(json_agg(json_build_object('year', a.year, 'trainings', a.trainings, 'isDemo', a.is_demo,
    'used', (select count(*)::int from allotment_use u where u.allotment_id = a.id)) order by a.year)
    filter (where a.id is not null), '[]') allotments
  from municipality m
  left join allotment a on a.municipality_id = m.id and a.course_id = $2 and a.year >= $3
  where m.region_id = $1 and m.is_member group by m.id order by m.name`;

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

  /** The newest sessions of a course, also those that were called off. */
  earlier(actor: Actor, courseId: string): Promise<EarlierSession[]> {
    return this.db.read(actor, (tx) =>
      tx.query<EarlierSession[]>(EARLIER, [actor.regionId, courseId, EARLIER_SHOWN]),
    );
  }

  async rooms(actor: Actor): Promise<RoomChoice[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Omit<RoomChoice, 'name'> & { venue: string; room: string })[]>(
        `select r.id, r.venue_id "venueId", v.name venue, r.name room, m.name town, r.capacity from room r
         join venue v on v.id = r.venue_id join municipality m on m.id = v.municipality_id
         where r.region_id = $1 and r.archived_at is null and v.archived_at is null order by m.name, v.name, r.name`,
        [actor.regionId],
      ),
    );
    return rows.map(({ venue, room, ...row }) => ({ ...row, name: roomName({ venue, room }) }));
  }

  trainers(actor: Actor): Promise<TrainerChoice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<TrainerChoice[]>(
        `select t.id, t.name, v.name provider,
           array(select s.course_id from trainer_skill s where s.trainer_id = t.id) "courseIds"
         from trainer t join provider v on v.id = t.provider_id
         where t.region_id = $1 and t.archived_at is null order by t.name, t.id`,
        [actor.regionId],
      ),
    );
  }

  /** Everything of the region that a plan may name, so that ids of another region are unknown. */
  async setting(actor: Actor): Promise<PlanSetting> {
    const municipalities = await this.db.read(actor, (tx) =>
      tx.query<{ id: string }[]>('select id from municipality where region_id = $1', [actor.regionId]),
    );
    const courses = await this.courses(actor);
    const rooms = await this.rooms(actor);
    const trainers = await this.trainers(actor);
    const [region] = await this.db.read(actor, (tx) =>
      tx.query<{ travelMinutes: number }[]>(
        'select travel_minutes "travelMinutes" from region where id = $1',
        [actor.regionId],
      ),
    );
    return {
      now: this.clock.now(),
      courseIds: new Set(courses.map(({ id }) => id)),
      prices: new Map(courses.map(({ id, prices }) => [id, prices])),
      municipalityIds: new Set(municipalities.map(({ id }) => id)),
      trainers: new Map(trainers.map((trainer) => [trainer.id, trainer])),
      rooms: new Map(rooms.map((room) => [room.id, room])),
      travelMinutes: region!.travelMinutes,
    };
  }
}
