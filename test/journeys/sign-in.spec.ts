import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn } from '../support/client.js';
import { createAccount, createRegion } from '../support/region.js';

let app: TestApp;
let email: string;

beforeAll(async () => {
  app = await startApp();
  const region = await createRegion(app.database);
  ({ email } = await createAccount(app.database, region, 'coordinator'));
});
afterAll(() => app.stop());

async function newestLink(): Promise<string> {
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    'select text_body from message where to_address = $1 order by id desc limit 1',
    [email],
  );
  return /\/sign-in\/links\/[\w-]{43}/.exec(rows[0]!.text_body)![0];
}

test('a link signs in once, and opening it does not use it up', async () => {
  const client = new Client(app.url);
  await client.post('/sign-in', { email });
  const link = await newestLink();
  expect((await client.get(link)).status).toBe(200);
  expect((await client.post(link)).status).toBe(303);
  const again = await new Client(app.url).post(link);
  expect(again.status).toBe(410);
  expect(again.text).toContain('Deze link werkt niet meer');
});

test.each(['/sign-in/links/x', `/sign-in/links/${'a'.repeat(42)}`])(
  'the broken link %s leads to where one asks for another',
  async (link) => {
    const client = new Client(app.url);
    const answers = [await client.get(link), await client.post(link)];
    expect(answers.map(({ status }) => status)).toEqual([410, 410]);
    expect(answers.filter(({ text }) => !text.includes('href="/sign-in"'))).toEqual([]);
  },
);

test('a link of sixteen minutes ago does not work', async () => {
  const client = new Client(app.url);
  await client.post('/sign-in', { email });
  const link = await newestLink();
  app.clock.advance({ minutes: 16 });
  expect((await client.post(link)).status).toBe(410);
});

test('the secret of a link is not in the database, only its hash', async () => {
  const client = new Client(app.url);
  await client.post('/sign-in', { email });
  const token = (await newestLink()).split('/').at(-1)!;
  const { rows } = await app.database.owner.query('select token_hash from sign_in_link');
  expect(rows.map((row: { token_hash: string }) => row.token_hash)).not.toContain(token);
});

test('an unknown address gets the same answer and no mail', async () => {
  const known = await new Client(app.url).post('/sign-in', { email });
  const unknown = await new Client(app.url).post('/sign-in', { email: 'onbekend@example.nl' });
  expect([unknown.status, unknown.location]).toEqual([known.status, known.location]);
  const { rows } = await app.database.owner.query(
    "select from message where to_address = 'onbekend@example.nl'",
  );
  expect(rows).toHaveLength(0);
});

test('a form of another site is refused', async () => {
  const client = await signIn(app, email);
  const answer = await client.send('/sign-out', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(403);
});

describe('a page that says what went wrong', () => {
  const goneWrong = async (referer: string) => {
    const client = await signIn(app, email);
    return (await client.send('/accounts', { method: 'GET', headers: { referer } })).text;
  };

  test('leads back to the page where one was', async () => {
    const page = await goneWrong(`${app.url}/sessions?q=basis&page=2`);
    expect(page).toContain('href="/sessions?q&#x3D;basis&amp;page&#x3D;2">Terug naar waar u was');
    expect(page).toContain('Vraag de beheerder');
  });

  test.each([
    'https://elders.example/sessions',
    'javascript:alert(1)',
    'http://127.0.0.1:1/sessions',
    'geen adres',
    '',
  ])('does not lead back to %j', async (referer) => {
    expect(await goneWrong(referer)).not.toContain('Terug naar waar u was');
  });

  test.each(['//elders.example/', '/sign-in', '/accounts'])('does not lead back to our %s', async (path) => {
    expect(await goneWrong(app.url + path)).not.toContain('Terug naar waar u was');
  });
});

test('an address that is none comes back with the form filled in and what to do', async () => {
  const answer = await new Client(app.url).post('/sign-in', { email: 'geen adres' });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('value="geen adres"');
});
