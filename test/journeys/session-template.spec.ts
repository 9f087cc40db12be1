import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { giveUnusualTerms, oneDayForm, quotaFields, termsOf } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;
let earlier: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  const planned = await coordinator.post('/sessions/new', {
    ...oneDayForm(region, {
      capacity: '12',
      minimum: '5',
      priceCents: '1234,00',
      'parts.1.startTime': '14:15',
    }),
    ...quotaFields(region, { Urk: 3 }),
  });
  earlier = planned.location!.split('/').at(-1)!;
});
afterAll(() => app.stop());

const formLike = (session: string, course = region.courses.basic) =>
  coordinator.get(`/sessions/new?course=${course}&like=${session}`);

/** What the fields of the form hold, by name. */
function valuesIn(html: string): Record<string, string> {
  const [, form = ''] = /<form class="ll-form"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  const inputs = [...form.matchAll(/<input [^>]*name="([^"]*)"[^>]*>/g)].map(([input, name]) => [
    name!,
    /value="([^"]*)"/.exec(input)?.[1] ?? '',
  ]);
  const selects = [...form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name, options]) => [name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? ''],
  );
  return Object.fromEntries([...inputs, ...selects]) as Record<string, string>;
}

test('a new session can be filled in like an earlier one of the course, but for the dates', async () => {
  const offered = await coordinator.get(`/sessions/new?course=${region.courses.basic}`);
  expect(offered.text).toContain('12 november 2026, Voorbeeldzaal');
  expect(valuesIn((await formLike(earlier)).text)).toMatchObject({
    ...{
      capacity: '12',
      minimum: '5',
      priceCents: '1234,00',
      payerMunicipalityId: region.municipalities.Almere,
    },
    ...{ 'parts.0.date': '', 'parts.0.startTime': '09:30', 'parts.0.roomId': region.roomId },
    ...{ 'parts.0.trainerIds.0': region.trainerId, 'parts.1.date': '', 'parts.1.startTime': '14:15' },
    ...{ 'quotas.4.seats': '3', releaseOn: '', decideOn: '' },
  });
});

test('what was filled in so can be scheduled with only the dates added', async () => {
  const values = valuesIn((await formLike(earlier)).text);
  const dates = { 'parts.0.date': '24-11-2026', 'parts.1.date': '24-11-2026' };
  const answer = await coordinator.post('/sessions/new', { ...values, ...dates, then: 'schedule' });
  expect(answer.status).toBe(303);
});

test('how people come and go is taken over too, and said, also after the form came back', async () => {
  await giveUnusualTerms(app, region, api, earlier);
  const form = await formLike(earlier);
  expect(form.text).toContain('6 dagen voor de eerste dag');
  const values = valuesIn(form.text);
  const dates = { 'parts.0.date': '26-11-2026', 'parts.1.date': '26-11-2026' };
  const again = await coordinator.post('/sessions/new', {
    ...values,
    ...dates,
    capacity: '',
    then: 'schedule',
  });
  expect([again.status, again.text.includes('6 dagen voor de eerste dag')]).toEqual([400, true]);
  const filled = { ...valuesIn(again.text), capacity: '14', then: 'schedule' };
  const made = await coordinator.post('/sessions/new', filled);
  expect(await termsOf(app, made.location!.split('/').at(-1)!)).toEqual(await termsOf(app, earlier));
});

test('fewer seats than are held for others in the earlier session are refused', async () => {
  const values = valuesIn((await formLike(earlier)).text);
  const dates = { 'parts.0.date': '27-11-2026', 'parts.1.date': '27-11-2026' };
  const small = { capacity: '5', minimum: '2', then: 'schedule' };
  const answer = await coordinator.post('/sessions/new', { ...values, ...dates, ...small });
  expect([answer.status, answer.text.includes('6')]).toEqual([400, true]);
});

test('a session of another course is no example', async () => {
  const session = await createSession(app.database, region);
  expect((await formLike(session, region.courses.advanced)).status).toBe(404);
});

test('a course without sessions offers no example', async () => {
  const form = await coordinator.get(`/sessions/new?course=${region.courses.followUp}`);
  expect(form.text).not.toContain('name="like"');
});
