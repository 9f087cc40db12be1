import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';
import { workingDaysAfter } from '../shared/working-days.js';

/** How far back a campaign looks when the coordinator chooses nothing else. */
const DEFAULT_WINDOW_MONTHS = 24;
/** In working days, unless told otherwise: between two waves, and from an invitation to its reminder. */
export const USUAL_WAVE_DAYS = 5;
export const USUAL_REMIND_DAYS = 5;
const MAIL_TIME = '09:00';

/** The local dates, both included, between which someone must have been trained to be invited. */
export interface TrainedWindow {
  readonly trainedFrom: string;
  readonly trainedUntil: string;
}

/** Whom a campaign looks for among everyone trained in the window; an empty list means all. */
export interface Cohort extends TrainedWindow {
  readonly courseIds: readonly string[];
  readonly levels: readonly string[];
  readonly municipalityIds: readonly string[];
  readonly functionIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** When a campaign invites, and how many people at a time. */
export interface WavePlan {
  /** Local date of the first wave. */
  readonly firstOn: string;
  /** How many people a wave invites; null for as many as there are seats. */
  readonly waveSize: number | null;
  /** Working days from one wave to the next. */
  readonly waveDays: number;
  /** Working days from an invitation to the reminder for who did not answer; null for none. */
  readonly remindDays: number | null;
}

/** Why someone who was trained is not invited, in the order in which reasons count. */
export const leftOutReasons = ['has-date', 'said-no', 'has-left', 'invited'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What someone answers who will not come: not on these days, not at all, or that they work here no more. */
export const refusals = ['unavailable', 'declined', 'left'] as const;
export type Refusal = (typeof refusals)[number];

/** How an invitation stands, in the order of screens; everything after 'invited' is an answer. */
export const invitationStates = [
  'planned',
  'invited',
  'unavailable',
  'declined',
  'left',
  'cancelled',
  'waiting',
  'enrolled',
  'attended',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** The window up to and including today. */
export function defaultWindow(today: string): TrainedWindow {
  return { trainedFrom: addToDate(today, { months: -DEFAULT_WINDOW_MONTHS }), trainedUntil: today };
}

/**
 * When the waves go: the first at once where its day has begun, the others in the morning so many working days later, as
 * long as one can enrol for a day of the campaign then. `until` is the instant from which one cannot.
 */
export function waveMoments(
  { firstOn, waveDays }: Pick<WavePlan, 'firstOn' | 'waveDays'>,
  { now, until, most }: { readonly now: Date; readonly until: Date; readonly most: number },
): Date[] {
  const moments: Date[] = [];
  let on = firstOn;
  while (moments.length < most) {
    const morning = instantOf(on, MAIL_TIME);
    const moment = morning < now ? now : morning;
    if (moment >= until) break;
    moments.push(moment);
    on = workingDaysAfter(localDateOf(moment) > on ? localDateOf(moment) : on, waveDays);
  }
  return moments;
}

/** When who was invited and did not answer gets a reminder; null for never. */
export function remindAt(invitedAt: Date, remindDays: number | null): Date | null {
  return remindDays === null
    ? null
    : instantOf(workingDaysAfter(localDateOf(invitedAt), remindDays), MAIL_TIME);
}

/** Whether someone can be said to have left, and another be invited instead: not with a place, which is handed over itself. */
export const canHandOver = (state: InvitationState): boolean =>
  !['waiting', 'enrolled', 'attended'].includes(state);
