export const reminderStatuses = ['planned', 'sent', 'withdrawn'] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

export const withdrawnReasons = [
  'enrolment-cancelled',
  'session-cancelled',
  'moment-passed',
  'session-begun',
] as const;
/** Why a planned reminder was not sent; one whose moment had passed is planned again when the session moves later. */
export type WithdrawnReason = (typeof withdrawnReasons)[number];
