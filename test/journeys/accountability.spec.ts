import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let finance: Client;
let colleague: Client;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp({ at: '2027-02-10T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { network: { Almere: 3_000_000 } });
  const client = async (role: 'finance' | 'coordinator') =>
    signIn(app, (await createAccount(app.database, region, role)).email);
  [finance, colleague] = [await client('finance'), await client('finance')];
  coordinator = await client('coordinator');
});
afterAll(() => app.stop());

let numbers = 0;
const cost = (amountCents: string, more: Record<string, string> = {}) => ({
  grantLineId: grant.lines.network,
  municipalityId: region.municipalities.Almere,
  supplier: 'Voorbeeldregie',
  invoiceNumber: `N-${++numbers}`,
  ...{ invoiceDate: '2027-01-14', costDate: '2026-12-31', amountCents, vatTreatment: 'standard-21' },
  ...more,
});
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll(/\s+/g, ' ');
const page = async (path: string, client = finance) => read((await client.get(path)).text);
const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await app.database.owner.query<Record<string, unknown>>(sql, values)).rows;

describe('a year that is closed', () => {
  beforeAll(async () => {
    await finance.follow(await finance.post('/realisations', cost('1.000,00')));
  });

  test('says first what closing will do, and asks whether it is the last statement', async () => {
    expect(await page('/accountability')).toContain('Verantwoording 2026 Open 15 juli 2027 € 1.000,00');
    const preview = await page('/accountability/2026/closure');
    expect(preview).toContain('als correctie over 2026');
    expect(preview).toContain('Kies ja of nee bij: B-2026.');
    const refused = await finance.post('/accountability/2026/closure');
    expect([refused.status, read(refused.text).includes('Kies ja of nee bij: B-2026.')]).toEqual([409, true]);
  });

  test('is closed by finance once that has been chosen, and keeps its statement', async () => {
    await finance.follow(
      await finance.post(`/accountability/2026/grants/${grant.id}/final`, { isFinal: 'no' }),
    );
    const closed = await finance.follow(await finance.post('/accountability/2026/closure'));
    expect(read(closed.text)).toContain('2026 is afgesloten.');
    expect(read(closed.text)).toContain('Versie 1');
  });

  test('the database refuses a booking in it', async () => {
    const booking = app.database.owner.query(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
       values ($1, $2, $3, 'realisation', 1, '2026-12-31', 2026, now(), 'session', $2, 'x')`,
      [region.id, grant.lines.network, region.municipalities.Almere],
    );
    await expect(booking).rejects.toMatchObject({ constraint: 'ledger_entry_in_open_year' });
  });

  test('a late invoice says so beforehand and lands in the next year as a correction', async () => {
    expect(await page('/realisations/new')).toContain('De jaren tot en met 2026 zijn afgesloten.');
    const ledger = await finance.follow(await finance.post('/realisations', cost('250,00')));
    expect(read(ledger.text)).toContain('Telt mee in 2027, als correctie over 2026');
    expect(await page('/accountability/2026')).toContain(
      '31 december 2026 Bewijsdossier € 1.000,00 € 1.000,00',
    );
    expect(await page('/accountability/2027')).toContain(
      '31 december 2026 Bewijsdossier € 0,00 € 1.250,00 € 250,00 € 0,00',
    );
  });

  test('each figure leads to the bookings that add up to it', async () => {
    const html = (await finance.get('/accountability/2027')).text;
    const links = [...html.matchAll(/href="(\/ledger\?[^"]*)"/g)].map(([, href]) =>
      href!.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(4);
    const totals = await Promise.all(
      links.map(
        async (href) =>
          /Totaal van alle getoonde boekingen € 0,00 (€ [\d.,]+)/.exec(await page(href))?.[1] ?? 'none',
      ),
    );
    expect(totals).toEqual(['none', '€ 1.250,00', '€ 250,00', 'none']);
  });

  test('is opened again by two people, with a reason, and closed again as a second version', async () => {
    const nothing = await finance.post('/accountability/2026/reopening', {});
    expect([nothing.status, nothing.text.includes('Kies een van de mogelijkheden')]).toEqual([400, true]);
    await finance.follow(await finance.post('/accountability/2026/reopening', { reason: 'auditor-asked' }));
    expect(await page('/accountability/2026/reopening')).toContain(
      'Iemand anders van financiën moet dit bevestigen.',
    );
    const alone = await finance.post('/accountability/2026/reopening/confirmation');
    expect([alone.status, alone.text.includes('U vroeg zelf')]).toEqual([409, true]);
    const opened = await colleague.follow(
      await colleague.post('/accountability/2026/reopening/confirmation'),
    );
    expect(read(opened.text)).toContain('2026 is weer open.');
    await finance.follow(await finance.post('/realisations', cost('10,00')));
    expect(await page('/accountability/2026')).toContain('€ 1.010,00 € 1.010,00');
    await finance.follow(await finance.post('/accountability/2026/closure'));
    const versions = await rowsOf('select version, pdf_sha256 from statement_version order by version');
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const first = await finance.get('/accountability/2026/versions/1/files/csv');
    const last = await finance.get('/accountability/2026/files/csv');
    expect([first.text.includes('1000,00'), last.text.includes('1010,00')]).toEqual([true, true]);
  });

  test('the coordinator sees it and changes nothing', async () => {
    expect(await page('/accountability/2026', coordinator)).toContain('€ 1.010,00');
    expect((await coordinator.post('/accountability/2026/closure')).status).toBe(403);
    expect((await coordinator.get('/accountability/settings')).status).toBe(403);
  });

  test('what was done stands in the audit trail', async () => {
    const deeds = await rowsOf(
      "select action from audit_entry where subject_type in ('accounting-year', 'grant') order by id",
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      ...['chooseFinal', 'closeYear', 'askReopening', 'confirmReopening', 'closeYear'],
    ]);
  });
});
