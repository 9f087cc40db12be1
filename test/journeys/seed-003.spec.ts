import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Answer, type ApiClient } from '../support/client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';

// The application of Almere on behalf of Flevoland of 28 January 2016, and the year that followed. The numbers of
// trainings of Almere are those of the letter; other numbers and all amounts cannot be read in it and are invented.
const PRICE = { basic: 275_000, advanced: 520_000 } as const;
const NETWORK = 4_000_000;
const ASKED: Readonly<Record<'basic' | 'advanced', Partial<Record<MunicipalityName, number>>>> = {
  basic: { Almere: 6, Dronten: 2, Urk: 1 },
  advanced: { Almere: 6, Dronten: 1, Urk: 1 },
};
type Level = keyof typeof ASKED;
const planned = (['basic', 'advanced'] as const).flatMap((level) =>
  Object.entries(ASKED[level]).flatMap(([town, count]) =>
    Array.from({ length: count }, () => ({ level, town: town as MunicipalityName })),
  ),
);
const TRAININGS = planned.reduce((sum, { level }) => sum + PRICE[level], 0);

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let finance: ApiClient;
let secondFinance: ApiClient;
let application: string;
let grant: string;

beforeAll(async () => {
  app = await startApp({ at: '2016-01-25T09:00:00Z' });
  region = await createRegion(app.database);
  const as = async (role: 'coordinator' | 'finance') =>
    apiClient(app, region.id, (await createAccount(app.database, region, role)).id);
  coordinator = await as('coordinator');
  finance = await as('finance');
  secondFinance = await as('finance');
});
afterAll(() => app.stop());

function body<T = Record<string, unknown>>(answer: Answer, status = 200): T {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return (answer.text === '' ? {} : answer.json()) as T;
}
const sumOf = async (sql: string, params: unknown[] = []): Promise<number> =>
  Number((await app.database.owner.query<{ sum: string | null }>(sql, params)).rows[0]!.sum ?? 0);
const sharesOf = (level: Level) =>
  Object.entries(ASKED[level]).map(([town, asked]) => ({
    municipalityId: region.municipalities[town as MunicipalityName],
    asked,
  }));

test('1. Almere draws up the application for the region and sends it on 28 January 2016', async () => {
  const facts = {
    ...{ reference: '2016-0128', title: 'Versterkingsgelden lokale aanpak radicalisering' },
    ...{ leadMunicipalityId: region.municipalities.Almere, firstYear: 2016, lastYear: 2016 },
  };
  application = String(body(await coordinator.post('/grant-applications', facts), 201)['id']);
  const path = `/grant-applications/${application}`;
  const lines = [
    ...(['basic', 'advanced'] as const).map((level) => ({
      ...{ year: 2016, course: { id: region.courses[level], priceCents: PRICE[level] } },
      shares: sharesOf(level),
    })),
    {
      ...{ year: 2016, title: 'Netwerkregisseur' },
      shares: [{ municipalityId: region.municipalities.Almere, asked: NETWORK }],
    },
  ];
  for (const [index, line] of lines.entries())
    body(await coordinator.post(`${path}/lines`, line, { 'if-match': `"${index + 1}"` }), 201);
  app.clock.set('2016-01-28T09:00:00Z');
  const sent = await coordinator.post(
    `${path}/submission`,
    { submittedOn: '2016-01-28' },
    { 'if-match': `"${lines.length + 1}"` },
  );
  expect(body(sent)).toMatchObject({ status: 'submitted', askedCents: TRAININGS + NETWORK });
});

test('2. the state awards less for the network than was asked', async () => {
  app.clock.set('2016-03-10T09:00:00Z');
  const { lines } = body<{
    lines: {
      id: string;
      shares: { municipalityId: string; trainings: number | null; amountCents: number }[];
    }[];
  }>(await finance.get(`/grant-applications/${application}`));
  const granted = lines.flatMap(({ id: lineId, shares }) =>
    shares.map(({ municipalityId, trainings }) => ({
      ...{ lineId, municipalityId },
      granted: trainings ?? NETWORK / 2,
    })),
  );
  const award = { decisionNumber: 'VG-2016', decidedOn: '2016-03-08', amountCents: TRAININGS + NETWORK / 2 };
  const answer = await finance.post(`/grant-applications/${application}/award`, { ...award, granted });
  grant = String(body(answer, 201)['grantId']);
  const allotted = body<{ items: { trainings: number }[] }>(
    await coordinator.get(`/grants/${grant}/allotments`),
  );
  expect(allotted.items.reduce((sum, { trainings }) => sum + trainings, 0)).toBe(planned.length);
});

