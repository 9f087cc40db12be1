import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import type { Slice } from './roster.queries.js';
import type { AskedWishes, Wishes } from './wishes.rules.js';

/** An enrolment with what decides about its wishes. */
export interface WishingEnrolment extends AskedWishes {
  readonly id: string;
  readonly professionalId: string;
  readonly status: EnrolmentStatus;
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly firstStartsAt: Date;
}

/** What someone who comes wishes. */
export interface WishRow extends Wishes {
  readonly name: string;
}

export interface WishCounts {
  /** People with any wish. */
  readonly total: number;
  readonly dietary: number;
  readonly accessibility: number;
}

const ENROLMENT = `
  select e.id, e.professional_id "professionalId", e.status, e.session_id "sessionId", c.title "courseTitle",
    s.asks_dietary "asksDietary", s.asks_accessibility "asksAccessibility",
    (select min(p.starts_at) from session_part p where p.session_id = s.id) "firstStartsAt"
  from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id where e.id = $1`;

// Whoever only waits does not come yet.
const OF_THOSE_WHO_COME = `
  from enrolment_wish w join enrolment e on e.id = w.enrolment_id join professional p on p.id = e.professional_id
  where e.session_id = $1 and e.status = 'confirmed'`;

/** The enrolment, if the transaction's actor may see it, held as it is until the transaction ends: it cannot be cancelled meanwhile. */
export async function heldEnrolment(tx: Tx, id: string): Promise<WishingEnrolment | null> {
  const [row] = await tx.query<WishingEnrolment[]>(`${ENROLMENT} for share of e`, [id]);
  return row ?? null;
}

/** Wishes, as row-level security lets the person, the session's trainers and the coordinators see them. */
@Injectable()
export class WishesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found', also when the actor may not see this enrolment */
  async ofEnrolment(actor: Actor, id: string): Promise<WishingEnrolment & Wishes> {
    const [row] = await this.db.read(actor, async (tx) =>
      tx.query<(WishingEnrolment & Wishes)[]>(
        `select e.*, w.dietary, w.accessibility from (${ENROLMENT}) e left join enrolment_wish w on w.enrolment_id = e.id`,
        [id],
      ),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** How many of those who have a seat in a session wish something. */
  async counts(actor: Actor, sessionId: string): Promise<WishCounts> {
    const [counts] = await this.db.read(actor, (tx) =>
      tx.query<WishCounts[]>(
        `select count(*)::int total, count(w.dietary)::int dietary, count(w.accessibility)::int accessibility
         ${OF_THOSE_WHO_COME}`,
        [sessionId],
      ),
    );
    return counts!;
  }

  /** What those who have a seat in a session wish, by name. */
  list(actor: Actor, sessionId: string, { limit, offset }: Slice): Promise<WishRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<WishRow[]>(
        `select p.name, w.dietary, w.accessibility ${OF_THOSE_WHO_COME} order by p.name, e.id limit $2 offset $3`,
        [sessionId, limit, offset],
      ),
    );
  }
}
