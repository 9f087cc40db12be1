import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { importTexts } from '../support/imports.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { giveUnusualTerms, oneDayForm, partFields, quotaFields, termsOf } from '../support/sessions.js';
import { systemActor } from '../../src/shared/actor.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  await importTexts(
    app,
    { ...systemActor, regionId: region.id },
    {
      'schoolvakanties.csv': [
        'schooljaar;vakantie;schoolregio;eerste_dag;laatste_dag;voorbeeld;bron',
        '2026-2027;Herfstvakantie;noord;10-10-2026;18-10-2026;ja;voorbeeld',
      ].join('\n'),
    },
  );
});
afterAll(() => app.stop());
afterEach(async () => {
  await app.database.owner.query(
    'truncate session_part_trainer, session_part, seat_quota, session_price, session cascade',
  );
});

async function rowsOf<Row extends object>(sql: string): Promise<Row[]> {
  return (await app.database.owner.query<Row>(sql)).rows;
}
const sessionCount = async () =>
  (await rowsOf<{ count: number }>('select count(*)::int count from session'))[0]!.count;
/** When the parts of every session begin: on the clock and as an instant. */
const starts = async () =>
  (
    await rowsOf<{ date: string; start: string; at: Date }>(
      `select local_date::text date, left(start_time::text, 5) "start", starts_at at from session_part order by starts_at`,
    )
  ).map(({ date, start, at }) => `${date} ${start} ${at.toISOString().slice(11, 16)}Z`);

/** A session on a Tuesday in two parts, and its address. */
async function template(date = '2026-09-29', changes: Record<string, string> = {}): Promise<string> {
  const answer = await coordinator.post('/sessions/new', {
    ...oneDayForm(region, changes),
    ...partFields(region, 0, date, '09:30', '12:30'),
    ...partFields(region, 1, date, '13:30', '16:30'),
    ...quotaFields(region, { Dronten: 4 }),
  });
  if (!answer.location) throw new Error(`Not scheduled: ${answer.text}`);
  return answer.location;
}

/** The page as one reads it. */
const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
/** The fields that a form would send as it stands. */
function sentBy(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(
    inputs
      .filter((input) => !input.includes('type="checkbox"') || input.includes(' checked'))
      .map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  );
}

describe('copying a session', () => {
  test('asks the first day only and takes everything else over', async () => {
    const page = await template();
    expect(readable((await coordinator.get(page)).text)).toContain('Kopieer deze uitvoering');
    expect(readable((await coordinator.get(`${page}/copy`)).text)).toContain('Dronten: 4');
    const copy = await coordinator.post(`${page}/copy`, { firstDate: '2026-11-03' });
    const text = readable((await coordinator.follow(copy)).text);
    expect(text).toContain('De kopie is gemaakt, als concept.');
    expect(text).toContain('dinsdag 3 november 2026, 13:30–16:30');
    expect(
      await rowsOf(
        `select count(distinct (course_id, payer_municipality_id, capacity, minimum, status))::int sessions,
           (select count(distinct price_cents)::int from priced_session) prices,
           (select count(*)::int from seat_quota where seats = 4) quotas,
           (select count(*)::int from session_part_trainer) trainers from session`,
      ),
    ).toEqual([{ sessions: 1, prices: 1, quotas: 2, trainers: 4 }]);
  });

  test('takes over how people come and go too, with every day as long before the first', async () => {
    const page = await template('2026-10-06');
    const original = page.split('/').at(-1)!;
    await giveUnusualTerms(app, region, api, original);
    const form = readable((await coordinator.get(`${page}/copy`)).text);
    expect(form).toContain('Laatste dag om in te schrijven 6 dagen voor de eerste dag');
    expect(form).toContain('Vraag naar dieetwensen ja');
    const copy = await coordinator.post(`${page}/copy`, { firstDate: '2026-11-03' });
    const answer = await api.post(`/sessions/${original}/copies`, { firstDates: ['2026-12-01'] });
    const { sessions } = answer.json() as { sessions: [{ id: string }] };
    const terms = await termsOf(app, original);
    expect(terms).toMatchObject({
      ...{ overbooking: 10, mode: 'offer', hours: 8, charges: false },
      enrol: 6,
    });
    for (const id of [copy.location!.split('/').at(-1)!, sessions[0].id])
      expect(await termsOf(app, id)).toEqual(terms);
  });

  test('says in the form which trainer is needed elsewhere, and saves nothing', async () => {
    const page = await template();
    const answer = await coordinator.post(`${page}/copy`, { firstDate: '2026-09-29' });
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Dagdeel 1: Tess Trainervoorbeeld');
    expect(answer.text).toContain('value="2026-09-29"');
    expect(await sessionCount()).toBe(1);
  });

  test('refuses a day that is past', async () => {
    const page = await template();
    const answer = await coordinator.post(`${page}/copy`, { firstDate: '2026-08-31' });
    expect(readable(answer.text)).toContain('Dagdeel 1: Dit moment is al voorbij.');
    expect(await sessionCount()).toBe(1);
  });
});

