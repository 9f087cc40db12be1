import { startApp, type TestApp } from '../support/app.js';
import { ApiClient, Client, signIn } from '../support/client.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let client: Client;
let ownId: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const administrator = await createAccount(app.database, region, 'administrator');
  ownId = administrator.id;
  client = await signIn(app, administrator.email);
});
afterAll(() => app.stop());

const newContact = (email: string) => ({
  role: 'contact',
  name: 'Nieuwe Voorbeeld',
  email,
  locale: 'nl',
  municipalityId: region.municipalities.Urk,
});

async function accountOf(email: string): Promise<{ id: string; municipality_id: string | null } | undefined> {
  const { rows } = await app.database.owner.query<{ id: string; municipality_id: string | null }>(
    'select id, municipality_id from account where email = $1',
    [email],
  );
  return rows[0];
}

describe('accounts', () => {
  test('someone for whom an account is opened can sign in', async () => {
    const answer = await client.post('/accounts', newContact('nieuw@example.nl'));
    expect((await client.follow(answer)).text).toContain('Het account van Nieuwe Voorbeeld is open');
    const page = await (await signIn(app, 'nieuw@example.nl')).get('/');
    expect(page.text).toContain('Nieuwe Voorbeeld (gemeentelijk contactpersoon)');
  });

  test('a contact without a municipality is sent back to choose one', async () => {
    const answer = await client.post('/accounts', { ...newContact('zonder@example.nl'), municipalityId: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Kies de gemeente waarvoor deze contactpersoon werkt');
    expect(await accountOf('zonder@example.nl')).toBeUndefined();
  });

  test('a municipality is kept only for a contact', async () => {
    await client.post('/accounts', { ...newContact('fin@example.nl'), role: 'finance' });
    expect((await accountOf('fin@example.nl'))?.municipality_id).toBeNull();
  });

  test('an address that has an account comes back with the form filled in', async () => {
    await client.post('/accounts', newContact('dubbel@example.nl'));
    const answer = await client.post('/accounts', newContact('Dubbel@Example.nl'));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="Nieuwe Voorbeeld"');
  });

  test('nobody is made a contact of another region', async () => {
    const other = await createRegion(app.database, 'Elders');
    const form = { ...newContact('elders@example.nl'), municipalityId: other.municipalities.Urk };
    expect((await client.post('/accounts', form)).status).toBe(404);
    expect(await accountOf('elders@example.nl')).toBeUndefined();
  });

  test.each(['trainer', 'professional'])('a %s cannot be made by hand', async (role) => {
    const answer = await client.post('/accounts', { ...newContact(`${role}@example.nl`), role });
    expect(answer.status).toBe(400);
  });

  test('closing an account signs out, and its links and keys stop working', async () => {
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const theirs = await signIn(app, coordinator.email);
    const made = await client.post('/api-keys', { name: 'k', accountId: coordinator.id, days: '30' });
    const api = new ApiClient(app.url, /<code>([\w-]{43})<\/code>/.exec(made.text)![1]!);
    expect((await api.get('/sessions')).status).toBe(200);
    const asked = await client.get(`/accounts/${coordinator.id}/closure`);
    expect(asked.text).toContain('wordt overal uitgelogd');
    await client.post(`/accounts/${coordinator.id}/closure`);
    expect((await theirs.get('/sessions')).location).toContain('/sign-in');
    expect((await api.get('/sessions')).status).toBe(401);
  });

  test('an administrator cannot close the own account', async () => {
    expect((await client.post(`/accounts/${ownId}/closure`)).status).toBe(409);
  });

  test('an account of another region does not exist', async () => {
    const other = await createRegion(app.database, 'Verder weg');
    const { id } = await createAccount(app.database, other, 'coordinator');
    expect((await client.get(`/accounts/${id}/closure`)).status).toBe(404);
    expect((await client.post(`/accounts/${id}/closure`)).status).toBe(404);
  });
});

describe('API keys', () => {
  test('a key is shown once and kept as a hash', async () => {
    const { id } = await createAccount(app.database, region, 'coordinator');
    const made = await client.post('/api-keys', { name: 'Zaaksysteem', accountId: id, days: '30' });
    const key = /<code>([\w-]{43})<\/code>/.exec(made.text)![1]!;
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect((await client.get('/api-keys')).text).not.toContain(key);
    const { rows } = await app.database.owner.query<{ token_hash: string }>('select token_hash from api_key');
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(key);
  });

  test('a key that is revoked stops working', async () => {
    const { id } = await createAccount(app.database, region, 'finance');
    const made = await client.post('/api-keys', { name: 'Weg', accountId: id, days: '1' });
    const api = new ApiClient(app.url, /<code>([\w-]{43})<\/code>/.exec(made.text)![1]!);
    expect((await api.get('/commitments')).status).toBe(200);
    const list = await client.get('/api-keys?q=Weg');
    await client.post(/\/api-keys\/[0-9a-f-]{36}\/revocation/.exec(list.text)![0]);
    expect((await api.get('/commitments')).status).toBe(401);
  });

  test.each(['0', '366', 'altijd', '1'.repeat(31)])('a key for %p days is refused', async (days) => {
    const answer = await client.post('/api-keys', { name: 'x', accountId: ownId, days });
    expect(answer.status).toBe(400);
  });
});

describe('the audit trail', () => {
  test('tells who did what without the values', async () => {
    await client.post('/accounts', newContact('spoor@example.nl'));
    const { id } = (await accountOf('spoor@example.nl'))!;
    const page = await client.get(`/audit-trail?action=openAccount&q=${id}`);
    expect(page.text).toContain('Voorbeeld administrator');
    expect(page.text).toContain(id);
    expect(page.text).toContain('<td class="utrecht-table__cell">rol</td>');
  });

  test('calls actions, subjects and data what people call them, in the filters too', async () => {
    const page = await client.get(`/audit-trail?action=signIn&q=${ownId}`);
    expect(page.text).toContain('<td class="utrecht-table__cell">Inloggen</td>');
    expect(page.text).toContain('<option value="signIn" selected>Inloggen</option>');
    expect(page.text).toContain('<option value="account">Account</option>');
  });

  test('shows nothing of another region', async () => {
    const other = await createRegion(app.database, 'Nog verder weg');
    const { email, id } = await createAccount(app.database, other, 'coordinator');
    await signIn(app, email);
    expect((await client.get(`/audit-trail?q=${id}`)).text).toContain('Niets gevonden');
  });

  test.each(['?page=0', '?page=abc', '?action=%00', `?q=${'x'.repeat(500)}`, '?page=1&page=2'])(
    'a query such as %p still gives a page',
    async (query) => {
      expect((await client.get(`/audit-trail${query}`)).status).toBe(200);
    },
  );
});

describe('jobs', () => {
  test('a failed job is shown with its reason and can be tried again', async () => {
    await app.work();
    await app.database.owner.query(
      `insert into job (id, name, payload, status, attempts, run_at, last_error, created_at)
       values ('999_mail.send-due', 'mail.send-due', '{}', 'failed', 30, $1, 'De mailserver antwoordt niet', $1)`,
      [app.clock.now()],
    );
    expect((await client.get('/jobs')).text).toContain('De mailserver antwoordt niet');
    const answer = await client.post('/jobs/999_mail.send-due/retry');
    expect((await client.follow(answer)).text).toContain('De taak wordt opnieuw geprobeerd');
    await app.work();
    const { rows } = await app.database.owner.query("select status from job where id = '999_mail.send-due'");
    expect(rows).toEqual([{ status: 'done' }]);
  });

  test('jobs go by their names, and one that this release does not know by its code', async () => {
    await app.database.owner.query(
      `insert into job (id, name, payload, status, attempts, run_at, created_at)
       select '888_' || name, name, '{}', 'failed', 30, $1, $1
       from unnest('{certificates.issue,gone.for-good}'::text[]) name`,
      [app.clock.now()],
    );
    const page = await client.get('/jobs?job=certificates.issue');
    expect(page.text).toContain('scope="row">Certificaten afgeven</th>');
    expect(page.text).toContain('<option value="gone.for-good">gone.for-good</option>');
    expect(page.text).not.toContain('scope="row">gone.for-good</th>');
    await app.database.owner.query("delete from job where id like '888%'");
  });

  test('all failed jobs can be tried again at once', async () => {
    await app.database.owner.query(
      `insert into job (id, name, payload, status, attempts, run_at, created_at)
       select n || '_mail.send-due', 'mail.send-due', '{}', 'failed', 30, $1, $1 from generate_series(1001, 1003) n`,
      [app.clock.now()],
    );
    const answer = await client.post('/jobs/retries');
    expect((await client.follow(answer)).text).toContain('3 taken worden opnieuw geprobeerd');
  });

  test('a job that has not failed cannot be tried again', async () => {
    expect((await client.post('/jobs/999_mail.send-due/retry')).status).toBe(404);
  });
});

test.each(['/budget', '/ledger', '/commitments', '/professionals', '/certificates'])(
  'an administrator has no access to %s',
  async (path) => {
    expect((await client.get(path)).status).toBe(403);
  },
);

test('an administrator cannot read a roster', async () => {
  const id = await createSession(app.database, region);
  expect((await client.get(`/sessions/${id}/participants`)).status).toBe(403);
});
