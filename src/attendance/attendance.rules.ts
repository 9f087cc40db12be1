import type { SessionStatus } from '../sessions/session-life.rules.js';

export const marks = ['present', 'late', 'left-early', 'absent', 'excused'] as const;
/** How someone attended a part: late and left early are attended, excused (told beforehand) and absent are not. */
export type Mark = (typeof marks)[number];

/** Those of which it matters how many minutes. */
const withMinutes: readonly Mark[] = ['late', 'left-early'];

/** A mark with how many minutes someone came late or left early; null when that is not known or not so. */
export interface Marked {
  readonly mark: Mark;
  readonly minutes: number | null;
}

/** Whether someone with this mark was there, though perhaps not for all of it. */
export function attends(mark: Mark): boolean {
  return mark !== 'absent' && mark !== 'excused';
}

/** Whether minutes say something beside this mark. */
export function takesMinutes(mark: Mark): boolean {
  return withMinutes.includes(mark);
}

/** What decides about marks and closing: the parts of a session and who has a seat in it. */
export interface RosterState {
  readonly status: SessionStatus;
  readonly parts: readonly { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }[];
  /** `marks` are by part id; a part without a mark is left out. */
  readonly people: readonly {
    readonly enrolmentId: string;
    readonly marks: Readonly<Record<string, Marked>>;
  }[];
}

export interface MarkWish extends Marked {
  readonly enrolmentId: string;
  readonly partId: string;
}

type Obstacle<Code extends string> = { readonly refused: Code };

/** Whether a session's attendance is still being written down; after closing certificates rest on it. */
export function takesMarks(status: SessionStatus): boolean {
  return status === 'open' || status === 'confirmed';
}

/** Whether a part has begun: before that nobody can have attended it. */
export function hasBegun(part: { readonly startsAt: Date }, now: Date): boolean {
  return now >= part.startsAt;
}

/**
 * Which wishes change a mark; all of them count or none. In the part `restPresentIn` everyone else who has
 * no mark yet is present. Of two wishes for the same person and part the last counts.
 */
export function decideMarks(
  roster: RosterState,
  wishes: readonly MarkWish[],
  restPresentIn: string | null,
  now: Date,
): MarkWish[] | Obstacle<'session-not-in-this-state' | 'not-on-roster' | 'attendance-not-open-yet'> {
  if (!takesMarks(roster.status)) return { refused: 'session-not-in-this-state' };
  return changesFor(roster, wishes, restPresentIn, now);
}

/** Which wishes change a mark by a correction after closing; all of them count or none. */
export function decideCorrection(
  roster: RosterState,
  wishes: readonly MarkWish[],
  now: Date,
): MarkWish[] | Obstacle<'session-not-in-this-state' | 'not-on-roster' | 'attendance-not-open-yet'> {
  if (roster.status !== 'closed') return { refused: 'session-not-in-this-state' };
  return changesFor(roster, wishes, null, now);
}

function changesFor(
  roster: RosterState,
  wishes: readonly MarkWish[],
  restPresentIn: string | null,
  now: Date,
): MarkWish[] | Obstacle<'not-on-roster' | 'attendance-not-open-yet'> {
  const marksOf = new Map(roster.people.map((person) => [person.enrolmentId, person.marks]));
  const partOf = new Map(roster.parts.map((part) => [part.id, part]));
  const rest: MarkWish[] = roster.people
    .filter((person) => restPresentIn !== null && person.marks[restPresentIn] === undefined)
    .map(({ enrolmentId }) => ({ enrolmentId, partId: restPresentIn!, mark: 'present', minutes: null }));
  // Later entries replace earlier ones, so what was chosen goes before who is left.
  const wanted = new Map([...rest, ...wishes].map((wish) => [`${wish.enrolmentId} ${wish.partId}`, wish]));
  const changes: MarkWish[] = [];
  for (const wish of wanted.values()) {
    const part = partOf.get(wish.partId);
    const before = marksOf.get(wish.enrolmentId);
    if (!part || !before) return { refused: 'not-on-roster' };
    if (!hasBegun(part, now)) return { refused: 'attendance-not-open-yet' };
    if (!isSameMark(before[part.id] ?? null, wish)) changes.push(wish);
  }
  return changes;
}

/** Whether these are one mark; null is none. */
export function isSameMark(one: Marked | null, other: Marked | null): boolean {
  return one?.mark === other?.mark && one?.minutes === other?.minutes;
}

/** How many marks of this part are still to be given. */
export function unmarkedIn(roster: RosterState, partId: string): number {
  return roster.people.filter((person) => person.marks[partId] === undefined).length;
}

/** Why a session cannot be closed now, or null when it can: it has ended and everyone is marked in every part. */
export function closingObstacle(
  roster: RosterState,
  now: Date,
): null | Obstacle<'session-not-in-this-state' | 'session-not-ended' | 'attendance-incomplete'> {
  if (roster.status !== 'confirmed') return { refused: 'session-not-in-this-state' };
  if (roster.parts.some((part) => now < part.endsAt)) return { refused: 'session-not-ended' };
  if (unmarked(roster) > 0) return { refused: 'attendance-incomplete' };
  return null;
}

/** How many marks are still to be given in the whole session. */
export function unmarked(roster: RosterState): number {
  return roster.parts.reduce((total, part) => total + unmarkedIn(roster, part.id), 0);
}
