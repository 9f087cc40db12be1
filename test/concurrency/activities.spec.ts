import type pg from 'pg';
import { ActivityService } from '../../src/grants/activity.service.js';
import { DomainError } from '../../src/platform/errors/domain-error.js';
import { startApp, type TestApp } from '../support/app.js';
import { Accounting } from '../support/accounting.js';
import { beside, untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let books: Accounting;
let owner: pg.Pool;
let activity: string;

beforeEach(async () => {
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  ({ owner } = app.database);
  books = await Accounting.make(app);
  const { rows } = await owner.query<{ id: string }>('select activity_id id from grant_line where id = $1', [
    line(),
  ]);
  activity = rows[0]!.id;
});
afterEach(() => app.stop());

const line = () => books.grants[2026].lines.network;
const untilJune = { code: '30', title: 'Regie', firstDay: '2026-01-01', lastDay: '2026-06-30' };
const shorten = () =>
  app.app.get(ActivityService, { strict: false }).change(books.people[0], activity, 1, untilJune);
const refusalOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
/** What was booked on days that the activity does not have. */
async function outside(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int from realisation r join grant_line l on l.id = r.grant_line_id
     join grant_activity a on a.id = l.activity_id where r.cost_date not between a.first_day and a.last_day`,
  );
  return rows[0]!.count;
}

const shortens = (rival: pg.PoolClient) =>
  rival.query("update grant_activity set last_day = '2026-06-30' where id = $1", [activity]);
const booksInJuly = (rival: pg.PoolClient) =>
  rival.query(
    `insert into realisation (id, region_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date, cost_date, amount_cents, vat_treatment, recorded_at)
     values (gen_random_uuid(), $1, $2, $3, 'V', 'R-1', '2026-07-15', '2026-07-15', 100, 'exempt', now())`,
    [books.region.id, line(), books.region.municipalities.Almere],
  );
const movesToYearOfMay = async (rival: pg.PoolClient) => {
  const { rows } = await rival.query<{ id: string }>(
    `insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed)
     select gen_random_uuid(), region_id, grant_id, 'mei', 'Mei', '2026-05-01', '2026-05-31', false
     from grant_activity where id = $1 returning id`,
    [activity],
  );
  await rival.query('update grant_line set activity_id = $1 where id = $2', [rows[0]!.id, line()]);
};

test('a cost that comes while the period is made shorter waits, and is refused', async () => {
  await beside(owner, shortens, async (saved) => {
    const booking = refusalOf(books.book(2026, 7, 100));
    await untilSomeoneWaits(owner);
    await saved();
    expect(await booking).toBe('cost-outside-activity');
  });
  expect(await outside()).toBe(0);
});

test('a period that is made shorter while a cost is booked waits, and is refused', async () => {
  await beside(owner, booksInJuly, async (saved) => {
    const shorter = refusalOf(shorten());
    await untilSomeoneWaits(owner);
    await saved();
    expect(await shorter).toBe('activity-leaves-invoice');
  });
  expect(await outside()).toBe(0);
});

test('a cost that comes while its line goes to another activity waits, and is held to the new one', async () => {
  await beside(owner, movesToYearOfMay, async (saved) => {
    const booking = refusalOf(books.book(2026, 7, 100));
    await untilSomeoneWaits(owner);
    await saved();
    expect(await booking).toBe('cost-outside-activity');
  });
  expect(await outside()).toBe(0);
});

test('ten who book and one who shortens the period leave nothing outside it', async () => {
  const all = Array.from({ length: 10 }, (_, index) => refusalOf(books.book(2026, 1 + index, 100)));
  const shorter = await refusalOf(shorten());
  const outcomes = await Promise.all(all);
  expect(['done', 'activity-leaves-invoice']).toContain(shorter);
  const expected = ['done', 'cost-outside-activity'];
  expect(outcomes.filter((outcome) => !expected.includes(outcome))).toEqual([]);
  expect(await outside()).toBe(0);
});

test('negative control: without its lock a cost slips past the period', async () => {
  await owner.query(
    `create or replace function hold_eligible_days(line uuid) returns table (activity text, first_day date, last_day date) language sql as
     'select a.title, a.first_day, a.last_day from grant_line l join grant_activity a on a.id = l.activity_id where l.id = line'`,
  );
  await beside(owner, shortens, async (saved) => {
    expect(await refusalOf(books.book(2026, 7, 100))).toBe('done');
    await saved();
  });
  expect(await outside()).toBe(1);
});
