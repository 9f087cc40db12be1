import ICAL from 'ical.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn, type Answer } from '../support/client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { newId } from '../../src/shared/ids.js';
import { instantOf } from '../../src/shared/local-date.js';

let app: TestApp;
let region: TestRegion;
let noor: TestProfessional;
let clients: Record<'coordinator' | 'contact' | 'trainer' | 'professional' | 'finance', Client>;
/** What the sessions of November are called, by how they stand. */
const titles = {
  draft: 'Concepttraining',
  open: 'Opentraining',
  given: 'Gegeventraining',
  past: 'Gewezentraining',
  calledOff: 'Afgelaste training',
};
let sessions: Record<keyof typeof titles, string>;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-12T08:00:00Z' });
  region = await createRegion(app.database);
  noor = await createProfessional(app.database, region, 'Almere');
  const of = async (role: 'coordinator' | 'contact' | 'trainer' | 'finance', more = {}) =>
    signIn(app, (await createAccount(app.database, region, role, more)).email);
  clients = {
    coordinator: await of('coordinator'),
    contact: await of('contact', { municipalityId: region.municipalities.Almere }),
    trainer: await of('trainer', { trainerId: region.trainerId }),
    professional: await signIn(app, noor.email),
    finance: await of('finance'),
  };
  sessions = {
    draft: await session('draft', '2026-11-10'),
    open: await session('open', '2026-11-17'),
    given: await session('given', '2026-11-12', { payer: 'Urk' }),
    past: await session('past', '2026-11-03'),
    calledOff: await session('calledOff', '2026-11-24'),
  };
  await set(sessions.given, 'confirmed');
  await set(sessions.past, 'closed');
  await set(sessions.calledOff, 'cancelled');
  await give(sessions.given, '2026-11-12');
  await enrol(sessions.past);
});
afterAll(() => app.stop());

async function session(name: keyof typeof titles, date: string, more = {}): Promise<string> {
  const { owner } = app.database;
  const id = await createSession(app.database, region, {
    ...{ date, status: name === 'draft' ? 'draft' : 'open' },
    ...more,
  });
  const course = newId();
  await copyCourse(course, titles[name]);
  await owner.query('update session set course_id = $2 where id = $1', [id, course]);
  return id;
}

/** A course of its own, so that a page names the session by its title. */
async function copyCourse(id: string, title: string): Promise<void> {
  await app.database.owner.query(
    `insert into course select (jsonb_populate_record(c, jsonb_build_object('id', $1::text, 'code', $2::text, 'title', $2::text))).*
     from course c where c.id = $3`,
    [id, title, region.courses.basic],
  );
}

const set = (id: string, status: string) =>
  app.database.owner.query('update session set status = $2 where id = $1', [id, status]);
const give = (id: string, date: string) =>
  app.database.owner.query(
    `insert into session_part_trainer (part_id, trainer_id, during)
     select id, $2, tstzrange($3, $4) from session_part where session_id = $1`,
    [id, region.trainerId, instantOf(date, '09:30'), instantOf(date, '17:00')],
  );
const enrol = (id: string) =>
  app.database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
    [newId(), id, noor.id],
  );
const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
/** Which of the sessions a text tells of. */
const toldIn = (text: string) =>
  Object.entries(titles)
    .filter(([, title]) => text.includes(title))
    .map(([name]) => name);
const shownAt = async (client: Client, query = '') =>
  toldIn(readable((await client.get(`/calendar?date=2026-11-01${query}`)).text));

