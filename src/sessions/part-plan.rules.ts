import { Temporal } from 'temporal-polyfill';
import { instantOf, ZONE } from '../shared/local-date.js';
import { fault, type PlanFault } from './plan-fault.rules.js';

const MINUTE = 60_000;

/** A part as a coordinator fills it in; the date and the times ('HH:MM') are local. */
export interface PartPlan {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Null for a part that is on line. */
  readonly roomId: string | null;
  /** Where those who come follow a part that is on line; null for one in a room. */
  readonly joiningLink: string | null;
  readonly trainerIds: readonly string[];
}

export interface PlanRoom {
  readonly name: string;
  readonly venueId: string;
  readonly capacity: number;
}

export interface PlanTrainer {
  readonly name: string;
  /** The courses that the trainer can give; none for all. */
  readonly courseIds: readonly string[];
}

/** Where parts can be, and how long it takes to get from one place to another. */
export interface Places {
  readonly rooms: ReadonlyMap<string, PlanRoom>;
  /** How long a trainer is on the way between two venues, at least. */
  readonly travelMinutes: number;
}

/** What the parts of a session can name, the moment at which it is planned, and of which course it is. */
export interface PartSetting extends Places {
  readonly now: Date;
  readonly trainers: ReadonlyMap<string, PlanTrainer>;
}

/** What stands before and after a part, or several, in the session. */
export interface Around {
  readonly previous: PartPlan | null;
  readonly next: PartPlan | null;
}

/** What is wrong with a part of a session of this course, that comes after another; the paths are those of the part. */
export function partFaults(
  part: PartPlan,
  previous: PartPlan | null,
  courseId: string,
  setting: PartSetting,
): PlanFault[] {
  return [
    ...timeFaults(part, previous, setting),
    ...placeFaults(part, setting),
    ...trainerFaults(part, courseId, setting),
  ];
}

/**
 * What is wrong with changing a part of a session: it keeps its place among the parts, and everyone must still fit in.
 * The paths are those of the part itself.
 */
export function moveFaults(
  part: PartPlan,
  around: Around & { readonly capacity: number; readonly courseId: string },
  setting: PartSetting,
): PlanFault[] {
  const { previous, next, capacity, courseId } = around;
  const room = roomOf(part, setting);
  return [
    ...partFaults(part, previous, courseId, setting),
    ...(next ? gapFaults(part, next, setting, 'afterNext') : []),
    ...(room && room.capacity < capacity
      ? [fault(['roomId'], 'capacityOverRoom', { room: room.name, seats: room.capacity })]
      : []),
  ];
}

/** Whether a part is at another time or place, only has other trainers or another joining link, or is as it was. */
export function newsOf(before: PartPlan, after: PartPlan): 'moved' | 'changed' | null {
  const same = (fields: readonly ('date' | 'startTime' | 'endTime' | 'roomId' | 'joiningLink')[]) =>
    fields.every((field) => before[field] === after[field]);
  if (!same(['date', 'startTime', 'endTime', 'roomId'])) return 'moved';
  const trainers = ({ trainerIds }: PartPlan) => [...trainerIds].sort().join();
  return same(['joiningLink']) && trainers(before) === trainers(after) ? null : 'changed';
}

/** Whether one part can come after another: it does not begin before the other ends, and one can get there in time. */
export function follows(previous: PartPlan, next: PartPlan, places: Places): boolean {
  return gapFaults(previous, next, places, 'beforePrevious').length === 0;
}

function timeFaults(part: PartPlan, previous: PartPlan | null, setting: PartSetting): PlanFault[] {
  const skipped = (['startTime', 'endTime'] as const).filter((time) => !isOnTheClock(part.date, part[time]));
  if (skipped.length > 0) return skipped.map((time) => fault([time], 'timeSkipped'));
  return [
    ...(endOf(part) <= startOf(part) ? [fault(['endTime'], 'endsBeforeStart')] : []),
    ...(startOf(part) <= setting.now ? [fault(['date'], 'inPast')] : []),
    ...(previous ? gapFaults(previous, part, setting, 'beforePrevious') : []),
  ];
}

/** What is wrong between a part and the next; when they overlap, `overlap` says of which of the two. */
function gapFaults(
  previous: PartPlan,
  next: PartPlan,
  places: Places,
  overlap: 'beforePrevious' | 'afterNext',
): PlanFault[] {
  const gap = startOf(next).getTime() - endOf(previous).getTime();
  const place = overlap === 'afterNext' || next.date < previous.date ? 'date' : 'startTime';
  if (gap < 0) return [fault([place], overlap)];
  const minutes = travelBetween(roomOf(previous, places), roomOf(next, places), places);
  return gap < minutes * MINUTE ? [fault([place], 'noTimeToTravel', { minutes })] : [];
}

/** How many minutes it takes to get from one room to another; on line one is there at once. */
export function travelBetween(
  one: Pick<PlanRoom, 'venueId'> | null,
  other: Pick<PlanRoom, 'venueId'> | null,
  { travelMinutes }: Pick<Places, 'travelMinutes'>,
): number {
  return one && other && one.venueId !== other.venueId ? travelMinutes : 0;
}

function placeFaults({ roomId, joiningLink }: PartPlan, { rooms }: Places): PlanFault[] {
  if (roomId === null) return joiningLink === null ? [fault(['roomId'], 'placeMissing')] : [];
  return [
    ...(rooms.has(roomId) ? [] : [fault(['roomId'], 'unknown')]),
    ...(joiningLink === null ? [] : [fault(['joiningLink'], 'linkForRoom')]),
  ];
}

function trainerFaults({ trainerIds }: PartPlan, courseId: string, { trainers }: PartSetting): PlanFault[] {
  return trainerIds.flatMap((id, index) => {
    const trainer = trainers.get(id);
    if (!trainer) return [fault(['trainerIds', index], 'unknown')];
    return givesCourse(trainer, courseId)
      ? []
      : [fault(['trainerIds', index], 'trainerGivesOther', { who: trainer.name })];
  });
}

/** Whether a trainer can give a course: one of those that are written down, and any where none is. */
export function givesCourse({ courseIds }: Pick<PlanTrainer, 'courseIds'>, courseId: string): boolean {
  return courseIds.length === 0 || courseIds.includes(courseId);
}

/** The room of a part; null for one that is on line, or in a room that is not of this region. */
export function roomOf(
  { roomId }: Pick<PartPlan, 'roomId'>,
  { rooms }: Pick<Places, 'rooms'>,
): PlanRoom | null {
  return roomId === null ? null : (rooms.get(roomId) ?? null);
}

export const startOf = ({ date, startTime }: Pick<PartPlan, 'date' | 'startTime'>): Date =>
  instantOf(date, startTime);
export const endOf = ({ date, endTime }: Pick<PartPlan, 'date' | 'endTime'>): Date =>
  instantOf(date, endTime);

/** False for a time between 02:00 and 03:00 on the night in spring when the clock skips that hour. */
function isOnTheClock(date: string, time: string): boolean {
  const meant = Temporal.PlainDateTime.from(`${date}T${time}`);
  return meant.equals(meant.toZonedDateTime(ZONE).toPlainDateTime());
}
