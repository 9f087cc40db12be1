import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Client } from '../support/client.js';
import { createGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let finance: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  await createGrant(app.database, region, {
    basic: { Almere: 1_000_000 },
    advanced: { Almere: 500_000 },
  });
  const coordinator = await createAccount(app.database, region, 'coordinator');
  const planner = await apiClient(app, region.id, coordinator.id);
  const account = await createAccount(app.database, region, 'finance');
  finance = await signIn(app, account.email);
  const booking = await apiClient(app, region.id, account.id);
  const session = await createSession(app.database, region);
  const { commitmentId } = (await planner.post(`/sessions/${session}/confirmation`)).json();
  await booking.post('/realisations', {
    ...{ commitmentId, supplier: 'ROR', invoiceNumber: 'F-1', invoiceDate: '2026-11-18' },
    ...{ amountCents: 121_000, vatTreatment: 'exempt', isFinal: false },
  });
});
afterAll(() => app.stop());

const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

test('finance sees what is still open of a commitment, not what was reserved at first', async () => {
  const page = read((await finance.get('/')).text);
  expect(page).toContain('Nog open: € 1.290,00 (voorbeeld)');
  expect(page).not.toContain('€ 2.500,00');
});

test('the first page marks the same amounts as examples as the budget does', async () => {
  const figures = {
    basic: '€ 10.000,00 voorbeeld € 1.290,00 voorbeeld € 1.210,00 € 7.500,00 voorbeeld',
    advanced: '€ 5.000,00 voorbeeld € 0,00 € 0,00 € 5.000,00 voorbeeld',
  };
  const home = read((await finance.get('/')).text);
  const budget = read((await finance.get('/budget?year=2026')).text);
  for (const page of [home, budget]) {
    expect(page).toContain(figures.basic);
    expect(page).toContain(figures.advanced);
  }
});
