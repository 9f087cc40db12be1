import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { ALLOTMENT_LEFT, DEMAND } from './asked.queries.js';
import type { Asked } from './demand.rules.js';
import type { DemandOrder } from './demand-order.rules.js';

/** How many people of one function in one municipality ask for a course, and the trainings left there. */
export interface DemandRow extends Asked {
  readonly courseId: string;
  readonly courseTitle: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly functionId: string;
  readonly functionNl: string;
  readonly functionEn: string;
  readonly demand: number;
  /** Null where none were allotted. */
  readonly allotmentLeft: number | null;
  readonly allotmentIsDemo: boolean | null;
}

/** The demand for one course in one municipality, all functions together. */
export type MunicipalDemandRow = Pick<
  DemandRow,
  | 'municipalityId'
  | 'municipality'
  | 'waiting'
  | 'interested'
  | 'polled'
  | 'demand'
  | 'allotmentLeft'
  | 'allotmentIsDemo'
>;

export interface DemandFilter {
  readonly course?: string | undefined;
  readonly municipality?: string | undefined;
  readonly function?: string | undefined;
  readonly order: DemandOrder;
}

/** What all pages together add up to. */
export interface DemandSum extends Asked {
  readonly demand: number;
}

/** Something to choose in a filter. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A function by its name in both languages. */
export interface FunctionChoice {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
}

interface Page {
  readonly page: number;
  readonly pageSize: number;
}

const FROM = `
  from (${DEMAND('$1', '$2')}) d
  join course c on c.id = d.course_id and c.is_active and c.region_id = $3
  join municipality m on m.id = d.municipality_id
  join professional_function f on f.id = d.function_id
  left join lateral (${ALLOTMENT_LEFT('d.course_id', 'd.municipality_id', '$8')}) l on true
  where ($4::uuid is null or d.municipality_id = $4) and ($5::uuid is null or d.course_id = $5)
    and ($6::uuid is null or d.municipality_id = $6) and ($7::uuid is null or d.function_id = $7)`;

const FIELDS = `d.course_id "courseId", c.title "courseTitle", d.municipality_id "municipalityId", m.name municipality,
  d.function_id "functionId", f.name_nl "functionNl", f.name_en "functionEn", d.waiting, d.interested, d.polled, d.demand,
  l."left" "allotmentLeft", l.is_demo "allotmentIsDemo"`;

const ORDERS: Readonly<Record<DemandOrder, string>> = {
  '-demand': 'd.demand desc, c.title, m.name, f.name_nl, d.course_id',
  course: 'c.title, d.course_id, m.name, f.name_nl',
  municipality: 'm.name, c.title, d.course_id, f.name_nl',
  function: 'f.name_nl, d.function_id, c.title, d.course_id, m.name',
};

@Injectable()
export class DemandQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of the demand that the actor may see: the region's, or the own municipality's. */
  list(actor: Actor, filter: DemandFilter, page: Page): Promise<Paged<DemandRow>> {
    const query = {
      select: FIELDS,
      from: FROM,
      orderBy: ORDERS[filter.order],
      params: this.asked(actor, filter),
    };
    return this.db.read(actor, (tx) => pageOf<DemandRow>(tx, query, page));
  }

  async sum(actor: Actor, filter: DemandFilter): Promise<DemandSum> {
    const [sum] = await this.db.read(actor, (tx) =>
      tx.query<DemandSum[]>(
        `select coalesce(sum(d.waiting), 0)::int waiting, coalesce(sum(d.interested), 0)::int interested,
           coalesce(sum(d.polled), 0)::int polled, coalesce(sum(d.demand), 0)::int demand ${FROM}`,
        this.asked(actor, filter),
      ),
    );
    return sum!;
  }

  /** The courses, municipalities and functions to filter by. */
  choices(
    actor: Actor,
  ): Promise<{ courses: Choice[]; municipalities: Choice[]; functions: FunctionChoice[] }> {
    return this.db.read(actor, async (tx) => ({
      courses: await tx.query<Choice[]>(
        'select id, title "name" from course where region_id = $1 and is_active order by title, id',
        [actor.regionId],
      ),
      municipalities: await tx.query<Choice[]>(
        'select id, name from municipality where region_id = $1 order by name',
        [actor.regionId],
      ),
      functions: await tx.query<FunctionChoice[]>(
        'select id, name_nl nl, name_en en from professional_function where region_id = $1 order by name_nl, id',
        [actor.regionId],
      ),
    }));
  }

  /** What the course asks for in each municipality where anyone does, the most first. */
  ofCourse(actor: Actor, courseId: string): Promise<MunicipalDemandRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<MunicipalDemandRow[]>(
        `select d.municipality_id "municipalityId", m.name municipality, sum(d.waiting)::int waiting,
           sum(d.interested)::int interested, sum(d.polled)::int polled, sum(d.demand)::int demand,
           min(l."left") "allotmentLeft", bool_or(l.is_demo) "allotmentIsDemo"
         ${FROM} group by d.municipality_id, m.name order by demand desc, m.name`,
        this.asked(actor, { course: courseId, order: '-demand' }),
      ),
    );
  }

  private asked(actor: Actor, { course, municipality, function: functionId }: DemandFilter) {
    const now = this.clock.now();
    const today = localDateOf(now);
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    const thisYear = Number(today.slice(0, 4));
    return [now, today, actor.regionId, own, course, municipality, functionId, thisYear];
  }
}
