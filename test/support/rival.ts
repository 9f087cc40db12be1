import type pg from 'pg';

/** Until some statement in this database waits for a lock, or `isOver` says that none is going to. */
export async function untilSomeoneWaits(owner: pg.Pool, isOver = () => false): Promise<void> {
  const waits =
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while (!isOver() && (await owner.query(waits)).rowCount === 0);
}

/** Does the work while someone else has done something and has not yet saved that. */
export async function beside<T>(
  owner: pg.Pool,
  begin: (rival: pg.PoolClient) => Promise<unknown>,
  work: (saved: () => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const rival = await owner.connect();
  try {
    await rival.query('begin');
    await begin(rival);
    return await work(() => rival.query('commit'));
  } finally {
    await rival.query('rollback');
    rival.release();
  }
}