describe('repeating a session', () => {
  test('over a clock change keeps its wall-clock times', async () => {
    const page = await template('2026-10-06');
    const preview = await coordinator.get(
      `${page}/series/preview?everyWeeks=2&times=2&lastDate=&schoolArea=`,
    );
    await coordinator.post(`${page}/series`, sentBy(preview.text));
    expect(await starts()).toEqual([
      '2026-10-06 09:30 07:30Z',
      '2026-10-06 13:30 11:30Z',
      '2026-10-20 09:30 07:30Z',
      '2026-10-20 13:30 11:30Z',
      '2026-11-03 09:30 08:30Z',
      '2026-11-03 13:30 12:30Z',
    ]);
  });

  test('shows every second Tuesday with what is skipped and why, and plans the ticked ones', async () => {
    const page = await template();
    const preview = await coordinator.get(`${page}/series/preview?everyWeeks=2&times=3&schoolArea=north`);
    const text = readable(preview.text);
    expect(text).toContain(
      'dinsdag 13 oktober 2026 Overgeslagen Herfstvakantie (voorbeeld), 13 oktober 2026.',
    );
    expect(text).toContain('3 van de 4 dagen kunnen.');
    expect(text).toContain('bekend tot en met 18 oktober 2026');
    const { 'dates.d20261110': _unticked, ...sent } = sentBy(preview.text);
    const done = await coordinator.post(`${page}/series`, sent);
    expect(done.location).toBe('/sessions?show=draft');
    expect((await coordinator.follow(done)).text).toContain('2 uitvoeringen zijn gepland, als concept.');
    expect((await starts()).map((line) => line.slice(0, 16))).toEqual([
      ...['2026-09-29 09:30', '2026-09-29 13:30', '2026-10-27 09:30', '2026-10-27 13:30'],
      ...['2026-11-24 09:30', '2026-11-24 13:30'],
    ]);
  });

  test('names the session in which the trainer is needed, and offers that date no longer', async () => {
    const page = await template();
    await template('2026-10-27');
    const preview = await coordinator.get(`${page}/series/preview?everyWeeks=2&lastDate=2026-11-10`);
    expect(readable(preview.text)).toMatch(
      /dinsdag 27 oktober 2026 Kan niet Tess Trainervoorbeeld .*Basistraining/,
    );
    expect(Object.keys(sentBy(preview.text)).filter((name) => name.startsWith('dates.'))).toEqual([
      'dates.d20261013',
      'dates.d20261110',
    ]);
  });

  test('plans nothing when one of the dates was taken since they were shown', async () => {
    const page = await template();
    const preview = await coordinator.get(`${page}/series/preview?everyWeeks=2&times=3`);
    await template('2026-10-27');
    const answer = await coordinator.post(`${page}/series`, sentBy(preview.text));
    expect(answer.status).toBe(409);
    expect(readable(answer.text)).toContain('Er is niets gepland');
    expect(await sessionCount()).toBe(2);
  });

  test('twice makes the series once, because the trainer is there already', async () => {
    const page = await template();
    const sent = sentBy((await coordinator.get(`${page}/series/preview?everyWeeks=2&times=3`)).text);
    const answers = await Promise.all([
      coordinator.post(`${page}/series`, sent),
      coordinator.post(`${page}/series`, sent),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await sessionCount()).toBe(4);
  });

  test('asks for a number or a date, not both', async () => {
    const page = await template();
    for (const query of ['everyWeeks=2', 'everyWeeks=2&times=3&lastDate=2026-12-01']) {
      const answer = await coordinator.get(`${page}/series/preview?${query}`);
      expect([answer.status, readable(answer.text).includes('niet allebei')]).toEqual([400, true]);
    }
  });

  test('refuses a series that would begin again before the session is over', async () => {
    const late = partFields(region, 1, '2026-10-06', '13:30', '16:30');
    const session = await coordinator.post('/sessions/new', {
      ...oneDayForm(region),
      ...partFields(region, 0, '2026-09-29', '09:30', '12:30'),
      ...late,
    });
    const answer = await coordinator.get(`${session.location}/series/preview?everyWeeks=1&times=3`);
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Vul meer weken in.');
  });
});

describe('the API', () => {
  test('tells the dates of a series and makes the copies, once for one key', async () => {
    const id = (await template()).split('/').at(-1)!;
    const series = await api.get(`/sessions/${id}/series?everyWeeks=2&times=2&schoolArea=north`);
    expect(series.json()).toEqual({
      dates: [
        {
          ...{ firstDate: '2026-10-13', faults: [], clashes: [] },
          daysOff: [{ date: '2026-10-13', name: 'Herfstvakantie' }],
        },
        { firstDate: '2026-10-27', daysOff: [], faults: [], clashes: [] },
        { firstDate: '2026-11-10', daysOff: [], faults: [], clashes: [] },
      ],
    });
    const body = { firstDates: ['2026-10-27', '2026-11-10'] };
    const made = await api.post(`/sessions/${id}/copies`, body, { 'idempotency-key': 'reeks-1' });
    await api.post(`/sessions/${id}/copies`, body, { 'idempotency-key': 'reeks-1' });
    expect([made.status, await sessionCount()]).toEqual([201, 3]);
    expect((made.json()['sessions'] as { firstDate: string }[]).map(({ firstDate }) => firstDate)).toEqual(
      body.firstDates,
    );
  });

  test('refuses copies of which one cannot be, and names the part', async () => {
    const id = (await template()).split('/').at(-1)!;
    const answer = await api.post(`/sessions/${id}/copies`, { firstDates: ['2026-10-27', '2026-08-01'] });
    expect([answer.status, await sessionCount()]).toEqual([400, 1]);
  });
});

test('a school holiday that ends before it begins is not imported', async () => {
  const [result] = await importTexts(
    app,
    { ...systemActor, regionId: region.id },
    {
      'schoolvakanties.csv': [
        'schooljaar;vakantie;schoolregio;eerste_dag;laatste_dag;voorbeeld;bron',
        '2026-2028;Kerstvakantie;noord;19-12-2026;18-12-2026;ja;voorbeeld',
      ].join('\n'),
    },
  );
  expect(result!.faults.map(({ column }) => column)).toEqual(['schooljaar', 'laatste_dag']);
});
