import { newId } from '../../src/shared/ids.js';
import { addToDate } from '../../src/shared/local-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { askLevel, certify, waitForFollowUp } from '../support/curriculum.js';
import { trainPeople } from '../support/many-trained.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';

// Who has the level that the curriculum asks, on 1 June 2026; the region mails people 90 days before a certificate expires.

const TODAY = '2026-06-01';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let contact: Client;
let api: ApiClient;
const people: Record<string, TestProfessional> = {};

beforeAll(async () => {
  app = await startApp({ at: `${TODAY}T08:00:00Z` });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  const { Almere: municipalityId } = region.municipalities;
  contact = await signIn(
    app,
    (await createAccount(app.database, region, 'contact', { municipalityId })).email,
  );
  await askLevel(app.database, region, 'basic', 'Almere', 'Dronten');
  await askLevel(app.database, region, 'advanced', 'Urk');
  await settle();
});
afterAll(() => app.stop());

const person = async (name: string, town: MunicipalityName) =>
  (people[name] = await createProfessional(app.database, region, town, name));

/** People with every kind of paper. */
async function settle(): Promise<void> {
  const { database } = app;
  const one = async (name: string, town: MunicipalityName, ...papers: Parameters<typeof certify>[2][]) => {
    await person(name, town);
    for (const level of papers) await certify(database, people[name]!, level);
  };
  await one('Nooit Voorbeeld', 'Almere');
  await one('Altijd Voorbeeld', 'Almere', 'basic');
  await one('Hoger Voorbeeld', 'Almere', 'specialist');
  await one('Lager Voorbeeld', 'Almere', 'awareness');
  await one('Bijeenkomst Voorbeeld', 'Almere', 'meeting');
  await one('Basis Voorbeeld', 'Urk', 'basic');
  await one('Zonder Curriculum', 'Zeewolde');
  await certify(database, await person('Verlopen Voorbeeld', 'Almere'), 'basic', { until: '2026-05-31' });
  await certify(database, await person('Vandaag Voorbeeld', 'Almere'), 'basic', { until: TODAY });
  await certify(database, await person('Bijna Voorbeeld', 'Dronten'), 'basic', { until: '2026-08-30' });
  await certify(database, await person('Net Niet Voorbeeld', 'Dronten'), 'basic', { until: '2026-08-31' });
  await certify(database, await person('Ingetrokken Voorbeeld', 'Dronten'), 'basic', { revoked: true });
  const renewed = await person('Vernieuwd Voorbeeld', 'Dronten');
  await certify(database, renewed, 'basic', { until: '2026-01-01' });
  await certify(database, renewed, 'advanced', { until: '2029-01-01' });
  await recognise(await person('Erkend Voorbeeld', 'Dronten'));
  await waitForFollowUp(app.database, region, await person('Wacht Voorbeeld', 'Dronten'));
  await moveToAlmere(await person('Verhuisd Voorbeeld', 'Dronten'));
}

async function recognise({ id }: TestProfessional): Promise<void> {
  await app.database.owner.query(
    `insert into recognition (id, region_id, municipality_id, professional_id, level, basis, recorded_at, recorded_by)
     select $1, region_id, municipality_id, id, 'basic', 'Elders', now(), (select id from account where role = 'coordinator' limit 1)
     from professional where id = $2`,
    [newId(), id],
  );
}

/** Earned a certificate in Dronten, and works in Almere now. */
async function moveToAlmere(mover: TestProfessional): Promise<void> {
  await certify(app.database, mover, 'basic');
  await app.database.owner.query(
    `update professional set municipality_id = $2,
       organisation_id = (select id from organisation where municipality_id = $2 limit 1) where id = $1`,
    [mover.id, region.municipalities.Almere],
  );
}

async function statesBy(client: Client, query = '?show=all'): Promise<Record<string, string>> {
  const { text } = await client.get(`/coverage/people.csv${query}`);
  const lines = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const cells = line.split(';');
      return [cells[0]!, cells[7]!];
    }),
  );
}

/** The same told by plain TypeScript from plain rows. */
async function recomputed(): Promise<Record<string, string>> {
  const { owner } = app.database;
  const { rows: asked } = await owner.query<{ id: string; name: string; level: string }>(
    `select p.id, p.name, r.level from professional p join curriculum_requirement r using (municipality_id, function_id)`,
  );
  const { rows: papers } = await owner.query<{ owner: string; level: string; until: string | null }>(
    `select professional_id owner, level, valid_until::text until from certificate where revoked_at is null
     union all select professional_id, level, valid_until::text from recognition`,
  );
  const order = ['awareness', 'basic', 'advanced', 'specialist'];
  const states = asked.map(({ id, name, level }) => {
    const lasts = papers
      .filter((paper) => paper.owner === id && order.indexOf(paper.level) >= order.indexOf(level))
      .map(({ until }) => until ?? '9999-12-31')
      .sort();
    const best = lasts.at(-1);
    if (best === undefined) return [name, 'Nooit op niveau'];
    if (best < TODAY) return [name, 'Verlopen'];
    return [name, best <= addToDate(TODAY, { days: 90 }) ? 'Bijna verlopen' : 'Op niveau'];
  });
  return Object.fromEntries(states) as Record<string, string>;
}

