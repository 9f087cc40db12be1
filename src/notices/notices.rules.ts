import { Temporal } from 'temporal-polyfill';
import type { Role } from '../shared/actor.js';
import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';
import { isWorkingDay, workingDaysAfter, workingDaysBefore } from '../shared/working-days.js';

/** What is told by itself: to whom, and whether its days are counted before a moment or since one. */
interface NoticeSort {
  readonly to: Extract<Role, 'coordinator' | 'contact' | 'trainer' | 'finance'>;
  readonly counts: 'before' | 'since';
  /** What holds for a region that has chosen nothing. */
  readonly leadDays: number;
}

/** From this share of a grant line on one has to think before committing more. */
export const NEARLY_SPENT_PERCENTAGE = 90;

/** Every kind of notice, in the order in which screens list them. */
export const noticeSorts = {
  /** The go or no-go is near, and the session is under its minimum. */
  sessionUndecided: { to: 'coordinator', counts: 'before', leadDays: 5 },
  /** A seat that was offered is not taken up. */
  offerUntaken: { to: 'coordinator', counts: 'since', leadDays: 2 },
  /** A session was given and is not closed, so nobody gets a certificate. */
  sessionUnclosed: { to: 'coordinator', counts: 'since', leadDays: 2 },
  /** The same to who gave it, who can close it; again every week. */
  sessionToClose: { to: 'trainer', counts: 'since', leadDays: 1 },
  /** Mail that was sent came back: it did not arrive. */
  mailReturned: { to: 'coordinator', counts: 'since', leadDays: 0 },
  /** A request waits for an approval. */
  approvalWaiting: { to: 'contact', counts: 'since', leadDays: 2 },
  /** Seats that are held for a municipality will be for everyone, and are not used. */
  reservedUnused: { to: 'contact', counts: 'before', leadDays: 10 },
  /** Someone with a place, or who waits for one, has no certificate of the level that the course asks for. */
  entryLevelMissing: { to: 'contact', counts: 'before', leadDays: 10 },
  /** A session was given, and its last invoice is not there. */
  invoiceMissing: { to: 'finance', counts: 'since', leadDays: 10 },
  /** Of a grant line of this year at least NEARLY_SPENT_PERCENTAGE is committed or paid. */
  budgetNearlySpent: { to: 'finance', counts: 'since', leadDays: 0 },
  /** Of a grant line much is neither spent, committed nor planned, and soon it cannot be used any more. */
  budgetLeftOver: { to: 'finance', counts: 'before', leadDays: 40 },
  /** A grant is to be accounted for. */
  accountabilityDue: { to: 'finance', counts: 'before', leadDays: 20 },
} as const satisfies Record<string, NoticeSort>;

export type NoticeKind = keyof typeof noticeSorts;
export const noticeKinds = Object.keys(noticeSorts) as NoticeKind[];

/** What a region says of one kind of notice; the days are working days. */
export interface NoticeSetting {
  readonly isOn: boolean;
  readonly leadDays: number;
}
export type NoticeSettings = Readonly<Record<NoticeKind, NoticeSetting>>;
export const MOST_LEAD_DAYS = 60;

/** What holds for a kind of which a region has said nothing. */
export const defaultSetting = (kind: NoticeKind): NoticeSetting => ({
  isOn: true,
  leadDays: noticeSorts[kind].leadDays,
});

/** How someone gets notices: a mail for each, or one a day with all of them. */
export const deliveries = ['at-once', 'daily'] as const;
export type Delivery = (typeof deliveries)[number];

/** When a round is made, in Europe/Amsterdam. */
const ROUND_AT = { 'at-once': '08:30', daily: '09:00' } as const satisfies Record<Delivery, string>;
/** A round that could not be made by then is left to the next working day: nobody wants this mail in the evening. */
const LATEST = '17:00';

/** The rounds that are to be made by now, with the local day they are of: none in the weekend or on a public holiday. */
export function roundsDue(now: Date): { readonly day: string; readonly delivery: Delivery }[] {
  const day = localDateOf(now);
  if (!isWorkingDay(Temporal.PlainDate.from(day)) || now >= instantOf(day, LATEST)) return [];
  return deliveries
    .filter((delivery) => now >= instantOf(day, ROUND_AT[delivery]))
    .map((delivery) => ({ day, delivery }));
}

/**
 * The moments of which it is to be told today, as local dates: those that come within so many working days, or those
 * since which so many have passed. Null for a kind that is switched off.
 */
export function momentsDue(
  kind: NoticeKind,
  { isOn, leadDays }: NoticeSetting,
  today: string,
): { readonly from: string | null; readonly until: string } | null {
  if (!isOn) return null;
  return noticeSorts[kind].counts === 'before'
    ? { from: today, until: workingDaysAfter(today, leadDays) }
    : { from: null, until: lastPassed(today, leadDays) };
}

/** The last date since which so many working days have passed, today among them. */
const lastPassed = (today: string, count: number) =>
  addToDate(workingDaysBefore(addToDate(today, { days: 1 }), count), { days: -1 });

/** What is to be told to whom about one thing. */
interface Fact {
  readonly kind: NoticeKind;
  readonly accountId: string;
  /** What is to be done about it is done there: the id of a session. */
  readonly subjectId: string;
}

/** Facts that ask the same deed of the same person are one notice; both keep their order. */
export const noticesOf = <F extends Fact>(facts: readonly F[]) =>
  grouped(facts, ({ accountId, kind, subjectId }) => [accountId, kind, subjectId].join(' '));

/** What has the same key together, in order of the first of each. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const others = groups.get(keyOf(item));
    if (others) others.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
