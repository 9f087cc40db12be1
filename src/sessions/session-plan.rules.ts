import { priceOn, type ListedPrice } from '../courses/price-list.rules.js';
import { addToDate } from '../shared/local-date.js';
import { partFaults, roomOf, type PartPlan, type PartSetting, type PlanRoom } from './part-plan.rules.js';
import { fault, within, type PlanFault } from './plan-fault.rules.js';
import type { SessionTerms } from './session-terms.rules.js';

/** The database holds no more seats than this in one session. */
export const LARGEST_SESSION = 1000;
export const MOST_PARTS = 20;

/** What a coordinator fills in to schedule a session. */
export interface SessionPlan {
  readonly courseId: string;
  readonly payerMunicipalityId: string;
  readonly capacity: number;
  readonly minimum: number;
  readonly releaseOn: string;
  /** The local date on which it is decided whether the session goes ahead. */
  readonly decideOn: string;
  /** What was agreed; null is the price of the list on the last day. */
  readonly priceCents: bigint | null;
  readonly priceIsDemo: boolean;
  readonly parts: readonly PartPlan[];
  readonly quotas: readonly { readonly municipalityId: string; readonly seats: number }[];
  readonly terms: SessionTerms;
}

/** What can be changed of a session beside its parts and its seats. */
export type SessionDetails = Pick<
  SessionPlan,
  'payerMunicipalityId' | 'priceCents' | 'priceIsDemo' | 'decideOn'
>;

/** What the region holds that a plan can name, and the moment at which it is made. */
export interface PlanSetting extends PartSetting {
  readonly courseIds: ReadonlySet<string>;
  readonly municipalityIds: ReadonlySet<string>;
  /** The prices of each course. */
  readonly prices: ReadonlyMap<string, readonly ListedPrice[]>;
}

/** Four weeks give a municipality time to hear of seats that will not be used, and others time to take them. */
const RELEASE_DAYS = 28;

/** The release date when none is filled in: four weeks before the first day, but not before tomorrow nor after that day. */
export function defaultReleaseOn(firstDate: string, today: string): string {
  return untilStart(addToDate(firstDate, { days: -RELEASE_DAYS }), firstDate, today);
}

/** The day of the go or no-go when none is filled in: as many days before the first day as the course says. */
export function defaultDecideOn(firstDate: string, decideDays: number, today: string): string {
  return untilStart(addToDate(firstDate, { days: -decideDays }), firstDate, today);
}

/** A date as it is wished, but not before tomorrow nor after the first day. */
export function untilStart(wished: string, firstDate: string, today: string): string {
  const tomorrow = addToDate(today, { days: 1 });
  const earliest = wished < tomorrow ? tomorrow : wished;
  return earliest < firstDate ? earliest : firstDate;
}

/** Everything that is wrong with a plan with at least one part; empty when it can be scheduled. */
export function planFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...unknownFaults(plan, setting),
    ...seatFaults(plan),
    ...plan.parts.flatMap((part, index) =>
      within(['parts', index], partFaults(part, plan.parts[index - 1] ?? null, plan.courseId, setting)),
    ),
    ...priceFaults(plan.priceCents, setting.prices.get(plan.courseId) ?? [], plan.parts.at(-1)!.date),
    ...roomFaults(plan, setting),
    ...releaseFaults(plan.releaseOn, plan.parts[0]!.date),
    ...decideFaults(plan.decideOn, plan.parts[0]!.date),
  ];
}

/** What is wrong with another payer, price or day of the go or no-go for a session that begins on this date. */
export function detailFaults(
  details: SessionDetails,
  session: {
    readonly firstDate: string;
    readonly lastDate: string;
    readonly municipalityIds: ReadonlySet<string>;
    readonly prices: readonly ListedPrice[];
  },
): PlanFault[] {
  return [
    ...payerFaults(details, session),
    ...decideFaults(details.decideOn, session.firstDate),
    ...priceFaults(details.priceCents, session.prices, session.lastDate),
  ];
}

