import { localeOfProfessional } from '../access/account-locale.queries.js';
import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import type { Occasion } from './asking.rules.js';
import type { Moment } from './question.rules.js';

/** A session about which a questionnaire may be due. */
export type DueSession = Occasion & {
  readonly sessionId: string;
  readonly courseId: string;
  readonly regionId: string;
  readonly askedFrom: Date;
};

/** Someone to mail questions to. */
export interface Asked {
  readonly enrolmentId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

export type Reminded = Asked & {
  readonly invitationId: string;
  readonly sessionId: string;
  readonly regionId: string;
};

const BATCH = 50;
const PARTS = `join lateral (select min(p.starts_at) "firstStartsAt", max(p.local_date) last_date from session_part p
  where p.session_id = s.id) d on true`;
const CAME = `exists (select from attendance_mark k where k.enrolment_id = e.id and k.mark in ('present', 'late', 'left-early'))`;
const REACHABLE = `not exists (select from dead_address x where x.region_id = e.region_id and x.address = lower(r.email))`;
const PERSON = `e.id "enrolmentId", e.municipality_id "municipalityId", e.professional_id "professionalId", r.name, r.email,
  ${localeOfProfessional('r.id')} locale`;

/** The sessions that begin within the longest time before, or ended within the longest time after, that is asked about. */
export async function sessionsToAsk(tx: Tx, now: Date): Promise<DueSession[]> {
  return tx.query<DueSession[]>(
    `select q.moment, q.days_before "daysBefore", q.months_after "monthsAfter", q.asked_from "askedFrom",
       s.id "sessionId", s.course_id "courseId", s.region_id "regionId", d."firstStartsAt", d.last_date::text "lastDate"
     from questionnaire q
     join session s on s.course_id = q.course_id
     ${PARTS}
     where q.asked_from is not null and (
       (q.moment = 'before' and s.status in ('open', 'confirmed') and d."firstStartsAt" > $1
         and d."firstStartsAt" <= $1::timestamptz + make_interval(days => q.days_before))
       or (q.moment = 'later' and s.status = 'closed'
         and d.last_date between ($1::timestamptz - make_interval(months => q.months_after, days => 40))::date
           and ($1::timestamptz - make_interval(months => q.months_after) + interval '4 days')::date))
     order by d."firstStartsAt", s.id`,
    [now],
  );
}

/** The questionnaire that a session that was just closed is asked about, or null. */
export async function closedSession(
  tx: Tx,
  sessionId: string,
): Promise<Pick<DueSession, 'sessionId' | 'courseId' | 'regionId'> | null> {
  const [found] = await tx.query<Pick<DueSession, 'sessionId' | 'courseId' | 'regionId'>[]>(
    `select s.id "sessionId", s.course_id "courseId", s.region_id "regionId" from session s
     join questionnaire q on q.course_id = s.course_id and q.moment = 'after' and q.asked_from is not null
     where s.id = $1 and s.status = 'closed'`,
    [sessionId],
  );
  return found ?? null;
}

/**
 * The next people of a session who were not asked yet: before it who has a seat, and after it who came. Not who cannot be
 * reached.
 * @param seatedSince leaves out who had a seat before then
 */
export function peopleToAsk(
  tx: Tx,
  sessionId: string,
  moment: Moment,
  seatedSince: Date | null,
): Promise<Asked[]> {
  return tx.query<Asked[]>(
    `select ${PERSON} from enrolment e join professional r on r.id = e.professional_id
     where e.session_id = $1 and e.status = 'confirmed' and ($2 = 'before' or ${CAME})
       and ($3::timestamptz is null or e.confirmed_at >= $3) and ${REACHABLE}
       and not exists (select from evaluation_invitation i where i.enrolment_id = e.id and i.moment = $2)
     order by e.id limit ${BATCH}`,
    [sessionId, moment, seatedSince],
  );
}

const UNANSWERED = `from evaluation_invitation i
     join enrolment e on e.id = i.enrolment_id and e.status = 'confirmed'
     join session s on s.id = e.session_id
     join questionnaire q on q.course_id = s.course_id and q.moment = i.moment and q.asked_from is not null
     join professional r on r.id = e.professional_id`;
const NOT_REMINDED = `i.reminded_at is null and ${REACHABLE}
       and exists (select from evaluation_link l where l.invitation_id = i.id)`;
const REMINDED = `select ${PERSON}, i.id "invitationId", s.id "sessionId", s.region_id "regionId" ${UNANSWERED}`;
const NEXT = `order by i.id limit ${BATCH} for no key update of i skip locked`;

/** The next people who were asked about what is over in this time and did not answer, each of whom is reminded once. */
export function peopleToRemind(tx: Tx, askedUntil: Date, askedSince: Date): Promise<Reminded[]> {
  return tx.query<Reminded[]>(
    `${REMINDED} where i.moment <> 'before' and ${NOT_REMINDED} and i.asked_at <= $1 and i.asked_at > $2 ${NEXT}`,
    [askedUntil, askedSince],
  );
}

/** Who was asked before a training that is still to begin and did not answer, with the moments between which that lies. */
export function askedBefore(
  tx: Tx,
  now: Date,
): Promise<{ readonly invitationId: string; readonly askedAt: Date; readonly firstStartsAt: Date }[]> {
  return tx.query(
    `select i.id "invitationId", i.asked_at "askedAt", d."firstStartsAt" ${UNANSWERED} ${PARTS}
     where i.moment = 'before' and ${NOT_REMINDED} and s.status in ('open', 'confirmed') and d."firstStartsAt" > $1`,
    [now],
  );
}

/** The next of these people who have still not answered, and were not reminded by another worker. */
export function stillToRemind(tx: Tx, invitationIds: readonly string[]): Promise<Reminded[]> {
  return tx.query<Reminded[]>(`${REMINDED} where i.id = any($1) and ${NOT_REMINDED} ${NEXT}`, [
    invitationIds,
  ]);
}
