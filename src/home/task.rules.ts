import { asksDecision } from '../sessions/session-life.rules.js';
import { localDateOf } from '../shared/local-date.js';

const DAY_MS = 24 * 60 * 60_000;
/** How long before its start a session should have enough people: after it, calling off costs a trainer's week. */
export const GATHER_DAYS = 28;

/** What a session asks of the coordinator, the most pressing first. */
export const tasks = ['close', 'decide', 'gather', 'confirm', 'open', 'waiting'] as const;
export type Task = (typeof tasks)[number];

export interface SessionStand {
  readonly status: 'draft' | 'open' | 'confirmed';
  readonly seatsTaken: number;
  readonly minimum: number;
  readonly waitingCount: number;
  /** Local date of the go or no-go. */
  readonly decideOn: string;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
}

/**
 * What this session asks now: close what is over; decide about one whose date for it is near or past; before that, find
 * people for one that begins within four weeks and has too few, or confirm one that has enough; open a draft; and look at people who wait as long as it has not begun.
 */
export function tasksOf(session: SessionStand, now: Date): Task[] {
  const enough = session.seatsTaken >= session.minimum;
  const soon = session.firstStartsAt.getTime() - now.getTime() <= GATHER_DAYS * DAY_MS;
  const decide = asksDecision(session, localDateOf(now));
  const asks: Record<Task, boolean> = {
    close: session.status === 'confirmed' && now >= session.lastEndsAt,
    decide,
    gather: session.status === 'open' && !decide && !enough && soon,
    confirm: session.status === 'open' && !decide && enough,
    open: session.status === 'draft',
    waiting: session.status !== 'draft' && session.waitingCount > 0 && now < session.firstStartsAt,
  };
  return tasks.filter((task) => asks[task]);
}
