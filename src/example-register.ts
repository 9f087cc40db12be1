import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from './platform/clock.js';
import { Database } from './platform/database/database.js';
import { systemActor, type Actor } from './shared/actor.js';

/** The ids of what the example imported, by the name (or code, or address) that the query gives them in this region. */
export function idsByName(
  app: INestApplicationContext,
  actor: Actor,
  sql: string,
): Promise<ReadonlyMap<string, string>> {
  return app.get(Database, { strict: false }).read(actor, async (tx) => {
    const rows = await tx.query<{ id: string; name: string }[]>(sql, [actor.regionId]);
    return new Map(rows.map(({ id, name }) => [name, id]));
  });
}

/** Does something as it was done at another moment. */
export async function asOf<T>(clock: Clock, moment: Date, work: () => Promise<T>): Promise<T> {
  clock.now = () => moment;
  try {
    return await work();
  } finally {
    // What its class says counts again.
    Reflect.deleteProperty(clock, 'now');
  }
}

/** Someone of the example with this role, who does what the example shows. */
export async function actorOf(
  app: INestApplicationContext,
  regionId: string,
  role: 'coordinator' | 'finance',
): Promise<Actor> {
  const actor = { ...systemActor, regionId };
  const sql = `select id, name from account where region_id = $1 and role = '${role}' limit 1`;
  const [[name, accountId]] = [...(await idsByName(app, actor, sql))] as [[string, string]];
  return { ...actor, role, name, accountId };
}
