import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { freeOn } from '../support/shares.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let api: ApiClient;
let finance: Client;
let coordinator: Client;

beforeEach(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_000_000 },
    network: { Almere: 500_000, Urk: 10_000 },
  });
  const account = await createAccount(app.database, region, 'finance');
  api = await apiClient(app, region.id, account.id);
  finance = await signIn(app, account.email);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterEach(() => app.stop());

const coordinatorApi = async () =>
  apiClient(app, region.id, (await createAccount(app.database, region, 'coordinator')).id);
const free = () => freeOn(app, region, grant.lines.network, 'Almere');
const document = (more: object = {}) => ({
  ...{ grantLineId: grant.lines.network, municipalityId: region.municipalities.Almere },
  ...{ supplier: 'Voorbeeldregie', description: 'Netwerkregisseur, derde kwartaal' },
  ...{ costDate: '2026-09-30', amountCents: 300_000, ...more },
});
const place = async (more: object = {}) =>
  String((await api.post('/commitments/orders', document(more))).json()['id']);
const invoice = (commitmentId: string, amountCents: number, isFinal: boolean, number: string) =>
  api.post('/realisations', {
    ...{ commitmentId, supplier: 'Voorbeeldregie', invoiceNumber: number, invoiceDate: '2026-09-01' },
    ...{ amountCents, vatTreatment: 'standard-21', isFinal },
  });
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
const entries = async () =>
  (
    await app.database.owner.query<{ line: string }>(
      "select source_type || ' ' || kind || ' ' || amount_cents || ' ' || year line from ledger_entry order by id",
    )
  ).rows.map(({ line }) => line);

describe('placing an order', () => {
  test('in the form reserves its amount until its invoices come', async () => {
    const form = await finance.post('/commitments/orders', {
      ...{ grantLineId: grant.lines.network, municipalityId: region.municipalities.Almere },
      ...{ supplier: 'Voorbeeldregie', description: 'Netwerkregisseur', costDate: '30-9-2026' },
      amountCents: '3.000,00',
    });
    expect(read((await finance.follow(form)).text)).toContain('De bestelling is vastgelegd.');
    expect(await free()).toBe(200_000);
    expect(read((await finance.get('/commitments')).text)).toContain(
      'Netwerkregisseur, Voorbeeldregie 30 september 2026 Almere Netwerkregisseur Beschikking B-2026 (2026) € 3.000,00 € 0,00 € 3.000,00',
    );
    expect(read((await finance.get('/ledger?year=2026')).text)).toContain('Verplichting');
  });

  test('above what is free is refused in the form, which keeps what was filled in', async () => {
    const answer = await finance.post('/commitments/orders', {
      ...{ grantLineId: grant.lines.network, municipalityId: region.municipalities.Urk },
      ...{ supplier: 'Voorbeeldregie', description: 'Netwerkregisseur', costDate: '30-9-2026' },
      amountCents: '100,01',
    });
    expect(answer.status).toBe(400);
    expect(read(answer.text)).toContain('€ 0,01 te weinig');
    expect(answer.text).toContain('value="100,01"');
    expect(await entries()).toEqual([]);
  });

  test.each([
    ['of another year', { costDate: '2027-01-01' }, 'cost-outside-grant-year'],
    ['of nothing', { amountCents: 0 }, 'invalid-input'],
    ['of less than nothing', { amountCents: -1 }, 'invalid-input'],
    ['with a price of 31 digits', { amountCents: 1e30 }, 'invalid-input'],
    ['without words', { description: ' ' }, 'invalid-input'],
    [
      'on a line that is not there',
      { grantLineId: '0198f000-0000-7000-8000-000000000000' },
      'no-budget-on-line',
    ],
  ])('%s is refused', async (_what, more, code) => {
    const answer = await api.post('/commitments/orders', document(more));
    expect([answer.status >= 400, String(answer.json()['type'])]).toEqual([
      true,
      expect.stringContaining(code),
    ]);
    expect(await entries()).toEqual([]);
  });

  test('many at once never take more than the budget holds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => api.post('/commitments/orders', document({ amountCents: 200_000 }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    expect(await free()).toBe(100_000);
  });

  test('is for finance', async () => {
    expect((await coordinator.get('/commitments/orders/new')).status).toBe(403);
    expect((await coordinator.get('/commitments')).text).not.toContain('/commitments/orders/');
  });
});

