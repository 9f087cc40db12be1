import type { Tx } from '../platform/database/database.js';
import { EnrolmentWish } from './wish.entity.js';
import { hasWishes, NO_WISHES, onlyAsked, type AskedWishes, type Wishes } from './wishes.rules.js';

/** The wishes of an enrolment that is about to end, held so that nobody writes others before it does. */
export async function wishesToMove(tx: Tx, enrolmentId: string): Promise<Wishes> {
  // First the lock, then the look: a wish that was being written meanwhile is seen too.
  await tx.query('select from enrolment where id = $1 for update', [enrolmentId]);
  return (await tx.findOneBy(EnrolmentWish, { enrolmentId })) ?? NO_WISHES;
}

/** Keeps the same person's wishes with another enrolment, as far as the session there asks for them. */
export async function moveWishes(tx: Tx, enrolmentId: string, wishes: Wishes): Promise<void> {
  const [asked] = await tx.query<AskedWishes[]>(
    `select s.asks_dietary "asksDietary", s.asks_accessibility "asksAccessibility"
     from enrolment e join session s on s.id = e.session_id where e.id = $1`,
    [enrolmentId],
  );
  const kept = onlyAsked(wishes, asked!);
  if (hasWishes(kept)) await tx.insert(EnrolmentWish, { enrolmentId, ...kept });
}
