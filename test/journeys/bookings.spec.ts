import { admission } from '../../src/enrolment/applicant.queries.js';
import { doubleBooked } from '../../src/enrolment/double-booking.js';
import { Database } from '../../src/platform/database/database.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTrainer } from '../support/attendance.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createRoom,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { oneDayForm, partFields, type SentForm } from '../support/sessions.js';
import { untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;
let noor: TestProfessional;
let otherRoom: string;
let otherTrainer: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  noor = await createProfessional(app.database, region, 'Almere');
  otherRoom = await createRoom(app.database, region, 'Foyer');
  otherTrainer = await createTrainer(app.database, region);
});
afterAll(() => app.stop());
afterEach(() =>
  app.database.owner.query(
    'truncate session_part_trainer, session_part, seat_quota, session_price, enrolment, session cascade',
  ),
);

async function rowsOf<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
  return (await app.database.owner.query<Row>(sql, params)).rows;
}

const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x2F;', '/')
    .replace(/\s+/g, ' ');

/** Schedules with the form and gives the address of the new session. */
async function schedule(form: SentForm): Promise<string> {
  const answer = await coordinator.post('/sessions/new', form);
  if (!answer.location) throw new Error(`Not scheduled: ${answer.status} ${answer.text}`);
  return answer.location;
}

/** A session of one part; its form. */
const oneForm = (date: string, startTime: string, endTime: string, changes: SentForm = {}): SentForm => ({
  ...oneDayForm(region, { 'parts.1.date': '', 'parts.1.roomId': '', 'parts.1.trainerIds.0': '' }),
  ...partFields(region, 0, date, startTime, endTime),
  ...changes,
});

const otherPeople: SentForm = { 'parts.0.trainerIds.0': '' };

/** A venue in Urk with one room. */
async function roomInUrk(): Promise<string> {
  const [venue] = await rowsOf<{ id: string }>(
    `insert into venue (id, region_id, municipality_id, name, address) values (gen_random_uuid(), $1, $2, 'Haven', 'Kade 1')
     on conflict (municipality_id, name) do update set name = excluded.name returning id`,
    [region.id, region.municipalities.Urk],
  );
  return createRoom(app.database, { id: region.id, venueId: venue!.id }, `Kajuit ${Date.now()}`);
}

/** The buttons that propose a free slot: their texts and what they send. */
function slotsIn(html: string): { value: string; label: string }[] {
  const buttons = html.matchAll(/<button[^>]*name="slot" value="([^"]*)">([^<]*)</g);
  return [...buttons].map(([, value, label]) => ({ value: value!, label: label! }));
}

