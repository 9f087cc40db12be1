import ExcelJS from 'exceljs';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let finance: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 10_000_000, Dronten: 5_000_000 },
    network: { Almere: 3_333_333 },
  });
  await createGrant(app.database, region, { year: 2019, decision: 'B-2019', basic: { Almere: 100 } });
  const coordinator = await createAccount(app.database, region, 'coordinator');
  const planner = await apiClient(app, region.id, coordinator.id);
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
  for (const payer of ['Almere', 'Dronten', 'Almere'] as const) {
    const session = await createSession(app.database, region, { payer });
    await planner.post(`/sessions/${session}/confirmation`);
  }
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from commitment where municipality_id = $1',
    [region.municipalities.Almere],
  );
  await finance.post(`/commitments/${rows[0]!.id}/invoice`, {
    supplier: '=HYPERLINK("https://voorbeeld.example")',
    invoiceNumber: '2026-001',
    invoiceDate: '2026-11-18',
    amountCents: '2.499,95',
    vatTreatment: 'exempt',
    isFinal: 'on',
  });
});
afterAll(() => app.stop());

async function worksheet(path: string): Promise<ExcelJS.Worksheet> {
  const { bytes } = await finance.get(path);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return workbook.worksheets[0]!;
}

/** The sum of the bookings in euros, by plain SQL. */
async function booked(kind: 'commitment' | 'realisation', condition = 'true'): Promise<number> {
  const { rows } = await app.database.owner.query<{ cents: string }>(
    `select coalesce(sum(amount_cents), 0) cents from ledger_entry where kind = $1 and ${condition}`,
    [kind],
  );
  return Number(rows[0]!.cents) / 100;
}

const lines = (csv: string) => csv.split('\r\n').filter((line) => line !== '');

describe('the CSV download', () => {
  test('is written the way Dutch Excel reads it', async () => {
    const { bytes, type, headers, text } = await finance.get('/ledger.csv?year=2026');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(type).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="uitgaven-2026-11-20.csv"');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(lines(text)[1]).toMatch(
      /^20-11-2026;Verplichting;B-2026;10;Basistrainingen;Almere;Basistraining;12-11-2026;;;;;;2500,00;;voorbeeld;\d+;2026;$/,
    );
  });

  test('never lets the name of a supplier run as a formula', async () => {
    const { text } = await finance.get('/ledger.csv?year=2026&kind=realisation');
    expect(lines(text)[1]).toContain(`;"'=HYPERLINK(""https://voorbeeld.example"")";2026-001;`);
  });

  test('holds just what is shown', async () => {
    const dronten = region.municipalities.Dronten;
    const { text } = await finance.get(`/ledger.csv?year=2026&municipality=${dronten}`);
    expect(
      lines(text)
        .slice(1)
        .map((line) => line.split(';')[5]),
    ).toEqual(['Dronten']);
  });

  test('of a year without bookings has only its heading', async () => {
    expect(lines((await finance.get('/ledger.csv?year=2019')).text)).toHaveLength(1);
  });
});

describe('the download of the budget', () => {
  /** Granted, committed, realised and free of the year in euros, by plain SQL. */
  async function standing(condition = 'true'): Promise<number[]> {
    const { rows } = await app.database.owner.query<{ granted: string }>(
      `select coalesce(sum(b.amount_cents), 0)::bigint granted from grant_line_budget b join grant_line l on l.id = b.grant_line_id
       join grant_award g on g.id = l.grant_id where l.year = 2026 and g.region_id = $1 and ${condition}`,
      [region.id],
    );
    const granted = Number(rows[0]!.granted) / 100;
    const [committed, realised] = [
      await booked('commitment', condition),
      await booked('realisation', condition),
    ];
    return [granted, committed, realised, granted - committed - realised];
  }

  test('adds up in Excel, by formulas, to what plain SQL adds up', async () => {
    const sheet = await worksheet('/budget.xlsx?year=2026');
    const totals = sheet.getRow(sheet.rowCount);
    const expected = await standing();
    for (const [index, value] of expected.entries())
      expect(totals.getCell(5 + index).result).toBeCloseTo(value, 2);
    expect(totals.getCell(5).formula).toMatch(/^SUM|^SUBTOTAL/i);
  });

  test('holds just what is shown, and the same in CSV', async () => {
    const dronten = region.municipalities.Dronten;
    const { text, headers } = await finance.get(`/budget.csv?year=2026&municipality=${dronten}`);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="begroting-2026-stand-2026-11-20.csv"',
    );
    const rows = lines(text).slice(1);
    expect(rows.every((line) => line.split(';')[3] === 'Dronten')).toBe(true);
    const sums = [4, 5, 6, 7].map((column) =>
      rows.reduce((sum, line) => sum + Number(line.split(';')[column]!.replace(',', '.')), 0),
    );
    const expected = await standing(`municipality_id = '${dronten}'`);
    for (const [index, value] of expected.entries()) expect(sums[index]).toBeCloseTo(value, 2);
  });
});

