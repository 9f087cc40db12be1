import { demandOf } from '../../src/demand/demand.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createInterested, demandFor, numbersOf } from '../support/demand.js';
import { enrol } from '../support/enrolment.js';
import { createGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let contact: ApiClient;
let screen: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  screen = await signIn(app, account.email);
  coordinator = await apiClient(app, region.id, account.id);
  const { id } = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  contact = await apiClient(app, region.id, id);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate session, interest cascade');
});

/** A session of one seat that is taken, so that whoever comes next waits. */
async function fullSession(date = '2026-11-12'): Promise<string> {
  const session = await createSession(app.database, region, { capacity: 1, date });
  await enrol(app, region, await createProfessional(app.database, region, 'Urk'), session);
  return session;
}

const all = async () => numbersOf(await demandFor(coordinator, region));

test('who waits in two sessions and also wants to hear of a date is one person who waits', async () => {
  const person = await createInterested(app, region, 'Almere');
  await enrol(app, region, person, await fullSession('2026-11-12'));
  await enrol(app, region, person, await fullSession('2026-11-19'));
  expect(await all()).toEqual([{ municipality: 'Almere', waiting: 1, interested: 0, polled: 0, demand: 1 }]);
});

test('people who wait and people who want to hear of a date add up, per municipality', async () => {
  await createInterested(app, region, 'Almere');
  await createInterested(app, region, 'Dronten');
  const waits = await createProfessional(app.database, region, 'Almere');
  await enrol(app, region, waits, await fullSession());
  expect(await all()).toEqual([
    { municipality: 'Almere', waiting: 1, interested: 1, polled: 0, demand: 2 },
    { municipality: 'Dronten', waiting: 0, interested: 1, polled: 0, demand: 1 },
  ]);
});

test('who waits in one session and has a seat in another is not counted', async () => {
  const person = await createProfessional(app.database, region, 'Almere');
  await enrol(app, region, person, await fullSession('2026-11-12'));
  await enrol(app, region, person, await createSession(app.database, region, { date: '2026-11-26' }));
  expect(await all()).toEqual([]);
});

test('who waits is not counted any more once the session has begun', async () => {
  const person = await createProfessional(app.database, region, 'Almere');
  await enrol(app, region, person, await fullSession('2026-11-12'));
  app.clock.set('2026-11-12T10:00:00Z');
  expect(await all()).toEqual([]);
});

test('a course that is given no more is left out', async () => {
  await createInterested(app, region, 'Almere');
  await app.database.owner.query('update course set is_active = false where id = $1', [region.courses.basic]);
  expect(await all()).toEqual([]);
  await app.database.owner.query('update course set is_active = true');
});

test('beside the demand stand the trainings that are left this year and later', async () => {
  await createInterested(app, region, 'Almere');
  await createInterested(app, region, 'Urk');
  const years = [
    { year: 2025, trainings: { Almere: 9 } },
    { year: 2026, trainings: { Almere: 3 } },
    { year: 2027, trainings: { Almere: 2 } },
  ];
  for (const plan of years) await createGrant(app.database, region, plan);
  const left = (await demandFor(coordinator, region)).map(({ allotmentLeft }) => allotmentLeft);
  expect(left).toEqual([5, null]);
  expect((await demandFor(contact, region))[0]!.allotmentLeft).toBe(5);
});

test('a contact sees the demand of the own municipality only', async () => {
  await createInterested(app, region, 'Almere');
  await createInterested(app, region, 'Dronten');
  const seen = await demandFor(contact, region, `&municipality=${region.municipalities.Dronten}`);
  expect([seen, (await demandFor(contact, region)).length]).toEqual([[], 1]);
});

test('the demand that PostgreSQL sorts by is the one of the rule', async () => {
  for (const town of ['Almere', 'Almere', 'Dronten'] as const) await createInterested(app, region, town);
  for (const line of await demandFor(coordinator, region)) expect(line.demand).toBe(demandOf(line));
});

test('the overview shows, sorts and filters what its address says', async () => {
  await createInterested(app, region, 'Urk');
  await createInterested(app, region, 'Urk');
  await createInterested(app, region, 'Almere');
  const towns = ({ text }: { text: string }) =>
    [...text.matchAll(/<td[^>]*>(Urk|Almere)<\/td>/g)].map(([, town]) => town);
  expect(towns(await screen.get('/demand'))).toEqual(['Urk', 'Almere']);
  expect(towns(await screen.get('/demand?order=municipality'))).toEqual(['Almere', 'Urk']);
  expect(towns(await screen.get(`/demand?municipality=${region.municipalities.Almere}`))).toEqual(['Almere']);
});

test('a download holds what is shown', async () => {
  await createInterested(app, region, 'Urk');
  await createInterested(app, region, 'Almere');
  const csv = await screen.get(`/demand.csv?municipality=${region.municipalities.Urk}`);
  expect(csv.text.trim().split('\r\n').slice(1)).toEqual(['Basistraining;Urk;jongerenwerker;0;1;0;1;;']);
  const xlsx = await screen.get('/demand.xlsx');
  expect(xlsx.type).toContain('spreadsheetml');
});

test('the page of a course names who asks for it, and in what way', async () => {
  const person = await createInterested(app, region, 'Almere', 'Iris Voorbeeld');
  await enrol(app, region, person, await fullSession());
  const { text } = await screen.get(`/demand/courses/${region.courses.basic}`);
  expect(text).toContain('Iris Voorbeeld');
  expect(text).toContain('Wacht op een plaats');
  expect(text).toContain('Wil een datum horen sinds 1 september 2026');
});
