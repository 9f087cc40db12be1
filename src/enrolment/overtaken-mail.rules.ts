import type { Overtakes } from '../platform/mail/withdrawal.rules.js';

const BEFORE_A_PLACE = ['enrolment.requested'];
const BEFORE_A_SEAT = [...BEFORE_A_PLACE, 'enrolment.waitlisted', 'enrolment.offered'];
/** Mail that tells when and where, and that a later one tells again as it is by then. */
const TIMES_AND_PLACES = ['session.moved', 'session.changed', 'reminder.due'];

/**
 * What news about an enrolment makes of older mail about it that has not left yet. News of another time leaves a
 * confirmation, a request and an offer alone: these say more than when and where.
 */
export function overtakenBy(reason: string): Overtakes | null {
  switch (reason) {
    case 'enrolment.waitlisted':
    case 'enrolment.offered':
      return { reasons: BEFORE_A_PLACE, because: 'overtaken' };
    case 'enrolment.confirmed':
      return { reasons: BEFORE_A_SEAT, because: 'overtaken' };
    case 'session.moved':
    case 'session.changed':
      return { reasons: TIMES_AND_PLACES, because: 'moved' };
    case 'enrolment.cancelled':
      return { reasons: null, because: 'cancelled' };
    case 'session.cancelled':
      return { reasons: null, because: 'called-off' };
    default:
      return null;
  }
}