describe('the Excel download', () => {
  test('holds real dates and amounts, and texts that are no formulas', async () => {
    const sheet = await worksheet('/ledger.xlsx?year=2026&kind=realisation');
    const row = sheet.getRow(2);
    expect(row.getCell(1).value).toEqual(new Date('2026-11-18T00:00:00Z'));
    expect(row.getCell(10).value).toBe('=HYPERLINK("https://voorbeeld.example")');
    expect(row.getCell(15).value).toBe(2499.95);
  });

  test('adds up to what the ledger holds, by kind', async () => {
    const sheet = await worksheet('/ledger.xlsx?year=2026');
    const totals = sheet.getRow(sheet.rowCount);
    expect([totals.getCell(14).result, totals.getCell(15).result]).toEqual([
      await booked('commitment'),
      await booked('realisation'),
    ]);
  });

  test('keeps its header in view, filters its bookings and adds them by formulas', async () => {
    const sheet = await worksheet('/ledger.xlsx?year=2026');
    const last = sheet.rowCount - 1;
    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect(sheet.autoFilter).toBe(`A1:S${last}`);
    expect(['N', 'O'].map((column) => sheet.getCell(`${column}${last + 1}`).formula)).toEqual([
      `SUM(N2:N${last})`,
      `SUM(O2:O${last})`,
    ]);
  });

  test('carries the day in its name', async () => {
    const { headers } = await finance.get('/ledger.xlsx?year=2026');
    expect(headers.get('content-disposition')).toBe('attachment; filename="uitgaven-2026-11-20.xlsx"');
  });
});

describe('the ledger on screen', () => {
  test('shows the newest booking first, with what it adds up to', async () => {
    const { text } = await finance.get('/ledger?year=2026');
    const first = text.indexOf('Factuur');
    expect(first).toBeGreaterThan(-1);
    expect(text.indexOf('Verplichting vervalt (factuur)')).toBeGreaterThan(first);
    expect(text).toContain('€\u00a05.000,00');
  });

  test('tells of each booking what its download tells', async () => {
    const { text } = await finance.get('/ledger?year=2026&kind=realisation');
    const row = text
      .slice(text.indexOf('<tbody'), text.indexOf('</tbody>'))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(row).toMatch(
      /18-11-2026 Nr\. \d+ Factuur .*factuur 2026-001 Vrijgesteld van btw Basistrainingen Beschikking B-2026 Almere Basistraining 12-11-2026/,
    );
  });

  test('keeps its filters in the downloads', async () => {
    const { text } = await finance.get(`/ledger?year=2026&line=${grant.lines.basic}&kind=commitment`);
    expect(text).toContain(
      `/ledger.csv?year=2026&amp;line=${grant.lines.basic}&amp;kind=commitment`.replaceAll('=', '&#x3D;'),
    );
  });

  test('shows the last page to whoever asks beyond it', async () => {
    expect((await finance.get('/ledger?year=2026&page=99')).text).toContain('1 tot en met 5 van 5');
  });
});

