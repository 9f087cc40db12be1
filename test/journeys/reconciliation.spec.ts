import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { uploadFile } from '../support/upload.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let finance: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { basic: { Almere: 10_000_000 } });
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
});
afterAll(() => app.stop());

const cost = (invoiceNumber: string, amountCents: string, supplier = 'ROR') =>
  finance.post('/realisations', {
    ...{ grantLineId: grant.lines.basic, municipalityId: region.municipalities.Almere, supplier },
    ...{ invoiceNumber, invoiceDate: '2026-11-18', costDate: '2026-11-12', amountCents },
    vatTreatment: 'exempt',
  });

const upload = (content: string | Uint8Array) =>
  uploadFile(finance, '/reconciliations', 'grootboek.csv', content);
const none = { number: '', amount: '', debit: '', credit: '', reference: '', supplier: '', date: '' };
const mapping = {
  ...none,
  ...{ year: '2026', number: 'Factuurnr', debit: 'Debet', credit: 'Credit', reference: 'Boekstuk' },
  ...{ supplier: 'Crediteur', date: 'Boekdatum' },
};
const header = 'Boekdatum;Boekstuk;Crediteur;Factuurnr;Debet;Credit';
const lines = async () => (await app.database.owner.query('select from reconciliation_line')).rowCount;

test('a list of the financial administration is held against our bookings of the year', async () => {
  await cost('F-1', '1.000,00');
  await cost('F-2', '200,00');
  await cost('F-3', '30,00');
  const sent = await upload(
    [
      header,
      '20-11-2026;M-1;R.O.R. B.V.;f1;1.000,00;',
      '20-11-2026;M-2;ROR;F-2;250,00;',
      '20-11-2026;M-3;ROR;F-2;;25,00',
      '20-11-2026;M-4;Ander;X-9;5,50;',
    ].join('\r\n'),
  );
  const address = sent.headers.get('location')!;
  const form = await finance.get(address);
  for (const [name, heading] of Object.entries({
    number: 'Factuurnr',
    debit: 'Debet',
    reference: 'Boekstuk',
  }))
    expect(form.text).toMatch(
      new RegExp(`name="${name}"(?:(?!</select>)[\\s\\S])*value="${heading}" selected`),
    );
  const done = await finance.post(`${address}/mapping`, mapping);
  const page = await finance.follow(done);
  expect(page.text).toMatch(/Er zijn 3 verschillen\. De financiële administratie komt €\s0,50 hoger uit\./);
  const csv = (await finance.get(`${address}/rows.csv?show=differences`)).text;
  expect(csv.split('\r\n').slice(1)).toEqual([
    'F-2;ROR;Ander bedrag;225,00;200,00;25,00;M-2, M-3;3, 4',
    'X-9;Ander;Staat niet in Leerlijn;5,50;;5,50;M-4;5',
    'F-3;ROR;Staat alleen in Leerlijn;;30,00;-30,00;;',
    '',
  ]);
  const { rows } = await app.database.owner.query(
    `select (select sum(amount_cents) from reconciliation_line)::int theirs,
       (select sum(amount_cents) from ledger_entry where kind = 'realisation' and year = 2026)::int ours`,
  );
  expect(rows).toEqual([{ theirs: 123_050, ours: 123_000 }]);
  for (const amount of ['1.230,50', '1.230,00', '0,50']) expect(page.text).toContain(amount);
  const agreed = await finance.get(`${address}?show=agrees`);
  expect(agreed.text).toContain('F-1');
  // What was missing is booked afterwards: the comparison is with the bookings as they are.
  await cost('X-9', '5,50', 'Ander');
  expect((await finance.get(address)).text).toMatch(
    /Er zijn 2 verschillen\. De financiële administratie komt €\s5,00 lager uit\./,
  );
});

test('the columns are as they were the last time', async () => {
  const sent = await upload(`${header}\n20-11-2026;M-1;ROR;F-1;1.000,00;`);
  const form = await finance.get(sent.headers.get('location')!);
  expect(form.text).toMatch(/value="Boekdatum" selected/);
  const overview = await finance.get('/reconciliations');
  expect(overview.text).toContain('Nog niet vergeleken');
});

test('lines that cannot be read are told, and nothing is compared', async () => {
  const before = await lines();
  const sent = await upload(`${header}\n20-11-2026;M-1;ROR;F-1;duizend;\n31-11-2026;M-1;ROR;F-1;1;`);
  const address = sent.headers.get('location')!;
  const refused = await finance.post(`${address}/mapping`, mapping);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Regel 2: dit is geen bedrag');
  expect(refused.text).toContain('Regel 3: dit is geen datum');
  const wrong = await finance.post(`${address}/mapping`, { ...mapping, credit: '' });
  expect(wrong.text).toContain('Kies één kolom met het bedrag, of een kolom debet én een kolom credit.');
  const unknown = await finance.post(`${address}/mapping`, { ...mapping, number: 'Kleur' });
  expect(unknown.status).toBe(400);
  expect(await lines()).toBe(before);
});

test.each<[string, string | Uint8Array]>([
  ['nothing', ''],
  ['only headings', header],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
  ['too many lines', `${header}\n${'20-11-2026;M;R;F;1;\n'.repeat(5_001)}`],
])('a file with %s is refused', async (_name, content) => {
  const answer = await upload(content);
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Kies een')]);
});

test('two people who compare the same file at once compare it once', async () => {
  const before = await lines();
  const address = (await upload(`${header}\n20-11-2026;M-1;ROR;F-1;1;`)).headers.get('location')!;
  const answers = await Promise.all([1, 2, 3].map(() => finance.post(`${address}/mapping`, mapping)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  expect((await lines())! - before!).toBe(1);
  await expect(app.database.owner.query('delete from reconciliation_line')).rejects.toThrow();
});