test('2b. finance writes down the two activities of the letter, and which lines are of them', async () => {
  interface Activity {
    readonly id: string;
    readonly code: string;
    readonly isAssumed: boolean;
    readonly lineIds: readonly string[];
  }
  const list = async () =>
    body<{ items: Activity[] }>(await coordinator.get(`/grants/${grant}/activities`)).items;
  const assumed = await list();
  expect(assumed.map(({ isAssumed }) => isAssumed)).toEqual([true, true, true]);
  const year = { firstDay: '2016-01-01', lastDay: '2016-12-31' };
  const training = { code: 'deskundigheid', title: 'Deskundigheidsbevordering', ...year };
  const { id: activityId } = body(await finance.post(`/grants/${grant}/activities`, training), 201);
  for (const { id, code, lineIds } of assumed) {
    const headers = { 'if-match': '"1"' };
    if (code === 'netwerkregisseur') {
      const network = { code: 'netwerkregie', title: 'Netwerkregie', ...year, firstDay: '2016-03-08' };
      body(await finance.put(`/grant-activities/${id}`, network, headers));
    } else {
      body(await finance.put(`/grant-lines/${lineIds[0]}/activity`, { activityId }), 204);
      body(await finance.send(`/grant-activities/${id}`, { method: 'DELETE', headers }), 204);
    }
  }
  expect((await list()).map(({ code, isAssumed, lineIds }) => [code, isAssumed, lineIds.length])).toEqual([
    ['deskundigheid', false, 2],
    ['netwerkregie', false, 1],
  ]);
});

test('3. a year of trainings: each is confirmed, given, closed and paid, within its allotment', async () => {
  const { owner } = app.database;
  for (const [index, { level, town }] of planned.entries()) {
    const month = 4 + (index % 9);
    const date = `2016-${String(month).padStart(2, '0')}-${String(4 + Math.floor(index / 9)).padStart(2, '0')}`;
    app.clock.set(`${date}T05:00:00Z`);
    const part = (startTime: string, endTime: string) => ({
      date,
      startTime,
      endTime,
      roomId: null,
      trainerIds: [],
    });
    const parts = [part('09:30', '12:30'), part('13:30', '16:30')].map((one) => ({
      ...one,
      roomId: region.roomId,
    }));
    const session = String(
      body(
        await coordinator.post('/sessions', {
          ...{ courseId: region.courses[level], payerMunicipalityId: region.municipalities[town] },
          ...{ parts, capacity: 12, minimum: 1, priceCents: PRICE[level] },
        }),
        201,
      )['id'],
    );
    body(await coordinator.post(`/sessions/${session}/opening`));
    const professional = (await createProfessional(app.database, region, town)).id;
    const enrolled = body<{ id: string }>(
      await coordinator.post(`/sessions/${session}/enrolments`, { professionalId: professional }),
      201,
    );
    body(await coordinator.post(`/sessions/${session}/confirmation`));
    app.clock.set(`${date}T17:00:00Z`);
    const given = body<{ items: { id: string }[] }>(await coordinator.get(`/sessions/${session}/parts`));
    const marks = given.items.map(({ id }) => ({ enrolmentId: enrolled.id, partId: id, mark: 'present' }));
    expect((await coordinator.post('/attendance-marks', { sessionId: session, marks })).status).toBeLessThan(
      300,
    );
    body(await coordinator.post(`/sessions/${session}/closure`));
    const { rows } = await owner.query<{ id: string }>('select id from commitment where session_id = $1', [
      session,
    ]);
    body(
      await finance.post('/realisations', {
        ...{
          commitmentId: rows[0]!.id,
          supplier: 'ROR',
          invoiceNumber: `ROR-${index + 1}`,
          invoiceDate: date,
        },
        // The last training cost less than was reserved.
        ...{ amountCents: PRICE[level] - (index === planned.length - 1 ? 20_000 : 0) },
        ...{ vatTreatment: 'exempt', isFinal: true },
      }),
      201,
    );
  }
  await app.work();
  expect(await sumOf('select count(*) sum from certificate')).toBe(planned.length);
  expect(
    await sumOf('select sum(a.trainings) - (select count(*) from allotment_use) sum from allotment a'),
  ).toBe(0);
});

