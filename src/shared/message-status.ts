/** How a mail stands, from written to final. */
export const messageStatuses = ['queued', 'sending', 'sent', 'failed', 'withdrawn'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** How it stands for who reads of it: some of what was sent came back. */
export const shownStatuses = [...messageStatuses, 'returned'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** How a status is marked beside its words. */
export const messageBadges = {
  queued: 'neutral',
  sending: 'neutral',
  sent: 'success',
  failed: 'error',
  withdrawn: 'neutral',
  returned: 'error',
} as const satisfies Record<ShownStatus, string>;

/** Why a mail was never sent: an address that does not exist, or newer news about the same enrolment. */
export const withdrawnReasons = ['address-dead', 'overtaken', 'cancelled', 'moved', 'called-off'] as const;
export type WithdrawnReason = (typeof withdrawnReasons)[number];

/** What can come back for a mail: that it did not arrive, that it does not arrive yet, or an answer of a program. */
export const returnedKinds = ['undelivered', 'delayed', 'auto-reply'] as const;
export type ReturnedKind = (typeof returnedKinds)[number];
