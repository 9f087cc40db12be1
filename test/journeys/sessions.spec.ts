import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';
import { allot, oneDayForm, partFields, quotaFields, type SentForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let elsewhere: TestRegion;
let coordinatorEmail: string;
let coordinator: Client;
let professional: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  elsewhere = await createRegion(app.database, 'Andere regio');
  await allot(app.database, region, {
    ...{ town: 'Almere', courseId: region.courses.basic, year: 2026, trainings: 6 },
  });
  const account = await createAccount(app.database, region, 'coordinator');
  coordinatorEmail = account.email;
  coordinator = await signIn(app, coordinatorEmail);
  api = await apiClient(app, region.id, account.id);
  professional = await signIn(app, (await createProfessional(app.database, region, 'Almere')).email);
});
afterAll(() => app.stop());
afterEach(async () => {
  await app.database.owner.query(
    'truncate session_part_trainer, session_part, seat_quota, session_price, enrolment, session cascade',
  );
  app.clock.set('2026-09-01T08:00:00Z');
});

async function rowsOf<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
  return (await app.database.owner.query<Row>(sql, params)).rows;
}

const sessionCount = async () =>
  (await rowsOf<{ count: number }>('select count(*)::int count from session'))[0]!.count;

/** Moves the clock so far that people must sign in again. */
async function coordinatorAt(instant: string): Promise<Client> {
  app.clock.set(instant);
  return signIn(app, coordinatorEmail);
}

/** Schedules with the form and gives the address of the new session. */
async function schedule(form: SentForm): Promise<string> {
  const answer = await coordinator.post('/sessions/new', form);
  if (!answer.location) throw new Error(`Not scheduled: ${answer.status} ${answer.text}`);
  return answer.location;
}

/** The page as one reads it: without mark-up, spaces as one. */
const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');

