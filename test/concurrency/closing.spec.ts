import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { Accounting } from '../support/accounting.js';
import { beside, untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let books: Accounting;
let owner: pg.Pool;

beforeEach(async () => {
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  ({ owner } = app.database);
  books = await Accounting.make(app);
  await books.book(2024, 1, 100);
});
afterEach(() => app.stop());

const closes = (rival: pg.PoolClient) =>
  rival.query(
    'insert into accounting_year (region_id, year, closed_at, closed_by) values ($1, 2024, now(), $2)',
    [books.region.id, books.people[0].accountId],
  );
const books900 = (rival: pg.PoolClient) =>
  rival.query(
    `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
     values ($1, $2, $3, 'realisation', 900, '2024-12-31', 2024, now(), 'session', $1, 'x')`,
    [books.region.id, books.grants[2024].lines.network, books.region.municipalities.Almere],
  );
const keptSpent = async () =>
  Number(
    (
      await owner.query<{ spent: string }>(
        "select statement->'grants'->0->'figures'->>'spent' spent from statement_version",
      )
    ).rows[0]!.spent,
  );
const spent = async () => (await books.figures(2024))[0]!.spent;

/** Takes the lock out of what books; closing still takes it. */
const withoutLock = () =>
  owner.query(
    `create or replace function hold_accounting_years(region uuid) returns integer language sql as
     'select max(year) from accounting_year where region_id = region and closed_at is not null'`,
  );

test('an invoice that comes while the year is being closed waits, and counts in the next as a correction', async () => {
  await beside(owner, closes, async (saved) => {
    const booking = books.book(2024, 12, 900);
    await untilSomeoneWaits(owner);
    await saved();
    await booking;
  });
  expect(await spent()).toBe(100);
  expect((await books.figures(2025)).find(({ decision }) => decision === 'B-2024')).toMatchObject({
    ...{ spent: 0, correction: 900, cumulative: 1_000 },
  });
});

test('a year that is closed while an invoice is being booked waits, and its statement has the invoice', async () => {
  await beside(owner, books900, async (saved) => {
    const closing = books.close(2024);
    await untilSomeoneWaits(owner);
    await saved();
    await closing;
  });
  expect([await keptSpent(), await spent()]).toEqual([1_000, 1_000]);
});

test('many invoices and the closing at once: the statement that is kept is what the year holds', async () => {
  const invoices = Array.from({ length: 24 }, () => books.book(2024, 6, 10));
  await Promise.all([...invoices, books.close(2024)]);
  expect(await keptSpent()).toBe(await spent());
  expect((await books.figures(2027)).find(({ decision }) => decision === 'B-2024')!.cumulative).toBe(340);
});

test('without the lock the closing slips past a booking, so the tests above mean something', async () => {
  await withoutLock();
  await beside(owner, books900, async (saved) => {
    await books.close(2024);
    await saved();
  });
  expect([await keptSpent(), await spent()]).toEqual([100, 1_000]);
});