test('everyone stands as their papers say: level, validity, recognition, what was taken back and what waits', async () => {
  expect(await statesBy(coordinator)).toEqual({
    'Nooit Voorbeeld': 'Nooit op niveau',
    'Altijd Voorbeeld': 'Op niveau',
    'Hoger Voorbeeld': 'Op niveau',
    'Lager Voorbeeld': 'Nooit op niveau',
    'Bijeenkomst Voorbeeld': 'Nooit op niveau',
    'Basis Voorbeeld': 'Nooit op niveau',
    'Verlopen Voorbeeld': 'Verlopen',
    'Vandaag Voorbeeld': 'Bijna verlopen',
    'Bijna Voorbeeld': 'Bijna verlopen',
    'Net Niet Voorbeeld': 'Op niveau',
    'Ingetrokken Voorbeeld': 'Nooit op niveau',
    'Vernieuwd Voorbeeld': 'Op niveau',
    'Erkend Voorbeeld': 'Op niveau',
    'Wacht Voorbeeld': 'Nooit op niveau',
    'Verhuisd Voorbeeld': 'Op niveau',
  });
});

test('a recomputation from plain rows gives the same', async () => {
  expect(await statesBy(coordinator)).toEqual(await recomputed());
});

test('the figures of every grouping add up to the people of the list, by state', async () => {
  const list = await recomputed();
  const count = (label: string) => Object.values(list).filter((state) => state === label).length;
  for (const by of ['municipality', 'function', 'organisation', 'contact']) {
    const { items } = (await api.get(`/reports/coverage?by=${by}`)).json() as {
      items: Record<'people' | 'never' | 'expired' | 'expiring' | 'covered', number>[];
    };
    const sum = (field: keyof (typeof items)[number]) =>
      items.reduce((total, item) => total + item[field], 0);
    expect([by, sum('people'), sum('never'), sum('expired'), sum('expiring'), sum('covered')]).toEqual([
      ...[by, Object.keys(list).length, count('Nooit op niveau'), count('Verlopen')],
      ...[count('Bijna verlopen'), count('Op niveau')],
    ]);
  }
});

test('a contact sees the own municipality only, and someone who came to work there as the coordinator does', async () => {
  const own = await statesBy(contact);
  const all = await statesBy(coordinator, `?show=all&municipality=${region.municipalities.Almere}`);
  expect(own).toEqual(all);
  expect(own['Verhuisd Voorbeeld']).toBe('Op niveau');
  expect(Object.keys(own)).not.toContain('Bijna Voorbeeld');
});

test('what someone earned elsewhere before coming to a municipality is not counted as trained there', async () => {
  const page = await contact.get('/reports/trained');
  const rows = [...page.text.matchAll(/scope="row">(\w+)</g)].map(([, name]) => name);
  expect(new Set(rows)).toEqual(new Set(['Almere']));
});

test('a contact who asks for another municipality gets nobody', async () => {
  expect(await statesBy(contact, `?show=all&municipality=${region.municipalities.Dronten}`)).toEqual({});
});

test('the list keeps to its filters, and says so when nobody is left', async () => {
  expect(Object.keys(await statesBy(coordinator, '?show=expired'))).toEqual(['Verlopen Voorbeeld']);
  expect(Object.keys(await statesBy(coordinator, '?q=bijna'))).toEqual([]);
  expect(Object.keys(await statesBy(coordinator, '?show=all&q=bijna'))).toEqual(['Bijna Voorbeeld']);
  const page = await coordinator.get('/coverage/people?q=niemand');
  expect(page.text).toContain('Er is niemand gevonden');
});

test('the page tells of a certificate that waits for a follow-up day', async () => {
  const page = await coordinator.get('/coverage/people?q=wacht');
  expect(page.text).toContain('Het certificaat wacht op een terugkomdag');
});

test('a page of 300 more people takes as many statements as one of a few', async () => {
  const pages = [
    '/coverage',
    '/coverage?by=organisation',
    '/coverage/people?show=all',
    '/coverage/invitation',
  ];
  const count = async (path: string) =>
    (await conversationsDuring(() => coordinator.get(path))).flat().length;
  const before = [];
  for (const path of pages) before.push(await count(path));
  await trainPeople(app.database, region, 300);
  const after = [];
  for (const path of pages) after.push(await count(path));
  expect(after).toEqual(before);
  expect(await statesBy(coordinator)).toEqual(await recomputed());
});
