import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { indicators } from '../../src/accountability/annex.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { Accounting, type SqlFigures } from '../support/accounting.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { pdfText } from '../support/pdf-text.js';

let app: TestApp;
let books: Accounting;
let finance: Client;
let api: ApiClient;
let figures: SqlFigures[];

beforeAll(async () => {
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  books = await Accounting.make(app);
  const { owner } = app.database;
  const { rows } = await owner.query<{ email: string }>('select email from account where id = $1', [
    books.people[0].accountId,
  ]);
  finance = await signIn(app, rows[0]!.email);
  api = await apiClient(app, books.region.id, books.people[0].accountId!);
  await owner.query("update grant_award set decision_number = '=1+1' where first_year = 2025");
  const invoice = await books.book(2024, 3, 123_456);
  await books.book(2025, 5, 1_000_001);
  await books.close(2024);
  await books.book(2024, 4, 70_070);
  await books.credit(invoice, 3_456);
  await books.close(2025);
  await books.credit(invoice, 100);
  await books.book(2025, 6, 42);
  await books.book(2026, 6, 999);
  figures = await books.figures(2026);
});
afterAll(() => app.stop());

const cents = (euros: unknown) => Math.round(Number(euros) * 100);
const fromDutch = (written: string) => cents(written.replaceAll(/[^\d,-]/g, '').replace(',', '.'));
const dutch = (amount: number) =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(amount / 100);
const amountsOf = ({ spent, cumulative, correction, earlier }: SqlFigures) => [
  ...[spent, cumulative, correction, earlier],
];
const total = () =>
  [0, 1, 2, 3].map((column) => figures.reduce((sum, row) => sum + amountsOf(row)[column]!, 0));
const file = async (type: string, year = 2026) =>
  (await finance.get(`/accountability/${year}/files/${type}`)).bytes;

test('the figures themselves are what was done', () => {
  expect(figures.map((row) => [row.decision, ...amountsOf(row)])).toEqual([
    ['B-2026', 999, 999, 0, 0],
    ['=1+1', 0, 1_000_043, 42, 0],
    ['B-2024', 0, 189_970, 0, -100],
  ]);
});

test('the page shows what plain SQL adds up', async () => {
  const html = (await finance.get('/accountability/2026')).text;
  const table = /<table[\s\S]*?<\/table>/.exec(html)![0];
  const amounts = [...table.matchAll(/€(?:\u00a0|&nbsp;| )(-?[\d.]+,\d\d)/g)].map(([, written]) =>
    fromDutch(written!),
  );
  expect(amounts).toEqual([...figures.flatMap(amountsOf), ...total()]);
});

test('the CSV holds the same, and no text that a spreadsheet runs', async () => {
  const rows = parse((await file('csv')).toString('utf8'), { delimiter: ';', bom: true });
  const [header, ...lines] = rows;
  expect(header!.slice(7)).toEqual([
    'Kenmerk van het besluit',
    'Besteed in 2026 (Aard controle R)',
    'Besteed tot en met 2026 (Aard controle R)',
    'Correctie over 2025 (Aard controle R)',
    'Correctie over de jaren vóór 2025 (Aard controle R)',
    'Eindverantwoording',
  ]);
  expect(lines.map((line) => line.slice(8, 12).map(fromDutch))).toEqual(figures.map(amountsOf));
  expect(lines.map((line) => line[7])).toEqual(['B-2026', "'=1+1", 'B-2024']);
});

test('the XLSX holds numbers, with totals that are formulas', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await file('xlsx')) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const row = (number: number) => [9, 10, 11, 12].map((column) => sheet.getRow(number).getCell(column).value);
  expect([2, 3, 4].map((number) => row(number).map(cents))).toEqual(figures.map(amountsOf));
  const totals = row(5) as { formula: string; result: number }[];
  expect(totals.map(({ formula }) => formula)).toEqual([
    'SUM(I2:I4)',
    'SUM(J2:J4)',
    'SUM(K2:K4)',
    'SUM(L2:L4)',
  ]);
  expect(totals.map(({ result }) => cents(result))).toEqual(total());
  expect(sheet.getRow(3).getCell(8).value).toBe('=1+1');
});

test('the PDF shows the same, says that it is a draft, and is tagged', async () => {
  const bytes = await file('pdf');
  const text = await pdfText(bytes);
  expect(text).toContain('Concept: 2026 is nog niet afgesloten.');
  expect(text).toContain('Verstrekker: nog invullen');
  for (const row of figures)
    expect(text).toContain([row.decision, ...amountsOf(row).map(dutch)].join(' ').replaceAll(/\s+/g, ' '));
  expect(text).toContain(['Totaal', ...total().map(dutch)].join(' ').replaceAll(/\s+/g, ' '));
  expect(bytes.toString('latin1')).toContain('/MarkInfo');
});

