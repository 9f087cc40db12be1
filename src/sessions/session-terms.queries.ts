import { ZONE } from '../shared/local-date.js';

/** As `termEndsAt` of `session-terms.rules.ts`, of sessions `s` grouped over their parts `p`. */
const termEndsAt = (lastDay: string) =>
  `least(min(p.starts_at), (${lastDay} + 1)::timestamp at time zone '${ZONE}')`;

/** The instant from which nobody enrols in a session or moves up in it any more. */
export const ENROLMENT_ENDS_AT = termEndsAt('s.enrol_until');
/** The instant from which a seat is given up with a reason only. */
export const FREE_CANCELLATION_ENDS_AT = termEndsAt('s.cancel_until');
