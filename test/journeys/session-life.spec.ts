import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import {
  createAccount,
  createRegion,
  createSession,
  type TestRegion,
  type TestSession,
} from '../support/region.js';
import { oneDayForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;
/** By what people call it; each has a capacity of its own, which tells them apart in a list. */
let sessions: Readonly<Record<string, { readonly id: string; readonly capacity: number }>>;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-12T11:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  const make = async (capacity: number, plan: TestSession, taken = 0) => {
    const id = await createSession(app.database, region, { ...plan, capacity });
    await app.database.owner.query('update session set seats_taken = $2 where id = $1', [id, taken]);
    return { id, capacity };
  };
  sessions = {
    open: await make(11, { status: 'open', date: '2026-12-10', decideOn: '2026-11-26' }),
    toDecide: await make(12, { status: 'open', date: '2026-12-01', decideOn: '2026-11-19' }),
    overdue: await make(13, { status: 'open', date: '2026-11-20', decideOn: '2026-11-06' }, 6),
    full: await make(14, { status: 'open', date: '2027-01-12', decideOn: '2026-12-29' }, 14),
    confirmedFull: await make(15, { status: 'confirmed', date: '2026-11-26' }, 15),
    confirmed: await make(16, { status: 'confirmed', date: '2026-11-27' }, 2),
    'in-progress': await make(17, { status: 'confirmed', date: '2026-11-12' }, 17),
    ended: await make(18, { status: 'confirmed', date: '2026-11-11' }),
  };
});
afterAll(() => app.stop());

const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const idsIn = (html: string) =>
  Object.entries(sessions)
    .filter(([, { id }]) => html.includes(`/sessions/${id}`))
    .map(([name]) => name);

test.each([
  ['open', 'Open voor inschrijving'],
  ['full', 'Vol'],
  ['confirmedFull', 'Gaat door, vol'],
  ['confirmed', 'Gaat door'],
  ['in-progress', 'Bezig'],
  ['ended', 'Voorbij, nog niet afgesloten'],
])('the page of a session that is %s says “%s”', async (name, said) => {
  const { text } = await coordinator.get(`/sessions/${sessions[name]!.id}`);
  expect(/utrecht-status-badge[^>]*>([^<]*)</.exec(text)![1]!.trim()).toBe(said);
});

test.each([
  ['full', ['full', 'confirmedFull']],
  ['in-progress', ['in-progress']],
  ['ended', ['ended']],
  ['to-decide', ['toDecide', 'overdue']],
  ['open', ['open', 'toDecide', 'overdue', 'full']],
  ['confirmed', ['confirmedFull', 'confirmed', 'in-progress', 'ended']],
])('the list of those that are %s holds just those', async (show, names) => {
  expect(idsIn((await coordinator.get(`/sessions?show=${show}`)).text)).toEqual(names);
});

test('the API tells and filters by what people call a session, beside its status', async () => {
  const { items } = (await api.get('/sessions?status=full')).json() as { items: Record<string, unknown>[] };
  expect(items.map(({ status, shownStatus }) => [status, shownStatus])).toEqual([
    ['confirmed', 'full'],
    ['open', 'full'],
  ]);
  const one = await api.get(`/sessions/${sessions['in-progress']!.id}`);
  expect(one.json()).toMatchObject({ status: 'confirmed', shownStatus: 'in-progress' });
});

test('seats are free before a session begins, taken from then on, and neither when it is called off', async () => {
  const seats = async (name: string) =>
    /(\d+ van \d+ plaatsen \w+|vervallen)/.exec(
      readable((await coordinator.get(`/sessions/${sessions[name]!.id}`)).text),
    )?.[0];
  expect(await seats('confirmed')).toBe('14 van 16 plaatsen vrij');
  expect(await seats('in-progress')).toBe('17 van 17 plaatsen bezet');
  expect(await seats('ended')).toBe('0 van 18 plaatsen bezet');
  const setStatus = 'update session set status = $2 where id = $1';
  await app.database.owner.query(setStatus, [sessions['open']!.id, 'cancelled']);
  expect(await seats('open')).toBe('vervallen');
  await app.database.owner.query(setStatus, [sessions['open']!.id, 'open']);
});

test('an empty list asks to enrol someone while that can be done, and no longer', async () => {
  const listOf = async (name: string) =>
    readable((await coordinator.get(`/sessions/${sessions[name]!.id}/participants`)).text);
  expect(await listOf('open')).toContain('Er is nog niemand ingeschreven.');
  expect(await listOf('ended')).toContain('Niemand was ingeschreven.');
  await app.database.owner.query("update session set status = 'cancelled' where id = $1", [
    sessions['open']!.id,
  ]);
  expect(await listOf('open')).toContain('Niemand was ingeschreven.');
  await app.database.owner.query("update session set status = 'open' where id = $1", [sessions['open']!.id]);
});

