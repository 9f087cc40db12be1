import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { oneDayForm, quotaFields } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let earlier: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  const planned = await coordinator.post('/sessions/new', {
    ...oneDayForm(region, { capacity: '12', minimum: '5', price: '1234,00', 'parts.1.startTime': '14:15' }),
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
    ...{ capacity: '12', minimum: '5', price: '1234,00', payerMunicipalityId: region.municipalities.Almere },
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

test('a session of another course is no example', async () => {
  const session = await createSession(app.database, region);
  expect((await formLike(session, region.courses.advanced)).status).toBe(404);
});

test('a course without sessions offers no example', async () => {
  const form = await coordinator.get(`/sessions/new?course=${region.courses.followUp}`);
  expect(form.text).not.toContain('name="like"');
});
