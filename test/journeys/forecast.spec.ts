import ExcelJS from 'exceljs';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createInterested } from '../support/demand.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import {
  createAccount,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: ApiClient;
let page: Client;
let contact: Client;

beforeEach(async () => {
  app = await startApp({ at: '2026-10-01T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_500_001, Dronten: 600_000 },
    network: { Almere: 400_000 },
  });
  coordinator = await apiClient(
    app,
    region.id,
    (await createAccount(app.database, region, 'coordinator')).id,
  );
  const ofFinance = await createAccount(app.database, region, 'finance');
  finance = await apiClient(app, region.id, ofFinance.id);
  page = await signIn(app, ofFinance.email);
  const ofContact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Dronten,
  });
  contact = await signIn(app, ofContact.email);
});
afterEach(() => app.stop());

const rows = async <Row extends object>(sql: string, params: unknown[] = []) =>
  (await app.database.owner.query<Row>(sql, params)).rows;
const read = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
/** A session that takes its price from the list. */
async function planned(
  payer: MunicipalityName,
  date: string,
  capacity = 1,
  status: 'draft' | 'open' = 'open',
) {
  const id = await createSession(app.database, region, { payer, date, capacity, status });
  await rows('delete from session_price where session_id = $1', [id]);
  return id;
}
const addPrice = (validFrom: string, priceCents: number) =>
  coordinator.post(`/courses/${region.courses.basic}/prices`, { validFrom, priceCents, source: 'offerte' });
async function interested(count: number, town: MunicipalityName) {
  for (let made = 0; made < count; made++)
    await createInterested(app, region, town, `Noor ${made} Voorbeeld`);
}
const forecasts = async () =>
  (await finance.get(`/grants/${grant.id}/forecasts`)).json()['items'] as Record<string, number | string>[];
const of = async (town: MunicipalityName, line: keyof TestGrant['lines'] = 'basic') =>
  (await forecasts()).find(
    (row) =>
      row['grantLineId'] === grant.lines[line] && row['municipalityId'] === region.municipalities[town],
  )!;

/** A year under way: a session that goes ahead and is invoiced in part, two that are planned, and people who ask. */
async function underWay() {
  const going = await createSession(app.database, region, { date: '2026-10-20', capacity: 1 });
  const { commitmentId } = (await coordinator.post(`/sessions/${going}/confirmation`)).json();
  await finance.post('/realisations', {
    ...{ commitmentId, supplier: 'ROR', invoiceNumber: 'F-1', invoiceDate: '2026-10-01' },
    ...{ amountCents: 100_000, vatTreatment: 'exempt', isFinal: false },
  });
  await addPrice('2026-12-01', 290_000);
  await planned('Almere', '2026-11-12');
  await planned('Dronten', '2026-12-10', 1, 'draft');
  await planned('Dronten', '2027-01-14');
  await planned('Almere', '2026-09-03');
  await interested(5, 'Almere');
  await interested(3, 'Dronten');
}

/**
 * The same figures once more, by plain SQL of another shape: what is planned from the sessions themselves, what is
 * expected from the people who want to hear of a date, against the seats of this year and the next that are free.
 */
const AGAIN = `
  with ledger as (
    select grant_line_id, municipality_id, sum(amount_cents) filter (where kind = 'realisation') realised,
      sum(amount_cents) filter (where kind = 'commitment') committed
    from ledger_entry group by 1, 2),
  planned as (
    select s.payer_municipality_id, count(*) sessions, sum(coalesce(
      (select price_cents from session_price where session_id = s.id),
      (select price_cents from course_price where course_id = s.course_id and coalesce(valid_from, '-infinity') <= p.local_date
        order by coalesce(valid_from, '-infinity') desc limit 1))) cents
    from session s join session_part p on p.session_id = s.id
    where s.status in ('draft', 'open') and p.local_date between '2026-10-01' and '2026-12-31' group by 1),
  seats as (
    select sum(capacity - seats_taken) free from session s where status <> 'cancelled' and course_id = $1
      and exists (select from session_part p where p.session_id = s.id and p.starts_at > '2026-10-01T08:00:00Z')),
  asked as (select municipality_id, count(*) people from interest where course_id = $1 group by 1),
  expected as (
    select municipality_id, round(250000::numeric * people * greatest(0, (select sum(people) from asked) - free)
      / ((select sum(people) from asked) * 20)) cents from asked, seats)
  select m.name town, b.amount_cents::bigint granted, coalesce(l.realised, 0)::bigint realised, coalesce(l.committed, 0)::bigint committed,
    coalesce(p.cents, 0)::bigint planned, coalesce(e.cents, 0)::bigint expected
  from grant_line_budget b
  join grant_line g on g.id = b.grant_line_id and g.course_level = 'basic'
  join municipality m on m.id = b.municipality_id
  left join ledger l on l.grant_line_id = b.grant_line_id and l.municipality_id = b.municipality_id
  left join planned p on p.payer_municipality_id = b.municipality_id
  left join expected e on e.municipality_id = b.municipality_id
  order by m.name`;

