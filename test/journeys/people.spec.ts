import { importExample } from '../support/imports.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';

let app: TestApp;
let coordinator: Client;
let contact: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  await importExample(app);
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  contact = await signIn(app, 'contact.urk@flevoland.example');
  const { rows } = await app.database.owner.query<{ id: string; region_id: string }>(
    "select id, region_id from account where email = 'contact.urk@flevoland.example'",
  );
  api = await apiClient(app, rows[0]!.region_id, rows[0]!.id);
});
afterAll(() => app.stop());

async function idOf(table: string, name: string): Promise<string> {
  const column = table === 'professional_function' ? 'name_nl' : 'name';
  const { rows } = await app.database.owner.query<{ id: string }>(
    `select id from ${table} where ${column} = $1`,
    [name],
  );
  return rows[0]!.id;
}

async function newProfessional(organisation: string, email: string): Promise<Record<string, string>> {
  return {
    name: 'Pas Voorbeeld',
    email,
    organisationId: await idOf('organisation', organisation),
    functionId: await idOf('professional_function', 'BOA'),
  };
}

async function registered(email: string): Promise<number> {
  const { rows } = await app.database.owner.query('select from professional where email = $1', [email]);
  return rows.length;
}

test('the coordinator sees the whole region in pages of fifty', async () => {
  const first = await coordinator.get('/professionals');
  expect(first.text).toContain('1 tot en met 50 van 60');
  expect((await coordinator.get('/professionals?page=2')).text).toContain('51 tot en met 60 van 60');
});

test('a contact sees the people of the own municipality and no other', async () => {
  const page = await contact.get('/professionals');
  expect(page.text).toContain('1 tot en met 4 van 4');
  expect((await contact.get('/organisations')).text).not.toContain('Gemeente Almere');
});

test('a search finds people by part of a name, whatever its case', async () => {
  const page = await coordinator.get('/professionals?q=NOOR+VOOR');
  expect(page.text).toContain('1 tot en met 1 van 1');
});

test('a filter that makes no sense is left out', async () => {
  const page = await coordinator.get('/professionals?municipality=x&page=-3&q=%00&function=');
  expect(page.text).toContain('1 tot en met 50 van 60');
});

test('the download holds just what is shown, and can be imported again', async () => {
  const file = await contact.get('/professionals.csv?q=voorbeeld');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="professionals-2026-09-01.csv"');
  const lines = file.text.replace('\uFEFF', '').trim().split('\r\n');
  expect(lines[0]).toBe('naam;email;gemeente;organisatie;functie');
  expect(lines.slice(1).every((line) => line.includes(';Urk;') && /voorbeeld/i.test(line))).toBe(true);
});

test('a contact registers someone, who can sign in at once', async () => {
  const form = await newProfessional('Gemeente Urk', 'pas@voorbeeld.example');
  const answer = await contact.post('/professionals', form);
  expect((await contact.follow(answer)).text).toContain('Pas Voorbeeld is aangemeld');
  const own = await signIn(app, 'pas@voorbeeld.example');
  expect((await own.get('/courses')).status).toBe(200);
});

test('a contact cannot register someone at an organisation of another municipality', async () => {
  const form = await newProfessional('Gemeente Almere', 'elders@voorbeeld.example');
  const answer = await contact.post('/professionals', form);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Kies een organisatie uit de lijst van uw gemeente');
  expect(await registered('elders@voorbeeld.example')).toBe(0);
});

test.each([
  ['known in the register', 'noor.voorbeeld@jongerenwerk-almere.example', 1],
  ['that signs in already in another role', 'beheer@flevoland.example', 0],
])('an address %s is refused beside its field', async (_what, email, before) => {
  const answer = await coordinator.post('/professionals', await newProfessional('Gemeente Urk', email));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('staat al in Leerlijn');
  expect(await registered(email)).toBe(before);
});

test('a form that is not filled in comes back with every field named', async () => {
  const answer = await coordinator.post('/professionals', { name: ' ', email: 'x', organisationId: '' });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Er zijn 4 dingen die nog niet kloppen');
});

test('two requests with the same new address register one person', async () => {
  const form = await newProfessional('Gemeente Urk', 'samen@voorbeeld.example');
  const answers = await Promise.all([1, 2, 3, 4].map(() => api.post('/professionals', form)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(await registered('samen@voorbeeld.example')).toBe(1);
});

test('the API gives a contact the own municipality, page by page', async () => {
  const first = (await api.get('/professionals?pageSize=2')).json();
  expect(first).toMatchObject({ page: 1, pageSize: 2, _links: { next: expect.anything() as object } });
  const other = await api.get(`/professionals?municipality=${await idOf('municipality', 'Almere')}`);
  expect(other.json()).toMatchObject({ items: [], total: 0 });
});

test.each(['regions', 'municipalities', 'organisations', 'professionals', 'functions', 'courses', 'venues'])(
  'the API lists %s',
  async (resource) => {
    const answer = await api.get(`/${resource}`);
    expect(answer.status).toBe(200);
    expect((answer.json().items as unknown[]).length).toBeGreaterThan(0);
  },
);

test('prices of courses are for coordinator and finance, and say that they are examples', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    "select id from course where code = 'basis-1d'",
  );
  const course = `/courses/${rows[0]!.id}`;
  expect((await coordinator.get(course)).text).toMatch(/€\s2\.750,00 \(voorbeeld\)/);
  expect((await contact.get(course)).text).not.toContain('2.750,00');
  const { items } = (await api.get('/courses')).json() as { items: { priceCents: unknown }[] };
  expect(items.map(({ priceCents }) => priceCents)).toEqual(items.map(() => null));
});

test('the trainers with their addresses are for the coordinator only', async () => {
  expect((await api.get('/trainers')).status).toBe(403);
});

test('an organisation says when it must be looked at again', async () => {
  app.clock.set('2027-01-02T08:00:00Z');
  const later = await signIn(app, 'contact.lelystad@flevoland.example');
  const page = await later.get('/organisations?q=voorbeeldhaven');
  expect(page.text).toContain('controle nodig');
});
