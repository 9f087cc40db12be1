import { Inject, Injectable } from '@nestjs/common';
import type { Audience } from '../courses/course-access.rules.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { ASKED } from './asked.queries.js';

/** A course, as far as the demand for it needs to know. */
export interface AskedCourse {
  readonly id: string;
  readonly title: string;
  readonly isActive: boolean;
  readonly audience: Audience;
}

/** Someone who asks for a course by name. */
export interface AskingRow {
  readonly professionalId: string;
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly functionNl: string;
  readonly functionEn: string;
  /** Whether this person waits for a seat or for approval in a session still to come. */
  readonly waits: boolean;
  /** The open interest; null for who only waits. */
  readonly interestId: string | null;
  readonly interestSince: Date | null;
}

const FROM = `
  from (${ASKED('$1')}) a
  join professional p on p.id = a.professional_id
  join organisation o on o.id = p.organisation_id
  join municipality m on m.id = p.municipality_id
  join professional_function f on f.id = p.function_id
  left join interest i on i.course_id = a.course_id and i.professional_id = p.id and i.ended_at is null
  where a.course_id = $2 and p.region_id = $3 and ($4::uuid is null or p.municipality_id = $4)`;

/** Who asks for one course. */
@Injectable()
export class CourseDemandQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 'not-found' */
  async course(actor: Actor, id: string): Promise<AskedCourse> {
    const [course] = await this.db.read(actor, (tx) =>
      tx.query<AskedCourse[]>(
        'select id, title, is_active "isActive", audience from course where id = $1 and region_id = $2',
        [id, actor.regionId],
      ),
    );
    if (!course) throw new DomainError('not-found');
    return course;
  }

  /** One page of the people who ask for a course, by name; a contact gets the own municipality's. */
  people(
    actor: Actor,
    courseId: string,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<AskingRow>> {
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    const query = {
      select: `p.id "professionalId", p.name, o.name organisation, m.name municipality, f.name_nl "functionNl",
        f.name_en "functionEn", a.waits, i.id "interestId", i.recorded_at "interestSince"`,
      from: FROM,
      orderBy: 'lower(p.name), p.id',
      params: [this.clock.now(), courseId, actor.regionId, own],
    };
    return this.db.read(actor, (tx) => pageOf<AskingRow>(tx, query, page));
  }
}