test('the budget page, the ledger and plain SQL agree to the cent', async () => {
  const { rows } = await app.database.owner.query<{ free: string }>(
    `select (select sum(b.amount_cents) from grant_line_budget b join grant_line l on l.id = b.grant_line_id
       join grant_award g on g.id = l.grant_id where l.year = 2026) - (select sum(amount_cents) from ledger_entry) free`,
  );
  const euros = (value: number) =>
    new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(value);
  const { text } = await finance.get('/budget?year=2026');
  const figures = text.slice(text.indexOf('<dl'), text.indexOf('</dl>'));
  expect(figures).toContain(euros(Number(rows[0]!.free) / 100));
  expect(figures).toContain(euros(await booked('commitment')));
  expect(figures).toContain(euros(await booked('realisation')));
});

describe('a booking', () => {
  test('keeps its own words when what it is about is renamed or moved', async () => {
    const before = (await finance.get('/ledger.csv?year=2026')).text;
    await app.database.owner.query("update grant_line set title = 'Hernoemd', code = code || '-nieuw'");
    await app.database.owner.query("update grant_award set decision_number = 'NIEUW-' || decision_number");
    await app.database.owner.query("update municipality set name = 'Nieuw ' || name");
    await app.database.owner.query("update course set title = 'Andere training'");
    await app.database.owner.query('update session_part set local_date = local_date + 7');
    expect((await finance.get('/ledger.csv?year=2026')).text).toBe(before);
    expect((await finance.get('/ledger?year=2026')).text).toContain('Basistrainingen');
  });

  test('gets them from what it is about, whatever an insert says', async () => {
    const { rows } = await app.database.owner.query(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, session_id, commitment_id, kind, amount_cents, booked_on, year,
         recorded_at, source_type, source_id, description, line_title, supplier, invoice_number, is_demo)
       select region_id, grant_line_id, municipality_id, session_id, commitment_id, kind, 100, booked_on, year, recorded_at,
         source_type, source_id, description, 'Verzonnen', 'Verzonnen', 'Verzonnen', true
       from ledger_entry where kind = 'realisation' limit 1
       returning line_title, municipality_name, supplier, invoice_number, is_demo`,
    );
    expect(rows).toEqual([
      {
        ...{ line_title: 'Hernoemd', municipality_name: 'Nieuw Almere' },
        ...{
          supplier: '=HYPERLINK("https://voorbeeld.example")',
          invoice_number: '2026-001',
          is_demo: false,
        },
      },
    ]);
  });
});

describe('a download that takes several reads', () => {
  beforeAll(async () => {
    const client = await app.database.owner.connect();
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, session_id, commitment_id, kind, amount_cents,
         booked_on, year, recorded_at, source_type, source_id, description, decision_number, line_code, line_title,
         municipality_name, is_demo)
       select region_id, grant_line_id, municipality_id, session_id, commitment_id, kind, amount_cents,
         booked_on, year, recorded_at, source_type, source_id, description, decision_number, line_code, line_title,
         municipality_name, is_demo
       from ledger_entry, generate_series(1, 4100) where kind = 'realisation' and amount_cents > 100`,
    );
    await client.query('set session_replication_role = origin');
    client.release();
  });

  test('has every booking once, in the order in which they were recorded', async () => {
    const { text } = await finance.get('/ledger.csv?year=2026&kind=realisation');
    const numbers = lines(text)
      .slice(1)
      .map((line) => line.split(';')[16]);
    const { rows } = await app.database.owner.query<{ id: string }>(
      "select id from ledger_entry where kind = 'realisation' order by id",
    );
    expect(numbers).toEqual(rows.map(({ id }) => id));
  });

  test('keeps no transaction open longer than one of them', async () => {
    const said = await conversationsDuring(() => finance.get('/ledger.xlsx?year=2026&kind=realisation'));
    const reads = said.map((one) => one.filter(({ sql }) => sql.includes('e.id > ')));
    expect(reads.filter((read) => read.length > 0).map((read) => read.map(({ rows }) => rows))).toEqual([
      ...Array.from({ length: 5 }, () => [800]),
      [102],
    ]);
  });
});
