import { addToDate, instantOf } from '../shared/local-date.js';

/**
 * The instant at which a term ends: at the end of its last local day, and in any case when the session begins; without a
 * last day when the session begins.
 */
export function termEndsAt(lastDay: string | null, firstStartsAt: Date): Date {
  if (lastDay === null) return firstStartsAt;
  const ends = instantOf(addToDate(lastDay, { days: 1 }), '00:00');
  return ends < firstStartsAt ? ends : firstStartsAt;
}