describe('a room', () => {
  test('is booked once; the form says by which training and proposes the nearest free times', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    const answer = await coordinator.post(
      '/sessions/new',
      oneForm('2026-11-12', '10:00', '12:00', otherPeople),
    );
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain(
      'Voorbeeldzaal is op 12-11-2026, 09:30–12:30, al bezet voor “Basistraining”.',
    );
    expect(slotsIn(answer.text).map(({ label }) => label)).toEqual([
      'donderdag 12 november 2026, 12:30–14:30',
      'donderdag 12 november 2026, 14:30–16:30',
      'donderdag 12 november 2026, 16:30–18:30',
    ]);
  });

  test('is scheduled at a proposed time by pressing its button', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    const form = oneForm('12-11-2026', '10:00', '12:00', otherPeople);
    const [slot] = slotsIn((await coordinator.post('/sessions/new', form)).text);
    const answer = await coordinator.post('/sessions/new', { ...form, slot: slot!.value });
    expect(answer.status).toBe(303);
    expect(
      await rowsOf('select local_date::text, start_time::text from session_part order by starts_at'),
    ).toEqual([
      { local_date: '2026-11-12', start_time: '09:30:00' },
      { local_date: '2026-11-12', start_time: '12:30:00' },
    ]);
  });

  test('keeps the parts of a day together in what is proposed', async () => {
    await schedule(oneDayForm(region));
    const answer = await coordinator.post(
      '/sessions/new',
      oneDayForm(region, { 'parts.0.trainerIds.0': otherTrainer }),
    );
    expect(slotsIn(answer.text)[0]!.label).toBe('vrijdag 13 november 2026, 09:30–12:30, 13:30–16:30');
    const form = oneDayForm(region, {
      'parts.0.trainerIds.0': otherTrainer,
      slot: slotsIn(answer.text)[0]!.value,
    });
    expect((await coordinator.post('/sessions/new', form)).status).toBe(303);
  });

  test('is another one in the same venue', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    const form = oneForm('2026-11-12', '09:30', '12:30', { ...otherPeople, 'parts.0.roomId': otherRoom });
    const page = await schedule(form);
    expect(readable((await coordinator.get(page)).text)).toContain('Voorbeeldzaal, Foyer');
  });

  test('is free again when the session is called off', async () => {
    const page = await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    await coordinator.post(`${page}/cancellation`);
    const again = await coordinator.post(
      '/sessions/new',
      oneForm('2026-11-12', '09:30', '12:30', otherPeople),
    );
    expect(again.status).toBe(303);
  });

  test('is given to one when four ask for it at the same moment', async () => {
    const form = oneForm('2026-11-12', '09:30', '12:30', otherPeople);
    const answers = await Promise.all([1, 2, 3, 4].map(() => coordinator.post('/sessions/new', form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400]);
  });

  test('names what took it in the meantime', async () => {
    const page = await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    await coordinator.post(`${page}/cancellation`);
    const { owner } = app.database;
    const rival = await owner.connect();
    await rival.query('begin');
    await rival.query('update session_part set called_off = false');
    const asked = coordinator.post('/sessions/new', oneForm('2026-11-12', '10:00', '12:00', otherPeople));
    await untilSomeoneWaits(owner);
    await rival.query('commit');
    rival.release();
    const answer = await asked;
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Voorbeeldzaal is op 12-11-2026, 09:30–12:30, al bezet');
  });

  test('cannot be booked twice past the application either', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    await schedule(oneForm('2026-11-12', '12:30', '14:00', otherPeople));
    await expect(
      app.database.owner.query("update session_part set starts_at = starts_at - interval '1 minute'"),
    ).rejects.toMatchObject({ constraint: 'room_for_one_session_at_a_time' });
  });
});

describe('a trainer', () => {
  test('needs time to travel to another venue', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    const far = { 'parts.0.roomId': await roomInUrk() };
    const answer = await coordinator.post('/sessions/new', oneForm('2026-11-12', '12:45', '14:00', far));
    expect(readable(answer.text)).toContain(
      'Tess Trainervoorbeeld geeft op 12-11-2026, 09:30–12:30, “Basistraining” op een andere locatie',
    );
    expect(slotsIn(answer.text)[0]!.label).toBe('donderdag 12 november 2026, 13:00–14:15');
    await schedule(oneForm('2026-11-12', '13:00', '14:00', far));
  });

  test('needs as much time as the region says', async () => {
    await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    const far = oneForm('2026-11-12', '12:45', '14:00', { 'parts.0.roomId': await roomInUrk() });
    const answers = [];
    for (const minutes of [16, 15]) {
      await app.database.owner.query('update region set travel_minutes = $1', [minutes]);
      answers.push((await coordinator.post('/sessions/new', far)).status);
    }
    await app.database.owner.query('update region set travel_minutes = 30');
    expect(answers).toEqual([400, 303]);
  });
});

