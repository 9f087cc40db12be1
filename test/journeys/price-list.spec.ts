import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { faultsOf, importTexts } from '../support/imports.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { freeOn } from '../support/shares.js';
import { oneDayForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: ApiClient;
let page: Client;
let accountId: string;

beforeEach(async () => {
  app = await startApp({ at: '2026-10-05T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { basic: { Almere: 1_000_000 }, trainings: { Almere: 6 } });
  const account = await createAccount(app.database, region, 'coordinator');
  accountId = account.id;
  coordinator = await apiClient(app, region.id, account.id);
  finance = await apiClient(app, region.id, (await createAccount(app.database, region, 'finance')).id);
  page = await signIn(app, account.email);
});
afterEach(() => app.stop());

const prices = () => `/courses/${region.courses.basic}/prices`;
const read = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
const rows = async (sql: string, params: unknown[] = []) =>
  (await app.database.owner.query<Record<string, unknown>>(sql, params)).rows;
const add = (validFrom: string | null, priceCents: number) =>
  coordinator.post(prices(), { validFrom, priceCents, source: 'offerte', isDemo: false });
const listed = async () =>
  ((await finance.get(prices())).json()['items'] as Record<string, unknown>[]).map(
    ({ validFrom, validUntil, priceCents }) => [validFrom, validUntil, priceCents],
  );
/** A session of the basic course that takes its price from the list, on these days. */
async function session(...dates: string[]): Promise<string> {
  const id = await createSession(app.database, region, { date: dates[0]! });
  await app.database.owner.query('delete from session_price where session_id = $1', [id]);
  for (const [index, date] of dates.slice(1).entries())
    await app.database.owner.query(
      `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at, room_id)
       select gen_random_uuid(), session_id, $2, $3::date, start_time, end_time, time_zone,
         starts_at + ($3::date - local_date) * interval '1 day', ends_at + ($3::date - local_date) * interval '1 day', room_id
       from session_part where session_id = $1 and ordinal = 1`,
      [id, index + 2, date],
    );
  return id;
}
const priceOf = async (id: string) => (await coordinator.get(`/sessions/${id}`)).json()['priceCents'];
const confirm = (id: string) => coordinator.post(`/sessions/${id}/confirmation`);

describe('the price list of a course', () => {
  test('takes a new price from a day on, beside the one that holds until then', async () => {
    const done = await page.post(prices(), {
      ...{ validFrom: '01-01-2027', priceCents: '2.900,00', source: 'offerte van 1 september' },
    });
    const text = read((await page.follow(done)).text);
    expect(text).toContain('vanaf 1 januari 2027 € 2.900,00 offerte van 1 september');
    expect(text).toContain('tot en met 31 december 2026 geldt nu € 2.500,00 voorbeeld');
    expect(await listed()).toEqual([
      [null, '2026-12-31', 250_000],
      ['2027-01-01', null, 290_000],
    ]);
    expect((await finance.get(`/courses/${region.courses.basic}`)).json()['priceCents']).toBe(250_000);
    app.clock.set('2027-01-01T08:00:00Z');
    expect((await finance.get(`/courses/${region.courses.basic}`)).json()['priceCents']).toBe(290_000);
  });

  test('says in the audit trail who added and took away which price', async () => {
    const { id } = (await add('2027-01-01', 290_000)).json();
    expect((await coordinator.post(`${prices()}/${String(id)}/withdrawal`)).status).toBe(200);
    expect(
      await rows(
        "select action, account_id, before, after from audit_entry where subject_type = 'course-price' order by id",
      ),
    ).toEqual([
      {
        ...{ action: 'addPrice', account_id: accountId, before: null },
        after: { validFrom: '2027-01-01', priceCents: '290000', isDemo: false, source: 'offerte' },
      },
      {
        ...{ action: 'withdrawPrice', account_id: accountId, after: null },
        before: { validFrom: '2027-01-01', priceCents: '290000', isDemo: false, source: 'offerte' },
      },
    ]);
  });

  test.each([
    ['31 digits', { priceCents: '1'.repeat(31) }, 'Vul een bedrag in, bijvoorbeeld'],
    ['a negative price', { priceCents: '-5' }, 'Vul een bedrag van 0 of hoger in.'],
    ['a day from which there is one', { validFrom: '' }, 'Kies een andere dag'],
    ['a day far away', { validFrom: '01-01-2099' }, 'hoogstens tien jaar na vandaag'],
    ['no day of the calendar', { validFrom: '31-02-2027' }, 'Vul een datum in'],
    ['no source', { source: ' ' }, 'Vul dit in'],
  ])('refuses %s, says what to do and keeps what was filled in', async (_what, wrong, advice) => {
    const sent = {
      validFrom: '01-01-2027',
      priceCents: '2.900,00',
      source: 'offerte',
      isDemo: 'on',
      ...wrong,
    };
    const answer = await page.post(prices(), sent);
    expect(answer.status).toBe(400);
    expect(read(answer.text)).toContain(advice);
    expect(await listed()).toEqual([[null, null, 250_000]]);
  });

  test('refuses the same through the API', async () => {
    expect((await add(null, 1)).status).toBe(409);
    expect((await add('2099-01-01', 1)).status).toBe(400);
    expect((await add('2027-01-01', -1)).status).toBe(400);
    expect((await add('2027-01-01', 1e30)).status).toBe(400);
    const elsewhere = await createRegion(app.database, 'Elders');
    expect((await coordinator.get(`/courses/${elsewhere.courses.basic}/prices`)).status).toBe(404);
    expect(
      (await coordinator.post(`/courses/${elsewhere.courses.basic}/prices`, { priceCents: 1, source: 'x' }))
        .status,
    ).toBe(404);
    expect(await listed()).toEqual([[null, null, 250_000]]);
  });

  test('holds one price from a day, whoever asks at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((cents) => add('2027-01-01', cents)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await listed()).toHaveLength(2);
  });

  test('is kept by the database: no price changes, and no two begin on a day', async () => {
    await expect(rows('update course_price set price_cents = 1')).rejects.toThrow();
    await expect(
      rows(
        `insert into course_price (course_id, region_id, price_cents, is_demo, source)
         select course_id, region_id, 1, true, 'x' from course_price`,
      ),
    ).rejects.toThrow('course_price_once_from_a_day');
  });
});

describe('a session', () => {
  test('costs what the list says on its last day', async () => {
    await add('2027-01-01', 290_000);
    const before = await session('2026-12-30', '2026-12-31');
    const over = await session('2026-12-30', '2027-01-04');
    expect([await priceOf(before), await priceOf(over)]).toEqual([250_000, 290_000]);
  });

  test('follows the list when it is moved, and when a price is taken off', async () => {
    const { id } = (await add('2027-01-01', 290_000)).json();
    const planned = await session('2026-12-14');
    const { version } = (await rows('select version from session where id = $1', [planned]))[0]!;
    const part = (await coordinator.get(`/sessions/${planned}/parts`)).json()['items'] as {
      roomId: string;
    }[];
    const moved = await coordinator.send(`/sessions/${planned}/parts/1`, {
      method: 'PUT',
      body: JSON.stringify({
        ...{ date: '2027-01-11', startTime: '09:30', endTime: '12:30', roomId: part[0]!.roomId },
      }),
      headers: { 'content-type': 'application/json', 'if-match': `"${String(version)}"` },
    });
    expect(moved.status).toBe(200);
    expect(await priceOf(planned)).toBe(290_000);
    const question = read((await page.get(`${prices()}/${String(id)}/withdrawal`)).text);
    expect(question).toContain('1 geplande uitvoering krijgt de prijs die dan op haar laatste dag geldt');
    const done = await page.post(`${prices()}/${String(id)}/withdrawal`);
    expect(read((await page.follow(done)).text)).not.toContain('2.900,00');
    expect(await priceOf(planned)).toBe(250_000);
  });

  test('commits the price of its last day, and keeps it whatever the list says later', async () => {
    await add('2026-11-12', 290_000);
    const planned = await session('2026-11-11', '2026-11-12');
    expect(read((await page.get(`/sessions/${planned}/confirmation`)).text)).toContain('€ 2.900,00');
    expect((await confirm(planned)).status).toBe(200);
    expect(await freeOn(app, region, grant.lines.basic, 'Almere')).toBe(710_000);
    await add('2026-11-01', 310_000);
    await add('2026-11-05', 320_000);
    const [, , late] = (await finance.get(prices())).json()['items'] as { id: string }[];
    await coordinator.post(`${prices()}/${late!.id}/withdrawal`);
    expect(await priceOf(planned)).toBe(290_000);
    expect(await rows('select amount_cents from commitment')).toEqual([{ amount_cents: '290000' }]);
    expect(await freeOn(app, region, grant.lines.basic, 'Almere')).toBe(710_000);
  });

  test('of a dearer year does not fit in a budget that held it before', async () => {
    await add('2026-11-01', 1_000_001);
    const planned = await session('2026-11-12');
    const refused = await confirm(planned);
    expect([refused.status, refused.json()['code'] ?? refused.json()['type']]).toEqual([
      409,
      expect.stringContaining('budget-short'),
    ]);
    expect(await rows('select from commitment')).toEqual([]);
  });

  test('keeps the price that was agreed for it, until that is taken back', async () => {
    const done = await page.post('/sessions/new', oneDayForm(region, { priceCents: '1.999,50' }));
    const id = done.location!.split('/').at(-1)!;
    await add('2026-11-01', 290_000);
    expect(await priceOf(id)).toBe(199_950);
    const form = {
      ...{ version: '1', decideOn: '01-11-2026', payerMunicipalityId: region.municipalities.Almere },
      priceCents: '',
    };
    expect((await page.post(`/sessions/${id}/edit`, form)).status).toBe(303);
    expect(await priceOf(id)).toBe(290_000);
    expect(read((await page.get(`/sessions/${id}`)).text)).toContain('€ 2.900,00, volgens de prijslijst');
  });

  test('without a price on its last day is not planned, and does not go ahead', async () => {
    const [only] = (await finance.get(prices())).json()['items'] as { id: string }[];
    const planned = await session('2026-11-12');
    await coordinator.post(`${prices()}/${only!.id}/withdrawal`);
    await add('2026-12-01', 290_000);
    const refused = await page.post('/sessions/new', oneDayForm(region));
    expect(refused.status).toBe(400);
    expect(read(refused.text)).toContain('Op de laatste dag geldt geen prijs van deze training');
    expect(refused.text).toContain('href="#field-priceCents"');
    expect((await confirm(planned)).status).toBe(409);
    const why = read((await page.get(`/sessions/${planned}/confirmation`)).text);
    expect(why).toContain('Voeg er een toe bij de training');
    expect(why).not.toContain('Besluit dat de uitvoering doorgaat');
    expect(read((await page.get(`/sessions/${planned}`)).text)).toContain('nog geen prijs op de laatste dag');
    expect(await rows('select from commitment')).toEqual([]);
  });

  test('that is made like another one follows the list, unless that other one had an agreed price', async () => {
    const planned = await session('2026-11-12');
    await confirm(planned);
    await add('2027-01-01', 290_000);
    const copied = await page.post(`/sessions/${planned}/copy`, { firstDate: '14-01-2027' });
    expect(await priceOf(copied.location!.split('/').at(-1)!)).toBe(290_000);
  });
});

describe('a file with courses', () => {
  const file = (price: string, more: { header?: string; value?: string } = {}) => ({
    'trainingen.csv': `trainingscode;titel;niveau;dagdelen;minimum;maximum;aanbieder;voorbeeld;bron;prijs;prijs_voorbeeld;prijs_bron${more.header ?? ''}
basis;Basistraining;basis;2;1;20;ROR;nee;test;${price};ja;test${more.value ?? ''}\n`,
  });
  const bringIn = (texts: Record<string, string>) =>
    importTexts(app, { ...systemActor, regionId: region.id, locale: 'nl' }, texts);

  test('with the price that holds changes nothing, today or later', async () => {
    await bringIn(file('2.500,00'));
    app.clock.set('2026-11-05T08:00:00Z');
    await bringIn(file('2.500,00'));
    expect(await listed()).toEqual([[null, null, 250_000]]);
  });

  test('with another price lets it hold from today on, and a correction of the same day takes its place', async () => {
    await bringIn(file('2.700,00'));
    await bringIn(file('2.800,00'));
    expect(await listed()).toEqual([
      [null, '2026-10-04', 250_000],
      ['2026-10-05', null, 280_000],
    ]);
  });

  test('can say from which day', async () => {
    const dated = (value: string) => file('2.900,00', { header: ';prijs_vanaf', value: `;${value}` });
    await bringIn(dated('01-01-2027'));
    await bringIn(dated('01-01-2027'));
    expect(await listed()).toEqual([
      [null, '2026-12-31', 250_000],
      ['2027-01-01', null, 290_000],
    ]);
    const refused = faultsOf(await bringIn(dated('01-01-2099')));
    expect(refused).toEqual([expect.stringContaining('hoogstens tien jaar na vandaag')]);
    expect(await listed()).toHaveLength(2);
  });
});
