import { formatDate } from '../platform/i18n/format.js';
import type { Locale } from '../shared/locale.js';
import type { DaysOfLine } from './activity.queries.js';

/** What is told of a cost on a day that its activity does not have. */
export function costOutside({ activity, firstDay, lastDay }: DaysOfLine, costDate: string, locale: Locale) {
  return {
    activity,
    first: formatDate(firstDay, locale, 'long'),
    last: formatDate(lastDay, locale, 'long'),
    day: formatDate(costDate, locale, 'long'),
  };
}