describe('the API', () => {
  const plan = (changes: object) => ({
    courseId: region.courses.basic,
    payerMunicipalityId: region.municipalities.Almere,
    ...{ capacity: 16, minimum: 8, priceCents: 0 },
    parts: [{ date: '2026-11-12', startTime: '09:30', endTime: '12:30', ...changes }],
  });

  test('answers 409 for a room that is taken, with what is in the way and when it is free', async () => {
    await api.post('/sessions', plan({ roomId: region.roomId }));
    const answer = await api.post('/sessions', plan({ roomId: region.roomId }));
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({
      title: 'De zaal is dan al bezet',
      detail: expect.stringContaining('Vrij is: 12-11-2026 12:30–15:30; ') as string,
    });
  });

  test.each([
    ['http://overleg.example.nl/abc', 'an address without https'],
    ['https://naam@overleg.example.nl/abc', 'an address with a name in it'],
    ['javascript:alert(1)', 'a script'],
    [`https://overleg.example.nl/${'a'.repeat(500)}`, 'an address that is too long'],
  ])('refuses %s as joining link: %s', async (joiningLink) => {
    const answer = await api.post('/sessions', plan({ joiningLink }));
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'parts.0.joiningLink' }] });
  });

  test('lists the rooms of each venue', async () => {
    const { items } = (await api.get('/venues?q=Voorbeeldzaal')).json() as { items: object[] };
    expect(items).toMatchObject([
      {
        name: 'Voorbeeldzaal',
        route: null,
        rooms: [
          { id: otherRoom, name: 'Foyer', capacity: 40, accessibility: 'Drempelvrij' },
          { id: region.roomId, name: 'Voorbeeldzaal' },
        ],
      },
    ]);
  });
});

describe('a part on line', () => {
  const link = 'https://overleg.example.nl/abc?code=1';
  let page: string;
  beforeEach(async () => {
    page = await schedule(
      oneForm('2026-11-12', '09:30', '12:30', { 'parts.0.roomId': '', 'parts.0.joiningLink': link }),
    );
    await coordinator.post(`${page}/opening`);
  });

  const idOf = () => page.split('/').at(-1)!;
  const sees = async (client: Client) => (await client.get(page)).text.includes('overleg.example.nl');

  test('shows its link to the coordinator, the trainer and who has a seat, and to nobody else', async () => {
    const waiting = await createProfessional(app.database, region, 'Urk', 'Wil Wachtvoorbeeld');
    const stranger = await createProfessional(app.database, region, 'Urk', 'Vera Voorbeeld');
    await app.database.owner.query('update session set capacity = 1, minimum = 1 where id = $1', [idOf()]);
    await enrol(app, region, noor, idOf());
    await enrol(app, region, waiting, idOf());
    const people = {
      coordinator,
      trainer: await signIn(
        app,
        (await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId })).email,
      ),
      seated: await signIn(app, noor.email),
      otherTrainer: await signIn(
        app,
        (await createAccount(app.database, region, 'trainer', { trainerId: otherTrainer })).email,
      ),
      waiting: await signIn(app, waiting.email),
      stranger: await signIn(app, stranger.email),
      finance: await signIn(app, (await createAccount(app.database, region, 'finance')).email),
      contact: await signIn(
        app,
        (
          await createAccount(app.database, region, 'contact', {
            municipalityId: region.municipalities.Almere,
          })
        ).email,
      ),
    };
    const seen: Record<string, boolean> = {};
    for (const [who, client] of Object.entries(people)) seen[who] = await sees(client);
    expect(seen).toEqual({
      ...{ coordinator: true, trainer: true, seated: true },
      ...{ otherTrainer: false, waiting: false, stranger: false, finance: false, contact: false },
    });
  });

  test('is in the mail and the calendar of who has a seat, and not of who waits', async () => {
    const waiting = await createProfessional(app.database, region, 'Urk', 'Wil Wachtvoorbeeld');
    await app.database.owner.query('update session set capacity = 1, minimum = 1 where id = $1', [idOf()]);
    await enrol(app, region, noor, idOf());
    await enrol(app, region, waiting, idOf());
    await app.work();
    const [confirmed] = await mailsTo(app, noor);
    const [wait] = await mailsTo(app, waiting);
    expect(confirmed!.text_body).toContain(`Online meedoen: ${link}`);
    expect(confirmed!.calendar_file!.replaceAll('\r\n ', '')).toContain(`LOCATION:${link}`);
    expect(wait!.text_body).toContain('Plaats: Online');
    expect(wait!.text_body).not.toContain('overleg.example.nl');
  });

  test('shows that it is on line in the list of sessions', async () => {
    expect(readable((await coordinator.get('/sessions')).text)).toContain('12 november 2026 Online');
  });

  test('takes no room', async () => {
    expect(
      (await coordinator.post('/sessions/new', oneForm('2026-11-12', '09:30', '12:30', otherPeople))).status,
    ).toBe(303);
  });

  test('moves into a room, and then has no link any more', async () => {
    const form = { version: '2', date: '2026-11-12', startTime: '09:30', endTime: '12:30' };
    const answer = await coordinator.post(`${page}/parts/1`, {
      ...form,
      roomId: region.roomId,
      joiningLink: '',
    });
    expect(answer.status).toBe(303);
    expect(await rowsOf('select from joining_link')).toEqual([]);
  });

  test('keeps its link out of the audit trail', async () => {
    const kept = await rowsOf("select from audit_entry where concat(before, after) like '%overleg.example%'");
    expect(await rowsOf("select from audit_entry where action = 'schedule'")).not.toEqual([]);
    expect(kept).toEqual([]);
  });
});

