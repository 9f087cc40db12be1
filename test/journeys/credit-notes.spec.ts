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

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { basic: { Almere: 10_000_000 } });
  coordinator = await apiClient(
    app,
    region.id,
    (await createAccount(app.database, region, 'coordinator')).id,
  );
  const account = await createAccount(app.database, region, 'finance');
  api = await apiClient(app, region.id, account.id);
  finance = await signIn(app, account.email);
});
afterAll(() => app.stop());

const standing = () => standingOf(app.database, grant.lines.basic, region.municipalities.Almere);

let numbers = 0;
/** A booked invoice of € 2.500,00 for a session, and its commitment. */
async function invoiced(): Promise<{ id: string; commitmentId: string }> {
  const session = await createSession(app.database, region);
  const confirmed = await coordinator.post(`/sessions/${session}/confirmation`);
  const commitmentId = String(confirmed.json()['commitmentId']);
  const answer = await api.post('/realisations', {
    ...{ commitmentId, supplier: 'ROR', invoiceNumber: `F-${++numbers}`, invoiceDate: '2026-11-18' },
    ...{ amountCents: 250_000, vatTreatment: 'exempt' },
  });
  return { id: String(answer.json()['id']), commitmentId };
}

const note = (more: Record<string, string> = {}) => ({
  invoiceNumber: `C-${++numbers}`,
  invoiceDate: '2026-11-19',
  amountCents: '1.000,00',
  reason: 'not-delivered',
  ...more,
});

describe('a credit note', () => {
  test('is found from the ledger and from the commitment by way of the invoice', async () => {
    const { id, commitmentId } = await invoiced();
    expect((await finance.get('/ledger?year=2026')).text).toContain(`href="/realisations/${id}"`);
    expect((await finance.get(`/commitments/${commitmentId}/invoice`)).text).toContain(
      `href="/realisations/${id}"`,
    );
    expect((await finance.get(`/realisations/${id}`)).text).toContain(
      `href="/realisations/${id}/credit-note"`,
    );
    expect((await finance.get(`/realisations/${id}/credit-note`)).text).toContain('value="2.500,00"');
  });

  test('gives its amount back to the budget that bore the invoice, by counter-entry', async () => {
    const { id } = await invoiced();
    const before = await standing();
    const sent = note();
    const page = await finance.follow(await finance.post(`/realisations/${id}/credit-note`, sent));
    expect(page.text).toContain('De creditnota is geboekt.');
    expect(page.text).toContain(`ROR ${sent.invoiceNumber}`);
    expect(await standing()).toEqual({ ...before, realised: before.realised - 100_000 });
    const { rows } = await app.database.owner.query<{ amount_cents: string; source_type: string }>(
      "select amount_cents, source_type from ledger_entry where kind = 'realisation' order by id desc limit 2",
    );
    expect(rows).toEqual([
      { amount_cents: '-100000', source_type: 'credit-note' },
      { amount_cents: '250000', source_type: 'invoice' },
    ]);
  });

  test('says in the ledger and in its downloads which invoice it is about', async () => {
    const { id } = await invoiced();
    const number = `F-${numbers}`;
    const sent = note();
    await finance.post(`/realisations/${id}/credit-note`, sent);
    const named = `ROR, creditnota ${sent.invoiceNumber} op factuur ${number}`;
    expect((await finance.get('/ledger?year=2026')).text).toContain(named);
    expect((await finance.get('/ledger.csv?year=2026')).text).toContain(
      `19-11-2026;Creditnota;B-2026;10;Basistrainingen;Almere;Basistraining;12-11-2026;12-11-2026;ROR;${sent.invoiceNumber};${number};Vrijgesteld van btw;;-1000,00;;`,
    );
  });

  test('takes back no more than was booked, however many there are', async () => {
    const { id } = await invoiced();
    const path = `/realisations/${id}/credit-note`;
    expect((await finance.post(path, note({ amountCents: '2.500,01' }))).status).toBe(400);
    expect((await finance.post(path, note({ amountCents: '2.000' }))).status).toBe(303);
    const refused = await finance.post(path, note({ amountCents: '500,01' }));
    expect([refused.status, refused.text.includes('nog €\u00a0500,00 geboekt')]).toEqual([400, true]);
    expect((await finance.post(path, note({ amountCents: '500' }))).status).toBe(303);
    expect((await finance.get(path)).text).toContain('Van deze factuur is niets meer geboekt.');
  });

  test('of all that was booked in the wrong place lets the same number be booked again, and of nothing else', async () => {
    const again = async (reason: string) => {
      const { id } = await invoiced();
      const number = `F-${numbers}`;
      await finance.post(`/realisations/${id}/credit-note`, note({ amountCents: '2.500', reason }));
      const sent = {
        ...{ grantLineId: grant.lines.basic, municipalityId: region.municipalities.Almere, supplier: 'ROR' },
        ...{ invoiceNumber: number, invoiceDate: '2026-11-18', costDate: '2026-11-12' },
        ...{ amountCents: 250_000, vatTreatment: 'exempt' },
      };
      return (await api.post('/realisations', sent)).status;
    };
    expect(await again('booked-wrongly')).toBe(201);
    expect(await again('invoiced-twice')).toBe(409);
  });

  test('pressed many times at once takes back no more than was booked', async () => {
    const { id } = await invoiced();
    const before = await standing();
    const send = () => api.post(`/realisations/${id}/credit-note`, { ...note(), amountCents: 100_000 });
    const answers = await Promise.all([1, 2, 3, 4].map(send));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect((await standing()).realised).toBe(before.realised - 200_000);
  });

  test('is no invoice to credit in its turn', async () => {
    const { id } = await invoiced();
    const made = await api.post(`/realisations/${id}/credit-note`, { ...note(), amountCents: 1 });
    const again = await api.post(`/realisations/${String(made.json()['id'])}/credit-note`, {
      ...note(),
      amountCents: 1,
    });
    expect(again.status).toBe(409);
  });

  test('leaves free what the budget has less what is committed and realised', async () => {
    const { id } = await invoiced();
    await finance.post(`/realisations/${id}/credit-note`, note());
    const { committed, realised } = await standing();
    const lines = (await api.get(`/grants/${grant.id}/lines`)).json() as { items: Record<string, unknown>[] };
    expect(lines.items.find(({ code }) => code === '10')).toMatchObject({
      committedCents: committed,
      realisedCents: realised,
      freeCents: 10_000_000 - committed - realised,
    });
  });

  test('is written in the audit trail, with its reason', async () => {
    const { id } = await invoiced();
    const made = await api.post(`/realisations/${id}/credit-note`, { ...note(), amountCents: 100 });
    const { rows } = await app.database.owner.query(
      "select before->>'invoiceId' invoice, after->>'reason' reason from audit_entry where action = 'recordCreditNote' and subject_id = $1",
      [made.json()['id']],
    );
    expect(rows).toEqual([{ invoice: id, reason: 'not-delivered' }]);
  });

  test.each([
    [
      'of before its invoice',
      { invoiceDate: '2026-11-17' },
      'Vul een datum in vanaf de datum van de factuur.',
    ],
    ['of tomorrow', { invoiceDate: '2026-11-21' }, 'Vul een datum in tot en met vandaag.'],
    ['of nothing', { amountCents: '0' }, 'Vul een bedrag hoger dan 0 in.'],
    ['without a reason', { reason: '' }, 'Kies een van de mogelijkheden.'],
  ])('%s is refused, and nothing is saved', async (_case, wrong, message) => {
    const { id } = await invoiced();
    const before = await standing();
    const answer = await finance.post(`/realisations/${id}/credit-note`, note(wrong));
    expect([answer.status, answer.text.includes(message)]).toEqual([400, true]);
    expect(await standing()).toEqual(before);
  });

  test('with the number of an invoice of the same supplier is refused', async () => {
    const { id } = await invoiced();
    const answer = await finance.post(
      `/realisations/${id}/credit-note`,
      note({ invoiceNumber: `F-${numbers}` }),
    );
    expect(answer.text).toContain('Deze leverancier heeft al een factuur met dit nummer.');
  });

  test('of another region is not found', async () => {
    const { id } = await invoiced();
    const elsewhere = await createRegion(app.database, 'Voorbeeldregio');
    const other = await signIn(app, (await createAccount(app.database, elsewhere, 'finance')).email);
    expect((await other.post(`/realisations/${id}/credit-note`, note())).status).toBe(404);
  });

  test('a coordinator sees the invoice and cannot credit it', async () => {
    const { id } = await invoiced();
    const client = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
    const page = await client.get(`/realisations/${id}`);
    expect([page.status, page.text.includes('/credit-note')]).toEqual([200, false]);
    expect((await client.post(`/realisations/${id}/credit-note`, note())).status).toBe(403);
  });
});

