import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { uploadFile } from '../support/upload.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let finance: Client;
let api: ApiClient;

beforeEach(async () => {
  app = await startApp({ at: '2026-05-20T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  const money = await createAccount(app.database, region, 'finance');
  finance = await signIn(app, money.email);
  api = await apiClient(app, region.id, money.id);
});
afterEach(() => app.stop());

const GRANT = 'beschikking;titel;hoofdaanvrager;jaar;tot_en_met_jaar;bedrag;voorbeeld;bron\n';
const LINES = 'beschikking;jaar;post;omschrijving;niveau\n';
const BUDGETS = 'beschikking;jaar;post;gemeente;bedrag;voorbeeld;bron\n';

async function bringIn(list: string): Promise<string> {
  const looked = await uploadFile(coordinator, '/imports', 'lijst.csv', list);
  if (!looked.location) return looked.text;
  const applied = await coordinator.post(`${looked.location}/application`);
  return applied.location ? (await coordinator.follow(applied)).text : applied.text;
}

/** A grant for 2026 to 2028 with one line for basic trainings in each of the first two years. */
async function awarded(): Promise<void> {
  await bringIn(`${GRANT}VG-26-28;Versterkingsgelden;Almere;2026;2028;60.000,00;ja;voorbeeld\n`);
  await bringIn(
    `${LINES}VG-26-28;2026;basis;Basistrainingen;basis\nVG-26-28;2027;basis;Basistrainingen;basis\n`,
  );
  await bringIn(
    `${BUDGETS}VG-26-28;2026;basis;Almere;10.000,00;ja;voorbeeld\nVG-26-28;2027;basis;Almere;20.000,00;ja;voorbeeld\n`,
  );
}

const lines = async () =>
  (
    await app.database.owner.query<{ id: string; year: number; committed: string; amount: string }>(
      `select l.id, l.year, b.amount_cents amount,
         (select coalesce(sum(e.amount_cents), 0) from ledger_entry e where e.grant_line_id = l.id) committed
       from grant_line l join grant_line_budget b on b.grant_line_id = l.id order by l.year`,
    )
  ).rows;

describe('a grant for several years', () => {
  test('pays a training from the line of the year in which its last day is', async () => {
    await awarded();
    for (const date of ['2026-11-12', '2027-02-11']) {
      const session = await createSession(app.database, region, { date });
      await coordinator.post(`/sessions/${session}/confirmation`);
    }
    const { rows } = await app.database.owner.query<{ price: number }>(
      'select distinct amount_cents::int price from commitment',
    );
    const price = String(rows[0]!.price);
    expect((await lines()).map(({ year, committed }) => [year, committed])).toEqual([
      [2026, price],
      [2027, price],
    ]);
  });

  test('refuses a training in a year for which it has no line', async () => {
    await awarded();
    const session = await createSession(app.database, region, { date: '2028-02-10' });
    const refused = await coordinator.post(`/sessions/${session}/confirmation`);
    expect(refused.text).toContain('2028');
    expect((await lines()).map(({ committed }) => committed)).toEqual(['0', '0']);
  });

  test('shows each year its own budget, and the whole award in each', async () => {
    await awarded();
    const page = async (year: number) =>
      (await finance.get(`/budget?year=${year}`)).text.replaceAll('\u00a0', ' ');
    expect(await page(2026)).toContain('€ 10.000,00');
    expect(await page(2026)).not.toContain('€ 20.000,00');
    expect(await page(2027)).toContain('€ 20.000,00');
    expect(await page(2028)).toContain('VG-26-28');
    const listed = (await api.get('/grants?year=2027')).json() as { items: object[] };
    expect(listed.items).toMatchObject([{ decisionNumber: 'VG-26-28', firstYear: 2026, lastYear: 2028 }]);
  });

  test('moves money from one year to the next by a decision that names the years', async () => {
    await awarded();
    const [first, second] = await lines();
    const { rows } = await app.database.owner.query<{ id: string }>('select id from grant_award');
    const at = (line: string) => ({ grantLineId: line, municipalityId: region.municipalities.Almere });
    const decided = { reference: 'Overleg', decidedOn: '2026-05-12', reason: 'Een training later.' };
    await api.post(`/grants/${rows[0]!.id}/shifts`, {
      ...{ ...decided, from: at(first!.id), to: at(second!.id), amountCents: 100_000 },
      ...{ courseId: null, trainings: 0 },
    });
    expect((await lines()).map(({ amount }) => amount)).toEqual(['900000', '2100000']);
    const page = (await finance.get(`/grants/${rows[0]!.id}/decisions`)).text;
    expect(page).toContain('Basistrainingen, 2026');
    expect(page).toContain('Basistrainingen, 2027');
  });

  test('is on the statement of each of its years, with what was spent on its lines of all years', async () => {
    await awarded();
    app.clock.set('2027-03-01T08:00:00Z');
    finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
    for (const { id, year } of await lines())
      await api.post('/realisations', {
        ...{ grantLineId: id, municipalityId: region.municipalities.Almere, supplier: 'Voorbeeldzaal' },
        ...{ invoiceNumber: `Z-${year}`, invoiceDate: '2027-02-02', costDate: `${year}-02-01` },
        ...{ amountCents: year === 2026 ? 12_345 : 10_000, vatTreatment: 'exempt' },
      });
    const statement = async (year: number) =>
      (await finance.get(`/accountability/${year}`)).text.replaceAll('\u00a0', ' ');
    expect(await statement(2026)).toContain('€ 123,45');
    const later = await statement(2027);
    expect(later).toContain('€ 223,45');
    const address = /href="(\/ledger\?[^"]*figure[^"]*cumulative[^"]*)"/.exec(later)![1]!;
    const behind = (await finance.get(address.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).text;
    expect([behind.includes('Z-2026'), behind.includes('Z-2027')]).toEqual([true, true]);
  });
});

describe('a list', () => {
  test('of lines without the year, for a grant of several years, is refused with what to fill in', async () => {
    await bringIn(`${GRANT}VG-26-28;Versterkingsgelden;Almere;2026;2028;60.000,00;ja;voorbeeld\n`);
    const lists = [`VG-26-28;;basis;Basistrainingen;basis\n`, `VG-26-28;2029;basis;Basistrainingen;basis\n`];
    for (const list of lists)
      expect(await bringIn(LINES + list)).toContain('Vul een jaar in waarvoor deze subsidie is.');
    expect(await lines()).toEqual([]);
  });

  test('of lines without the year, for a grant of one, needs none', async () => {
    await bringIn(`${GRANT}VG-26;Versterkingsgelden;Almere;2026;;60.000,00;ja;voorbeeld\n`);
    await bringIn('beschikking;post;omschrijving;niveau\nVG-26;basis;Basistrainingen;basis\n');
    await bringIn(
      'beschikking;post;gemeente;bedrag;voorbeeld;bron\nVG-26;basis;Almere;10.000,00;ja;voorbeeld\n',
    );
    expect((await lines()).map(({ year }) => year)).toEqual([2026]);
  });

  test('with a last year before the first is refused', async () => {
    const list = `${GRANT}VG-26;Versterkingsgelden;Almere;2026;2025;60.000,00;ja;voorbeeld\n`;
    expect(await bringIn(list)).toContain('Het laatste jaar ligt voor het eerste.');
  });

  test('that takes a year from a grant which has lines in it is refused, and nothing is saved', async () => {
    await awarded();
    const answer = await bringIn(`${GRANT}VG-26-28;Anders;Almere;2026;;60.000,00;ja;voorbeeld\n`);
    expect(answer).toContain('heeft begrotingsposten of trainingen in een jaar dat in de lijst wegvalt');
    const { rows } = await app.database.owner.query('select title, last_year from grant_award');
    expect(rows).toEqual([{ title: 'Versterkingsgelden', last_year: 2028 }]);
  });
});

test('the database itself keeps lines and allotments within the years of their grant', async () => {
  await awarded();
  const { owner } = app.database;
  const refused = { constraint: 'year_of_grant' };
  await expect(owner.query('update grant_line set year = 2029 where year = 2027')).rejects.toMatchObject(
    refused,
  );
  await expect(
    owner.query(
      `insert into allotment (id, region_id, grant_id, year, municipality_id, course_id, trainings, is_demo, source)
       select gen_random_uuid(), g.region_id, g.id, 2025, g.lead_municipality_id, c.id, 1, true, 'test'
       from grant_award g, course c where c.region_id = g.region_id limit 1`,
    ),
  ).rejects.toMatchObject(refused);
});
