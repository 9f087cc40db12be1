import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { StatementQueries } from '../../src/accountability/statement.queries.js';
import { EvidenceQueries } from '../../src/evidence/evidence.queries.js';
import { Accounting } from '../support/accounting.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';

let app: TestApp;
let books: Accounting;
let finance: Client;
let api: ApiClient;
let invoice: string;

/** € 1.000,00 of 2024, of which € 10,00 came back after closing; € 5,00 more of 2024 came in late; € 20,00 is of 2025. */
beforeAll(async () => {
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  books = await Accounting.make(app);
  const { rows } = await app.database.owner.query<{ email: string }>(
    'select email from account where id = $1',
    [books.people[0].accountId],
  );
  finance = await signIn(app, rows[0]!.email);
  api = await apiClient(app, books.region.id, books.people[0].accountId!);
  invoice = await books.book(2024, 3, 100_000);
  await books.close(2024);
  await books.credit(invoice, 1_000);
  await books.book(2024, 4, 500);
  await books.book(2025, 5, 2_000);
});
afterAll(() => app.stop());

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const path = (year: number, grant: 2024 | 2025) =>
  `/accountability/${year}/grants/${books.grants[grant].id}/evidence`;
async function evidence(year: number, grant: 2024 | 2025) {
  const zip = await JSZip.loadAsync((await finance.get(`${path(year, grant)}.zip`)).bytes, {
    checkCRC32: true,
  });
  const file = (name: string) => zip.file(name)!.async('nodebuffer');
  const invoices = zip.file('6 overige kosten/facturen.csv');
  return {
    file,
    index: (await file('index.html'))
      .toString('utf8')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
    ledger: parse(await file(`2 uitgaven/uitgaven-${year}.csv`), { delimiter: ';', bom: true }).slice(1),
    invoices: invoices
      ? parse(await invoices.async('nodebuffer'), { delimiter: ';', bom: true }).slice(1)
      : [],
  };
}

describe('evidence of a year that was closed', () => {
  test('holds the very files of the statement that were kept, and does not call it a draft', async () => {
    const { file, index } = await evidence(2024, 2024);
    const { rows } = await app.database.owner.query<Record<string, string>>(
      'select csv_sha256 csv, xlsx_sha256 xlsx, pdf_sha256 pdf from statement_version where year = 2024',
    );
    for (const type of ['csv', 'xlsx', 'pdf'])
      expect(hashOf(await file(`1 verantwoording/verantwoording-2024.${type}`))).toBe(rows[0]![type]);
    expect(index).toContain('zoals 2024 is afgesloten');
    expect(index).not.toContain('de verantwoording is een concept');
  });

  test('does not change by what is booked on its lines later', async () => {
    const { ledger, invoices, index } = await evidence(2024, 2024);
    expect([ledger.length, invoices.map((row) => row[4])]).toEqual([1, ['1000,00']]);
    expect(index).toMatch(/Totaal € 0,00 € 1\.000,00/);
  });
});

describe('evidence of the year after', () => {
  test('holds what puts right the year before on the lines of that year, and adds up with the statement', async () => {
    const { ledger, invoices, index } = await evidence(2025, 2024);
    expect(ledger.map((row) => [row[14], row[17], row[18]])).toEqual([
      ['-10,00', '2025', '2024'],
      ['5,00', '2025', '2024'],
    ]);
    expect(invoices.map((row) => [row[4], row[6]])).toEqual([
      ['-10,00', 'N-1'],
      ['5,00', ''],
    ]);
    expect(index).toMatch(/Totaal € 0,00 € -5,00/);
    expect(index).toMatch(/Besteed in 2025 € 0,00/);
    expect(index).toMatch(/Correctie over 2024 € -5,00/);
  });

  test('is kept apart per grant', async () => {
    const { ledger } = await evidence(2025, 2025);
    expect(ledger.map((row) => row[14])).toEqual(['20,00']);
  });

  test('is as it stands at its last booking, while more is booked', async () => {
    const before = (await api.get(`/statements/2025/grants/${books.grants[2025].id}/evidence`)).json();
    await books.book(2025, 6, 300);
    const after = (await api.get(`/statements/2025/grants/${books.grants[2025].id}/evidence`)).json();
    expect([before['realisedCents'], after['realisedCents']]).toEqual([2_000, 2_300]);
    expect(Number(after['upTo'])).toBeGreaterThan(Number(before['upTo']));
    // What is booked while a file is made is in none of its parts.
    const earlier = { grantId: books.grants[2025].id, year: 2025, upTo: String(before['upTo']) };
    const [actor] = books.people;
    const { grants } = await app.app.get(StatementQueries, { strict: false }).look(actor, 2025, earlier.upTo);
    expect(grants.find(({ grantId }) => grantId === earlier.grantId)?.figures.spent).toBe(2_000n);
    const { lines } = await app.app.get(EvidenceQueries, { strict: false }).look(actor, earlier);
    expect(lines.map(({ realisedCents }) => realisedCents)).toEqual([2_000n]);
  });

  test('leaves downloads of the ledger that can be made again, and say which year counts', async () => {
    const page = await finance.get('/ledger-downloads');
    expect(page.text).toContain('Telt mee in 2025');
    const { rows } = await app.database.owner.query<{ id: string; sha256: string }>(
      'select id, sha256 from ledger_download',
    );
    for (const { id, sha256 } of rows)
      expect(hashOf((await finance.get(`/ledger-downloads/${id}/file`)).bytes)).toBe(sha256);
  });
});
