import { Temporal } from 'temporal-polyfill';
import { addToDate, instantOf, ZONE } from '../shared/local-date.js';

/** The database holds no more seats than this in one session. */
export const LARGEST_SESSION = 1000;
export const MOST_PARTS = 20;
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

/** The seats of a session, and for whom they are held. */
export type SeatsPlan = Pick<SessionPlan, 'capacity' | 'minimum' | 'releaseOn' | 'quotas'>;

/** What the region holds that a plan can name, and the moment at which it is made. */
export interface PlanSetting {
  readonly now: Date;
  readonly courseIds: ReadonlySet<string>;
  readonly municipalityIds: ReadonlySet<string>;
  readonly trainerIds: ReadonlySet<string>;
  readonly rooms: ReadonlyMap<string, PlanRoom>;
  /** How long a trainer is on the way between two venues, at least. */
  readonly travelMinutes: number;
}

export interface PlanRoom {
  readonly name: string;
  readonly venueId: string;
  readonly capacity: number;
}

/** Where parts can be, and how long it takes to get from one place to another. */
export type Places = Pick<PlanSetting, 'rooms' | 'travelMinutes'>;

/** What stands before and after a part, or several, in the session. */
export interface Around {
  readonly previous: PartPlan | null;
  readonly next: PartPlan | null;
}

export type FaultReason =
  | 'unknown'
  | 'timeSkipped'
  | 'endsBeforeStart'
  | 'inPast'
  | 'beforePrevious'
  | 'afterNext'
  | 'noTimeToTravel'
  | 'placeMissing'
  | 'linkForRoom'
  | 'minimumOverCapacity'
  | 'reservedOverCapacity'
  | 'capacityOverRoom'
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
  return releaseWithin(addToDate(firstDate, { days: -RELEASE_DAYS }), firstDate, today);
}

/** A release date as it is wished, but not before tomorrow nor after the first day. */
export function releaseWithin(wished: string, firstDate: string, today: string): string {
  const tomorrow = addToDate(today, { days: 1 });
  const earliest = wished < tomorrow ? tomorrow : wished;
  return earliest < firstDate ? earliest : firstDate;
}

/** Everything that is wrong with a plan with at least one part; empty when it can be scheduled. */
export function planFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...unknownFaults(plan, setting),
    ...seatFaults(plan),
    ...plan.parts.flatMap((part, index) => [
      ...within(['parts', index], partFaults(part, plan.parts[index - 1] ?? null, setting)),
      ...within(['parts', index], placeFaults(part, setting)),
      ...within(['parts', index], trainerFaults(part, setting)),
    ]),
    ...roomFaults(plan, setting),
    ...releaseFaults(plan.releaseOn, plan.parts[0]!.date),
  ];
}

/**
 * What is wrong with moving a part of a session: it keeps its place among the parts, and everyone must still fit in.
 * The paths are those of the part itself.
 */
export function moveFaults(
  part: PartPlan,
  around: Around & { readonly capacity: number },
  setting: PlanSetting,
): PlanFault[] {
  const { previous, next, capacity } = around;
  const room = roomOf(part, setting);
  return [
    ...partFaults(part, previous, setting),
    ...placeFaults(part, setting),
    ...trainerFaults(part, setting),
    ...(next ? gapFaults(part, next, setting, 'afterNext') : []),
    ...(room && room.capacity < capacity
      ? [fault(['roomId'], 'capacityOverRoom', { room: room.name, seats: room.capacity })]
      : []),
  ];
}

/** Whether one part can come after another: it does not begin before the other ends, and one can get there in time. */
export function follows(previous: PartPlan, next: PartPlan, places: Places): boolean {
  return gapFaults(previous, next, places, 'beforePrevious').length === 0;
}

/** What is wrong with other seats for a session whose parts stay as they are. */
export function resizeFaults(
  seats: SeatsPlan,
  session: {
    readonly firstDate: string;
    readonly smallestRoom: Pick<PlanRoom, 'name' | 'capacity'> | null;
    readonly municipalityIds: ReadonlySet<string>;
  },
): PlanFault[] {
  return [
    ...quotaFaults(seats, session),
    ...seatFaults(seats),
    ...(session.smallestRoom ? tooSmallFaults(seats.capacity, session.smallestRoom) : []),
    ...releaseFaults(seats.releaseOn, session.firstDate),
  ];
}

function partFaults(part: PartPlan, previous: PartPlan | null, setting: PlanSetting): PlanFault[] {
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

function placeFaults({ roomId, joiningLink }: PartPlan, { rooms }: PlanSetting): PlanFault[] {
  if (roomId === null) return joiningLink === null ? [fault(['roomId'], 'placeMissing')] : [];
  return [
    ...(rooms.has(roomId) ? [] : [fault(['roomId'], 'unknown')]),
    ...(joiningLink === null ? [] : [fault(['joiningLink'], 'linkForRoom')]),
  ];
}

function trainerFaults({ trainerIds }: PartPlan, setting: PlanSetting): PlanFault[] {
  return trainerIds.flatMap((id, index) =>
    setting.trainerIds.has(id) ? [] : [fault(['trainerIds', index], 'unknown')],
  );
}

function unknownFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...(setting.courseIds.has(plan.courseId) ? [] : [fault(['courseId'], 'unknown')]),
    ...(setting.municipalityIds.has(plan.payerMunicipalityId)
      ? []
      : [fault(['payerMunicipalityId'], 'unknown')]),
    ...quotaFaults(plan, setting),
  ];
}

function quotaFaults(
  { quotas }: Pick<SessionPlan, 'quotas'>,
  { municipalityIds }: Pick<PlanSetting, 'municipalityIds'>,
): PlanFault[] {
  return quotas.flatMap(({ municipalityId }, index) =>
    municipalityIds.has(municipalityId) ? [] : [fault(['quotas', index, 'municipalityId'], 'unknown')],
  );
}

function seatFaults({ capacity, minimum, quotas }: Omit<SeatsPlan, 'releaseOn'>): PlanFault[] {
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

function roomFaults({ capacity, parts }: SessionPlan, setting: PlanSetting): PlanFault[] {
  const [smallest] = parts
    .flatMap((part) => roomOf(part, setting) ?? [])
    .sort((a, b) => a.capacity - b.capacity);
  return smallest ? tooSmallFaults(capacity, smallest) : [];
}

function tooSmallFaults(capacity: number, room: Pick<PlanRoom, 'name' | 'capacity'>): PlanFault[] {
  return room.capacity < capacity
    ? [fault(['capacity'], 'capacityOverRoom', { room: room.name, seats: room.capacity })]
    : [];
}

function releaseFaults(releaseOn: string, firstDate: string): PlanFault[] {
  return releaseOn > firstDate ? [fault(['releaseOn'], 'releaseAfterStart')] : [];
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

function fault(
  path: PlanFault['path'],
  reason: FaultReason,
  params: Readonly<Record<string, string | number>> = {},
): PlanFault {
  return { path, reason, params };
}

const within = (path: PlanFault['path'], faults: readonly PlanFault[]): PlanFault[] =>
  faults.map((found) => ({ ...found, path: [...path, ...found.path] }));
