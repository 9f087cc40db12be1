import { addToDate } from '../shared/local-date.js';

export const sessionStatuses = ['draft', 'open', 'confirmed', 'closed', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];
/** What people call a session: its status, or what more there is to say of one that is open or goes ahead. */
export const shownStatuses = [
  'draft',
  'open',
  'full',
  'confirmed',
  'in-progress',
  'ended',
  'closed',
  'cancelled',
] as const;
export type ShownStatus = (typeof shownStatuses)[number];
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

/** What decides about what a session is called. */
export interface SessionStand {
  readonly status: SessionStatus;
  readonly seatsTaken: number;
  readonly capacity: number;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
}

/**
 * What people call a session now: full when there is no seat left before it begins, in progress from the first start of
 * one that goes ahead until its last end, and ended until it is closed.
 */
export function shownStatus(session: SessionStand, now: Date): ShownStatus {
  const { status, seatsTaken, capacity, firstStartsAt, lastEndsAt } = session;
  if (status === 'confirmed' && now >= lastEndsAt) return 'ended';
  if (status === 'confirmed' && now >= firstStartsAt) return 'in-progress';
  return isToCome(session, now) && seatsTaken >= capacity ? 'full' : status;
}

/** So many days before its date one begins to think of a go or no-go. */
export const DECISION_DAYS = 7;

/** Whether it is to be decided this week, or already should have been, if an open session goes ahead. */
export function asksDecision(
  { status, decideOn }: { readonly status: SessionStatus; readonly decideOn: string },
  today: string,
): boolean {
  return status === 'open' && decideOn <= addToDate(today, { days: DECISION_DAYS });
}

/** Whether people can enrol: from opening until enrolment ends, at the latest when the first part begins. */
export function takesEnrolments(
  session: { status: SessionStatus; enrolmentEndsAt: Date },
  now: Date,
): boolean {
  return isLive(session.status) && now < session.enrolmentEndsAt;
}

/** Whether waiting for a seat is over: nobody moves up any more once enrolment has ended. */
export function waitingIsOver(session: { enrolmentEndsAt: Date }, now: Date): boolean {
  return now >= session.enrolmentEndsAt;
}

/** Whether a seat can still be given up or handed over: until the first part begins. */
export function isToCome(session: { status: SessionStatus; firstStartsAt: Date }, now: Date): boolean {
  return isLive(session.status) && now < session.firstStartsAt;
}

/** Whether a coordinator can still give someone a seat: until the last part is over. */
export function isNotOver(session: { status: SessionStatus; lastEndsAt: Date }, now: Date): boolean {
  return isLive(session.status) && now < session.lastEndsAt;
}

export function isLive(status: SessionStatus): boolean {
  return status === 'open' || status === 'confirmed';
}

/** Whether who pays, what it costs and when it is decided can still be changed: until it is decided. */
export function changesDetails(status: SessionStatus): boolean {
  return status === 'draft' || status === 'open';
}

/** Whether a part can still be moved: before it begins, and in a draft also after, since nobody was told of its time. */
export function movesParts(status: SessionStatus, part: { startsAt: Date }, now: Date): boolean {
  return status === 'draft' || (isLive(status) && now < part.startsAt);
}
