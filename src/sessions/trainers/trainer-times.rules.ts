import { Temporal } from 'temporal-polyfill';
import { addToDate, instantOf } from '../../shared/local-date.js';
import { endOf, startOf, type PartPlan } from '../part-plan.rules.js';

/** Monday to Sunday (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** When a trainer works on a weekday, in local time ('HH:MM'). */
export interface DayHours {
  readonly weekday: Weekday;
  readonly startTime: string;
  readonly endTime: string;
}

/** From a local date, and time when it is not the whole day, until another. */
export interface Absence {
  readonly firstDate: string;
  readonly startTime: string | null;
  readonly lastDate: string;
  readonly endTime: string | null;
}

/** When a trainer can be planned. */
export interface TrainerTimes {
  readonly id: string;
  readonly name: string;
  /** On other weekdays the trainer does not work; none for at all times. */
  readonly hours: readonly DayHours[];
  readonly absences: readonly Absence[];
}

/** Why a trainer cannot give a part: is away, works at other times of that day, or does not work on that day. */
export type Unavailable =
  | { readonly kind: 'away'; readonly absence: Absence }
  | { readonly kind: 'hours'; readonly hours: DayHours }
  | { readonly kind: 'dayOff' };

/** Why a trainer cannot give a part; null when nothing keeps them. */
export function unavailability(
  part: Pick<PartPlan, 'date' | 'startTime' | 'endTime'>,
  { hours, absences }: Pick<TrainerTimes, 'hours' | 'absences'>,
): Unavailable | null {
  const absence = absences.find((found) => {
    const away = awayFrom(found);
    return away.startsAt < endOf(part) && startOf(part) < away.endsAt;
  });
  if (absence) return { kind: 'away', absence };
  if (hours.length === 0) return null;
  const day = hours.find(({ weekday }) => weekday === weekdayOf(part.date));
  if (!day) return { kind: 'dayOff' };
  return day.startTime <= part.startTime && part.endTime <= day.endTime
    ? null
    : { kind: 'hours', hours: day };
}

/** The instants between which a trainer is away; the last is not included. */
export function awayFrom({ firstDate, startTime, lastDate, endTime }: Absence): {
  readonly startsAt: Date;
  readonly endsAt: Date;
} {
  return {
    startsAt: instantOf(firstDate, startTime ?? '00:00'),
    endsAt:
      endTime === null ? instantOf(addToDate(lastDate, { days: 1 }), '00:00') : instantOf(lastDate, endTime),
  };
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
