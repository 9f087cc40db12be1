import type { Tx } from '../platform/database/database.js';

/** As `SeatClass` of `seating.rules.ts`, of someone of municipality `m` in session `s`. */
export const SEAT_CLASS =
  'case when m.id = s.payer_municipality_id then 0 when m.is_member then 1 else 2 end';

/**
 * The place of each waiting enrolment in the order in which seats are given out (1 is next); one that does not wait is
 * absent. The transaction must be the system's: the place counts people whom an actor may not see.
 */
export async function waitingPositions(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; position: number }[]>(
    `select id, position::int from (
       select w.id, row_number() over (
         partition by w.session_id order by ${SEAT_CLASS}, w.waiting_number) position
       from enrolment w join session s on s.id = w.session_id join municipality m on m.id = w.municipality_id
       where w.status = 'waitlisted' and w.session_id = any (array(select session_id from enrolment where id = any($1)))
     ) waiting where id = any($1)`,
    [enrolmentIds],
  );
  return new Map(rows.map(({ id, position }) => [id, position]));
}