describe('someone with a seat', () => {
  const elsewhere = {
    'parts.0.roomId': '',
    'parts.0.joiningLink': 'https://overleg.example.nl/',
    ...otherPeople,
  };
  const form = { version: '2', date: '2026-11-12', startTime: '10:00', endTime: '11:00' };
  let first: string;
  let second: string;

  beforeEach(async () => {
    first = await schedule(oneForm('2026-11-12', '09:30', '12:30'));
    second = await schedule(oneForm('2026-11-13', '09:30', '12:30', elsewhere));
    for (const page of [first, second]) {
      await coordinator.post(`${page}/opening`);
      await enrol(app, region, noor, page.split('/').at(-1)!);
    }
  });

  test('is in the way when the other session moves to the same time, by name', async () => {
    const answer = await coordinator.post(`${second}/parts/1`, {
      ...form,
      roomId: otherRoom,
      joiningLink: '',
    });
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain(
      'Noor Voorbeeld heeft op 12-11-2026, 09:30–12:30, al een plaats in “Basistraining”.',
    );
    expect(slotsIn(answer.text)[0]!.label).toBe('donderdag 12 november 2026, 08:30–09:30');
  });

  test('has one seat at a time in the database too', async () => {
    await expect(
      app.database.owner.query(
        "update session_part set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day' where room_id is null",
      ),
    ).rejects.toMatchObject({ constraint: 'professional_in_one_place_at_a_time' });
  });

  test('has time again when the other session is called off', async () => {
    await coordinator.post(`${first}/cancellation`);
    const answer = await coordinator.post(`${second}/parts/1`, {
      ...form,
      roomId: otherRoom,
      joiningLink: '',
    });
    expect(answer.status).toBe(303);
  });

  test('is found busy for a third session at that time, and free for one at another', async () => {
    const third = await schedule(oneForm('2026-11-12', '12:00', '15:00', elsewhere));
    const fourth = await schedule(oneForm('2026-11-12', '12:30', '15:00', elsewhere));
    const stranger = await createProfessional(app.database, region, 'Urk', 'Vera Voorbeeld');
    const db = app.app.get(Database, { strict: false });
    const busyAt = async (page: string) => {
      const session = { id: page.split('/').at(-1)!, organisationId: null };
      const people = [noor.id, stranger.id];
      return (await db.read(systemActor, (tx) => admission(tx, session, people))).busy;
    };
    const busy = await busyAt(third);
    expect([...busy]).toEqual([
      [
        noor.id,
        {
          ...{ professionalId: noor.id, sessionId: first.split('/').at(-1), course: 'Basistraining' },
          ...{ date: '2026-11-12', startTime: '09:30', endTime: '12:30' },
        },
      ],
    ]);
    expect(doubleBooked(busy.get(noor.id)!)).toMatchObject({
      code: 'professional-double-booked',
      params: { course: 'Basistraining', date: '12-11-2026', times: '09:30–12:30' },
    });
    expect([...(await busyAt(fourth))]).toEqual([]);
  });
});