test('the API gives the same', async () => {
  const { grants, status } = (await api.get('/statements/2026')).json() as {
    grants: Record<string, number>[];
    status: string;
  };
  expect(status).toBe('open');
  expect(
    grants.map((grant) => [
      ...[grant['spentCents'], grant['cumulativeCents']],
      ...[grant['correctionCents'], grant['earlierCorrectionCents']],
    ]),
  ).toEqual(figures.map(amountsOf));
  const { items } = (await api.get('/statements')).json() as { items: { year: number; status: string }[] };
  expect(items.map(({ year, status: one }) => [year, one])).toEqual([
    ...[
      [2027, 'open'],
      [2026, 'open'],
      [2025, 'closed'],
      [2024, 'closed'],
    ],
  ]);
});

test('the codes and words of the region stand in the files of open years, and not in those that were kept', async () => {
  const before = await file('pdf', 2025);
  const answer = await finance.post('/accountability/settings', {
    ...{ provider: 'Voorbeeldministerie', code: 'X1', name: 'Voorbeeldregeling', legalGround: 'Besluit' },
    ...{ recipient: 'Almere', taskField: '1.2' },
    ...Object.fromEntries(
      indicators.flatMap((name, index) => [
        [`indicators.${name}.code`, `X1/0${index + 1}`],
        [`indicators.${name}.label`, name === 'spent' ? 'Besteding (jaar T)' : ''],
        [`indicators.${name}.auditKind`, 'R'],
      ]),
    ),
  });
  expect(answer.status).toBe(303);
  const text = await pdfText(await file('pdf'));
  expect(text).toContain('Verstrekker: Voorbeeldministerie');
  expect(text).toContain('X1/02 Besteding (jaar T)');
  expect((await finance.get('/accountability/2026')).text).toContain('X1/02');
  expect(await file('pdf', 2025)).toEqual(before);
});

test('the file of a closed year is the one that was kept, byte for byte, with its checksum on the page', async () => {
  for (const type of ['csv', 'xlsx', 'pdf']) {
    const bytes = await file(type, 2025);
    expect(await file(type, 2025)).toEqual(bytes);
    const checksum = createHash('sha256').update(bytes).digest('hex');
    expect((await finance.get('/accountability/2025')).text).toContain(checksum);
  }
  expect(await pdfText(await file('pdf', 2025))).toContain('Zoals afgesloten op 31 december 2027');
});

test.each([
  ['the running year', 'POST', '/statements/2027/closure', {}, 409, 'year-not-over'],
  ['a closed year', 'POST', '/statements/2025/closure', {}, 409, 'year-already-closed'],
  ['a year without anything', 'POST', '/statements/2030/closure', {}, 404, 'not-found'],
  ['no year at all', 'POST', '/statements/20x6/closure', {}, 404, 'not-found'],
  [
    'an open year opened',
    'POST',
    '/statements/2026/reopening',
    { reason: 'cost-missing' },
    409,
    'year-not-closed',
  ],
  [
    'an earlier year opened',
    'POST',
    '/statements/2024/reopening',
    { reason: 'cost-missing' },
    409,
    'later-year-closed',
  ],
  ['a reason of nothing', 'POST', '/statements/2025/reopening', { reason: 'x' }, 400, 'invalid-input'],
  ['opened unasked', 'POST', '/statements/2025/reopening/confirmation', {}, 409, 'reopening-not-asked'],
])(
  '%s is refused with the reason, and nothing is saved',
  async (_case, _method, path, body, status, code) => {
    const saved = () =>
      app.database.owner
        .query(
          'select (select count(*) from accounting_year where closed_at is not null) closed, (select count(*) from year_reopening) asked, (select count(*) from statement_version) kept',
        )
        .then(({ rows }) => rows[0] as unknown);
    const before = await saved();
    const answer = await api.post(path, body);
    expect([answer.status, answer.text.includes(code)]).toEqual([status, true]);
    expect(await saved()).toEqual(before);
  },
);

test('the database itself refuses one person who opens a year alone, and a year that is opened unasked', async () => {
  const { owner } = app.database;
  const { accountId } = books.people[0];
  await expect(
    owner.query(
      `insert into year_reopening (id, region_id, year, reason, asked_at, asked_by, confirmed_at, confirmed_by)
       values (gen_random_uuid(), $1, 2025, 'cost-missing', now(), $2, now(), $2)`,
      [books.region.id, accountId],
    ),
  ).rejects.toMatchObject({ constraint: 'year_reopening_by_two_people' });
  await expect(
    owner.query('update accounting_year set closed_at = null, closed_by = null where year = 2025'),
  ).rejects.toMatchObject({ constraint: 'accounting_year_reopened_by_two' });
  await expect(
    owner.query('update final_choice set is_final = true where year = 2025'),
  ).rejects.toMatchObject({ constraint: 'final_choice_in_open_year' });
});
