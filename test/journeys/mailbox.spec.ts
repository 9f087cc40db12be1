import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { createAccount, createRegion } from '../support/region.js';

let app: TestApp;
let email: string;

beforeAll(async () => {
  app = await startApp();
  const region = await createRegion(app.database);
  ({ email } = await createAccount(app.database, region, 'coordinator'));
  await new Client(app.url).post('/sign-in', { email });
});
afterAll(() => app.stop());

test('in local mode the link to sign in can be followed from the mailbox', async () => {
  const client = new Client(app.url);
  const list = await client.get(`/local/mailbox?q=${encodeURIComponent(email)}`);
  const letter = await client.get(/\/local\/mailbox\/[0-9a-f-]{36}/.exec(list.text)![0]);
  const link = /href="http:\/\/localhost:3000(\/sign-in\/links\/[\w-]{43})"/.exec(letter.text)![1]!;
  expect((await client.post(link)).status).toBe(303);
});

test('a search without a hit says what to do', async () => {
  const list = await new Client(app.url).get('/local/mailbox?q=bestaat-niet');
  expect(list.text).toContain('Geen mail gevonden');
});

test('a search for a wildcard finds only mail that has it', async () => {
  const list = await new Client(app.url).get('/local/mailbox?q=%25');
  expect(list.text).toContain('Geen mail gevonden');
});

test('a mail without an appointment has no calendar file', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>('select id from message limit 1');
  expect((await new Client(app.url).get(`/local/mailbox/${rows[0]!.id}/calendar.ics`)).status).toBe(404);
});

test.each(['/local/mailbox', '/local/mailbox/019c1c7e-0000-7000-8000-000000000001'])(
  'on a server %s does not exist',
  async (path) => {
    const server = await startApp({
      database: app.database,
      env: { LOCAL_MODE: 'false', SMTP_URL: 'smtp://127.0.0.1:1' },
    });
    const answer = await new Client(server.url).get(path);
    await server.stop();
    expect(answer.status).toBe(404);
  },
);
