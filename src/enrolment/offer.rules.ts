import { addWorkingHours } from '../shared/working-hours.js';

/** Until when an offered seat can be accepted: so many working hours, but never after the session has begun. */
export function offerExpiry(
  now: Date,
  { offerHours, firstStartsAt }: { readonly offerHours: number; readonly firstStartsAt: Date },
): Date {
  const expiry = addWorkingHours(now, offerHours);
  return expiry < firstStartsAt ? expiry : firstStartsAt;
}
