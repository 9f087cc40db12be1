import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, standingOf, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let api: ApiClient;
let finance: Client;
let email: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { basic: { Almere: 10_000_000, Urk: 260_000 } });
  coordinator = await apiClient(
    app,
    region.id,
    (await createAccount(app.database, region, 'coordinator')).id,
  );
  const account = await createAccount(app.database, region, 'finance');
  api = await apiClient(app, region.id, account.id);
  email = account.email;
  finance = await signIn(app, email);
});
afterAll(() => app.stop());

const standing = (town: 'Almere' | 'Urk' = 'Almere') =>
  standingOf(app.database, grant.lines.basic, region.municipalities[town]);

/** A confirmed session of € 2.500,00, and its commitment. */
async function commitment(payer: 'Almere' | 'Urk' = 'Almere', date?: string): Promise<string> {
  const session = await createSession(app.database, region, { payer, ...(date ? { date } : {}) });
  const answer = await coordinator.post(`/sessions/${session}/confirmation`);
  return String(answer.json()['commitmentId']);
}

let numbers = 0;
const invoice = (more: Record<string, string> = {}) => ({
  supplier: 'ROR',
  invoiceNumber: `F-${++numbers}`,
  invoiceDate: '2026-11-18',
  amountCents: '2.500,00',
  vatTreatment: 'exempt',
  isFinal: 'on',
  ...more,
});
const partial = (amountCents: string) => {
  const { isFinal: _final, ...rest } = invoice({ amountCents });
  return rest;
};
const invoices = async () => (await app.database.owner.query('select from realisation')).rowCount;

describe('recording an invoice', () => {
  test('begins with the provider and the VAT treatment of the course', async () => {
    const page = await finance.get(`/commitments/${await commitment()}/invoice`);
    expect(page.text).toContain('value="ROR"');
    expect(page.text).toMatch(/value="exempt" checked/);
    expect(page.text).toMatch(/type="checkbox" name="isFinal" value="on" checked/);
  });

  test('turns the commitment into a realisation and takes it off the open list', async () => {
    const before = await standing();
    const id = await commitment();
    expect((await finance.get('/commitments')).text).toContain(`/commitments/${id}/invoice`);
    const answer = await finance.post(`/commitments/${id}/invoice`, invoice());
    expect((await finance.follow(answer)).text).toContain('De factuur is geboekt.');
    expect((await finance.get('/commitments')).text).not.toContain(`/commitments/${id}/invoice`);
    expect(await standing()).toEqual({ ...before, realised: before.realised + 250_000 });
  });

  test('keeps the rest open after a partial invoice, and frees it after the final one', async () => {
    const before = await standing();
    const id = await commitment();
    await finance.post(`/commitments/${id}/invoice`, partial('1.000'));
    expect(await standing()).toMatchObject({
      committed: before.committed + 150_000,
      realised: before.realised + 100_000,
    });
    await finance.post(`/commitments/${id}/invoice`, invoice({ amountCents: '1.200,25' }));
    expect(await standing()).toMatchObject({
      committed: before.committed,
      realised: before.realised + 220_025,
    });
  });

  test('above the commitment takes the difference from what is free, and no more', async () => {
    const id = await commitment('Urk');
    const refused = await finance.post(`/commitments/${id}/invoice`, invoice({ amountCents: '2.600,01' }));
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Van de verplichting staat');
    expect(refused.text).toContain('value="2.600,01"');
    expect(await standing('Urk')).toMatchObject({ committed: 250_000, realised: 0 });
    await finance.post(`/commitments/${id}/invoice`, invoice({ amountCents: '2.600,00' }));
    expect(await standing('Urk')).toMatchObject({ committed: 0, realised: 260_000 });
  });

  test('the same number of the same supplier is refused, in whatever capitals', async () => {
    const [first, second] = [await commitment(), await commitment()];
    const once = invoice();
    await finance.post(`/commitments/${first}/invoice`, once);
    const again = await finance.post(`/commitments/${second}/invoice`, {
      ...once,
      supplier: 'ror',
      invoiceNumber: once.invoiceNumber.toLowerCase(),
    });
    expect(again.status).toBe(400);
    expect(again.text).toContain('Deze leverancier heeft al een factuur met dit nummer.');
  });

  test('pressed twice at once is recorded once', async () => {
    const id = await commitment();
    const before = await standing();
    const twice = invoice();
    const answers = await Promise.all([1, 2].map(() => finance.post(`/commitments/${id}/invoice`, twice)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await standing()).realised).toBe(before.realised + 250_000);
  });

  test('after the final invoice is refused, and the form says why', async () => {
    const id = await commitment();
    await finance.post(`/commitments/${id}/invoice`, invoice());
    expect((await finance.post(`/commitments/${id}/invoice`, invoice())).status).toBe(409);
    expect((await finance.get(`/commitments/${id}/invoice`)).text).toContain(
      'Deze verplichting is afgerond.',
    );
  });

  test('after the session was called off is refused', async () => {
    const session = await createSession(app.database, region);
    const id = String((await coordinator.post(`/sessions/${session}/confirmation`)).json()['commitmentId']);
    await coordinator.post(`/sessions/${session}/cancellation`);
    await app.work();
    expect((await finance.post(`/commitments/${id}/invoice`, invoice())).status).toBe(409);
  });

  test('names its decision on the form and in the list, which adds up', async () => {
    const id = await commitment();
    expect((await finance.get(`/commitments/${id}/invoice`)).text).toContain('Beschikking B-2026 (2026)');
    const list = (await finance.get('/commitments')).text;
    expect(list).toContain('Beschikking B-2026 (2026)');
    const { rows } = await app.database.owner.query<{ open: string }>(
      `select sum(amount_cents)::text open from ledger_entry e where kind = 'commitment'
       and session_id in (select session_id from commitment where settled_at is null)`,
    );
    const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
    expect(list.slice(list.indexOf('<tfoot'))).toContain(euros.format(Number(rows[0]!.open) / 100));
  });
});

