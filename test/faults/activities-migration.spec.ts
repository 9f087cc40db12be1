import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

// The version in which each line of a grant became of an activity.
const WITH_ACTIVITIES = '0077';

let database: Migrating;

beforeAll(async () => {
  database = await startMigrating();
});
afterAll(() => database.drop());

const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);
const [region, town, award, first, second, own] = Array.from({ length: 6 }, () => newId());

/** A grant of two years with a line of both, one that the town pays itself, and an order that was let into a third year. */
async function fill(): Promise<void> {
  await put("insert into region (id, name) values ($1, 'Flevoland')", region);
  await put(
    "insert into municipality (id, region_id, cbs_code, name) values ($1, $2, 'GM0034', 'Almere')",
    ...[town, region],
  );
  await put(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
     values ($1, $2, 'B-2026', 'Versterkingsgelden', $3, 2026, 2027, 100000, true, 'test')`,
    ...[award, region, town],
  );
  for (const [id, year, code, paidBy] of [
    [first, 2026, 'Regie', 'grant'],
    [second, 2027, 'regie', 'grant'],
    [own, 2026, 'zaal', 'own'],
  ]) {
    await put(
      'insert into grant_line (id, grant_id, region_id, year, code, title, paid_by) values ($1, $2, $3, $4, $5, $5 || $4::int, $6)',
      ...[id, award, region, year, code, paidBy],
    );
    await put("insert into grant_line_budget values ($1, $2, $3, 100000, true, 'test')", id, town, region);
  }
  await put(
    `insert into commitment (id, region_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at, supplier, description, cost_date)
     values ($1, $2, $3, $4, 5000, true, now(), 'Bureau Voorbeeld', 'Regie', '2028-01-15')`,
    ...[newId(), region, second, town],
  );
}

test('lines become activities to be checked, by their codes, with the years of the grant and the days of what was booked', async () => {
  await database.migrate(null, WITH_ACTIVITIES);
  await fill();
  await database.migrate(WITH_ACTIVITIES, null);
  const { rows } = await put(
    `select l.id line, a.code, a.title, a.first_day::text "firstDay", a.last_day::text "lastDay", a.is_assumed "isAssumed"
     from grant_line l left join grant_activity a on a.id = l.activity_id order by l.year, l.code`,
  );
  const regie = {
    ...{ code: 'regie', title: 'regie2027', isAssumed: true },
    ...{ firstDay: '2026-01-01', lastDay: '2028-01-15' },
  };
  const none = { code: null, title: null, firstDay: null, lastDay: null, isAssumed: null };
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(
    expect.arrayContaining([
      { line: first, ...regie },
      { line: second, ...regie },
      { line: own, ...none },
    ]),
  );
});

test('what was right before can go on: the order that was let in takes its invoice', async () => {
  const invoice = await put(
    `insert into realisation (id, region_id, commitment_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date,
       cost_date, amount_cents, vat_treatment, recorded_at)
     select gen_random_uuid(), region_id, id, grant_line_id, municipality_id, supplier, 'F-1', cost_date, cost_date, 5000, 'exempt', now()
     from commitment`,
  );
  expect(invoice.rowCount).toBe(1);
});
