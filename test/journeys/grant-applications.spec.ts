import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant } from '../support/grants.js';
import {
  createAccount,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';
import { uploadFile } from '../support/upload.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let finance: Client;
let api: ApiClient;

beforeEach(async () => {
  app = await startApp({ at: '2026-03-02T09:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  const money = await createAccount(app.database, region, 'finance');
  finance = await signIn(app, money.email);
  api = await apiClient(app, region.id, money.id);
});
afterEach(() => app.stop());

const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');
const facts = (more: object = {}) => ({
  ...{ reference: '2026-001', title: 'Versterkingsgelden lokale aanpak' },
  ...{ leadMunicipalityId: region.municipalities.Almere, firstYear: '2026', lastYear: '', ...more },
});
/** Begins an application in the form and answers its address. */
async function begin(more: object = {}): Promise<string> {
  const answer = await coordinator.post('/grant-applications', facts(more));
  return answer.location!;
}
/** What is asked per municipality, as the form sends it. */
const shares = (asked: Partial<Record<MunicipalityName, string>>) =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([town, value], index) => [
      [`shares.${index}.municipalityId`, region.municipalities[town as MunicipalityName]],
      [`shares.${index}.asked`, value],
    ]),
  );
const trainings = (version: number, asked: Partial<Record<MunicipalityName, string>>, more: object = {}) => ({
  ...{ version: String(version), year: '2026', courseId: region.courses.basic, priceCents: '2.750,00' },
  ...shares(asked),
  ...more,
});
const amounts = (version: number, asked: Partial<Record<MunicipalityName, string>>, more: object = {}) => ({
  ...{ version: String(version), year: '2026', title: 'Netwerkregisseur', paidBy: 'grant' },
  ...shares(asked),
  ...more,
});
/** An application of 3 trainings for Almere and 2 for Dronten, 10,000 euros for a network and 2,500 of their own, submitted. */
async function submitted(): Promise<string> {
  const address = await begin();
  await coordinator.post(
    `${address}/lines?kind=trainings`,
    trainings(1, { Almere: '3', Dronten: '2', Urk: '' }),
  );
  await coordinator.post(`${address}/lines?kind=amounts`, amounts(2, { Almere: '10.000' }));
  const own = { title: 'Zaalhuur', paidBy: 'own' };
  await coordinator.post(`${address}/lines?kind=amounts`, amounts(3, { Almere: '2.500' }, own));
  await coordinator.post(`${address}/submission`, { version: '4', submittedOn: '28-1-2026' });
  return address;
}
const award = (more: object = {}) => ({
  ...{ decisionNumber: 'VG-2026', decidedOn: '2-3-2026', amountCents: '23.750,00' },
  ...{
    'granted.l0.m0': '3',
    'granted.l0.m1': '2',
    'granted.l1.m0': '10.000,00',
    'granted.l2.m0': '2.500,00',
  },
  ...more,
});
const rows = async (sql: string) =>
  (await app.database.owner.query<{ line: string }>(sql)).rows.map(({ line }) => line);
const budgets = () =>
  rows(`select l.year || ' ' || l.code || ' ' || coalesce(l.course_level, '-') || ' ' || l.paid_by || ' ' || m.name || ' ' || b.amount_cents line
    from grant_line_budget b join grant_line l on l.id = b.grant_line_id join municipality m on m.id = b.municipality_id order by 1`);
const allotments = () =>
  rows(
    `select a.year || ' ' || m.name || ' ' || a.trainings line from allotment a join municipality m on m.id = a.municipality_id order by 1`,
  );

describe('drawing up an application', () => {
  test('adds up what is asked, per municipality and apart from what municipalities put in themselves', async () => {
    const address = await submitted();
    const page = words((await coordinator.get(address)).text);
    expect(page).toContain('Gevraagd van het Rijk € 23.750,00');
    expect(page).toContain('Eigen bijdrage € 2.500,00');
    expect(page).toContain('Almere € 18.250,00 € 2.500,00');
    expect(page).toContain('Dronten € 5.500,00 € 0,00');
    expect(page).toContain('ingediend 28 januari 2026');
  });

  test('changes a line in place, and takes one away', async () => {
    const address = await begin();
    await coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '3' }));
    const [line] = await rows('select id::text line from application_line');
    const form = await coordinator.get(`${address}/lines/${line}`);
    expect(form.text).toContain('value="2750,00"');
    await coordinator.post(`${address}/lines/${line}`, trainings(2, { Almere: '5' }));
    expect(words((await coordinator.get(address)).text)).toContain('€ 13.750,00');
    await coordinator.post(`${address}/lines/${line}/removal`, { version: '3' });
    expect(words((await coordinator.get(address)).text)).toContain('Er is nog niets ingevuld.');
  });

  test('for several years asks per year', async () => {
    const address = await begin({ lastYear: '2027' });
    await coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '1' }));
    await coordinator.post(
      `${address}/lines?kind=trainings`,
      trainings(2, { Almere: '2' }, { year: '2027' }),
    );
    const page = words((await coordinator.get(address)).text);
    expect(page).toContain('2026 tot en met 2027');
    expect(page).toContain('Gevraagd van het Rijk € 8.250,00');
    const refused = await coordinator.post(address, { ...facts({ lastYear: '2026' }), version: '3' });
    expect(refused.text).toContain('Haal eerst weg wat de aanvraag in dat jaar vraagt');
  });

  test('throws a draft away, with what it asked', async () => {
    const address = await begin();
    await coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '3' }));
    await coordinator.post(`${address}/removal`, { version: '2' });
    expect(await rows('select id::text line from grant_application')).toEqual([]);
    expect(await rows('select line_id::text line from application_share')).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['with a price of 31 digits', { priceCents: '1'.repeat(31) }, 'Prijs van één training'],
    ['with a price of nothing', { priceCents: '0' }, 'Prijs van één training'],
    ['with a negative number', { 'shares.0.asked': '-3' }, 'Aantal trainingen voor Almere'],
    ['with nothing for anybody', { 'shares.0.asked': '' }, 'Vul voor ten minste één gemeente'],
    ['of a year outside the application', { year: '2027' }, 'Kies een jaar van de aanvraag'],
    ['of a course that is not there', { courseId: '0192f3a0-0000-7000-8000-000000000001' }, 'Kies een jaar'],
  ])('refuses a line %s, says what to do and keeps what was filled in', async (_what, wrong, told) => {
    const address = await begin();
    const refused = await coordinator.post(
      `${address}/lines?kind=trainings`,
      trainings(1, { Almere: '3' }, wrong),
    );
    expect(refused.status).toBe(400);
    expect(words(refused.text)).toContain(told);
    expect(await rows('select id::text line from application_line')).toEqual([]);
  });

  test('refuses the same course in one year twice, and a reference that is taken', async () => {
    const address = await begin();
    await coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '3' }));
    const twice = await coordinator.post(`${address}/lines?kind=trainings`, trainings(2, { Urk: '1' }));
    expect(twice.text).toContain('staat voor dit jaar al in de aanvraag');
    const taken = await coordinator.post('/grant-applications', facts({ reference: '2026-001' }));
    expect(taken.text).toContain('Er is al een aanvraag met dit kenmerk.');
    expect(await rows('select count(*)::text line from grant_application')).toEqual(['1']);
  });

  test('does not lose what somebody else filled in meanwhile', async () => {
    const address = await begin();
    const answers = await Promise.all([
      coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '3' })),
      finance.post(`${address}/lines?kind=amounts`, amounts(1, { Almere: '100' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)!.text).toContain('Iemand anders');
    expect(await rows('select count(*)::text line from application_line')).toEqual(['1']);
    const again = answers[0].status === 409 ? trainings(2, { Almere: '3' }) : amounts(2, { Almere: '100' });
    expect(answers.find(({ status }) => status === 409)!.text).toContain('name="version" value="2"');
    const kind = answers[0].status === 409 ? 'trainings' : 'amounts';
    expect((await coordinator.post(`${address}/lines?kind=${kind}`, again)).status).toBe(303);
  });
});