describe('a training of December that is invoiced in January', () => {
  afterEach(() => app.clock.set('2026-11-20T10:00:00Z'));

  test('is spent in the year of the training, and the ledger keeps both dates', async () => {
    const id = await commitment('Almere', '2026-12-17');
    const before = await standing();
    app.clock.set('2027-01-20T10:00:00Z');
    const later = await signIn(app, email);
    const form = (await later.get(`/commitments/${id}/invoice`)).text;
    expect(form).toContain('De factuur mag van na het subsidiejaar zijn.');
    expect(form).toContain('17 december 2026');
    const sent = invoice({ invoiceDate: '2027-01-14' });
    expect((await later.post(`/commitments/${id}/invoice`, sent)).status).toBe(303);
    expect((await standing()).realised).toBe(before.realised + 250_000);
    const entries = (await api.get('/ledger-entries?year=2026&kind=realisation&pageSize=1')).json();
    expect(entries).toMatchObject({ items: [{ bookedOn: '2027-01-14', costDate: '2026-12-17' }] });
  });
});

describe('an invoice that is not right', () => {
  test.each([
    ['31 digits', { amountCents: '1'.repeat(31) }, 'Vul een bedrag in, bijvoorbeeld 1.234,50.'],
    ['a negative amount', { amountCents: '-5,00' }, 'Vul een bedrag hoger dan 0 in.'],
    ['nothing to pay', { amountCents: '0,00' }, 'Vul een bedrag hoger dan 0 in.'],
    ['words for an amount', { amountCents: 'veel' }, 'Vul een bedrag in, bijvoorbeeld 1.234,50.'],
    ['a date that does not exist', { invoiceDate: '2026-02-30' }, 'Vul een datum in die bestaat'],
    ['a date to come', { invoiceDate: '2026-11-21' }, 'Vul een datum in tot en met vandaag.'],
    [
      'a date before the grant year',
      { invoiceDate: '2025-12-31' },
      'Deze kosten horen bij het subsidiejaar 2026.',
    ],
    ['no supplier', { supplier: ' ' }, 'Leverancier: Vul dit in.'],
    [
      'a NUL in the number',
      { invoiceNumber: 'F\u00001' },
      'Er staat een teken in dat we niet kunnen bewaren.',
    ],
    ['an unknown VAT treatment', { vatTreatment: 'reverse' }, 'Kies een van de mogelijkheden.'],
  ])('%s is refused with a clear message and nothing is saved', async (_case, wrong, message) => {
    const id = await commitment();
    const before = [await standing(), await invoices()];
    const answer = await finance.post(`/commitments/${id}/invoice`, invoice(wrong));
    expect([answer.status, answer.text.includes(message)]).toEqual([400, true]);
    expect([await standing(), await invoices()]).toEqual(before);
  });

  test('of another region is not found', async () => {
    const elsewhere = await createRegion(app.database, 'Voorbeeldregio');
    const other = await signIn(app, (await createAccount(app.database, elsewhere, 'finance')).email);
    expect((await other.post(`/commitments/${await commitment()}/invoice`, invoice())).status).toBe(404);
  });
});

describe('the API', () => {
  const body = (commitmentId: string) => ({
    commitmentId,
    supplier: 'Voorbeeldleverancier',
    invoiceNumber: `A-${++numbers}`,
    invoiceDate: '2026-11-18',
    amountCents: 200_000,
    vatTreatment: 'standard-21',
  });

  test('records an invoice and tells of it', async () => {
    const id = await commitment();
    const sent = body(id);
    const answer = await api.post('/realisations', sent);
    expect(answer.status).toBe(201);
    const list = (await api.get(`/realisations?q=${sent.invoiceNumber}`)).json();
    expect(list).toMatchObject({ total: 1, items: [{ id: answer.json()['id'], amountCents: 200_000 }] });
    const entries = (await api.get('/ledger-entries?kind=realisation&pageSize=1')).json();
    expect(entries).toMatchObject({ items: [{ amountCents: 200_000, sourceId: answer.json()['id'] }] });
  });

  test('tells what of a commitment is open', async () => {
    const id = await commitment();
    await api.post('/realisations', { ...body(id), isFinal: false });
    const { items } = (await api.get('/commitments?open=true&pageSize=100')).json() as {
      items: { id: string }[];
    };
    expect(items.find((item) => item.id === id)).toMatchObject({ invoicedCents: 200_000, openCents: 50_000 });
  });

  test('takes either a commitment or a line, not both and not none', async () => {
    const { commitmentId, ...rest } = body(await commitment());
    const both = { ...rest, commitmentId, grantLineId: grant.lines.basic };
    expect((await api.post('/realisations', both)).status).toBe(400);
    expect((await api.post('/realisations', rest)).status).toBe(400);
  });

  test('names every fault at once', async () => {
    const answer = await api.post('/realisations', {
      ...body('geen id'),
      amountCents: 1e31,
      invoiceDate: '31-12-2026',
    });
    const { errors } = answer.json() as { errors: { path: string }[] };
    expect([answer.status, new Set(errors.map(({ path }) => path))]).toEqual([
      400,
      new Set(['amountCents', 'commitmentId', 'invoiceDate']),
    ]);
  });

  test('lets only finance record', async () => {
    expect((await coordinator.post('/realisations', body(await commitment()))).status).toBe(403);
  });
});
