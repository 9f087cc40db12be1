import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, standingOf, type TestGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let elsewhere: TestRegion;
let elsewheresGrant: TestGrant;
let coordinator: Client;
let finance: Client;
let contact: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 2_000_000, Dronten: 600_000, Lelystad: 5_000_000, Urk: 750_000, Zeewolde: 1_000_000 },
    advanced: { Almere: 500_000 },
    trainings: { Almere: 6, Dronten: 6, Lelystad: 3, Urk: 6, Zeewolde: 2 },
  });
  elsewhere = await createRegion(app.database, 'Voorbeeldregio');
  elsewheresGrant = await createGrant(app.database, elsewhere, {
    basic: { Almere: 900_000 },
    trainings: { Almere: 1 },
  });
  const account = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, account.id);
  coordinator = await signIn(app, account.email);
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
  const municipalityId = region.municipalities.Dronten;
  contact = await signIn(
    app,
    (await createAccount(app.database, region, 'contact', { municipalityId })).email,
  );
});
afterAll(() => app.stop());

const standing = (town: MunicipalityName) =>
  standingOf(app.database, grant.lines.basic, region.municipalities[town]);

async function statusOf(sessionId: string): Promise<string> {
  const { rows } = await app.database.owner.query<{ status: string }>(
    'select status from session where id = $1',
    [sessionId],
  );
  return rows[0]!.status;
}

/** The text of a page as it is read: no tags, single spaces, ordinary spaces in amounts. */
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