test('a session that takes no enrolments any more is not called open, on its page nor in the calendar', async () => {
  const setLastDay = 'update session set enrol_until = $2 where id = $1';
  await app.database.owner.query(setLastDay, [sessions['open']!.id, '2026-11-11']);
  const page = readable((await coordinator.get(`/sessions/${sessions['open']!.id}`)).text);
  expect(page).toContain('Inschrijving gesloten');
  expect(page).not.toContain('Open voor inschrijving');
  const calendar = readable((await coordinator.get('/calendar?view=month&date=2026-12-10')).text);
  expect(calendar).toContain('Inschrijving gesloten');
  await app.database.owner.query(setLastDay, [sessions['open']!.id, null]);
});

test('a contact is asked to enrol people as long as that can be done, and then to see who comes', async () => {
  const municipalityId = region.municipalities.Almere;
  const { email } = await createAccount(app.database, region, 'contact', { municipalityId });
  const contact = await signIn(app, email);
  const steps = async (name: string) => readable((await contact.get(`/sessions/${sessions[name]!.id}`)).text);
  expect(await steps('confirmed')).toContain('Schrijf uw mensen in');
  const later = await steps('ended');
  expect(later).not.toContain('Schrijf uw mensen in');
  expect(later).toContain('Bekijk de deelnemers');
});

test('the calendar calls a session what its page does', async () => {
  const page = readable((await coordinator.get('/calendar?view=list')).text);
  expect(page).toContain('Gaat door, vol');
  expect(page).toContain('Bezig');
});

test('the first page of a coordinator asks for this week’s decisions, with the seats against the minimum', async () => {
  await app.database.owner.query('update session set minimum = 8 where id = $1', [sessions['overdue']!.id]);
  const { text } = await coordinator.get('/');
  const section = /<section[^>]*id="decide"[\s\S]*?<\/section>|id="decide"[\s\S]*?<h2/.exec(text)![0];
  expect(idsIn(section)).toEqual(['toDecide', 'overdue']);
  expect(readable(`<main${section}`)).toContain(
    'Besluit op vrijdag 6 november 2026. 6 van 13 plaatsen bezet, minimaal 8 nodig.',
  );
  expect(section).toContain('onder het minimum');
});

test('the list says for an open session when it is decided about', async () => {
  const page = readable((await coordinator.get('/sessions?show=open')).text);
  expect(page).toContain('Besluit op 26 november 2026');
  expect(page).toContain('Besluit nodig: 6 november 2026');
});

describe('the date of the decision', () => {
  const decideOn = async (page: string) => {
    const { rows } = await app.database.owner.query<{ found: string }>(
      'select decide_on::text found from session where id = $1',
      [page.split('/').at(-1)],
    );
    return rows[0]!.found;
  };
  const onDay = (date: string, changes: object = {}) => ({
    ...oneDayForm(region, { 'parts.0.date': date, 'parts.1.date': date }),
    ...changes,
  });

  test('is as many days before the first day as the course says, or what one fills in', async () => {
    await app.database.owner.query('update course set decide_days = 21 where id = $1', [
      region.courses.basic,
    ]);
    const byItself = await coordinator.post('/sessions/new', onDay('2027-02-02'));
    const filledIn = await coordinator.post('/sessions/new', onDay('2027-02-03', { decideOn: '01-02-2027' }));
    expect([await decideOn(byItself.location!), await decideOn(filledIn.location!)]).toEqual([
      '2027-01-12',
      '2027-02-01',
    ]);
    expect(readable((await coordinator.get(filledIn.location!)).text)).toContain(
      'Besluitdatum 1 februari 2027',
    );
  });

  test('is not after the first day, also when that moves', async () => {
    const late = await coordinator.post('/sessions/new', onDay('2027-02-04', { decideOn: '2027-02-05' }));
    expect(readable(late.text)).toContain('De besluitdatum kan niet na de eerste dag liggen.');
    const { location } = await coordinator.post(
      '/sessions/new',
      onDay('2027-02-04', { decideOn: '2027-02-04' }),
    );
    await coordinator.post(`${location}/parts/1`, {
      ...{ version: '1', date: '2027-01-28', startTime: '09:30', endTime: '12:30' },
      ...{ roomId: region.roomId, joiningLink: '' },
    });
    expect(await decideOn(location!)).toBe('2027-01-28');
  });
});