interface Again {
  readonly town: string;
  readonly granted: string;
  readonly realised: string;
  readonly committed: string;
  readonly planned: string;
  readonly expected: string;
}
const again = async () =>
  (await rows<Again>(AGAIN, [region.courses.basic])).map((row) => {
    const amounts = [row.granted, row.realised, row.committed, row.planned, row.expected].map(Number);
    const forecast = amounts.slice(1).reduce((sum, cents) => sum + cents, 0);
    return [row.town, ...amounts, forecast, amounts[0]! - forecast];
  });

describe('the forecast of a year', () => {
  test('is what plain SQL adds up, in the API, the CSV and the Excel file', async () => {
    await underWay();
    const expected = await again();
    expect(expected.map(([, , realised, committed]) => [realised, committed])).toEqual([
      [100_000, 150_000],
      [0, 0],
    ]);
    const amounts = ['granted', 'realised', 'committed', 'planned', 'expected', 'forecast', 'left'];
    const told = (await forecasts()).filter((row) => row['grantLineId'] === grant.lines.basic);
    expect(
      told.map((row) => [row['municipalityName'], ...amounts.map((name) => row[`${name}Cents`])]),
    ).toEqual(expected);
    const csv = (await page.get('/budget/forecast.csv?year=2026')).text.split('\r\n');
    const cents = (text: string) => Math.round(Number(text.replace(',', '.')) * 100);
    expect(
      csv
        .map((line) => line.split(';'))
        .filter(([, code]) => code === '10')
        .map((cells) => [cells[3], ...cells.slice(4, 11).map(cents)]),
    ).toEqual(expected);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await page.get('/budget/forecast.xlsx?year=2026')).bytes as never);
    const sheet = workbook.worksheets[0]!;
    const inSheet = [2, 3].map((row) => [
      sheet.getRow(row).getCell(4).value,
      ...Array.from({ length: 7 }, (_, index) =>
        Math.round(Number(sheet.getRow(row).getCell(5 + index).value) * 100),
      ),
    ]);
    expect(inSheet).toEqual(expected);
    expect(sheet.getRow(2).getCell(12).value).toEqual(new Date('2026-12-17T00:00:00Z'));
  });

  test('counts sessions that are planned for this year and still to be given, at the price of their day', async () => {
    await addPrice('2026-12-01', 290_000);
    await planned('Almere', '2026-11-12');
    await planned('Almere', '2026-12-10', 1, 'draft');
    await planned('Almere', '2027-01-14');
    await planned('Almere', '2026-09-03');
    const almere = await of('Almere');
    expect([almere['plannedSessions'], almere['plannedCents']]).toEqual([2, 540_000]);
    expect((await of('Dronten'))['plannedCents']).toBe(0);
  });

  test('expects no cost for those for whom there is a seat, and none when no session can be planned any more', async () => {
    await interested(5, 'Almere');
    await interested(5, 'Dronten');
    // A session of € 2.500,00 has twenty places.
    expect((await of('Almere'))['expectedCents']).toBe(62_500);
    await planned('Almere', '2026-11-12', 4);
    expect([(await of('Almere'))['expectedCents'], (await of('Dronten'))['expectedCents']]).toEqual([
      37_500, 37_500,
    ]);
    app.clock.set('2026-12-17T12:00:00Z');
    expect((await of('Dronten'))['expectedCents']).toBe(62_500);
    app.clock.set('2026-12-18T12:00:00Z');
    expect((await of('Dronten'))['expectedCents']).toBe(0);
    grant = await createGrant(app.database, region, { year: 2027, basic: { Dronten: 600_000 } });
    expect((await of('Dronten'))['expectedCents']).toBe(62_500);
  });

  test('says on screen what is left over per municipality and line, and until when it can be used', async () => {
    await underWay();
    const text = read((await page.get('/budget/forecast?year=2026')).text);
    expect(text).toContain(
      'Almere € 15.000,01 voorbeeld € 5.312,50 voorbeeld € 9.687,51 voorbeeld 17-12-2026',
    );
    expect(text).toContain('17-12-2026');
    expect(text).toContain('Netwerkregisseur Almere € 4.000,00 voorbeeld');
    expect(text).toContain('31-12-2026');
    app.clock.set('2026-12-20T12:00:00Z');
    page = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
    expect(read((await page.get('/budget/forecast?year=2026')).text)).toContain(
      '17-12-2026: te laat om nog te gebruiken',
    );
  });

  test('shows a contact the own municipality alone, with the figures that finance sees', async () => {
    await underWay();
    const text = read((await contact.get('/budget/forecast')).text);
    expect(text).not.toContain('Almere');
    const [, dronten] = await again();
    const csv = (await contact.get('/budget/forecast.csv')).text.split('\r\n').filter((line) => line !== '');
    expect(csv).toHaveLength(2);
    expect(csv[1]!.split(';')[8]).toBe((Number(dronten![5]) / 100).toFixed(2).replace('.', ','));
  });

  test('of another region is not found, and of a year without a grant says so', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const theirs = await createGrant(app.database, elsewhere, { decision: 'E', basic: { Almere: 100 } });
    expect((await finance.get(`/grants/${theirs.id}/forecasts`)).status).toBe(404);
    expect((await page.get('/budget/forecast?year=2019')).status).toBe(200);
  });
});

