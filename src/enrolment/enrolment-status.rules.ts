export const enrolmentStatuses = ['confirmed', 'waitlisted', 'cancelled'] as const;
/** A seat, a place in the waiting list, or given up. */
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];