test('4. one more training than was allotted is refused, whatever money is left', async () => {
  app.clock.set('2016-12-15T05:00:00Z');
  const part = {
    date: '2016-12-20',
    startTime: '09:30',
    endTime: '16:30',
    roomId: region.roomId,
    trainerIds: [],
  };
  const { id } = body<{ id: string }>(
    await coordinator.post('/sessions', {
      ...{ courseId: region.courses.basic, payerMunicipalityId: region.municipalities.Urk },
      ...{ parts: [part], capacity: 12, minimum: 1, priceCents: 1 },
    }),
    201,
  );
  body(await coordinator.post(`/sessions/${id}/opening`));
  const refused = await coordinator.post(`/sessions/${id}/confirmation`);
  expect([refused.status, refused.json()['type']]).toEqual([
    409,
    expect.stringContaining('allotment-used-up'),
  ]);
  body(await coordinator.post(`/sessions/${id}/cancellation`));
});

test('5. the network is ordered, invoiced in two parts, and what was not needed comes free', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    "select id from grant_line where code = 'netwerkregisseur'",
  );
  const order = body<{ id: string }>(
    await finance.post('/commitments/orders', {
      ...{
        grantLineId: rows[0]!.id,
        municipalityId: region.municipalities.Almere,
        supplier: 'Voorbeeldregie',
      },
      ...{ description: 'Netwerkregisseur 2016', costDate: '2016-12-31', amountCents: NETWORK / 2 },
    }),
    201,
  );
  const early = await finance.post('/commitments/orders', {
    ...{ grantLineId: rows[0]!.id, municipalityId: region.municipalities.Almere, supplier: 'Voorbeeldregie' },
    ...{ description: 'Verkenning in januari', costDate: '2016-01-31', amountCents: 1 },
  });
  expect(body(early, 409)['detail']).toContain('8 maart 2016 tot en met 31 december 2016');
  for (const [number, amountCents, isFinal] of [
    ['R-1', 1_000_000, false],
    ['R-2', 900_000, true],
  ] as const)
    body(
      await finance.post('/realisations', {
        ...{
          commitmentId: order.id,
          supplier: 'Voorbeeldregie',
          invoiceNumber: number,
          invoiceDate: '2016-12-14',
        },
        ...{ amountCents, vatTreatment: 'standard-21', isFinal },
      }),
      201,
    );
  expect(
    await sumOf("select sum(e.amount_cents) sum from ledger_entry e where e.source_type = 'order'"),
  ).toBe(NETWORK / 2);
  expect(
    await sumOf(
      "select sum(e.amount_cents) sum from ledger_entry e where e.commitment_id = $1 and e.kind = 'commitment'",
      [order.id],
    ),
  ).toBe(0);
});

test('6. finance closes 2016: the statement is what was paid, on the page, in the file and in plain SQL', async () => {
  app.clock.set('2017-02-01T09:00:00Z');
  await app.work();
  body(await finance.post(`/statements/2016/grants/${grant}/final`, { isFinal: true }), 204);
  body(await secondFinance.post('/statements/2016/closure'), 200);
  const spent = TRAININGS - 20_000 + 1_900_000;
  expect(await sumOf("select sum(amount_cents) sum from ledger_entry where kind = 'realisation'")).toBe(
    spent,
  );
  expect(await sumOf("select sum(amount_cents) sum from ledger_entry where kind = 'commitment'")).toBe(0);
  expect(await sumOf('select sum(amount_cents) sum from realisation')).toBe(spent);
  const statement = await finance.get('/statements/2016');
  expect(statement.text).toContain(String(spent));
  const pages = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
  const euros = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(spent / 100);
  const page = (await pages.get('/accountability/2016')).text;
  expect(page).toContain(euros);
  expect(page).toContain('Netwerkregie: 8 maart 2016 tot en met 31 december 2016');
  const csv = await pages.get('/accountability/2016/files/csv');
  expect(csv.text).toContain(euros.replaceAll('.', ''));
  const standing = await sumOf(
    `select sum(b.amount_cents) - (select sum(amount_cents) from ledger_entry) sum from grant_line_budget b`,
  );
  expect(standing).toBe(TRAININGS + NETWORK / 2 - spent);
});
