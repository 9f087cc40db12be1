import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession } from '../support/attendance.js';
import { apiClient, Client, signIn } from '../support/client.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { createTrainer } from '../support/attendance.js';

const DAY_AFTER = '2026-11-13T08:00:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp({ at: DAY_AFTER });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterAll(() => app.stop());

/** A trainer with an account, and with the session of yesterday where one was given. */
async function trainer({ taught }: { taught: boolean }) {
  const trainerId = await createTrainer(app.database, region);
  const account = await createAccount(app.database, region, 'trainer', { trainerId });
  const starts = ['2026-11-12 09:30'];
  const session = taught ? await createTaughtSession(app.database, region, { starts, trainerId }) : null;
  return { trainerId, ...account, session };
}

const archive = (trainerId: string) => coordinator.post(`/trainers/${trainerId}/archive`);

/** How many sign-in links were mailed to this address. */
async function linksTo(email: string): Promise<number> {
  const { rows } = await app.database.owner.query<{ count: number }>(
    "select count(*)::int count from message where to_address = $1 and template = 'sign-in-link'",
    [email],
  );
  return rows[0]!.count;
}

const isIn = async (client: Client) => (await client.get('/sessions')).status === 200;

test('a trainer who is archived is signed out, also from the API and the calendar feed, and gets no new link', async () => {
  const { trainerId, id, email } = await trainer({ taught: false });
  const client = await signIn(app, email);
  const api = await apiClient(app, region.id, id);
  const made = await client.post('/calendar/feeds/own');
  const feed = /\/calendars\/[\w-]{43}\.ics/.exec(made.text)![0];
  expect([await isIn(client), (await api.get('/sessions')).status]).toEqual([true, 200]);
  expect((await new Client(app.url).get(feed)).status).toBe(200);

  await archive(trainerId);
  expect([await isIn(client), (await api.get('/sessions')).status]).toEqual([false, 401]);
  expect((await new Client(app.url).get(feed)).status).toBe(404);
  const before = await linksTo(email);
  const answer = await new Client(app.url).post('/sign-in', { email });
  expect([answer.status, await linksTo(email)]).toEqual([303, before]);
});

test('a link that was mailed before the trainer was archived no longer signs in', async () => {
  const { trainerId, email } = await trainer({ taught: false });
  await new Client(app.url).post('/sign-in', { email });
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    'select text_body from message where to_address = $1',
    [email],
  );
  await archive(trainerId);
  const link = /\/sign-in\/links\/[\w-]{43}/.exec(rows[0]!.text_body)![0];
  expect((await new Client(app.url).post(link)).status).toBe(410);
});

test('with attendance to finish an archived trainer signs in until the session is closed', async () => {
  const { trainerId, email, session } = await trainer({ taught: true });
  expect((await archive(trainerId)).status).toBe(303);
  const client = await signIn(app, email);
  expect((await client.get(`/sessions/${session!.id}/attendance`)).status).toBe(200);
  const closed = await client.post(`/sessions/${session!.id}/closure`);
  expect(closed.status).toBe(303);
  expect(await isIn(client)).toBe(false);
  const before = await linksTo(email);
  await new Client(app.url).post('/sign-in', { email });
  expect(await linksTo(email)).toBe(before);
});

test.each([
  ['a session', "update session set status = 'cancelled' where id = $1"],
  ['a part', 'update session_part set called_off = true where session_id = $1'],
])('%s that is called off leaves nothing to finish', async (_what, callOff) => {
  const { trainerId, email, session } = await trainer({ taught: true });
  await archive(trainerId);
  const client = await signIn(app, email);
  await app.database.owner.query(callOff, [session!.id]);
  expect(await isIn(client)).toBe(false);
});

test('a trainer who is taken back into use signs in again, and other accounts notice nothing', async () => {
  const { trainerId, email } = await trainer({ taught: false });
  const other = await trainer({ taught: false });
  await archive(trainerId);
  expect(await isIn(await signIn(app, other.email))).toBe(true);
  await coordinator.post(`/trainers/${trainerId}/restoration`);
  expect(await isIn(await signIn(app, email))).toBe(true);
});

describe('the filter of the calendar', () => {
  const options = async (query: string) => {
    const { text } = await coordinator.get(`/calendar?${query}`);
    return [...text.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value, label]) => ({
      value,
      label,
    }));
  };
  const labelOf = async (id: string, query: string) =>
    (await options(query)).find(({ value }) => value === id)?.label;

  test('has an archived trainer in the periods before, marked, and no longer afterwards unless chosen', async () => {
    const { trainerId } = await trainer({ taught: true });
    const plain = await labelOf(trainerId, 'date=2027-01-01');
    await archive(trainerId);
    const marked = `${plain} (gearchiveerd)`;
    expect(await labelOf(trainerId, 'date=2026-11-12')).toBe(marked);
    expect(await labelOf(trainerId, 'view=week&date=2026-11-12')).toBe(marked);
    expect(await labelOf(trainerId, 'date=2027-01-01')).toBeUndefined();
    expect(await labelOf(trainerId, `date=2027-01-01&trainer=${trainerId}`)).toBe(marked);
    const page = await coordinator.get(`/calendar?view=list&date=2026-11-12&trainer=${trainerId}`);
    expect(page.text).toContain('Basistraining');
  });

  test.each(['room', 'venue'] as const)(
    'has a room in the periods before its %s was archived',
    async (kind) => {
      const path = kind === 'room' ? `/rooms/${region.roomId}` : `/venues/${region.venueId}`;
      await coordinator.post(`${path}/archive`);
      expect(await labelOf(region.roomId, 'date=2026-11-01')).toBe('Voorbeeldzaal, Almere (gearchiveerd)');
      expect(await labelOf(region.roomId, 'date=2026-12-01')).toBeUndefined();
      await coordinator.post(`${path}/restoration`);
      expect(await labelOf(region.roomId, 'date=2026-12-01')).toBe('Voorbeeldzaal, Almere');
    },
  );
});
