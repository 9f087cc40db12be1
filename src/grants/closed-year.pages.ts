import type { Translate } from '../platform/i18n/translator.js';
import { yearOfBooking } from './accounting-year.rules.js';

/** What a form says of a cost of this local date whose year has been closed; null where it just counts in its year. */
export function closedYearNote(costDate: string, lastClosed: number | null, t: Translate): string | null {
  const { year, correctsYear } = yearOfBooking(costDate, lastClosed);
  return correctsYear === null ? null : t('grants.closedYear.cost', { year, over: correctsYear });
}

/** The same for a form in which the date is still to be filled in. */
export function anyClosedYearNote(lastClosed: number | null, t: Translate): string | null {
  if (lastClosed === null) return null;
  return t('grants.closedYear.anyCost', { year: lastClosed + 1, over: lastClosed });
}
