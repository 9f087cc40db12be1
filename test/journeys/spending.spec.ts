import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let finance: Client;
let planner: Awaited<ReturnType<typeof apiClient>>;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 10_000_000, Dronten: 5_000_000 },
    network: { Almere: 3_000_000 },
  });
  const coordinator = await createAccount(app.database, region, 'coordinator');
  planner = await apiClient(app, region.id, coordinator.id);
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
  for (const payer of ['Almere', 'Dronten', 'Almere'] as const) {
    const session = await createSession(app.database, region, { payer });
    await planner.post(`/sessions/${session}/confirmation`);
  }
  const [first, second] = await idsOf('select id from commitment order by committed_at, id');
  await invoice(first!, 'ROR', '2026-001', '2.499,95', { isFinal: 'on' });
  await invoice(second!, '=Zaal; "Zo"', 'Z-7', '1.000,00', {});
  await invoice(second!, 'ror', '2026-002', '10,00', { vatTreatment: 'standard-21' });
  const [credited] = await idsOf("select id from realisation where invoice_number = '2026-001'");
  const answer = await finance.post(`/realisations/${credited}/credit-note`, {
    ...{ invoiceNumber: 'C-1', invoiceDate: '2026-11-19' },
    ...{ amountCents: '99,95', reason: 'amount-wrong' },
  });
  expect(answer.status).toBe(303);
});
afterAll(() => app.stop());

async function idsOf(sql: string): Promise<string[]> {
  return (await app.database.owner.query<{ id: string }>(sql)).rows.map(({ id }) => id);
}

async function invoice(
  commitment: string,
  supplier: string,
  invoiceNumber: string,
  amountCents: string,
  others: Record<string, string>,
): Promise<void> {
  const form = { supplier, invoiceNumber, amountCents, invoiceDate: '2026-11-18', vatTreatment: 'exempt' };
  const answer = await finance.post(`/commitments/${commitment}/invoice`, { ...form, ...others });
  expect(answer.status).toBe(303);
}

/** Figures in cents, by plain SQL over the ledger and what it refers to. */
const figures = {
  sessions: async (condition = 'true') =>
    plain(
      `select s.id, coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment' and e.amount_cents > 0), 0) reserved,
         coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0) realised,
         coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0) open
       from session s join ledger_entry e on e.session_id = s.id where ${condition} group by s.id`,
      ['reserved', 'realised', 'open'],
    ),
  suppliers: async (condition = 'true') =>
    plain(
      `select coalesce(sum(r.amount_cents) filter (where r.invoice_id is null), 0) invoiced,
         coalesce(sum(r.amount_cents) filter (where r.invoice_id is not null), 0) credited, sum(r.amount_cents) realised
       from realisation r where ${condition} group by lower(r.supplier), r.vat_treatment`,
      ['invoiced', 'credited', 'realised'],
    ),
};
async function plain(sql: string, names: readonly string[]): Promise<number[][]> {
  const { rows } = await app.database.owner.query<Record<string, string>>(sql);
  return sorted(rows.map((row) => names.map((name) => Number(row[name]))));
}
const sorted = (rows: number[][]) => rows.sort((a, b) => a.join().localeCompare(b.join()));

/** The last amounts of each row, in cents, and of the totals. */
async function ofCsv(path: string, columns: readonly number[]): Promise<number[][]> {
  const { text } = await finance.get(path);
  const rows: string[][] = parse(text, { delimiter: ';', bom: true });
  return sorted(
    rows
      .slice(1)
      .map((row) => columns.map((column) => Math.round(Number(row[column]!.replace(',', '.')) * 100))),
  );
}
async function sheetOf(path: string): Promise<ExcelJS.Worksheet> {
  const { bytes } = await finance.get(path);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return workbook.worksheets[0]!;
}
const euros = (cents: number) =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(cents / 100);
const sumOf = (rows: number[][]) =>
  rows[0]!.map((_, index) => rows.reduce((sum, row) => sum + row[index]!, 0));

