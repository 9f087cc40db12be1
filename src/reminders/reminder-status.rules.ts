export const reminderStatuses = ['planned', 'sent', 'withdrawn'] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

export const withdrawnReasons = [
  'enrolment-cancelled',
  'session-cancelled',
  'moment-passed',
  'session-begun',
  'rule-changed',
] as const;
/** Why a planned reminder was not sent; one whose moment had passed or whose rule changed may be planned again. */
export type WithdrawnReason = (typeof withdrawnReasons)[number];