describe('an application that was submitted', () => {
  test('stays as it was, on the page and in the database', async () => {
    const address = await submitted();
    const refused = await coordinator.post(`${address}/lines?kind=trainings`, trainings(5, { Urk: '1' }));
    expect(refused.text).toContain('Wat is ingediend, verandert niet meer.');
    const stays = { constraint: 'application_stays_as_submitted' };
    for (const edit of [
      "update grant_application set title = 'anders'",
      'delete from grant_application',
      'update application_line set price_cents = 1',
      'delete from application_share',
    ])
      await expect(app.database.owner.query(edit)).rejects.toMatchObject(stays);
  });

  test('that asks nothing cannot be submitted, nor one in the future', async () => {
    const address = await begin();
    const empty = await coordinator.post(`${address}/submission`, { version: '1', submittedOn: '28-1-2026' });
    expect(empty.text).toContain('Voeg eerst trainingen of een andere post toe.');
    await coordinator.post(`${address}/lines?kind=trainings`, trainings(1, { Almere: '3' }));
    const early = await coordinator.post(`${address}/submission`, { version: '2', submittedOn: '3-3-2026' });
    expect(early.status).toBe(400);
    expect(await rows('select 1::text line from grant_application where submitted_on is not null')).toEqual(
      [],
    );
  });

  test('is awarded in full: the budget and the trainings follow from it', async () => {
    const address = await submitted();
    const form = await finance.get(`${address}/decision`);
    expect(form.text).toContain('value="23750,00"');
    const done = await finance.follow(await finance.post(`${address}/award`, award()));
    expect(words(done.text)).toContain('Toegekend € 23.750,00');
    expect(await budgets()).toEqual([
      '2026 netwerkregisseur - grant Almere 1000000',
      '2026 trainingen-basis basic grant Almere 825000',
      '2026 trainingen-basis basic grant Dronten 550000',
      '2026 zaalhuur - own Almere 250000',
    ]);
    expect(await allotments()).toEqual(['2026 Almere 3', '2026 Dronten 2']);
    const session = await createSession(app.database, region, { date: '2026-11-12' });
    const confirmed = await coordinator.post(`/sessions/${session}/confirmation`);
    expect(confirmed.status).toBe(303);
  });

  test('is awarded in part, and the rest of the award stays to be divided', async () => {
    const address = await submitted();
    const part = { amountCents: '15.000', 'granted.l0.m1': '0', 'granted.l1.m0': '5.000' };
    await finance.post(`${address}/award`, award(part));
    expect(await allotments()).toEqual(['2026 Almere 3']);
    const budget = words((await finance.get('/budget?year=2026')).text);
    expect(budget).toContain('€ 15.000,00 € 13.250,00 € 1.750,00');
    expect(budget).toContain('Zaalhuur (eigen bijdrage)');
  });

  test('keeps the letter of the award with its first decision, and changes by decisions only from then on', async () => {
    const address = await submitted();
    await finance.post(`${address}/award`, award());
    const [grant] = await rows('select id::text line from grant_award');
    const decisions = await finance.get(`/grants/${grant}/decisions`);
    expect(words(decisions.text)).toContain('Toekenning');
    const [decision] = await rows("select id::text line from grant_decision where kind = 'award'");
    await uploadFile(
      finance,
      `/grant-decisions/${decision}/documents`,
      'beschikking.pdf',
      '%PDF-1.7\nvoorbeeld\n%%EOF',
    );
    expect((await finance.get(`/grant-decisions/${decision}`)).text).toContain('beschikking.pdf');
    await expect(app.database.owner.query('update grant_award set amount_cents = 1')).rejects.toThrow(
      'by a decision',
    );
  });

  test.each<[string, object, string]>([
    ['less than it divides', { amountCents: '23.749,99' }, 'Samen verdeelt u € 23.750,00.'],
    [
      'on a day before it was sent',
      { decidedOn: '27-1-2026' },
      'op of na de dag waarop de aanvraag is verstuurd',
    ],
    ['tomorrow', { decidedOn: '3-3-2026' }, 'Leg een besluit vast als het genomen is.'],
    ['an amount of 31 digits', { amountCents: '1'.repeat(31) }, 'Toegekend bedrag'],
    ['more trainings than were asked', { 'granted.l0.m0': '4' }, 'vult u meer in dan is gevraagd'],
    ['a negative number of trainings', { 'granted.l0.m0': '-1' }, 'Almere'],
  ])('is not awarded %s', async (_what, wrong, told) => {
    const address = await submitted();
    const refused = await finance.post(`${address}/award`, award(wrong));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(words(refused.text)).toContain(told);
    expect(await rows('select id::text line from grant_award')).toEqual([]);
  });

  test('is not awarded under a number that another grant has, nor twice by two at once', async () => {
    await createGrant(app.database, region, { year: 2025, decision: 'VG-2026' });
    const address = await submitted();
    const taken = await finance.post(`${address}/award`, award());
    expect(taken.text).toContain('Er is al een subsidie met beschikking VG-2026.');
    const both = await Promise.all(
      ['VG-A', 'VG-B'].map((decisionNumber) => finance.post(`${address}/award`, award({ decisionNumber }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(
      await rows("select count(*)::text line from grant_award where decision_number like 'VG-_'"),
    ).toEqual(['1']);
  });

  test('can be refused, and is awarded no more after that', async () => {
    const address = await submitted();
    const done = await finance.follow(await finance.post(`${address}/refusal`, { refusedOn: '1-3-2026' }));
    expect(words(done.text)).toContain('afgewezen 1 maart 2026');
    expect((await finance.post(`${address}/award`, award())).status).toBe(409);
  });

  test('is decided on by finance, not by the coordinator', async () => {
    const address = await submitted();
    expect((await coordinator.get(address)).text).not.toContain(`${address}/decision`);
    expect((await coordinator.post(`${address}/award`, award())).status).toBe(403);
  });
});

describe('what municipalities put in themselves', () => {
  test('is spent like a budget, is not money of the grant, and is not in the statement', async () => {
    const address = await submitted();
    await finance.post(`${address}/award`, award());
    const [own] = await rows("select id::text line from grant_line where paid_by = 'own'");
    const [network] = await rows("select id::text line from grant_line where code = 'netwerkregisseur'");
    const cost = (grantLineId: string | undefined, number: string) =>
      api.post('/realisations', {
        ...{ grantLineId, municipalityId: region.municipalities.Almere, supplier: 'Voorbeeldzaal' },
        ...{ invoiceNumber: number, invoiceDate: '2026-03-01', costDate: '2026-03-01', amountCents: 10_000 },
        vatTreatment: 'exempt',
      });
    await cost(own, 'Z-1');
    await cost(network, 'N-1');
    const statement = (await api.get('/statements/2026')).json() as { grants: { spentCents: number }[] };
    expect(JSON.stringify(statement)).toContain('10000');
    expect(JSON.stringify(statement)).not.toContain('20000');
    const [grant] = await rows('select id::text line from grant_award');
    const decided = { reference: 'Overleg', decidedOn: '2026-03-01', reason: 'Zo besloten.', courseId: null };
    const at = (line: string | undefined) => ({
      grantLineId: line,
      municipalityId: region.municipalities.Almere,
    });
    const shift = { ...decided, trainings: 0, amountCents: 10_000 };
    const mixed = await api.post(`/grants/${grant}/shifts`, { ...shift, from: at(network), to: at(own) });
    expect(mixed.text).toContain('De eigen bijdrage is geen geld van de subsidie');
    const more = await api.post(`/grants/${grant}/shifts`, { ...shift, from: null, to: at(own) });
    expect(more.status).toBe(201);
    expect(await budgets()).toContain('2026 zaalhuur - own Almere 260000');
  });
});

test('another system draws up, submits and awards an application, each step by the version that it read', async () => {
  const made = (
    await api.post('/grant-applications', { ...facts(), firstYear: 2026, lastYear: 2026 })
  ).json();
  const path = `/grant-applications/${String(made['id'])}`;
  const line = {
    ...{ year: 2026, course: { id: region.courses.basic, priceCents: 275_000 } },
    shares: [{ municipalityId: region.municipalities.Almere, asked: 3 }],
  };
  const added = await api.post(`${path}/lines`, line, { 'if-match': '"1"' });
  expect([added.status, added.headers.get('etag')]).toEqual([201, '"2"']);
  expect((await api.post(`${path}/lines`, line, { 'if-match': '"1"' })).status).toBe(412);
  expect((await api.post(`${path}/lines`, line)).status).toBe(428);
  const sent = await api.post(`${path}/submission`, { submittedOn: '2026-01-28' }, { 'if-match': '"2"' });
  const item = sent.json() as { status: string; askedCents: number; lines: { id: string }[] };
  expect([item.status, item.askedCents]).toEqual(['submitted', 825_000]);
  const granted = [{ lineId: item.lines[0]!.id, municipalityId: region.municipalities.Almere, granted: 2 }];
  const decided = { decisionNumber: 'VG-2026', decidedOn: '2026-03-01', amountCents: 600_000, granted };
  expect((await api.post(`${path}/award`, decided)).status).toBe(201);
  expect(await allotments()).toEqual(['2026 Almere 2']);
  expect(((await api.get('/grant-applications')).json() as { items: object[] }).items).toMatchObject([
    { status: 'awarded', reference: '2026-001' },
  ]);
});
