import { Temporal } from 'temporal-polyfill';
import { addToDate } from '../shared/local-date.js';
import { isPublicHoliday } from '../shared/public-holidays.js';
import { clashesOf, type Taken } from './clash.rules.js';
import { follows, startOf, type Around, type PartPlan, type PartSetting } from './part-plan.rules.js';

/** How far from the wanted day a free slot is looked for. */
export const SLOT_DAYS = 14;
const PROPOSED = 3;
const OPENS = 8 * 60;
const CLOSES = 22 * 60;
const STEP = 15;
const DAY = 24 * 60;

/** The parts of one day, moved together to a time at which everything that they need is free. */
export interface FreeSlot {
  readonly fromDate: string;
  readonly toDate: string;
  /** How many minutes later on the clock, or earlier. */
  readonly minutes: number;
  readonly parts: readonly PartPlan[];
}

/** The parts of one day and what stands around them. */
export interface Block extends Around {
  readonly parts: readonly PartPlan[];
}

/**
 * The nearest times at which the parts of one day can be given, their lengths and the breaks between them kept: on a
 * working day within fourteen days, between 8:00 and 22:00, on the quarter of an hour. No two of them overlap.
 */
export function freeSlots(
  block: Block,
  taken: Taken,
  setting: Pick<PartSetting, 'now' | 'rooms' | 'travelMinutes'>,
): FreeSlot[] {
  const found: FreeSlot[] = [];
  for (const shift of shiftsOf(block)) {
    if (found.length === PROPOSED) break;
    const slot = { ...shift, parts: block.parts.map((part) => shifted(part, shift)) };
    const overlaps = found.some((other) => overlap(other.parts, slot.parts));
    if (!overlaps && isFree(slot.parts, block, taken, setting)) found.push(slot);
  }
  return found;
}

function isFree(
  parts: readonly PartPlan[],
  { previous, next }: Around,
  taken: Taken,
  setting: Pick<PartSetting, 'now' | 'rooms' | 'travelMinutes'>,
): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return (
    startOf(first) > setting.now &&
    (!previous || follows(previous, first, setting)) &&
    (!next || follows(last, next, setting)) &&
    clashesOf(parts, taken, setting).length === 0
  );
}

/**
 * Every time on the grid but the one that was asked for, the nearest first: another hour on the clock counts beside
 * another day, because a training in the morning is seldom wanted the evening before.
 */
function shiftsOf({ parts }: Block): Omit<FreeSlot, 'parts'>[] {
  const fromDate = parts[0]!.date;
  const start = minuteOf(parts[0]!.startTime);
  const end = minuteOf(parts.at(-1)!.endTime);
  const shifts: { days: number; minutes: number }[] = [];
  for (let days = -SLOT_DAYS; days <= SLOT_DAYS; days++)
    if (isWorkingDay(addToDate(fromDate, { days })))
      for (let at = OPENS; at + end - start <= CLOSES; at += STEP) shifts.push({ days, minutes: at - start });
  const distance = ({ days, minutes }: { days: number; minutes: number }) =>
    Math.abs(days) * DAY + Math.abs(minutes);
  return shifts
    .filter((shift) => distance(shift) > 0)
    .sort((a, b) => distance(a) - distance(b) || b.days - a.days)
    .map(({ days, minutes }) => ({ fromDate, toDate: addToDate(fromDate, { days }), minutes }));
}

/** A part moved to another date and so many minutes later; it stays within the day. */
export function shifted<Part extends Pick<PartPlan, 'date' | 'startTime' | 'endTime'>>(
  part: Part,
  { toDate, minutes }: Pick<FreeSlot, 'toDate' | 'minutes'>,
): Part {
  return {
    ...part,
    date: toDate,
    startTime: timeOf(minuteOf(part.startTime) + minutes),
    endTime: timeOf(minuteOf(part.endTime) + minutes),
  };
}

function isWorkingDay(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5 && !isPublicHoliday(date);
}

function overlap(one: readonly PartPlan[], other: readonly PartPlan[]): boolean {
  return (
    one[0]!.date === other[0]!.date &&
    one[0]!.startTime < other.at(-1)!.endTime &&
    other[0]!.startTime < one.at(-1)!.endTime
  );
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timeOf = (minute: number): string =>
  Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString().slice(0, 5);
