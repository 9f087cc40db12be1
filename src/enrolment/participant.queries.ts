import { localeOfProfessional } from '../access/account-locale.queries.js';
import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';

/** Someone with an enrolment, as a mail needs to know them. */
export interface Participant {
  readonly enrolmentId: string;
  readonly regionId: string;
  readonly sessionId: string;
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly status: EnrolmentStatus;
  /** Null for someone who never had a seat, and so has nothing in the calendar. */
  readonly confirmedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly offerExpiresAt: Date | null;
  /** What stands in the address to which calendars answer; null for who enrolled before there was one. */
  readonly answerToken: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

// The share lock keeps an enrolment from changing before the mail about it is written down, so that mails about
// one enrolment are always posted in the order of what happened.
const participantsWhere = (condition: string) => `
  select e.id "enrolmentId", e.region_id "regionId", e.session_id "sessionId", e.professional_id "professionalId",
    e.municipality_id "municipalityId", e.status, e.confirmed_at "confirmedAt",
    e.end_reason "endReason", e.offer_expires_at "offerExpiresAt", e.answer_token "answerToken", p.name, p.email,
    ${localeOfProfessional('p.id')} locale
  from enrolment e join professional p on p.id = e.professional_id
  where ${condition} order by e.id for share of e`;

/** The participants with these enrolments, whatever their status. */
export function participants(tx: Tx, enrolmentIds: readonly string[]): Promise<Participant[]> {
  return tx.query<Participant[]>(participantsWhere('e.id = any($1)'), [enrolmentIds]);
}

/** Who has a seat in a session or waits for one. */
export function activeParticipants(tx: Tx, sessionId: string): Promise<Participant[]> {
  return tx.query<Participant[]>(participantsWhere("e.session_id = $1 and e.status <> 'cancelled'"), [
    sessionId,
  ]);
}
