import type { Database } from '../platform/database/database.js';
import { systemActor } from '../shared/actor.js';

/** How many guests have a seat in a session; the system counts, for those who may not see who they are. */
export async function guestCount(db: Database, sessionId: string): Promise<number> {
  const [found] = await db.read(systemActor, (tx) =>
    tx.query<{ count: number }[]>('select count(*)::int count from session_guest where session_id = $1', [
      sessionId,
    ]),
  );
  return found!.count;
}
