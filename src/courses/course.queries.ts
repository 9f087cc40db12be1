import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { HAS_SEAT, OPEN_SESSIONS } from '../demand/asked.queries.js';
import type { Approval, Audience } from './course-access.rules.js';
import type { CourseLevel, EntryLevel } from './course-level.rules.js';

export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly level: CourseLevel;
  readonly day_parts: number;
  readonly min_participants: number;
  readonly max_participants: number;
  readonly validity_months: number | null;
  readonly provider_id: string;
  readonly provider: string;
  readonly crkbo: boolean;
  readonly required_attendance_percentage: number;
  readonly mandatory_parts: number[];
  readonly requires_follow_up: boolean;
  readonly is_demo: boolean;
  readonly source: string;
  readonly entry_level: EntryLevel | null;
  readonly approval: Approval;
  readonly audience: Audience;
  readonly restricted_audience: string | null;
  readonly once_per_course: boolean;
  readonly decide_days: number;
  readonly evaluation_url: string | null;
  readonly is_active: boolean;
  readonly version: number;
  readonly function_ids: string[];
  readonly functions_nl: string[];
  readonly functions_en: string[];
  /** The price that holds today, in whole cents; null when there is none, and for those who may not see it. */
  readonly price_cents: string | null;
  readonly price_is_demo: boolean | null;
  readonly price_source: string | null;
}

export interface CourseFilter {
  readonly q: string | null;
  readonly level?: CourseLevel | undefined;
  readonly onlyActive: boolean;
}

export interface FunctionRow {
  readonly id: string;
  readonly name_nl: string;
  readonly name_en: string;
}

/** What hangs on a course that is not to be given any more. */
export interface CourseUse {
  /** Sessions that are still to be given. */
  readonly sessions: number;
  /** Trainings in allotments that are not used yet. */
  readonly trainings: number;
}

/** How a professional stands to a course: what one can enrol in, and whether one has a seat or asked to hear of a date. */
export interface OwnStanding {
  readonly openSessions: number;
  readonly seated: boolean;
  readonly interestId: string | null;
}

const COURSE = `c.id, c.code, c.title, c.level, c.day_parts, c.min_participants, c.max_participants, c.validity_months,
  c.provider_id, v.name provider, v.crkbo, c.required_attendance_percentage, c.mandatory_parts, c.requires_follow_up, c.is_demo, c.source, c.entry_level,
  c.approval, c.audience, c.restricted_audience, c.once_per_course, c.decide_days, c.evaluation_url, c.is_active, c.version,
  array(select f.id from course_function cf join professional_function f on f.id = cf.function_id
    where cf.course_id = c.id order by f.name_nl) function_ids,
  array(select f.name_nl from course_function cf join professional_function f on f.id = cf.function_id
    where cf.course_id = c.id order by f.name_nl) functions_nl,
  array(select f.name_en from course_function cf join professional_function f on f.id = cf.function_id
    where cf.course_id = c.id order by f.name_nl) functions_en,
  p.price_cents, p.is_demo price_is_demo, p.source price_source`;

/** With the price that holds on a day. */
const FROM = (today: '$2' | '$3') => `
  from course c join provider v on v.id = c.provider_id left join lateral (
    select price_cents, is_demo, source from course_price
    where course_id = c.id and (valid_from is null or valid_from <= ${today}::date)
    order by valid_from desc nulls last limit 1) p on true`;

@Injectable()
export class CourseQueries {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** The catalogue of the region, from awareness up, with what is not offered any more or without; row-level security leaves prices out for who may not see them. */
  courses(
    actor: Actor,
    { q, level, onlyActive }: CourseFilter,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<CourseRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<CourseRow>(
        tx,
        {
          select: COURSE,
          from: `${FROM('$2')} where c.region_id = $1 and (c.is_active or not $5) and ($3::text is null or c.level = $3)
              and ($4::text is null or position(lower($4) in lower(c.title || ' ' || c.code || ' ' || v.name)) > 0)`,
          orderBy: `array_position(array['awareness', 'basic', 'advanced', 'specialist', 'follow-up', 'meeting'], c.level),
            lower(c.title), c.id`,
          params: [actor.regionId, this.today(), level, q, onlyActive],
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async course(actor: Actor, id: string): Promise<CourseRow> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<CourseRow[]>(`select ${COURSE} ${FROM('$3')} where c.id = $1 and c.region_id = $2`, [
        id,
        actor.regionId,
        this.today(),
      ]),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  async standing(actor: Actor, courseId: string, now: Date): Promise<OwnStanding> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<OwnStanding[]>(
        `select (${OPEN_SESSIONS('$1', '$3')}) "openSessions", exists (${HAS_SEAT('$1', '$2', '$3')}) seated,
           (select id from interest where course_id = $1 and professional_id = $2 and ended_at is null) "interestId"`,
        [courseId, actor.professionalId, now],
      ),
    );
    return rows[0]!;
  }

  /** The functions that a course of the region can be meant for. */
  functions(actor: Actor): Promise<FunctionRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<FunctionRow[]>(
        'select id, name_nl, name_en from professional_function where region_id = $1 order by lower(name_nl), id',
        [actor.regionId],
      ),
    );
  }

  async use(actor: Actor, id: string): Promise<CourseUse> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<CourseUse[]>(
        `select (select count(*)::int from session where course_id = $1 and status in ('draft', 'open', 'confirmed')) sessions,
           (select coalesce(sum(greatest(0, a.trainings - (select count(*) from allotment_use u where u.allotment_id = a.id))), 0)::int
            from allotment a where a.course_id = $1) trainings`,
        [id],
      ),
    );
    return rows[0]!;
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}
