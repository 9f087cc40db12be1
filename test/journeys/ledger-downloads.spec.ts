import { createHash } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Client } from '../support/client.js';
import { createGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let email: string;
let finance: Client;
let planner: Awaited<ReturnType<typeof apiClient>>;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  await createGrant(app.database, region, { basic: { Almere: 10_000_000 } });
  const coordinator = await createAccount(app.database, region, 'coordinator');
  planner = await apiClient(app, region.id, coordinator.id);
  ({ email } = await createAccount(app.database, region, 'finance'));
  finance = await signIn(app, email);
  await confirmTraining();
  await confirmTraining();
});
afterAll(() => app.stop());

async function confirmTraining(): Promise<void> {
  const session = await createSession(app.database, region, { payer: 'Almere' });
  expect((await planner.post(`/sessions/${session}/confirmation`)).status).toBeLessThan(300);
}

interface Kept {
  id: string;
  format: string;
  bookings: number;
  sha256: string;
  upTo: string;
}
const kept = async () =>
  (await app.database.owner.query<Kept>('select *, up_to "upTo" from ledger_download order by format')).rows;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const bookingsIn = (csv: string) => csv.split('\r\n').length - 2;

describe('a download of the ledger', () => {
  const made: Record<string, Buffer> = {};

  test('leaves what was asked, up to which booking, and the hash of the file', async () => {
    for (const format of ['csv', 'xlsx'])
      made[format] = (await finance.get(`/ledger.${format}?year=2026&kind=commitment`)).bytes;
    const { rows } = await app.database.owner.query<{ last: string }>(
      'select max(id) last from ledger_entry',
    );
    expect(await kept()).toEqual(
      ['csv', 'xlsx'].map((format): unknown =>
        expect.objectContaining({
          ...{ format, bookings: 2, filter: { year: 2026, kind: 'commitment' }, layout: 1, locale: 'nl' },
          ...{ upTo: rows[0]!.last, sha256: hashOf(made[format]!) },
        }),
      ),
    );
  });

  test.each(['csv', 'xlsx'])(
    'is made again byte for byte as %s, whatever was booked and renamed since',
    async (format) => {
      app.clock.set(new Date('2026-12-01T10:00:00Z'));
      finance = await signIn(app, email);
      await confirmTraining();
      await app.database.owner.query("update grant_line set title = title || ' (nieuw)'");
      const { id } = (await kept()).find((one) => one.format === format)!;
      const again = await finance.get(`/ledger-downloads/${id}/file`);
      expect(again.status).toBe(200);
      expect(again.headers.get('content-disposition')).toBe(
        `attachment; filename="uitgaven-2026-11-20.${format}"`,
      );
      expect(again.bytes.equals(made[format]!)).toBe(true);
      expect(bookingsIn((await finance.get('/ledger.csv?year=2026')).text)).toBeGreaterThan(2);
    },
  );

  test('stands on its page and in the API with who made it and its hash', async () => {
    const [first] = await kept();
    const { text } = await finance.get('/ledger-downloads');
    expect(text).toContain(first!.sha256);
    expect(text).toContain('Subsidiejaar 2026, Verplichting');
    expect(text).toContain(`/ledger-downloads/${first!.id}/file`);
    const { items } = (await planner.get('/ledger-downloads?pageSize=100')).json() as { items: Kept[] };
    expect(items.find(({ id }) => id === first!.id)).toMatchObject({
      sha256: first!.sha256,
      bookings: 2,
      upTo: first!.upTo,
    });
  });

  test('is refused with the reason when it would come out otherwise', async () => {
    const { owner } = app.database;
    await owner.query('alter table ledger_entry disable trigger user');
    await owner.query(
      "update ledger_entry set supplier = 'Anders' where id = (select min(id) from ledger_entry)",
    );
    await owner.query('alter table ledger_entry enable trigger user');
    const [first] = await kept();
    const again = await finance.get(`/ledger-downloads/${first!.id}/file`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('niet meer precies hetzelfde');
  });

  test('is never changed or taken away', async () => {
    const { owner } = app.database;
    await expect(owner.query('update ledger_download set bookings = 0')).rejects.toThrow();
    await expect(owner.query('delete from ledger_download')).rejects.toThrow();
  });
});

describe('the ledger as it was booked up to a day', () => {
  test('is the same on its page, in its downloads and in plain SQL', async () => {
    const { rows } = await app.database.owner.query<{ count: number; cents: string }>(
      "select count(*)::int, sum(amount_cents) cents from ledger_entry where recorded_at < '2026-11-20T23:00:00Z'",
    );
    const { count, cents } = rows[0]!;
    const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
    const { text } = await finance.get('/ledger?year=2026&until=2026-11-20');
    expect(text).toContain(euros.format(Number(cents) / 100));
    expect(text).toContain('value="2026-11-20"');
    expect(bookingsIn((await finance.get('/ledger.csv?year=2026&until=2026-11-20')).text)).toBe(count);
    expect(bookingsIn((await finance.get('/ledger.csv?year=2026&until=2026-11-19')).text)).toBe(0);
    expect(bookingsIn((await finance.get('/ledger.csv?year=2026')).text)).toBeGreaterThan(count);
  });

  test('is in the API as of an instant', async () => {
    const until = async (asOf: string) =>
      (await planner.get(`/ledger-entries?year=2026&asOf=${asOf}`)).json() as {
        total: number;
        items: unknown[];
      };
    expect((await until('2026-11-20T10:00:00Z')).items).toHaveLength(0);
    expect((await until('2026-11-20T10:00:01Z')).items).toHaveLength(2);
  });

  test('takes what is no date for not filled in', async () => {
    expect((await finance.get('/ledger?year=2026&until=2026-02-31')).status).toBe(200);
  });
});