describe('scheduling', () => {
  test('begins with the course, and then knows its numbers, its price and what is left of the allotment', async () => {
    expect((await coordinator.get('/sessions/new')).text).toContain(region.courses.basic);
    const form = await coordinator.get(`/sessions/new?course=${region.courses.basic}`);
    expect(form.text).toContain('Almere – nog 6 van 6 in 2026');
    expect(form.text).toContain('Laat leeg voor de prijs uit de prijslijst');
    expect(form.text).toContain('name="parts.1.date"');
    expect(form.text).not.toContain('name="parts.2.date"');
  });

  test('asks for a price where the catalogue has none', async () => {
    await app.database.owner.query('delete from course_price where course_id = $1', [
      elsewhere.courses.basic,
    ]);
    const { email } = await createAccount(app.database, elsewhere, 'coordinator');
    const page = await (await signIn(app, email)).get(`/sessions/new?course=${elsewhere.courses.basic}`);
    expect(page.text).toContain('In het aanbod staat nog geen prijs');
    expect(page.text).not.toContain('Laat leeg voor de prijs');
  });

  test('adds a part to the form without losing what was filled in', async () => {
    const answer = await coordinator.post('/sessions/new', oneDayForm(region, { then: 'add-part' }));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('name="parts.2.date"');
    expect(answer.text).toContain('value="2026-11-12"');
    expect(await sessionCount()).toBe(0);
  });

  test('saves a one-day basic session that only coordinators see until it is opened', async () => {
    const page = await schedule({ ...oneDayForm(region), ...quotaFields(region, { Dronten: 4, Urk: 2 }) });
    expect((await coordinator.get(page)).text).toContain('12 november 2026');
    expect((await professional.get(page)).status).toBe(404);
    expect((await professional.get('/sessions')).text).not.toContain('Basistraining');
    const opened = await coordinator.follow(await coordinator.post(`${page}/opening`));
    expect(opened.text).toContain('De inschrijving is open.');
    expect((await professional.get('/sessions')).text).toContain('Basistraining');
    expect(readable((await professional.get(page)).text)).toContain('Schrijf u in');
  });

  test('saves a two-day advanced session with its four parts and the seats held for municipalities', async () => {
    await schedule({
      ...oneDayForm(region, { courseId: region.courses.advanced }),
      ...partFields(region, 2, '2026-11-19', '09:30', '12:30'),
      ...partFields(region, 3, '2026-11-19', '13:30', '16:30'),
      ...quotaFields(region, { Dronten: 4, Urk: 2 }),
    });
    expect(
      await rowsOf(
        `select ordinal, local_date::text date, left(start_time::text, 5) "start" from session_part order by ordinal`,
      ),
    ).toEqual([
      { ordinal: 1, date: '2026-11-12', start: '09:30' },
      { ordinal: 2, date: '2026-11-12', start: '13:30' },
      { ordinal: 3, date: '2026-11-19', start: '09:30' },
      { ordinal: 4, date: '2026-11-19', start: '13:30' },
    ]);
    expect(
      await rowsOf(
        'select m.name, q.seats from seat_quota q join municipality m on m.id = q.municipality_id order by 1',
      ),
    ).toEqual([
      { name: 'Dronten', seats: 4 },
      { name: 'Urk', seats: 2 },
    ]);
  });

  test('leaves out parts at the end that were not filled in', async () => {
    const blank = { 'parts.1.date': '', 'parts.1.roomId': '', 'parts.1.trainerIds.0': '' };
    await schedule(oneDayForm(region, blank));
    expect(await rowsOf('select ordinal from session_part')).toEqual([{ ordinal: 1 }]);
  });

  test('sets the release date four weeks before the first day when none is filled in', async () => {
    await schedule(oneDayForm(region));
    expect(await rowsOf('select release_on::text from session')).toEqual([{ release_on: '2026-10-15' }]);
  });

  test('follows the price list, unless another amount was agreed', async () => {
    const listed = await schedule(oneDayForm(region));
    expect(readable((await coordinator.get(listed)).text)).toContain(
      '€ 2.500,00 (voorbeeld), volgens de prijslijst',
    );
    await schedule(
      oneDayForm(region, {
        ...partFields(region, 0, '2026-11-13', '09:30', '12:30'),
        ...partFields(region, 1, '2026-11-13', '13:30', '16:30'),
        priceCents: '1.999,50',
      }),
    );
    expect(await rowsOf('select price_cents, is_demo from session_price order by price_cents')).toEqual([
      { price_cents: '199950', is_demo: false },
    ]);
  });

  test('means the same clock times on both sides of 25 October 2026', async () => {
    await schedule(
      oneDayForm(region, {
        ...partFields(region, 0, '2026-10-24', '09:30', '12:30'),
        ...partFields(region, 1, '2026-10-26', '09:30', '12:30'),
      }),
    );
    const parts = await rowsOf<{ starts_at: Date }>('select starts_at from session_part order by ordinal');
    expect(parts.map(({ starts_at }) => starts_at.toISOString())).toEqual([
      '2026-10-24T07:30:00.000Z',
      '2026-10-26T08:30:00.000Z',
    ]);
  });

  test.each(['contact', 'trainer', 'finance', 'administrator', 'professional'] as const)(
    'is not for a %s',
    async (role) => {
      const { email } = await createAccount(app.database, region, role, {
        municipalityId: region.municipalities.Almere,
        trainerId: region.trainerId,
        professionalId: (await createProfessional(app.database, region, 'Almere', 'Sam Voorbeeld')).id,
      });
      const client = await signIn(app, email);
      const answers = [
        await client.get('/sessions/new'),
        await client.post('/sessions/new', oneDayForm(region)),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
      expect(await sessionCount()).toBe(0);
    },
  );
});

describe('a plan that cannot be', () => {
  test.each<[string, SentForm, string]>([
    ['a date that does not exist', { 'parts.0.date': '2027-02-30' }, 'Vul een datum in die bestaat'],
    ['an end before the start', { 'parts.0.endTime': '09:00' }, 'De eindtijd moet na de begintijd liggen.'],
    ['parts that overlap', { 'parts.1.startTime': '12:00' }, 'begint voordat het vorige klaar is'],
    ['a part in the past', { 'parts.0.date': '2026-08-31' }, 'Dit moment is al voorbij.'],
    ['a minimum over the capacity', { minimum: '17' }, 'Het minimum kan niet hoger zijn'],
    ['a capacity over that of the room', { capacity: '41' }, 'In Voorbeeldzaal passen 40 mensen.'],
    ['a release date after the first day', { releaseOn: '2026-11-13' }, 'kan niet na de eerste dag liggen'],
    ['a price of 31 digits', { priceCents: '1'.repeat(31) }, 'Vul een bedrag in, bijvoorbeeld'],
    ['a negative price', { priceCents: '-5' }, 'Vul een bedrag van 0 of hoger in.'],
    ['a number that is none', { capacity: 'veel' }, 'Vul een heel getal in'],
    ['a time with a NUL in it', { 'parts.0.startTime': '09:3\0' }, 'Er staat een teken in'],
    ['no paying municipality', { payerMunicipalityId: '' }, 'Kies een van de mogelijkheden.'],
  ])('is refused for %s, filled in again, with nothing saved', async (_what, changes, message) => {
    const answer = await coordinator.post('/sessions/new', oneDayForm(region, changes));
    expect(answer.status).toBe(400);
    expect(readable(answer.text).toLowerCase()).toContain(message.toLowerCase());
    expect(answer.text).toContain('value="16:30"');
    expect(await sessionCount()).toBe(0);
  });

  test('is refused for more reserved seats than there are', async () => {
    const quotas = quotaFields(region, { Dronten: 10, Urk: 7 });
    const answer = await coordinator.post('/sessions/new', { ...oneDayForm(region), ...quotas });
    expect(readable(answer.text)).toContain('U reserveert 17 plaatsen, maar er zijn er 16.');
    expect(await sessionCount()).toBe(0);
  });

  test('is refused for a trainer who is needed elsewhere, and says in which session', async () => {
    await schedule(oneDayForm(region));
    const answer = await coordinator.post(
      '/sessions/new',
      oneDayForm(region, { courseId: region.courses.advanced }),
    );
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain(
      'Tess Trainervoorbeeld geeft op 12-11-2026, 09:30–12:30, al “Basistraining”.',
    );
    expect(await sessionCount()).toBe(1);
  });

  test.each<[string, SentForm]>([
    ['room', { 'parts.0.roomId': 'roomId' }],
    ['trainer', { 'parts.0.trainerIds.0': 'trainerId' }],
  ])('is refused for a %s of another region', async (_what, field) => {
    const [[name, key]] = Object.entries(field) as [[string, 'roomId' | 'trainerId']];
    const answer = await coordinator.post('/sessions/new', oneDayForm(region, { [name]: elsewhere[key] }));
    expect(answer.status).toBe(400);
    expect(await sessionCount()).toBe(0);
  });

  test('is not found for a course of another region', async () => {
    const form = oneDayForm(region, { courseId: elsewhere.courses.basic });
    expect((await coordinator.post('/sessions/new', form)).status).toBe(404);
  });

  test('is refused for field names that are not of the form', async () => {
    const answer = await coordinator.post('/sessions/new', oneDayForm(region, { '__proto__.x': '1' }));
    expect(answer.status).toBe(400);
    expect(await sessionCount()).toBe(0);
  });

  test('is scheduled once when two coordinators book the same trainer at the same moment', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => coordinator.post('/sessions/new', oneDayForm(region))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400]);
    expect(await sessionCount()).toBe(1);
  });
});