describe.each([
  ['sessions', [6, 7, 8]],
  ['suppliers', [4, 5, 6]],
] as const)('spending per %s', (per, columns) => {
  test('is in its CSV what plain SQL adds up', async () => {
    expect(await ofCsv(`/spending/${per}.csv?year=2026`, columns)).toEqual(await figures[per]());
  });

  test('is the same in Excel, with real amounts and totals as formulas', async () => {
    const sheet = await sheetOf(`/spending/${per}.xlsx?year=2026`);
    const last = sheet.rowCount;
    const cells = Array.from({ length: last - 2 }, (_, row) =>
      columns.map((column) => Math.round((sheet.getRow(row + 2).getCell(column + 1).value as number) * 100)),
    );
    const expected = await figures[per]();
    expect(sorted(cells)).toEqual(expected);
    const totals = columns.map((column) => sheet.getRow(last).getCell(column + 1));
    for (const { formula } of totals) expect(formula).toMatch(/^SUM\(/);
    expect(totals.map(({ result }) => Math.round((result as number) * 100))).toEqual(sumOf(expected));
    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect(sheet.autoFilter).toBeTruthy();
  });

  test('is the same on its page, with its totals', async () => {
    const { text } = await finance.get(`/spending/${per}?year=2026`);
    const expected = await figures[per]();
    for (const amount of [...expected.flat(), ...sumOf(expected)]) expect(text).toContain(euros(amount));
  });

  test('is empty in a year without bookings, and says what to do', async () => {
    const { text } = await finance.get(`/spending/${per}?year=2019`);
    expect(text).toContain('Er zijn geen boekingen');
  });

  test('adds up to what the ledger holds', async () => {
    const { rows } = await app.database.owner.query<{ cents: string }>(
      `select sum(amount_cents) cents from ledger_entry where kind = 'realisation'`,
    );
    const realised = per === 'sessions' ? 1 : 2;
    expect(sumOf(await figures[per]())[realised]).toBe(Number(rows[0]!.cents));
  });
});

test('both hold just what is shown', async () => {
  const dronten = region.municipalities.Dronten;
  const expected = await figures.sessions(`e.municipality_id = '${dronten}'`);
  expect(await ofCsv(`/spending/sessions.csv?year=2026&municipality=${dronten}`, [6, 7, 8])).toEqual(
    expected,
  );
  expect(await ofCsv(`/spending/suppliers.csv?year=2026&line=${grant.lines.network}`, [4])).toEqual([]);
  expect(await ofCsv('/spending/sessions.csv?year=2026&until=2026-11-19', [6])).toEqual([]);
});

test('a supplier is one however its name is typed, apart for each kind of VAT', async () => {
  const { text } = await finance.get('/spending/suppliers.csv?year=2026');
  const rows: string[][] = parse(text, { delimiter: ';', bom: true });
  expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
    [`'=Zaal; "Zo"`, expect.any(String), '1', '0'],
    ['ROR', 'Vrijgesteld van btw', '1', '1'],
    ['ror', '21% btw', '1', '0'],
  ]);
});

test('the API tells the same', async () => {
  const sessions = (await planner.get('/session-costs?year=2026')).json() as {
    items: Record<string, number>[];
  };
  const amounts = sessions.items.map((row) => [
    row['reservedCents']!,
    row['realisedCents']!,
    row['openCents']!,
  ]);
  expect(sorted(amounts)).toEqual(await figures.sessions());
  const suppliers = (await planner.get('/supplier-costs?year=2026')).json() as {
    items: Record<string, number>[];
  };
  const spent = suppliers.items.map((row) => [
    row['invoicedCents']!,
    row['creditedCents']!,
    row['realisedCents']!,
  ]);
  expect(sorted(spent)).toEqual(await figures.suppliers());
});