describe('the calendar', () => {
  test('of a month is a table with the days of the week, and today in words', async () => {
    const { text } = await clients.coordinator.get('/calendar');
    expect([...text.matchAll(/<th [^>]*scope="col">(\w+)</g)].map(([, day]) => day)).toEqual(
      'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' '),
    );
    expect(readable(text)).toContain('november 2026');
    expect(readable(text)).toMatch(/donderdag 12 november vandaag 09:30–17:00 Gegeventraining Voorbeeldzaal/);
  });

  test.each([
    ['coordinator', ['draft', 'open', 'given', 'past']],
    ['contact', ['open', 'given', 'past']],
    ['finance', ['open', 'given', 'past']],
    ['trainer', ['given']],
    ['professional', ['open', 'given', 'past']],
  ] as const)('shows a %s what that role may see', async (role, expected) => {
    expect(await shownAt(clients[role])).toEqual(expected);
  });

  test('shows a professional no session that is over and was not the own one', async () => {
    const piet = await createProfessional(app.database, region, 'Urk', 'Piet Voorbeeld');
    expect(await shownAt(await signIn(app, piet.email))).toEqual(['open', 'given']);
  });

  test.each([
    ['week', 'view=week&date=2026-11-11', ['draft', 'given']],
    ['list', 'view=list&date=2026-11-01', ['draft', 'open', 'given', 'past']],
  ])('of a %s shows that period', async (_view, query, expected) => {
    const page = await clients.coordinator.get(`/calendar?${query}`);
    expect(toldIn(readable(page.text))).toEqual(expected);
  });

  test('narrows down to the municipality that pays or where it is, to a trainer and to a room', async () => {
    const { coordinator } = clients;
    expect(await shownAt(coordinator, `&municipality=${region.municipalities.Urk}`)).toEqual(['given']);
    expect(await shownAt(coordinator, `&municipality=${region.municipalities.Almere}`)).toEqual([
      ...['draft', 'open', 'given', 'past'],
    ]);
    expect(await shownAt(coordinator, `&trainer=${region.trainerId}`)).toEqual(['given']);
    expect(await shownAt(coordinator, `&room=${newId()}`)).toEqual([]);
    const { text } = await coordinator.get(`/calendar?trainer=${region.trainerId}`);
    expect(readable(text)).toContain('Alleen: Tess Trainervoorbeeld');
  });

  test('keeps its filters when one goes to another month', async () => {
    const { text } = await clients.coordinator.get(`/calendar?room=${region.roomId}`);
    const next = /href="(\/calendar\?[^"]*)" rel="next"/
      .exec(text)![1]!
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    expect(Object.fromEntries(new URLSearchParams(next.split('?')[1]))).toEqual({
      ...{ view: 'month', date: '2026-12-01', room: region.roomId },
    });
    expect(readable((await clients.coordinator.get(next)).text)).toContain('Eerste kerstdag');
  });

  test('reads an address that makes no sense as this month', async () => {
    const page = await clients.coordinator.get('/calendar?view=jaar&date=2026-02-30&trainer=x');
    expect(readable(page.text)).toContain('november 2026');
  });
});

