import type pg from 'pg';
import { LedgerQueries } from '../../src/grants/ledger.queries.js';
import { systemActor } from '../../src/shared/actor.js';
import { Accounting } from '../support/accounting.js';
import { startApp, type TestApp } from '../support/app.js';
import { untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let books: Accounting;
let owner: pg.Pool;
let stopped: boolean;

beforeEach(async () => {
  stopped = false;
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  ({ owner } = app.database);
  books = await Accounting.make(app);
});
afterEach(() => app.stop());

const lastSaved = async () => {
  const { rows } = await owner.query<{ id: string }>('select coalesce(max(id), 0) id from ledger_entry');
  return rows[0]!.id;
};
const mark = () =>
  app.app.get(LedgerQueries, { strict: false }).mark({ ...systemActor, regionId: books.region.id });

/** Books as the product does, without saving it yet; its number. */
async function bookUnsaved(rival: pg.PoolClient): Promise<string> {
  await rival.query('begin');
  await rival.query('select hold_accounting_years($1)', [books.region.id]);
  const { rows } = await rival.query<{ id: string }>(
    `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
     values ($1, $2, $3, 'realisation', 900, '2024-12-31', 2024, now(), 'session', $1, 'x') returning id`,
    [books.region.id, books.grants[2024].lines.network, books.region.municipalities.Almere],
  );
  return rows[0]!.id;
}

/** Asks for a mark while a booking waits to be saved that has a lower number than one that was saved. */
async function markBetween(): Promise<{ early: boolean; saved: string; marked: string }> {
  const rival = await owner.connect();
  try {
    const unsaved = await bookUnsaved(rival);
    await books.book(2024, 1, 100);
    const saved = await lastSaved();
    expect(BigInt(unsaved)).toBeLessThan(BigInt(saved));
    const marking = mark();
    const early = await Promise.race([
      untilSomeoneWaits(owner, () => stopped).then(() => false),
      marking.then(() => true),
    ]);
    stopped = true;
    await rival.query('commit');
    return { early, saved, marked: await marking };
  } finally {
    await rival.query('rollback');
    rival.release();
  }
}

test('no mark is given before what is being booked below it is seen', async () => {
  const { early, saved, marked } = await markBetween();
  expect(early).toBe(false);
  expect(marked).toBe(saved);
});

test('without the lock it is given too early, and a booking slips under it', async () => {
  await owner.query(
    `create or replace function ledger_mark(region uuid) returns bigint language sql as
     'select coalesce(max(id), 0) from ledger_entry where region_id = region'`,
  );
  expect((await markBetween()).early).toBe(true);
});

test('of a region without bookings it is 0, and other regions do not count', async () => {
  await books.book(2024, 1, 100);
  const queries = app.app.get(LedgerQueries, { strict: false });
  expect(await queries.mark({ ...systemActor, regionId: '00000000-0000-7000-8000-000000000000' })).toBe('0');
});
