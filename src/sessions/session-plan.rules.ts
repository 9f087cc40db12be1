import { Temporal } from 'temporal-polyfill';
import { addToDate, instantOf, ZONE } from '../shared/local-date.js';

/** The database holds no more seats than this in one session. */
export const LARGEST_SESSION = 1000;
export const MOST_PARTS = 20;

/** A part as a coordinator fills it in; the date and the times ('HH:MM') are local. */
export interface PartPlan {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly venueId: string;
  readonly trainerIds: readonly string[];
}

/** What a coordinator fills in to schedule a session. */
export interface SessionPlan {
  readonly courseId: string;
  readonly payerMunicipalityId: string;
  readonly capacity: number;
  readonly minimum: number;
  readonly releaseOn: string;
  readonly priceCents: bigint;
  readonly priceIsDemo: boolean;
  readonly parts: readonly PartPlan[];
  readonly quotas: readonly { readonly municipalityId: string; readonly seats: number }[];
}

/** What the region holds that a plan can name, and the moment at which it is made. */
export interface PlanSetting {
  readonly now: Date;
  readonly courseIds: ReadonlySet<string>;
  readonly municipalityIds: ReadonlySet<string>;
  readonly trainerIds: ReadonlySet<string>;
  readonly venues: ReadonlyMap<string, { readonly name: string; readonly capacity: number }>;
}

export type FaultReason =
  | 'unknown'
  | 'timeSkipped'
  | 'endsBeforeStart'
  | 'inPast'
  | 'beforePrevious'
  | 'afterNext'
  | 'minimumOverCapacity'
  | 'reservedOverCapacity'
  | 'capacityOverVenue'
  | 'municipalityTwice'
  | 'releaseAfterStart';

/** Why a plan cannot be; `path` is the place of the value in the plan. */
export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly reason: FaultReason;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Four weeks give a municipality time to hear of seats that will not be used, and others time to take them. */
const RELEASE_DAYS = 28;

/** The release date when none is filled in: four weeks before the first day, but not before tomorrow nor after that day. */
export function defaultReleaseOn(firstDate: string, today: string): string {
  const fourWeeksBefore = addToDate(firstDate, { days: -RELEASE_DAYS });
  const tomorrow = addToDate(today, { days: 1 });
  const earliest = fourWeeksBefore < tomorrow ? tomorrow : fourWeeksBefore;
  return earliest < firstDate ? earliest : firstDate;
}

/** Everything that is wrong with a plan with at least one part; empty when it can be scheduled. */
export function planFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...unknownFaults(plan, setting),
    ...seatFaults(plan),
    ...plan.parts.flatMap((part, index) => [
      ...within(['parts', index], partFaults(part, plan.parts[index - 1] ?? null, setting)),
      ...within(['parts', index], partnerFaults(part, setting)),
    ]),
    ...roomFaults(plan, setting),
    ...releaseFaults(plan),
  ];
}

/**
 * What is wrong with moving a part of a session: it keeps its place among the parts, and everyone must still fit in.
 * The paths are those of the part itself.
 */
export function moveFaults(
  part: PartPlan,
  around: { readonly previous: PartPlan | null; readonly next: PartPlan | null; readonly capacity: number },
  setting: PlanSetting,
): PlanFault[] {
  const { previous, next, capacity } = around;
  const venue = setting.venues.get(part.venueId);
  return [
    ...partFaults(part, previous, setting),
    ...partnerFaults(part, setting),
    ...(next && startOf(next) < endOf(part) ? [fault(['date'], 'afterNext')] : []),
    ...(venue && venue.capacity < capacity
      ? [fault(['venueId'], 'capacityOverVenue', { venue: venue.name, seats: venue.capacity })]
      : []),
  ];
}

function partFaults(part: PartPlan, previous: PartPlan | null, { now }: PlanSetting): PlanFault[] {
  const skipped = (['startTime', 'endTime'] as const).filter((time) => !isOnTheClock(part.date, part[time]));
  if (skipped.length > 0) return skipped.map((time) => fault([time], 'timeSkipped'));
  return [
    ...(endOf(part) <= startOf(part) ? [fault(['endTime'], 'endsBeforeStart')] : []),
    ...(startOf(part) <= now ? [fault(['date'], 'inPast')] : []),
    ...(previous && startOf(part) < endOf(previous)
      ? [fault([part.date < previous.date ? 'date' : 'startTime'], 'beforePrevious')]
      : []),
  ];
}

function partnerFaults({ venueId, trainerIds }: PartPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...(setting.venues.has(venueId) ? [] : [fault(['venueId'], 'unknown')]),
    ...trainerIds.flatMap((id, index) =>
      setting.trainerIds.has(id) ? [] : [fault(['trainerIds', index], 'unknown')],
    ),
  ];
}

function unknownFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...(setting.courseIds.has(plan.courseId) ? [] : [fault(['courseId'], 'unknown')]),
    ...(setting.municipalityIds.has(plan.payerMunicipalityId)
      ? []
      : [fault(['payerMunicipalityId'], 'unknown')]),
    ...plan.quotas.flatMap(({ municipalityId }, index) =>
      setting.municipalityIds.has(municipalityId)
        ? []
        : [fault(['quotas', index, 'municipalityId'], 'unknown')],
    ),
  ];
}

function seatFaults({ capacity, minimum, quotas }: SessionPlan): PlanFault[] {
  const reserved = quotas.reduce((total, { seats }) => total + seats, 0);
  const municipalities = quotas.map(({ municipalityId }) => municipalityId);
  return [
    ...(minimum > capacity ? [fault(['minimum'], 'minimumOverCapacity', { capacity })] : []),
    ...(reserved > capacity ? [fault(['capacity'], 'reservedOverCapacity', { reserved, capacity })] : []),
    ...municipalities.flatMap((id, index) =>
      municipalities.indexOf(id) < index ? [fault(['quotas', index, 'seats'], 'municipalityTwice')] : [],
    ),
  ];
}

function roomFaults({ capacity, parts }: SessionPlan, { venues }: PlanSetting): PlanFault[] {
  const [smallest] = parts
    .flatMap(({ venueId }) => venues.get(venueId) ?? [])
    .sort((a, b) => a.capacity - b.capacity);
  return smallest && smallest.capacity < capacity
    ? [fault(['capacity'], 'capacityOverVenue', { venue: smallest.name, seats: smallest.capacity })]
    : [];
}

function releaseFaults({ releaseOn, parts }: SessionPlan): PlanFault[] {
  return parts[0] && releaseOn > parts[0].date ? [fault(['releaseOn'], 'releaseAfterStart')] : [];
}

const startOf = ({ date, startTime }: PartPlan): Date => instantOf(date, startTime);
const endOf = ({ date, endTime }: PartPlan): Date => instantOf(date, endTime);

/** False for a time between 02:00 and 03:00 on the night in spring when the clock skips that hour. */
function isOnTheClock(date: string, time: string): boolean {
  const meant = Temporal.PlainDateTime.from(`${date}T${time}`);
  return meant.equals(meant.toZonedDateTime(ZONE).toPlainDateTime());
}

function fault(
  path: PlanFault['path'],
  reason: FaultReason,
  params: Readonly<Record<string, string | number>> = {},
): PlanFault {
  return { path, reason, params };
}

const within = (path: PlanFault['path'], faults: readonly PlanFault[]): PlanFault[] =>
  faults.map((found) => ({ ...found, path: [...path, ...found.path] }));