describe('the life of a session', () => {
  test('frees the trainer when it is called off, after saying how many people get a mail', async () => {
    const page = await schedule(oneDayForm(region));
    await coordinator.post(`${page}/opening`);
    await professional.post(`${page}/enrolment`);
    expect(readable((await coordinator.get(`${page}/cancellation`)).text)).toContain(
      '1 persoon is ingeschreven of wacht',
    );
    const done = await coordinator.follow(await coordinator.post(`${page}/cancellation`));
    expect(done.text).toContain('Afgelast');
    await schedule(oneDayForm(region));
    expect(await sessionCount()).toBe(2);
  });

  test('does not open when its first day is over', async () => {
    const page = await schedule(oneDayForm(region));
    const later = await coordinatorAt('2026-11-12T08:45:00Z');
    expect((await later.post(`${page}/opening`)).status).toBe(409);
    expect(await rowsOf('select status from session')).toEqual([{ status: 'draft' }]);
  });

  test('is opened once', async () => {
    const page = await schedule(oneDayForm(region));
    const answers = [await coordinator.post(`${page}/opening`), await coordinator.post(`${page}/opening`)];
    expect(answers.map(({ status }) => status)).toEqual([303, 409]);
  });

  test.each(['opening', 'cancellation'])('is not for a professional to change: %s', async (step) => {
    const page = await schedule(oneDayForm(region));
    expect((await professional.post(`${page}/${step}`)).status).toBe(403);
  });
});

