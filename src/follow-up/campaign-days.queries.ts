import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import type { Tx } from '../platform/database/database.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { freeSeatsPerDay } from './free-seats.queries.js';
import { together, type FreeSeats } from './waves.rules.js';

/** The days of a campaign in which people can enrol now, the first one first, and which seats are free. */
export interface OpenDays {
  readonly days: readonly { readonly day: Appointment; readonly seats: FreeSeats }[];
  readonly all: FreeSeats;
}

/** The transaction must see everyone's places: that of a coordinator, or of the system. */
export async function openDaysOf(tx: Tx, campaignId: string, now: Date): Promise<OpenDays> {
  const rows = await tx.query<{ id: string }[]>(
    'select session_id id from follow_up_day where campaign_id = $1',
    [campaignId],
  );
  const found = await appointments(
    tx,
    rows.map(({ id }) => id),
  );
  const open = [...found.values()]
    .filter((day) => takesEnrolments(day, now))
    .sort((a, b) => a.firstStartsAt.getTime() - b.firstStartsAt.getTime());
  const seats = await freeSeatsPerDay(
    tx,
    open.map(({ sessionId }) => sessionId),
    now,
  );
  return {
    days: open.map((day) => ({ day, seats: seats.get(day.sessionId)! })),
    all: together(seats.values()),
  };
}

/** Of which municipalities people can find a seat; null for all. */
export const municipalitiesWithSeats = ({ own, open }: FreeSeats): string[] | null =>
  open > 0 ? null : [...own.keys()];