describe('confirming a session', () => {
  test('says beforehand what will happen, and then commits the price and one training', async () => {
    const session = await createSession(app.database, region);
    const page = read((await coordinator.get(`/sessions/${session}/confirmation`)).text);
    expect(page).toContain('Basistrainingen (beschikking B-2026)');
    expect(page).toContain('Vrij budget nu € 20.000,00 voorbeeld Vrij budget daarna € 17.500,00 voorbeeld');
    expect(page).toContain('Toedeling nu nog 6 van 6 voorbeeld Toedeling daarna nog 5 van 6 voorbeeld');

    const answer = await coordinator.post(`/sessions/${session}/confirmation`);
    expect(answer.location).toBe(`/sessions/${session}`);
    expect(await statusOf(session)).toBe('confirmed');
    expect(await standing('Almere')).toEqual({ committed: 250_000, realised: 0, used: 1 });
  });

  test('tells the outbox and the audit trail', async () => {
    const session = await createSession(app.database, region);
    await coordinator.post(`/sessions/${session}/confirmation`);
    const { owner } = app.database;
    const facts = await owner.query(
      "select from outbox where fact = 'session.confirmed' and payload->>'sessionId' = $1",
      [session],
    );
    const deeds = await owner.query<{ action: string }>(
      "select action from audit_entry where after->>'sessionId' = $1 or subject_id = $1 order by action",
      [session],
    );
    expect(facts.rows).toHaveLength(1);
    expect(deeds.rows.map(({ action }) => action)).toEqual(['commit', 'confirm', 'useAllotment']);
  });

  test('a second time is refused and books nothing', async () => {
    const session = await createSession(app.database, region);
    await coordinator.post(`/sessions/${session}/confirmation`);
    const before = await standing('Almere');
    const again = await coordinator.post(`/sessions/${session}/confirmation`);
    expect(again.status).toBe(409);
    expect(await standing('Almere')).toEqual(before);
  });

  test('is refused when the allotment is used up, and the session stays open', async () => {
    const sessions = await Promise.all(
      [1, 2, 3].map(() => createSession(app.database, region, { payer: 'Zeewolde' })),
    );
    for (const session of sessions.slice(0, 2)) await coordinator.post(`/sessions/${session}/confirmation`);
    const page = read((await coordinator.get(`/sessions/${sessions[2]}/confirmation`)).text);
    expect(page).toContain('Zeewolde heeft 2 van de 2 toegedeelde trainingen van deze soort gebruikt');
    expect(page).not.toContain('Laat de uitvoering doorgaan');
    const refused = await coordinator.post(`/sessions/${sessions[2]}/confirmation`);
    expect(refused.status).toBe(409);
    expect(await statusOf(sessions[2]!)).toBe('open');
    expect(await standing('Zeewolde')).toEqual({ committed: 500_000, realised: 0, used: 2 });
  });

  test('is refused with the figures when the budget is short', async () => {
    const sessions = await Promise.all(
      [1, 2, 3].map(() => createSession(app.database, region, { payer: 'Dronten' })),
    );
    for (const session of sessions.slice(0, 2)) await coordinator.post(`/sessions/${session}/confirmation`);
    const refused = await api.post(`/sessions/${sessions[2]}/confirmation`);
    expect(refused.status).toBe(409);
    expect(read(String(refused.json()['detail']))).toContain('kost € 2.500,00 en er is nog € 1.000,00 vrij');
    expect(await statusOf(sessions[2]!)).toBe('open');
  });

  test('around New Year charges the grant of its last day', async () => {
    const session = await createSession(app.database, region, { date: '2026-12-31' });
    await app.database.owner.query(
      `insert into session_part select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'ordinal', 2,
         'local_date', date '2027-01-01', 'starts_at', p.starts_at + interval '1 day', 'ends_at', p.ends_at + interval '1 day'))).*
       from session_part p where session_id = $1`,
      [session],
    );
    expect((await coordinator.get(`/sessions/${session}/confirmation`)).text).toContain(
      'Voor 2027 is er geen begrotingspost',
    );
  });

  test('without a grant line for its year says what to do', async () => {
    const session = await createSession(app.database, region, { date: '2027-02-04' });
    const page = read((await coordinator.get(`/sessions/${session}/confirmation`)).text);
    expect(page).toContain('Voor 2027 is er geen begrotingspost van dit niveau met budget voor Almere');
    const refused = await coordinator.post(`/sessions/${session}/confirmation`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Er is geen begrotingspost voor deze training');
    expect(await statusOf(session)).toBe('open');
  });

  test.each([
    ['the budget holds', 'Urk'],
    ['the allotment holds', 'Lelystad'],
  ] as const)('many at once never take more than %s', async (_limit, town) => {
    const sessions = await Promise.all(
      Array.from({ length: 8 }, () => createSession(app.database, region, { payer: town })),
    );
    const answers = await Promise.all(sessions.map((id) => api.post(`/sessions/${id}/confirmation`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
    expect(await standing(town)).toEqual({ committed: 750_000, realised: 0, used: 3 });
  });

  test('of a session that does not exist is not found', async () => {
    const answer = await coordinator.post('/sessions/0198f000-0000-7000-8000-000000000000/confirmation');
    expect(answer.status).toBe(404);
  });
});

describe('calling off a confirmed session', () => {
  test('gives back its money and its training by counter-entry, once', async () => {
    const client = await signIn(app, (await createAccount(app.database, elsewhere, 'coordinator')).email);
    const session = await createSession(app.database, elsewhere);
    const standingNow = () =>
      standingOf(app.database, elsewheresGrant.lines.basic, elsewhere.municipalities.Almere);
    await client.post(`/sessions/${session}/confirmation`);
    await client.post(`/sessions/${session}/cancellation`);
    await app.work();
    expect([await statusOf(session), await standingNow()]).toEqual([
      'cancelled',
      { committed: 0, realised: 0, used: 0 },
    ]);

    const { rows } = await app.database.owner.query<{ amount_cents: string }>(
      'select amount_cents from ledger_entry where session_id = $1 order by id',
      [session],
    );
    expect(rows.map(({ amount_cents }) => Number(amount_cents))).toEqual([250_000, -250_000]);

    await app.database.owner.query(
      "update job set status = 'waiting', woken_at = null where name = 'grants.release-commitment'",
    );
    await app.work();
    expect(await standingNow()).toEqual({ committed: 0, realised: 0, used: 0 });
  });
});

describe('the overviews', () => {
  test('a contact sees the allotments of the own municipality and of no other', async () => {
    const page = read((await contact.get('/allotments')).text);
    expect(page).toContain('Dronten Basistraining 6 voorbeeld 2 4 voorbeeld');
    expect(page).not.toContain('Zeewolde');
  });

  test('a coordinator sees every municipality, and can choose one', async () => {
    const page = read(
      (await coordinator.get(`/allotments?municipality=${region.municipalities.Zeewolde}`)).text,
    );
    expect(page).toContain('Zeewolde Basistraining 2');
    expect(page).not.toContain('Dronten Basistraining');
  });

  test('the budget shows granted, committed, realised and free per line and municipality', async () => {
    const page = read((await finance.get('/budget?year=2026')).text);
    expect(page).toContain('Dronten € 6.000,00 voorbeeld € 5.000,00 voorbeeld € 0,00 € 1.000,00 voorbeeld');
    expect(page).toContain('Totaal € 93.500,00');
  });

  test('a contact sees the own share of the budget and no award', async () => {
    const page = read((await contact.get('/budget')).text);
    expect(page).toContain('Dronten € 6.000,00');
    expect(page).not.toMatch(/Almere|Zeewolde|€ 93\.500,00|B-2026/);
  });

  test('a year whose award has not been divided shows the award first', async () => {
    await createGrant(app.database, region, { year: 2017 });
    const page = read((await finance.get('/budget?year=2017')).text);
    expect(page).toContain('Toegekend Verdeeld Nog niet verdeeld');
    expect(page).toContain('B-2017 Versterkingsgelden € 100.000,00 voorbeeld € 0,00 € 100.000,00 voorbeeld');
    expect(page).toContain('De subsidie voor 2017 is niet verdeeld');
  });

  test('the award stands above what is budgeted of it', async () => {
    const page = read((await finance.get('/budget?year=2026')).text);
    expect(page.indexOf('Beschikkingen voor 2026')).toBeLessThan(page.indexOf('Begroot € 98.500,00'));
    expect(page).toContain('€ 100.000,00 voorbeeld € 98.500,00 voorbeeld € 1.500,00 voorbeeld');
  });

  test('nothing can be planned in a year that is over', async () => {
    await createGrant(app.database, region, { year: 2016, trainings: { Urk: 2 } });
    expect((await coordinator.get('/allotments?year=2026')).text).toContain('Plannen');
    expect((await coordinator.get('/allotments?year=2016')).text).not.toContain('Plannen');
  });

  test('a year without a grant says so', async () => {
    expect(read((await finance.get('/budget?year=2031')).text)).toContain('Er is geen begroting voor 2031');
  });

  test.each(['abc', '20260', '2026&municipality=x', '1e99', '%00'])(
    'a year that is none (%s) is left aside',
    async (year) => {
      const answers = await Promise.all(
        ['/budget', '/allotments', '/ledger'].map((path) => coordinator.get(`${path}?year=${year}&page=-1`)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    },
  );
});

describe('who may see the money', () => {
  test.each(['professional', 'trainer', 'administrator'] as const)('a %s may not', async (role) => {
    const person = await createProfessional(app.database, region, 'Urk');
    const more =
      role === 'trainer'
        ? { trainerId: region.trainerId }
        : { professionalId: person.id, municipalityId: region.municipalities.Urk };
    const email =
      role === 'professional' ? person.email : (await createAccount(app.database, region, role, more)).email;
    const client = await signIn(app, email);
    const paths = [
      '/allotments',
      '/budget',
      '/budget.csv',
      '/budget.xlsx',
      '/ledger',
      '/ledger.csv',
      '/ledger.xlsx',
      '/commitments',
    ];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403));
  });

  test('finance does not decide that a session goes ahead', async () => {
    const session = await createSession(app.database, region);
    expect((await finance.post(`/sessions/${session}/confirmation`)).status).toBe(403);
    expect(await statusOf(session)).toBe('open');
  });

  test('another region has a ledger of its own', async () => {
    const client = await signIn(app, (await createAccount(app.database, elsewhere, 'finance')).email);
    expect((await client.get('/ledger?year=2026')).text).not.toContain('Dronten');
    expect((await client.get('/budget?year=2026')).text).not.toContain('Dronten');
  });
});

describe('the API', () => {
  test('tells what a grant gives and what stands against it', async () => {
    const grants = (await api.get('/grants?year=2026')).json() as {
      items: { id: string; amountCents: number }[];
    };
    expect(grants.items).toEqual([expect.objectContaining({ id: grant.id, amountCents: 10_000_000 })]);
    const lines = (await api.get(`/grants/${grant.id}/lines`)).json() as { items: Record<string, unknown>[] };
    const basic = lines.items.find(({ code }) => code === '10')!;
    expect(basic['freeCents']).toBe(
      Number(basic['grantedCents']) - Number(basic['committedCents']) - Number(basic['realisedCents']),
    );
    const allotments = (await api.get(`/grants/${grant.id}/allotments?q=dronten`)).json();
    expect(allotments).toMatchObject({
      total: 1,
      items: [{ municipalityName: 'Dronten', trainings: 6, used: 2 }],
    });
  });

  test('knows no grant of another region', async () => {
    expect((await api.get(`/grants/${elsewheresGrant.id}/lines`)).status).toBe(404);
    expect((await api.get(`/grants/${elsewheresGrant.id}/allotments`)).status).toBe(404);
  });

  test('confirms a session', async () => {
    const session = await createSession(app.database, region);
    const answer = await api.post(`/sessions/${session}/confirmation`);
    expect([answer.status, answer.json()]).toEqual([
      200,
      expect.objectContaining({ sessionId: session, status: 'confirmed', amountCents: 250_000 }),
    ]);
  });
});

describe('the ledger in the database', () => {
  test.each(['update ledger_entry set amount_cents = 1', 'delete from ledger_entry'])(
    'refuses even its owner: %s',
    async (sql) => {
      await expect(app.database.owner.query(sql)).rejects.toThrow('append-only');
    },
  );

  test.each([
    'update ledger_entry set amount_cents = 1',
    'delete from ledger_entry',
    'truncate ledger_entry',
  ])('gives the application no such right: %s', async (sql) => {
    const application = new pg.Client({ connectionString: app.database.url });
    await application.connect();
    const attempt = application.query(sql).finally(() => application.end());
    await expect(attempt).rejects.toThrow('permission denied');
  });
});