/** Where nothing was agreed, the list must say what it costs on the last day (local). */
function priceFaults(
  agreedCents: bigint | null,
  prices: readonly ListedPrice[],
  lastDate: string,
): PlanFault[] {
  return agreedCents === null && !priceOn(prices, lastDate) ? [fault(['priceCents'], 'priceMissing')] : [];
}

function unknownFaults(plan: SessionPlan, setting: PlanSetting): PlanFault[] {
  return [
    ...(setting.courseIds.has(plan.courseId) ? [] : [fault(['courseId'], 'unknown')]),
    ...payerFaults(plan, setting),
    ...quotaFaults(plan, setting),
  ];
}

function payerFaults(
  { payerMunicipalityId }: Pick<SessionPlan, 'payerMunicipalityId'>,
  { municipalityIds }: Pick<PlanSetting, 'municipalityIds'>,
): PlanFault[] {
  return municipalityIds.has(payerMunicipalityId) ? [] : [fault(['payerMunicipalityId'], 'unknown')];
}

function quotaFaults(
  { quotas }: Pick<SessionPlan, 'quotas'>,
  { municipalityIds }: Pick<PlanSetting, 'municipalityIds'>,
): PlanFault[] {
  return quotas.flatMap(({ municipalityId }, index) =>
    municipalityIds.has(municipalityId) ? [] : [fault(['quotas', index, 'municipalityId'], 'unknown')],
  );
}

function seatFaults(plan: Pick<SessionPlan, 'capacity' | 'minimum' | 'quotas' | 'terms'>): PlanFault[] {
  const municipalities = plan.quotas.map(({ municipalityId }) => municipalityId);
  const { functionQuotas, organisationQuotas } = plan.terms;
  return [
    ...capacityFaults(plan, [...plan.quotas, ...functionQuotas, ...organisationQuotas]),
    ...twiceFaults(municipalities, ['quotas'], 'municipalityTwice'),
  ];
}

/** What is wrong with a capacity that must hold a minimum and all seats that are held. */
export function capacityFaults(
  { capacity, minimum }: Pick<SessionPlan, 'capacity' | 'minimum'>,
  held: readonly { readonly seats: number }[],
): PlanFault[] {
  const reserved = held.reduce((total, { seats }) => total + seats, 0);
  return [
    ...(minimum > capacity ? [fault(['minimum'], 'minimumOverCapacity', { capacity })] : []),
    ...(reserved > capacity ? [fault(['capacity'], 'reservedOverCapacity', { reserved, capacity })] : []),
  ];
}

/** Everyone for whom seats are held is named once. */
export function twiceFaults(
  ids: readonly string[],
  path: PlanFault['path'],
  reason: 'municipalityTwice' | 'holderTwice',
): PlanFault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [fault([...path, index, 'seats'], reason)] : [],
  );
}

function roomFaults({ capacity, parts }: SessionPlan, setting: PlanSetting): PlanFault[] {
  const [smallest] = parts
    .flatMap((part) => roomOf(part, setting) ?? [])
    .sort((a, b) => a.capacity - b.capacity);
  return smallest ? tooSmallFaults(capacity, smallest) : [];
}

/** What is wrong with a capacity that a room cannot hold. */
export function tooSmallFaults(capacity: number, room: Pick<PlanRoom, 'name' | 'capacity'>): PlanFault[] {
  return room.capacity < capacity
    ? [fault(['capacity'], 'capacityOverRoom', { room: room.name, seats: room.capacity })]
    : [];
}

/** What is wrong with a release date. */
export function releaseFaults(releaseOn: string, firstDate: string): PlanFault[] {
  return releaseOn > firstDate ? [fault(['releaseOn'], 'releaseAfterStart')] : [];
}

function decideFaults(decideOn: string, firstDate: string): PlanFault[] {
  return decideOn > firstDate ? [fault(['decideOn'], 'decideAfterStart')] : [];
}
