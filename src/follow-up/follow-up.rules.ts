import { addToDate } from '../shared/local-date.js';

/** How far back a campaign looks when the coordinator chooses nothing else. */
const DEFAULT_WINDOW_MONTHS = 24;

/** The local dates, both included, between which someone must have got a certificate to be invited. */
export interface TrainedWindow {
  readonly trainedFrom: string;
  readonly trainedUntil: string;
}

/** The window up to and including today. */
export function defaultWindow(today: string): TrainedWindow {
  return { trainedFrom: addToDate(today, { months: -DEFAULT_WINDOW_MONTHS }), trainedUntil: today };
}
