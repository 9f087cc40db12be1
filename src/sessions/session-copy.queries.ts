import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { SessionQueries, type SeatRow, type SessionPartRow, type SessionRow } from './session.queries.js';
import type { SessionPlan } from './session-plan.rules.js';
import type { SessionTerms } from './session-terms.rules.js';

/** For whom seats are held beside municipalities, by name. */
export interface SeatHolder {
  readonly name: string;
  readonly nameEn: string;
  readonly seats: number;
}

interface Terms {
  readonly terms: SessionTerms;
  readonly holders: readonly SeatHolder[];
  /** For which organisation it is, where the course is given in company. */
  readonly organisation: string | null;
}

// The course may have been given in company then, and not any more.
const TERMS = `
  select o.name organisation,
    json_build_object('overbookingPercentage', s.overbooking_percentage, 'waitingListMode', s.waiting_list_mode,
      'offerHours', s.offer_hours, 'enrolUntil', s.enrol_until, 'cancelUntil', s.cancel_until,
      'chargesLateCancellation', s.charges_late_cancellation, 'organisationId', o.id,
      'asksDietary', s.asks_dietary, 'asksAccessibility', s.asks_accessibility,
      'functionQuotas', (
        select coalesce(json_agg(json_build_object('functionId', function_id, 'seats', seats) order by id), '[]')
        from seat_quota where session_id = s.id and function_id is not null),
      'organisationQuotas', (
        select coalesce(json_agg(json_build_object('organisationId', organisation_id, 'seats', seats) order by id), '[]')
        from seat_quota where session_id = s.id and organisation_id is not null)) terms,
    (select coalesce(json_agg(json_build_object('name', coalesce(f.name_nl, h.name),
        'nameEn', coalesce(f.name_en, h.name), 'seats', q.seats) order by q.id), '[]')
      from seat_quota q left join professional_function f on f.id = q.function_id
      left join organisation h on h.id = q.organisation_id
      where q.session_id = s.id and q.municipality_id is null) holders
  from session s join course c on c.id = s.course_id
  left join organisation o on o.id = s.organisation_id and c.audience = 'in-company'
  where s.id = $1`;

/** A session that others are made after, and the plan that would make it once more. */
export interface SessionTemplate extends Omit<Terms, 'terms'> {
  readonly session: SessionRow;
  readonly parts: readonly SessionPartRow[];
  readonly held: readonly SeatRow[];
  readonly plan: SessionPlan;
}

@Injectable()
export class SessionCopyQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
  ) {}

  /** @throws DomainError 'not-found' */
  async template(actor: Actor, sessionId: string): Promise<SessionTemplate> {
    const session = await this.sessions.get(actor, sessionId);
    const parts = await this.sessions.parts(actor, sessionId);
    const held = (await this.sessions.seats(actor, sessionId)).filter(({ reserved }) => reserved > 0);
    const [row] = await this.db.read(actor, (tx) => tx.query<Terms[]>(TERMS, [sessionId]));
    const { terms, holders, organisation } = row!;
    return { session, parts, held, holders, organisation, plan: { ...planOf(session, parts, held), terms } };
  }

  /** The same, of this course only. @throws DomainError 'not-found' */
  async templateFor(actor: Actor, sessionId: string, courseId: string): Promise<SessionTemplate> {
    const template = await this.template(actor, sessionId);
    if (template.session.courseId !== courseId) throw new DomainError('not-found');
    return template;
  }
}

function planOf(
  session: SessionRow,
  parts: readonly SessionPartRow[],
  held: readonly SeatRow[],
): Omit<SessionPlan, 'terms'> {
  const { courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn } = session;
  const { priceCents, priceIsDemo, priceIsAgreed } = session;
  return {
    ...{ courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn },
    priceCents: priceIsAgreed ? BigInt(priceCents!) : null,
    priceIsDemo: priceIsAgreed && priceIsDemo === true,
    parts: parts.map(({ date, startTime, endTime, roomId, joiningLink, trainers }) => ({
      ...{ date, startTime, endTime, roomId, joiningLink },
      trainerIds: trainers.map(({ id }) => id),
    })),
    quotas: held.map(({ municipalityId, reserved }) => ({ municipalityId, seats: reserved })),
  };
}
