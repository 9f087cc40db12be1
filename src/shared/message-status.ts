/** How a mail stands, from written to final. */
export const messageStatuses = ['queued', 'sending', 'sent', 'failed', 'withdrawn'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** How a status is marked beside its words. */
export const messageBadges = {
  queued: 'neutral',
  sending: 'neutral',
  sent: 'success',
  failed: 'error',
  withdrawn: 'neutral',
} as const satisfies Record<MessageStatus, string>;

/** Why a mail was never sent: an address that does not exist, or newer news about the same enrolment. */
export const withdrawnReasons = ['address-dead', 'overtaken', 'cancelled', 'moved', 'called-off'] as const;
export type WithdrawnReason = (typeof withdrawnReasons)[number];
