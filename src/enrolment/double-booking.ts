import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Elsewhere } from './double-booking.rules.js';

/** The refusal of a second seat at one time. A date in figures reads the same in both languages. */
export function doubleBooked({ course, date, startTime, endTime }: Elsewhere): DomainError {
  return new DomainError('professional-double-booked', {
    course,
    date: formatDate(date, 'nl', 'short'),
    times: formatTimeRange(startTime, endTime),
  });
}