describe('a feed', () => {
  /** Makes a feed as this client does, and gives its address without the host. */
  async function feedOf(client: Client, form?: Record<string, string>): Promise<string> {
    const made = await client.post(form ? '/calendar/feeds' : '/calendar/feeds/own', form);
    const address = /\/calendars\/[\w-]{43}\.ics/.exec(made.text)?.[0];
    if (made.status !== 201 || !address) throw new Error(`No feed: ${made.status} ${readable(made.text)}`);
    return address;
  }
  const read = (address: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Client(app.url).send(address, { method: 'GET', headers });
  const eventsIn = ({ text }: Answer) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => ({
      uid: event.getFirstPropertyValue('uid'),
      summary: String(event.getFirstPropertyValue('summary')),
      start: String(event.getFirstPropertyValue('dtstart')),
    }));
  const toldBy = async (address: string) => toldIn((await read(address)).text);

  test('of a professional holds the own places, at their times on the clock', async () => {
    const answer = await read(await feedOf(clients.professional));
    expect(answer.type).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(answer.text).toContain('METHOD:PUBLISH');
    expect(eventsIn(answer)).toEqual([
      { uid: `${sessions.past}-1@localhost`, summary: titles.past, start: '2026-11-03T09:30:00' },
    ]);
  });

  test('of a trainer, of a contact and of what a coordinator chooses holds no draft and nothing called off', async () => {
    expect(await toldBy(await feedOf(clients.trainer))).toEqual(['given']);
    expect(await toldBy(await feedOf(clients.contact))).toEqual(['open', 'given', 'past']);
    const about = (what: string) => feedOf(clients.coordinator, { about: what });
    expect(await toldBy(await about(`trainer:${region.trainerId}`))).toEqual(['given']);
    expect(await toldBy(await about(`municipality:${region.municipalities.Urk}`))).toEqual(['given']);
    const { rows } = await app.database.owner.query<{ id: string }>(
      'select room_id id from session_part where session_id = $1',
      [sessions.open],
    );
    expect(await toldBy(await about(`room:${rows[0]!.id}`))).toEqual(['open']);
    expect(await toldBy(await about('region'))).toEqual(['open', 'given', 'past']);
    expect(readable((await clients.coordinator.get('/calendar/feeds')).text)).toContain('De hele regio');
    expect(readable((await clients.coordinator.get('/calendar/feeds')).text)).toContain(
      `Zaal Voorbeeldzaal, Zaal ${sessions.open}`,
    );
  });

  test('names no participant', async () => {
    const { text } = await read(await feedOf(clients.contact));
    expect(text).not.toContain(noor.name);
    expect(text).not.toContain(noor.email);
  });

  test('is not sent again while nothing changed, and is after a change', async () => {
    const address = await feedOf(clients.trainer);
    const etag = (await read(address)).headers.get('etag')!;
    app.clock.advance({ minutes: 5 });
    const same = await read(address, { 'if-none-match': etag });
    expect([same.status, same.text]).toEqual([304, '']);
    await app.database.owner.query(
      'update session set calendar_sequence = calendar_sequence + 1 where id = $1',
      [sessions.given],
    );
    expect((await read(address, { 'if-none-match': etag })).status).toBe(200);
  });

  test('is kept as a hash only', async () => {
    const token = /[\w-]{43}/.exec(await feedOf(clients.trainer))![0];
    const { rows } = await app.database.owner.query<{ row: string }>(
      'select f::text as row from calendar_feed f',
    );
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  test('ends when it is revoked, which says beforehand what it does', async () => {
    const address = await feedOf(clients.contact);
    const link = /\/calendar\/feeds\/[\w-]+\/revocation/.exec(
      (await clients.contact.get('/calendar/feeds')).text,
    )![0];
    expect(readable((await clients.contact.get(link)).text)).toContain('De link werkt daarna niet meer');
    const done = await clients.contact.follow(await clients.contact.post(link));
    expect(done.text).toContain('De link is ingetrokken.');
    expect((await read(address)).status).toBe(404);
    expect((await clients.contact.post(link)).status).toBe(404);
  });

  test('gets a new address when it is renewed, which says beforehand that the old one ends', async () => {
    const account = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Urk,
    });
    const owner = await signIn(app, account.email);
    const old = await feedOf(owner);
    const link = /\/calendar\/feeds\/[\w-]+\/renewal/.exec((await owner.get('/calendar/feeds')).text)![0];
    expect(readable((await owner.get(link)).text)).toContain('De oude werkt dan niet meer');
    const renewed = /\/calendars\/[\w-]{43}\.ics/.exec((await owner.post(link)).text)![0];
    expect((await read(old)).status).toBe(404);
    expect(await toldBy(renewed)).toEqual(['given']);
    expect((await clients.contact.post(link)).status).toBe(404);
    expect(await toldBy(renewed)).toEqual(['given']);
  });

  test('never shows what belongs to the feed of another person, trainer, room, municipality or region', async () => {
    const { owner } = app.database;
    const piet = await createProfessional(app.database, region, 'Urk', 'Piet Anders');
    const other = newId();
    await owner.query(
      `insert into trainer select (jsonb_populate_record(t, jsonb_build_object('id', $1::text, 'name', 'Ander', 'email', 'ander@example.nl'))).*
       from trainer t where id = $2`,
      [other, region.trainerId],
    );
    const abroad = await createRegion(app.database, 'Ver weg');
    await createSession(app.database, abroad, { date: '2026-11-18' });
    const { rows } = await owner.query<{ id: string }>(
      'select room_id id from session_part where session_id = $1',
      [sessions.past],
    );
    const of = (about: string) => feedOf(clients.coordinator, { about });
    const away = await createAccount(app.database, abroad, 'coordinator');
    expect({
      person: await toldBy(await feedOf(await signIn(app, piet.email))),
      trainer: await toldBy(await of(`trainer:${other}`)),
      room: await toldBy(await of(`room:${rows[0]!.id}`)),
      municipality: await toldBy(await of(`municipality:${region.municipalities.Urk}`)),
      region: await toldBy(await feedOf(await signIn(app, away.email), { about: 'region' })),
    }).toEqual({ person: [], trainer: [], room: ['past'], municipality: ['given'], region: [] });
    expect(eventsIn(await read(await of('region')))).toHaveLength(3);
  });

  test('ends with the account of who made it', async () => {
    const leaver = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Urk,
    });
    const address = await feedOf(await signIn(app, leaver.email));
    await app.database.owner.query('update account set closed_at = now() where id = $1', [leaver.id]);
    expect((await read(address)).status).toBe(404);
  });

  test('of a trainer in another region cannot be made', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const answer = await clients.coordinator.post('/calendar/feeds', {
      about: `trainer:${elsewhere.trainerId}`,
    });
    expect(answer.status).toBe(404);
    expect((await clients.coordinator.post('/calendar/feeds', { about: 'trainer:' })).status).toBe(400);
  });

  test('that nobody made is not found', async () => {
    expect((await read(`/calendars/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });
});
