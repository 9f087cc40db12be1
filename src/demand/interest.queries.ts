import { Inject, Injectable } from '@nestjs/common';
import type { Audience } from '../courses/course-access.rules.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { HAS_SEAT, OPEN_SESSIONS } from './asked.queries.js';
import type { InterestEnd } from './interest.entity.js';

/** Someone's interest in a course. */
export interface InterestRow {
  readonly id: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly professionalId: string;
  readonly professionalName: string;
  readonly municipalityId: string;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: InterestEnd | null;
}

export interface InterestFilter {
  readonly courseId?: string | undefined;
  readonly q?: string | null;
  /** Whether also what has ended is told. */
  readonly ended?: boolean;
}

interface Page {
  readonly page: number;
  readonly pageSize: number;
}

const FIELDS = `i.id, i.course_id "courseId", c.title "courseTitle", i.professional_id "professionalId",
  p.name "professionalName", i.municipality_id "municipalityId", i.recorded_at "recordedAt", i.ended_at "endedAt",
  i.end_reason "endReason"`;

const FROM = `from interest i join course c on c.id = i.course_id join professional p on p.id = i.professional_id
  where i.region_id = $1 and ($2::uuid is null or i.municipality_id = $2) and ($3::uuid is null or i.professional_id = $3)`;

@Injectable()
export class InterestQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of the interest that the actor may see: a professional's own, a contact's municipality's, or the region's. */
  list(actor: Actor, { courseId, q, ended }: InterestFilter, page: Page): Promise<Paged<InterestRow>> {
    const query = {
      select: FIELDS,
      from: `${FROM} and ($4::uuid is null or i.course_id = $4)
        and ($5::text is null or position(lower($5) in lower(p.name)) > 0) and ($6 or i.ended_at is null)`,
      orderBy: 'i.recorded_at, i.id',
      params: [...readerOf(actor), courseId, q, ended ?? false],
    };
    return this.db.read(actor, (tx) => pageOf<InterestRow>(tx, query, page));
  }

  /** @throws DomainError 'not-found', also when the actor may not see it */
  async get(actor: Actor, id: string): Promise<InterestRow> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<InterestRow[]>(`select ${FIELDS} ${FROM} and i.id = $4`, [...readerOf(actor), id]),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** How many sessions of each of these courses one can enrol in now. */
  async openSessions(actor: Actor, courseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string; sessions: number }[]>(
        `select c.id, (${OPEN_SESSIONS('c.id', '$2')}) sessions from course c where c.id = any($1)`,
        [courseIds, this.clock.now()],
      ),
    );
    return new Map(rows.map(({ id, sessions }) => [id, sessions]));
  }
}

/** The region, and whose interest it must be for who may see only that. */
function readerOf(actor: Actor) {
  return [
    actor.regionId,
    actor.role === 'contact' ? actor.municipalityId : null,
    actor.role === 'professional' ? actor.professionalId : null,
  ];
}

/** Who has this work address, as far as the transaction's actor may see. */
export async function professionalWith(tx: Tx, email: string): Promise<string | null> {
  const [found] = await tx.query<{ id: string }[]>(
    'select id from professional where email = $1 and region_id = app_region()',
    [email],
  );
  return found?.id ?? null;
}

/** What decides whether a course of the region takes interest; null when there is no such course. */
export async function courseToAsk(tx: Tx, regionId: string, courseId: string) {
  const [course] = await tx.query<{ isActive: boolean; audience: Audience }[]>(
    'select is_active "isActive", audience from course where id = $1 and region_id = $2',
    [courseId, regionId],
  );
  return course ?? null;
}

/** Whether someone has a seat, or is offered one, in a session of the course that is not over at `now`. */
export async function hasSeat(
  tx: Tx,
  { courseId, professionalId, now }: { courseId: string; professionalId: string; now: Date },
): Promise<boolean> {
  const [row] = await tx.query<{ seated: boolean }[]>(
    `select exists (${HAS_SEAT('$1', '$2', '$3')}) seated`,
    [courseId, professionalId, now],
  );
  return row!.seated;
}

/** The open interest, at most one, that a confirmed enrolment answers; the transaction is the system's. */
export function seatedInterests(tx: Tx, enrolmentId: string): Promise<{ id: string; regionId: string }[]> {
  return tx.query<{ id: string; regionId: string }[]>(
    `select i.id, i.region_id "regionId" from enrolment e join session s on s.id = e.session_id
     join interest i on i.course_id = s.course_id and i.professional_id = e.professional_id and i.ended_at is null
     where e.id = $1 and e.status = 'confirmed'`,
    [enrolmentId],
  );
}
