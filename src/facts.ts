import { z } from 'zod';

const id = z.uuid();

/** Every published fact: its name and what it tells. Only ids travel; who follows a fact loads what is true then. */
export const facts = {
  'message.queued': z.object({ messageId: id }),
  /** The mail server said that the address of a mail does not exist. */
  'address.died': z.object({ messageId: id }),
  'sign-in-link.requested': z.object({ accountId: id }),
  'session.opened': z.object({ sessionId: id }),
  'session.confirmed': z.object({ sessionId: id }),
  'session.moved': z.object({ sessionId: id, partId: id }),
  /** Another trainer or joining link: what matters to those who come, and not to who waits. */
  'session.changed': z.object({ sessionId: id, partId: id }),
  'session.trainer-left': z.object({ partId: id, trainerId: id }),
  /** Its seats, or for whom they are held. */
  'session.seats-changed': z.object({ sessionId: id }),
  'session.cancelled': z.object({ sessionId: id }),
  'session.closed': z.object({ sessionId: id }),
  'enrolment.requested': z.object({ enrolmentId: id }),
  'enrolment.offered': z.object({ enrolmentId: id }),
  'enrolment.confirmed': z.object({ enrolmentId: id }),
  'enrolment.waitlisted': z.object({ enrolmentId: id }),
  'enrolment.cancelled': z.object({ enrolmentId: id }),
  /** A mark was changed after closing. */
  'attendance.corrected': z.object({ enrolmentId: id }),
  'certificate.issued': z.object({ certificateId: id }),
  /** Taken back, not replaced by another one. */
  'certificate.revoked': z.object({ certificateId: id }),
  'follow-up.launched': z.object({ campaignId: id }),
  'reminder-rule.changed': z.object({ ruleId: id }),
  'needs-poll.sent': z.object({ pollId: id }),
  /** People of this region were invited to what the curriculum asks. */
  'curriculum.invited': z.object({ regionId: id }),
} as const;

export type FactName = keyof typeof facts;
export type FactOf<N extends FactName> = z.infer<(typeof facts)[N]>;