describe('money that is likely to be left over', () => {
  test('stands on the first page of finance and of the coordinator while it can be used', async () => {
    const { email } = await createAccount(app.database, region, 'coordinator');
    const other = await signIn(app, email);
    const line =
      'Er blijft waarschijnlijk € 21.000,01 (voorbeeld) over. Te gebruiken tot en met 17 december 2026.';
    expect(read((await page.get('/')).text)).toContain(line);
    expect(read((await other.get('/')).text)).toContain(line);
    app.clock.set('2026-12-18T12:00:00Z');
    expect(read((await (await signIn(app, email)).get('/')).text)).not.toContain('€ 21.000,01');
  });
});

test('the budget and its forecast take as many statements for ten years, six municipalities and twenty lines', async () => {
  const statements = async (path: string) => (await conversationsDuring(() => page.get(path))).flat().length;
  const paths = ['/budget?year=2026', '/budget/forecast?year=2026', '/budget.csv?year=2026'];
  await statements(paths[0]!);
  const few: number[] = [];
  for (const path of paths) few.push(await statements(path));
  const { owner } = app.database;
  for (let year = 2021; year <= 2030; year++)
    await owner.query(
      `with award as (
         insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
         values (gen_random_uuid(), $1, 'V-' || $2, 'Vol', $3, $2::int, $2::int, 100000000, true, 'test') returning id),
       activity as (
         insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed)
         select gen_random_uuid(), $1, award.id, 'a', 'Alles', make_date($2::int, 1, 1), make_date($2::int, 12, 31), false from award returning id, grant_id),
       line as (
         insert into grant_line (id, grant_id, region_id, year, code, title, activity_id)
         select gen_random_uuid(), activity.grant_id, $1, $2::int, n::text, 'Post ' || n, activity.id from activity, generate_series(1, 20) n returning id)
       insert into grant_line_budget (grant_line_id, municipality_id, region_id, amount_cents, is_demo, source)
       select line.id, m.id, $1, 1000, true, 'test' from line, municipality m where m.region_id = $1`,
      [region.id, year, region.municipalities.Almere],
    );
  const shown = (await page.get('/budget.csv?year=2026')).text.split('\r\n');
  expect(shown.length).toBeGreaterThan(100);
  const many: number[] = [];
  for (const path of paths) many.push(await statements(path));
  expect(many).toEqual(few);
});