describe('moving a part', () => {
  const moved = { version: '1', date: '2026-11-11', startTime: '10:00', endTime: '12:00' };

  test('takes the trainer along, tells the calendars and brings the release date with it', async () => {
    const page = await schedule(oneDayForm(region, { releaseOn: '2026-11-12' }));
    const answer = await coordinator.post(`${page}/parts/1`, { ...moved, roomId: region.roomId });
    expect(answer.status).toBe(303);
    expect(
      await rowsOf(
        `select p.starts_at, lower(t.during) booked, s.calendar_sequence, s.version, s.release_on::text from session_part p
         join session s on s.id = p.session_id join session_part_trainer t on t.part_id = p.id where p.ordinal = 1`,
      ),
    ).toEqual([
      {
        starts_at: new Date('2026-11-11T09:00:00Z'),
        booked: new Date('2026-11-11T09:00:00Z'),
        calendar_sequence: 1,
        version: 2,
        release_on: '2026-11-11',
      },
    ]);
    expect(await rowsOf("select from outbox where fact = 'session.moved'")).toHaveLength(1);
  });

  test('is refused when someone else changed the session in the meantime', async () => {
    const page = await schedule(oneDayForm(region));
    await coordinator.post(`${page}/opening`);
    const answer = await coordinator.post(`${page}/parts/1`, { ...moved, roomId: region.roomId });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Iemand anders heeft dit intussen gewijzigd');
  });

  test.each<[string, SentForm, string]>([
    ['into the next part', { date: '2026-11-12', endTime: '14:00' }, 'eindigt nadat het volgende begint'],
    ['into the past', { date: '2026-08-01' }, 'Dit moment is al voorbij.'],
    ['to a date that does not exist', { date: '2026-11-31' }, 'Vul een datum in die bestaat'],
  ])('is refused %s, and the part stays where it was', async (_where, changes, message) => {
    const page = await schedule(oneDayForm(region));
    const form = { ...moved, roomId: region.roomId, ...changes };
    const answer = await coordinator.post(`${page}/parts/1`, form);
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain(message);
    expect(await rowsOf('select local_date::text date from session_part where ordinal = 1')).toEqual([
      { date: '2026-11-12' },
    ]);
  });

  test('says in which session the trainer is needed then', async () => {
    await schedule(oneDayForm(region));
    const other = await schedule(
      oneDayForm(region, {
        ...partFields(region, 0, '2026-11-20', '09:30', '12:30'),
        ...partFields(region, 1, '2026-11-20', '13:30', '16:30'),
      }),
    );
    const form = { ...moved, date: '2026-11-12', roomId: region.roomId };
    const answer = await coordinator.post(`${other}/parts/1`, form);
    expect(readable(answer.text)).toContain(
      'Tess Trainervoorbeeld geeft op 12-11-2026, 09:30–12:30, al “Basistraining”.',
    );
  });

  test('is not possible for a part that has begun', async () => {
    const page = await schedule(oneDayForm(region));
    await coordinator.post(`${page}/opening`);
    const later = await coordinatorAt('2026-11-12T09:00:00Z');
    expect((await later.get(`${page}/parts/1`)).status).toBe(409);
    expect((await later.get(`${page}/parts/2`)).status).toBe(200);
  });

  test('finds no part that is not there', async () => {
    const page = await schedule(oneDayForm(region));
    expect((await coordinator.get(`${page}/parts/7`)).status).toBe(404);
    expect((await coordinator.get(`${page}/parts/een`)).status).toBe(404);
  });
});