test.each(['update realisation set amount_cents = 1', 'delete from realisation'])(
  'the database refuses even its owner to change what was invoiced: %s',
  async (sql) => {
    await invoiced();
    await expect(app.database.owner.query(sql)).rejects.toThrow('append-only');
  },
);

test('two who book one invoice on different lines at once book it once', async () => {
  const [first, second] = [await app.database.owner.connect(), await app.database.owner.connect()];
  const book = (line: 'basic' | 'advanced') =>
    [
      `insert into realisation (id, region_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date,
         cost_date, amount_cents, vat_treatment, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'ROR', 'F-twee', '2026-11-18', '2026-11-12', 100, 'exempt', now())`,
      [region.id, grant.lines[line], region.municipalities.Almere],
    ] as const;
  try {
    for (const client of [first, second])
      await client.query("begin; select set_config('app.role', 'system', true)");
    await first.query(book('basic')[0], [...book('basic')[1]]);
    const {
      rows: [{ pid }],
    } = await second.query('select pg_backend_pid() pid');
    let isDone = false;
    const late = second
      .query(book('advanced')[0], [...book('advanced')[1]])
      .then(
        () => 'booked',
        (error: Error) => error.message,
      )
      .finally(() => (isDone = true));
    const waits = async () =>
      (await first.query('select from pg_locks where pid = $1 and not granted', [pid])).rowCount === 1;
    while (!isDone && !(await waits()));
    await first.query('commit');
    expect(await late).toBe('The invoice has been booked.');
  } finally {
    await second.query('rollback');
    for (const client of [first, second]) client.release();
  }
});