describe('invoices on an order', () => {
  test('take from it in parts, and the final one frees the rest', async () => {
    const order = await place();
    const form = (await finance.get(`/commitments/${order}/invoice`)).text;
    expect(form).toContain('value="Voorbeeldregie"');
    expect(read(form)).toContain('Netwerkregisseur, derde kwartaal');
    expect((await invoice(order, 100_000, false, 'F-1')).status).toBe(201);
    expect(await free()).toBe(200_000);
    const last = await invoice(order, 150_000, true, 'F-2');
    expect(await free()).toBe(250_000);
    expect(await entries()).toEqual([
      'order commitment 300000 2026',
      'invoice commitment -100000 2026',
      'invoice realisation 100000 2026',
      'invoice commitment -200000 2026',
      'invoice realisation 150000 2026',
    ]);
    const shown = read((await finance.get(`/realisations/${String(last.json()['id'])}`)).text);
    expect(shown).toContain('Netwerkregisseur, derde kwartaal');

    await api.post(`/realisations/${String(last.json()['id'])}/credit-note`, {
      ...{ invoiceNumber: 'C-1', invoiceDate: '2026-09-01', amountCents: 50_000, reason: 'amount-wrong' },
    });
    expect(await free()).toBe(300_000);
  });

  test('of after its day wait on the first page of finance', async () => {
    await place();
    expect((await finance.get('/')).text).not.toContain('Netwerkregisseur, derde kwartaal');
    app.clock.set(new Date('2026-09-30T22:00:00Z'));
    const account = await createAccount(app.database, region, 'finance');
    expect((await (await signIn(app, account.email)).get('/')).text).toContain(
      'Netwerkregisseur, derde kwartaal',
    );
  });

  test('stand in the list of what is open when the year is closed', async () => {
    await place();
    expect(read((await finance.get('/accountability/2026/closure')).text)).toContain(
      'Netwerkregisseur, derde kwartaal',
    );
  });
});

describe('cancelling an order', () => {
  test('shows what becomes free, and frees what was not invoiced, once', async () => {
    const order = await place();
    await invoice(order, 100_000, false, 'F-1');
    const shown = read((await finance.get(`/commitments/orders/${order}/cancellation`)).text);
    expect(shown).toContain('Komt weer vrij € 2.000,00');
    const answer = await finance.post(`/commitments/orders/${order}/cancellation`);
    expect(read((await finance.follow(answer)).text)).toContain('De bestelling is geannuleerd.');
    expect(await free()).toBe(400_000);
    expect((await api.post(`/commitments/orders/${order}/cancellation`)).status).toBe(409);
    expect((await invoice(order, 1, true, 'F-2')).status).toBe(409);
    expect(read((await finance.get('/ledger?year=2026')).text)).toContain('bestelling geannuleerd');
  });

  test('by two people at once frees it once', async () => {
    const order = await place();
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.post(`/commitments/orders/${order}/cancellation`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await free()).toBe(500_000);
  });

  test('does not reach the commitment of a session', async () => {
    const session = await createSession(app.database, region);
    const committed = await (await coordinatorApi()).post(`/sessions/${session}/confirmation`);
    const id = String(committed.json()['commitmentId']);
    expect((await api.post(`/commitments/orders/${id}/cancellation`)).status).toBe(404);
    expect((await finance.get(`/commitments/orders/${id}/cancellation`)).status).toBe(404);
  });
});
