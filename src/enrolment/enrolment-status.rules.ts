export const enrolmentStatuses = ['requested', 'waitlisted', 'offered', 'confirmed', 'cancelled'] as const;
/** Asked for and not yet approved, a place in the waiting list, a seat to accept, a seat, or ended. */
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const endReasons = [
  'cancelled',
  'called-off',
  'rejected',
  'declined',
  'offer-expired',
  'substituted',
  'transferred',
] as const;
/** Why an enrolment ended. */
export type EndReason = (typeof endReasons)[number];
