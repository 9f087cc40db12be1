export const sessionStatuses = ['draft', 'open', 'confirmed', 'closed', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];
export type SessionStep = 'open' | 'confirm' | 'close' | 'cancel';

const steps: Readonly<Record<SessionStep, { from: readonly SessionStatus[]; to: SessionStatus }>> = {
  open: { from: ['draft'], to: 'open' },
  confirm: { from: ['open'], to: 'confirmed' },
  close: { from: ['confirmed'], to: 'closed' },
  cancel: { from: ['draft', 'open', 'confirmed'], to: 'cancelled' },
};

/** The status after a step, or null when a session in this status cannot take it. */
export function afterStep(status: SessionStatus, step: SessionStep): SessionStatus | null {
  return steps[step].from.includes(status) ? steps[step].to : null;
}

/** Whether people can enrol: from opening until the first part begins. */
export function takesEnrolments(session: { status: SessionStatus; firstStartsAt: Date }, now: Date): boolean {
  return (session.status === 'open' || session.status === 'confirmed') && now < session.firstStartsAt;
}

/** Whether waiting for a seat is over: nobody moves up once the first part has begun. */
export function waitingIsOver(session: { firstStartsAt: Date }, now: Date): boolean {
  return now >= session.firstStartsAt;
}

/** Whether a part can still be moved: before it begins, and in a draft also after, since nobody was told of its time. */
export function movesParts(status: SessionStatus, part: { startsAt: Date }, now: Date): boolean {
  return status === 'draft' || ((status === 'open' || status === 'confirmed') && now < part.startsAt);
}