describe('the list and the page of a session', () => {
  test('say how many seats are free and how many people wait', async () => {
    const id = await createSession(app.database, region, { capacity: 12 });
    await app.database.owner.query('update session set seats_taken = 8 where id = $1', [id]);
    expect(readable((await professional.get('/sessions')).text)).toContain('4 van 12 plaatsen vrij');
    await app.database.owner.query('update session set seats_taken = 12, waiting_count = 3 where id = $1', [
      id,
    ]);
    expect(readable((await professional.get('/sessions')).text)).toContain('vol, 3 wachtenden');
  });

  test('show a professional the own place in the waiting list', async () => {
    const id = await createSession(app.database, region, { capacity: 1, quotas: { Dronten: 1 } });
    await professional.post(`/sessions/${id}/enrolment`);
    const page = readable((await professional.get(`/sessions/${id}`)).text);
    expect(page).toContain('U staat op nummer 1 van de wachtlijst.');
    expect(page).toContain('Ga van de wachtlijst af');
  });

  test.each([
    ['the day before', '2026-09-02', false],
    ['the day itself', '2026-09-01', true],
  ])('say on %s of the release that reserved seats are open to everyone', async (_day, releaseOn, said) => {
    const id = await createSession(app.database, region, { quotas: { Dronten: 2 }, releaseOn });
    const page = readable((await coordinator.get(`/sessions/${id}`)).text);
    expect(page.includes('De vrijgavedatum is bereikt.')).toBe(said);
  });

  test('narrow the list down by what the address says', async () => {
    await createSession(app.database, region, { date: '2026-11-12' });
    const text = async (query: string) => readable((await coordinator.get(`/sessions?${query}`)).text);
    expect(await text('q=basis&level=basic&from=2026-11-12')).toContain('12 november 2026');
    for (const query of ['q=nergens', 'level=advanced', 'from=2026-11-13', 'show=closed'])
      expect(await text(query)).toContain('Er zijn geen uitvoeringen die hierbij passen');
    expect(await text(`municipality=${region.municipalities.Almere}`)).toContain('12 november 2026');
    expect(await text(`municipality=${region.municipalities.Urk}`)).not.toContain('12 november 2026');
  });

  test.each([
    'page=-1',
    'page=999999999999',
    'show=%00',
    'from=2026-02-30',
    'municipality=x',
    'q=%00',
    'q[]=1',
    'order=x',
  ])('take an address that makes no sense (%s) for one without it', async (query) => {
    await createSession(app.database, region);
    const answer = await coordinator.get(`/sessions?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Basistraining');
  });

  test('have pages of fifty', async () => {
    for (let i = 0; i < 51; i++) await createSession(app.database, region);
    expect(
      (await coordinator.get('/sessions?page=2')).text.match(/href="\/sessions\/[0-9a-f-]{36}"/g),
    ).toHaveLength(1);
  });

  test('keep the price from everyone but coordinator and finance', async () => {
    const id = await createSession(app.database, region);
    const finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
    const shown = [coordinator, finance, professional].map(async (client) =>
      (await client.get(`/sessions/${id}`)).text.includes('2.500,00'),
    );
    expect(await Promise.all(shown)).toEqual([true, true, false]);
    expect(readable((await finance.get(`/sessions/${id}`)).text)).toContain('(voorbeeld)');
  });

  test('show a contact only the own municipality of those who take seats', async () => {
    const id = await createSession(app.database, region, { quotas: { Dronten: 2, Urk: 3 } });
    const { email } = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Dronten,
    });
    const page = readable((await (await signIn(app, email)).get(`/sessions/${id}`)).text);
    expect(page).toContain('Dronten 2 0 0');
    expect(page).not.toContain('Urk');
  });

  test('are not there for people of another region', async () => {
    const id = await createSession(app.database, region);
    const { email } = await createAccount(app.database, elsewhere, 'coordinator');
    const client = await signIn(app, email);
    expect((await client.get(`/sessions/${id}`)).status).toBe(404);
    expect((await client.post(`/sessions/${id}/cancellation`)).status).toBe(404);
    expect((await client.get('/sessions?show=all')).text).not.toContain('Basistraining');
  });
});

describe('the API', () => {
  const plan = () => ({
    courseId: region.courses.basic,
    payerMunicipalityId: region.municipalities.Almere,
    ...{ capacity: 16, minimum: 8, priceCents: 199950 },
    parts: [
      {
        ...{ date: '2026-11-12', startTime: '09:30', endTime: '16:30' },
        ...{ roomId: region.roomId, trainerIds: [region.trainerId] },
      },
    ],
    quotas: [{ municipalityId: region.municipalities.Urk, seats: 3 }],
  });

  test('schedules, opens and calls off a session', async () => {
    const made = await api.post('/sessions', plan());
    expect(made.status).toBe(201);
    const session = made.json() as { id: string };
    expect(made.json()).toMatchObject({
      ...{
        status: 'draft',
        priceCents: 199950,
        releaseOn: '2026-10-15',
        startsAt: '2026-11-12T08:30:00.000Z',
      },
    });
    expect((await api.post(`/sessions/${session.id}/opening`)).json()).toMatchObject({ status: 'open' });
    expect((await api.get('/sessions?status=open')).json()).toMatchObject({
      total: 1,
      items: [{ id: session.id }],
    });
    expect((await api.get(`/sessions/${session.id}/parts`)).json()).toMatchObject({
      items: [{ ordinal: 1, date: '2026-11-12', startTime: '09:30', roomId: region.roomId }],
    });
    expect((await api.get(`/sessions/${session.id}/seat-quotas`)).json()).toMatchObject({
      items: [{ municipalityId: region.municipalities.Urk, seats: 3 }],
    });
    expect((await api.post(`/sessions/${session.id}/cancellation`)).json()).toMatchObject({
      status: 'cancelled',
    });
  });

  test('names every fault of a plan at once, with its place', async () => {
    const wrong = { ...plan(), minimum: 17, releaseOn: '2026-12-01' };
    const answer = await api.post('/sessions', wrong);
    expect(answer.status).toBe(400);
    expect(answer.type).toContain('application/problem+json');
    const { errors } = answer.json() as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['minimum', 'releaseOn']);
    expect(await sessionCount()).toBe(0);
  });

  test('answers 409 for a trainer who is needed elsewhere', async () => {
    await api.post('/sessions', plan());
    const answer = await api.post('/sessions', plan());
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ title: 'De trainer geeft dan al een andere training' });
  });
});
