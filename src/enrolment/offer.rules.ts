import { addWorkingHours } from '../shared/working-hours.js';

/** Until when an offered seat can be accepted: so many working hours, but never after enrolment has ended, which is before the session begins. */
export function offerExpiry(
  now: Date,
  { offerHours, enrolmentEndsAt }: { readonly offerHours: number; readonly enrolmentEndsAt: Date },
): Date {
  const expiry = addWorkingHours(now, offerHours);
  return expiry < enrolmentEndsAt ? expiry : enrolmentEndsAt;
}
