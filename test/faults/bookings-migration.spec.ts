import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

// A version before the one in which bookings keep their own words.
const BEFORE = '0059';

let database: Migrating;

beforeAll(async () => {
  database = await startMigrating();
});
afterAll(() => database.drop());

/** An order, its invoice and the credit note on it, all booked; and a cost for which nothing was reserved. */
async function fill(): Promise<void> {
  const [region, town, award, line, order, invoice, credit, lone] = Array.from({ length: 8 }, () => newId());
  const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);
  await put("insert into region (id, name) values ($1, 'Flevoland')", region);
  await put(
    "insert into municipality (id, region_id, cbs_code, name) values ($1, $2, 'GM0034', 'Almere')",
    town,
    region,
  );
  await put(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, year, amount_cents, is_demo, source)
     values ($1, $2, 'B-2026', 'Versterkingsgelden', $3, 2026, 100000, true, 'test')`,
    ...[award, region, town],
  );
  await put(
    "insert into grant_line (id, grant_id, region_id, code, title) values ($1, $2, $3, '30', 'Netwerkregisseur')",
    ...[line, award, region],
  );
  await put("insert into grant_line_budget values ($1, $2, $3, 100000, true, 'test')", line, town, region);
  await put(
    `insert into commitment (id, region_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at, supplier, description, cost_date)
     values ($1, $2, $3, $4, 5000, true, now(), 'Bureau Voorbeeld', 'Regie', '2026-06-30')`,
    ...[order, region, line, town],
  );
  const realise = (id: string, number: string, cents: number, of: string | null, credits: string | null) =>
    put(
      `insert into realisation (id, region_id, commitment_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date,
         cost_date, amount_cents, vat_treatment, recorded_at, invoice_id, reason)
       values ($1, $2, $3, $4, $5, 'Bureau V.', $6, '2026-07-01', '2026-06-29', $7, 'exempt', now(), $8, $9)`,
      ...[id, region, of, line, town, number, cents, credits, credits && 'amount-wrong'],
    );
  await realise(invoice!, 'F-1', 5000, order!, null);
  await realise(credit!, 'C-1', -1000, order!, invoice!);
  await realise(lone!, 'F-2', 700, null, null);
  const book = (kind: string, cents: number, type: string, source: string, of: string | null) =>
    put(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, commitment_id, kind, amount_cents, booked_on, year,
         recorded_at, source_type, source_id, description)
       values ($1, $2, $3, $4, $5, $6, '2026-07-01', 2026, now(), $7, $8, 'x')`,
      ...[region, line, town, of, kind, cents, type, source],
    );
  await book('commitment', 5000, 'order', order!, order!);
  await book('commitment', -5000, 'invoice', invoice!, order!);
  await book('realisation', 5000, 'invoice', invoice!, order!);
  await book('realisation', -1000, 'credit-note', credit!, order!);
  await book('realisation', 700, 'invoice', lone!, null);
}

test('what was booked before gets the words that hold when this version comes', async () => {
  await database.migrate(null, BEFORE);
  await fill();
  await database.migrate(BEFORE, null);
  const { rows } = await database.system.query({
    text: `select decision_number, line_code, line_title, municipality_name, subject, session_date, cost_date::text, supplier,
      invoice_number, credited_number, vat_treatment, is_demo from ledger_entry order by id`,
    rowMode: 'array',
  });
  const line = ['B-2026', '30', 'Netwerkregisseur', 'Almere'];
  const delivered = ['2026-06-29', 'Bureau V.'];
  expect(rows).toEqual([
    [...line, 'Regie', null, null, 'Bureau Voorbeeld', null, null, null, true],
    [...line, 'Regie', null, ...delivered, 'F-1', null, 'exempt', true],
    [...line, 'Regie', null, ...delivered, 'F-1', null, 'exempt', false],
    [...line, 'Regie', null, ...delivered, 'C-1', 'F-1', 'exempt', false],
    [...line, null, null, ...delivered, 'F-2', null, 'exempt', false],
  ]);
});

test('and still is only added to', async () => {
  const change = database.system.query("update ledger_entry set line_title = 'x'");
  await expect(change).rejects.toThrow();
});
