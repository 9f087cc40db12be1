import { Database } from '../../src/platform/database/database.js';
import { heldKeys } from '../../src/platform/web/idempotency-keys.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { createRegion, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let db: Database;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  db = app.app.get(Database, { strict: false });
});
afterAll(() => app.stop());

const rename = `update region set name = 'Elsewhere'`;
const names = async () => (await app.database.owner.query<{ name: string }>('select name from region')).rows;

test('a look cannot change anything', async () => {
  const look = db.read(systemActor, (tx) => tx.query(rename));
  await expect(look).rejects.toThrow('cannot execute UPDATE in a read-only transaction');
  expect(await names()).toEqual([{ name: 'Flevoland' }]);
});

test('of statements that are sent together nothing is kept when one fails', async () => {
  const together = db.transaction(systemActor, (tx) =>
    Promise.all([tx.query(rename), tx.query('select 1 / 0'), tx.query(rename)]),
  );
  await expect(together).rejects.toThrow('division by zero');
  expect(await names()).toEqual([{ name: 'Flevoland' }]);
});

test('whoever has a connection after another, also after one that failed, is who they say they are', async () => {
  const role = (actor: Actor, sql: string) =>
    db.read(actor, (tx) => tx.query<{ role: string }[]>(sql)).then(([row]) => row?.role);
  const coordinator: Actor = { ...systemActor, role: 'coordinator', regionId: region.id };
  const asked = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? systemActor : coordinator));
  const told = await Promise.all(
    asked.map((actor, index) =>
      role(actor, `select current_setting('app.role') role, 1 / ${index % 7}`).catch(() => null),
    ),
  );
  expect(told).toEqual(asked.map((actor, index) => (index % 7 === 0 ? null : actor.role)));
});

test('keys are looked up by reading each at most once, also where there were few when the look was planned', async () => {
  const now = app.clock.now();
  const claims = Array.from({ length: 100 }, (_, index) => {
    return { accountId: newId(now), key: `key-${index}`, requestHash: 'hash' };
  });
  const look = () =>
    db.read(systemActor, async (tx) => {
      const held = await heldKeys(tx, claims, now);
      const [read] = await tx.query<{ rows: number }[]>(
        "select seq_tup_read::int rows from pg_stat_xact_user_tables where relname = 'idempotency_key'",
      );
      return { held: held.size, rows: read!.rows };
    });
  const addOthers = (count: number) =>
    app.database.owner.query(
      `insert into idempotency_key (account_id, key, request_hash, status, body, created_at)
       select gen_random_uuid(), 'other', 'hash', 201, '{}', $1 from generate_series(1, $2)`,
      [now, count],
    );
  await addOthers(200);
  // PostgreSQL plans a prepared statement anew for the first five times, and then keeps the plan.
  for (let time = 1; time <= 6; time++) await look();
  await addOthers(2_000);
  const { held, rows } = await look();
  expect(held).toBe(0);
  expect(rows).toBeLessThanOrEqual(2_200);
});
