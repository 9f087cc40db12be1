import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { burdensOf, freeOn } from '../support/shares.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: ApiClient;
let page: Client;

// 12 November is 20 days after this one.
beforeEach(async () => {
  app = await startApp({ at: '2026-10-23T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_000_000, Dronten: 500_000 },
    trainings: { Almere: 3 },
  });
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  finance = await apiClient(app, region.id, (await createAccount(app.database, region, 'finance')).id);
  page = await signIn(app, account.email);
});
afterEach(() => app.stop());

const steps = [
  { daysBefore: 28, percentage: 50 },
  { daysBefore: 7, percentage: 100 },
];
const terms = () => `/providers/${region.providerId}/cancellation-terms`;
const free = () => freeOn(app, region, grant.lines.basic, 'Almere');
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

/** A confirmed session of € 2.500,00 on 12 November, with its commitment. */
async function confirmed(): Promise<{ session: string; commitment: string }> {
  const session = await createSession(app.database, region);
  const answer = await coordinator.post(`/sessions/${session}/confirmation`);
  return { session, commitment: String(answer.json()['commitmentId']) };
}
async function callOff(session: string): Promise<void> {
  expect((await page.post(`/sessions/${session}/cancellation`)).location).toBe(`/sessions/${session}`);
  await app.work();
}
const invoice = (commitmentId: string, amountCents: number, isFinal: boolean, number: string) =>
  finance.post('/realisations', {
    ...{ commitmentId, supplier: 'ROR', invoiceNumber: number, invoiceDate: '2026-10-23' },
    ...{ amountCents, vatTreatment: 'exempt', isFinal },
  });

describe('the terms of a provider', () => {
  test('are filled in and shown again, the earliest day first', async () => {
    const answer = await page.post(terms(), {
      ...{ 'steps.0.daysBefore': '7', 'steps.0.percentage': '100' },
      ...{ 'steps.1.daysBefore': '28', 'steps.1.percentage': '50' },
      ...{ 'steps.2.daysBefore': '', 'steps.2.percentage': '' },
    });
    expect(answer.location).toBe('/providers');
    expect((await coordinator.get(terms())).json()).toEqual({ steps });
    expect((await page.get(terms())).text).toMatch(/name="steps\.0\.daysBefore" value="28"/);
  });

  test('come back filled in when half a line is missing', async () => {
    const answer = await page.post(terms(), { 'steps.0.daysBefore': '28', 'steps.0.percentage': '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="28"');
    expect((await coordinator.get(terms())).json()).toEqual({ steps: [] });
  });

  test.each([
    ['a day twice', [steps[0]!, steps[0]!]],
    ['a part that falls', [...steps, { daysBefore: 3, percentage: 10 }]],
    ['more than the price', [{ daysBefore: 3, percentage: 101 }]],
    ['a negative day', [{ daysBefore: -1, percentage: 10 }]],
    ['seven steps', Array.from({ length: 7 }, (_, index) => ({ daysBefore: index, percentage: 10 }))],
  ])('are refused with %s', async (_what, wrong) => {
    expect((await coordinator.post(terms(), { steps: wrong })).status).toBe(400);
    expect((await coordinator.get(terms())).json()).toEqual({ steps: [] });
  });

  test('of another region are not found', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const answer = await coordinator.post(`/providers/${elsewhere.providerId}/cancellation-terms`, { steps });
    expect(answer.status).toBe(404);
  });
});

describe('calling a session off', () => {
  test('without terms says that all of it becomes free, and frees it', async () => {
    const { session } = await confirmed();
    expect(read((await page.get(`/sessions/${session}/cancellation`)).text)).toContain(
      'Van de vastgelegde kosten komt € 2.500,00 (voorbeeld) weer vrij.',
    );
    await callOff(session);
    expect(await free()).toBe(1_000_000);
  });

  test('says what stays owed, and keeps that reserved until its invoice', async () => {
    await coordinator.post(terms(), { steps });
    const { session, commitment } = await confirmed();
    expect(read((await page.get(`/sessions/${session}/cancellation`)).text)).toContain(
      'blijft 50% van de prijs verschuldigd. Daarvan blijft € 1.250,00 (voorbeeld) vastgelegd tot de factuur; € 1.250,00 (voorbeeld) komt weer vrij.',
    );
    await callOff(session);
    expect(await free()).toBe(875_000);
    const used = await app.database.owner.query('select from allotment_use');
    expect(used.rowCount).toBe(0);

    expect((await invoice(commitment, 120_000, true, 'F-1')).status).toBe(201);
    expect(await free()).toBe(880_000);
  });

  test('looks at the day on which that was done, however late the job runs, and once', async () => {
    await coordinator.post(terms(), { steps });
    const { session } = await confirmed();
    await page.post(`/sessions/${session}/cancellation`);
    app.clock.set(new Date('2026-11-10T08:00:00Z'));
    await app.work();
    expect(await free()).toBe(875_000);
    await app.database.owner.query(
      "update job set status = 'waiting', woken_at = null where name = 'grants.release-commitment'",
    );
    await app.work();
    expect(await free()).toBe(875_000);
  });

  test('takes off what was invoiced before', async () => {
    await coordinator.post(terms(), { steps });
    const { session, commitment } = await confirmed();
    await invoice(commitment, 100_000, false, 'F-1');
    await callOff(session);
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 25000 spent 100000']);
  });

  test('settles a commitment of which more was invoiced than is owed', async () => {
    await coordinator.post(terms(), { steps });
    const { session, commitment } = await confirmed();
    await invoice(commitment, 130_000, false, 'F-1');
    await callOff(session);
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 0 spent 130000']);
    expect((await invoice(commitment, 1, true, 'F-2')).status).toBe(409);
  });

  test('shares what stays owed as the cost was shared', async () => {
    await coordinator.post(terms(), { steps });
    const session = await createSession(app.database, region, { quotas: { Almere: 2, Dronten: 1 } });
    await coordinator.post(`/sessions/${session}/sharing`, { key: 'reserved' });
    await coordinator.post(`/sessions/${session}/confirmation`);
    await callOff(session);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 83333 spent 0',
      'Dronten reserved 41667 spent 0',
    ]);
  });

  test('of a session that was not confirmed says nothing of money', async () => {
    const session = await createSession(app.database, region);
    expect((await page.get(`/sessions/${session}/cancellation`)).text).not.toContain('vastgelegd');
  });
});
