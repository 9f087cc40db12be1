import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTrainer } from '../support/attendance.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { faultsOf, importTexts } from '../support/imports.js';
import { createAccount, createRegion, createRoom, type TestRegion } from '../support/region.js';
import { oneDayForm, partFields, type SentForm } from '../support/sessions.js';
import { untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let trainer: Client;
let api: ApiClient;
let trainerApi: ApiClient;
let otherTrainer: string;
let availability: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  const own = await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId });
  trainer = await signIn(app, own.email);
  trainerApi = await apiClient(app, region.id, own.id);
  otherTrainer = await createTrainer(app.database, region);
  availability = `/trainers/${region.trainerId}/availability`;
});
afterAll(() => app.stop());
afterEach(() =>
  app.database.owner.query(
    `truncate session_part_trainer, session_part, seat_quota, session_price, session, trainer_skill, trainer_hours,
       trainer_absence cascade`,
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
    .replace(/\s+/g, ' ');

/** A session of one part on Thursday 12 November; its form. */
const oneForm = (startTime = '09:30', endTime = '12:30', changes: SentForm = {}): SentForm => ({
  ...oneDayForm(region, { 'parts.1.date': '', 'parts.1.roomId': '', 'parts.1.trainerIds.0': '' }),
  ...partFields(region, 0, '2026-11-12', startTime, endTime),
  ...changes,
});
const plan = (form: SentForm) => coordinator.post('/sessions/new', form);
const firstSlot = (html: string) => /name="slot" value="[^"]*">([^<]*)</.exec(html)?.[1];

const versionOf = async () =>
  (await rowsOf<{ version: number }>('select version from trainer where id = $1', [region.trainerId]))[0]!
    .version;

/** The form with working hours on Tuesdays and Thursdays. */
async function workOn(client: Client, tuesday: [string, string], thursday: [string, string]) {
  const days = [['', ''], tuesday, ['', ''], thursday, ['', ''], ['', ''], ['', '']];
  const fields = days.flatMap(([start, end], day) => [
    [`hours.${day}.startTime`, start!],
    [`hours.${day}.endTime`, end!],
  ]);
  return client.post(`/trainers/${region.trainerId}/hours`, {
    ...(Object.fromEntries(fields) as SentForm),
    version: String(await versionOf()),
  });
}

const awayOn = (date: string, changes: SentForm = {}) => ({
  ...{ firstDate: date, startTime: '', lastDate: date, endTime: '' },
  ...changes,
});
const reportAbsence = (client: Client, form: SentForm) =>
  client.post(`/trainers/${region.trainerId}/absences`, form);

describe('a coordinator', () => {
  test('adds a trainer, who can sign in and is asked when to work', async () => {
    const answer = await coordinator.post('/trainers', {
      ...{ name: 'Cas Trainervoorbeeld', email: 'Cas@Voorbeeld.example', providerId: region.providerId },
      courseIds: region.courses.basic,
    });
    expect(answer.status).toBe(303);
    const page = readable((await coordinator.follow(answer)).text);
    expect(page).toContain('Cas Trainervoorbeeld is toegevoegd en kan inloggen.');
    const cas = await signIn(app, 'cas@voorbeeld.example');
    expect((await cas.get('/availability')).location).toMatch(/^\/trainers\/.*\/availability$/);
    expect(readable((await coordinator.get('/trainers?q=cas')).text)).toContain('Basistraining elke dag');
  });

  test('chooses for which provider a trainer works, and finds the trainer by it', async () => {
    const other = await api.post('/providers', { name: 'Bureau Zo', crkbo: false, source: 'test' });
    const providerId = other.json()['id'] as string;
    const form = await coordinator.get('/trainers/new');
    expect(form.text).toContain(`<option value="${providerId}">Bureau Zo</option>`);
    const made = await api.post('/trainers', { name: 'Zoë Zo', email: 'zoe@voorbeeld.example', providerId });
    expect(made.json()).toMatchObject({ providerId, provider: 'Bureau Zo' });
    expect(readable((await coordinator.get('/trainers?q=bureau+zo')).text)).toContain('Zoë Zo');
    const id = made.json()['id'] as string;
    expect((await coordinator.get(`/trainers/${id}/edit`)).text).toContain(
      `<option value="${providerId}" selected>Bureau Zo</option>`,
    );
    await coordinator.post(`/trainers/${id}`, {
      ...{ name: 'Zoë Zo', email: 'zoe@voorbeeld.example', version: '1' },
      providerId: region.providerId,
    });
    expect(
      await rowsOf("select before, after from audit_entry where subject_id = $1 and action = 'change'", [id]),
    ).toEqual([{ before: { providerId }, after: { providerId: region.providerId } }]);
  });

  test('is asked for a provider when none is chosen, or one that is not of the region', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const who = { name: 'Zus Zo', email: 'zus@voorbeeld.example' };
    for (const [providerId, advice] of [
      ['', 'Kies een van de mogelijkheden.'],
      [elsewhere.providerId, 'Kies een aanbieder uit de lijst. Er is niets opgeslagen.'],
    ] as const) {
      const answer = await coordinator.post('/trainers', { ...who, providerId });
      expect([answer.status, answer.text.includes(advice)]).toEqual([400, true]);
    }
    const told = await api.post('/trainers', { ...who, providerId: elsewhere.providerId });
    expect([told.status, told.text.includes('Deze aanbieder kennen we niet')]).toEqual([409, true]);
    expect(await rowsOf('select from trainer where email = $1', [who.email])).toEqual([]);
  });

  test('reads trainers in with the name of their provider, which has to be there', async () => {
    const list = (provider: string) => ({
      'trainers.csv': `trainer;email;aanbieder\nIna Lijst;ina@voorbeeld.example;${provider}\n`,
    });
    const actor = { ...systemActor, regionId: region.id };
    expect(faultsOf(await importTexts(app, actor, list('Bureau Onbekend')))).toEqual([
      expect.stringContaining('Bureau Onbekend | Deze aanbieder kennen we niet.'),
    ]);
    expect(faultsOf(await importTexts(app, actor, list('ror')))).toEqual([]);
    expect(await rowsOf("select provider_id from trainer where email = 'ina@voorbeeld.example'")).toEqual([
      { provider_id: region.providerId },
    ]);
  });

  test('hears which address is in use already, with the form filled in', async () => {
    const [{ email }] = (await rowsOf<{ email: string }>('select email from trainer where id = $1', [
      otherTrainer,
    ])) as [{ email: string }];
    const answer = await coordinator.post('/trainers', {
      name: 'Tess <Twee>',
      email,
      providerId: region.providerId,
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`Iemand met het adres ${email} staat al in Leerlijn.`);
    expect(answer.text).toContain('value="Tess &lt;Twee&gt;"');
  });

  test('changes the address with which a trainer signs in', async () => {
    await coordinator.post('/trainers', {
      ...{ name: 'Dees Trainervoorbeeld', email: 'dees@voorbeeld.example', providerId: region.providerId },
    });
    const [dees] = await rowsOf<{ id: string }>(
      "select id from trainer where email = 'dees@voorbeeld.example'",
    );
    await coordinator.post(`/trainers/${dees!.id}`, {
      ...{
        name: 'Dees Anders',
        email: 'anders@voorbeeld.example',
        providerId: region.providerId,
        version: '1',
      },
    });
    expect(await rowsOf('select name, email from account where trainer_id = $1', [dees!.id])).toEqual([
      { name: 'Dees Anders', email: 'anders@voorbeeld.example' },
    ]);
  });

  test('does not undo what another one changed meanwhile', async () => {
    const path = `/trainers/${otherTrainer}`;
    const form = {
      name: 'Bo Een',
      email: 'bo@voorbeeld.example',
      providerId: region.providerId,
      version: '1',
    };
    await coordinator.post(path, form);
    const answer = await coordinator.post(path, { ...form, name: 'Bo Twee' });
    expect(answer.status).toBe(409);
    expect(await rowsOf('select name from trainer where id = $1', [otherTrainer])).toEqual([
      { name: 'Bo Een' },
    ]);
  });
});

describe('the courses that a trainer gives', () => {
  const give = async (...courseIds: string[]) =>
    api.put(
      `/trainers/${region.trainerId}`,
      {
        name: 'Tess Trainervoorbeeld',
        email: 'tess@voorbeeld.example',
        providerId: region.providerId,
        courseIds,
      },
      { 'if-match': `"${await versionOf()}"` },
    );

  test('are all courses as long as none is named', async () => {
    expect((await plan(oneForm())).status).toBe(303);
  });

  test('are the only ones that the form offers the trainer for, and others are refused by name', async () => {
    await give(region.courses.advanced);
    const form = await coordinator.get(`/sessions/new?course=${region.courses.basic}`);
    expect(form.text).not.toContain('Tess Trainervoorbeeld');
    const answer = await plan(oneForm());
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Tess Trainervoorbeeld geeft deze training niet.');
  });

  test('can be more than one', async () => {
    await give(region.courses.advanced, region.courses.basic);
    expect((await plan(oneForm())).status).toBe(303);
  });

  test('do not take a trainer away from what is planned', async () => {
    const { location } = await plan(oneForm());
    await give(region.courses.advanced);
    expect((await coordinator.get(location!)).text).toContain('Tess Trainervoorbeeld');
  });
});

describe('the working hours of a trainer', () => {
  test('keep planning out of other days and times, and the free times are within them', async () => {
    await workOn(trainer, ['10:00', '16:00'], ['13:00', '17:00']);
    const answer = await plan(oneForm());
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Tess Trainervoorbeeld werkt op 12-11-2026 van 13:00–17:00.');
    expect(firstSlot(answer.text)).toBe('donderdag 12 november 2026, 13:00–16:00');
    const day = await plan({ ...oneForm(), 'parts.0.date': '2026-11-13' });
    expect(readable(day.text)).toContain('13-11-2026 is een vrije dag van Tess Trainervoorbeeld.');
  });

  test('stay with what is planned already, which is shown beside them', async () => {
    await plan(oneForm());
    const answer = await coordinator.follow(
      await workOn(coordinator, ['10:00', '16:00'], ['13:00', '17:00']),
    );
    expect(readable(answer.text)).toContain('Basistraining, donderdag 12 november 2026, 09:30–12:30');
  });

  test('are seen by who has to wait for another one that sets them', async () => {
    const { owner } = app.database;
    const rival = await owner.connect();
    await rival.query('begin');
    await rival.query('select from trainer where id = $1 for no key update', [region.trainerId]);
    const asked = plan(oneForm());
    await untilSomeoneWaits(owner);
    await rival.query("insert into trainer_hours values ($1, 4, '13:00', '17:00')", [region.trainerId]);
    await rival.query('commit');
    rival.release();
    expect(readable((await asked).text)).toContain(
      'Tess Trainervoorbeeld werkt op 12-11-2026 van 13:00–17:00.',
    );
    expect(await rowsOf('select from session')).toEqual([]);
  });

  test('never hold a booking that two asked for at once and of which neither was within them', async () => {
    await workOn(trainer, ['10:00', '16:00'], ['13:00', '17:00']);
    const answers = await Promise.all([plan(oneForm('09:00', '12:00')), plan(oneForm('12:30', '14:00'))]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    const inside = await Promise.all([plan(oneForm('13:00', '15:00')), plan(oneForm('14:00', '16:00'))]);
    expect(inside.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  test('are kept by the database for what is booked from then on, and not for what stands already', async () => {
    await plan(oneForm());
    const { owner } = app.database;
    await owner.query("insert into trainer_hours values ($1, 4, '13:00', '17:00')", [region.trainerId]);
    await owner.query('update session_part_trainer set during = during');
    await expect(
      owner.query(
        "update session_part_trainer set during = tstzrange(lower(during), upper(during) + interval '1 minute')",
      ),
    ).rejects.toMatchObject({ constraint: 'trainer_works_when_booked' });
  });

  test('come back filled in when a day ends before it begins', async () => {
    const answer = await workOn(trainer, ['16:00', '10:00'], ['', '']);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="16:00"');
    expect(readable(answer.text)).toContain('Het einde moet na het begin liggen.');
  });
});

describe('the absence of a trainer', () => {
  test('is reported by the trainer, and keeps planning and the free times out of it', async () => {
    const answer = await reportAbsence(trainer, awayOn('2026-11-12', { lastDate: '2026-11-13' }));
    expect(answer.location).toBe(availability);
    expect(readable((await trainer.get(availability)).text)).toContain(
      'donderdag 12 november 2026 tot en met vrijdag 13 november 2026',
    );
    const refused = await plan(oneForm());
    expect(readable(refused.text)).toContain(
      'Tess Trainervoorbeeld is dan afwezig (12-11-2026 – 13-11-2026).',
    );
    expect(firstSlot(refused.text)).toBe('woensdag 11 november 2026, 09:30–12:30');
  });

  test('holds for a part that moves and for a series as well', async () => {
    const { location } = await plan(oneForm());
    await reportAbsence(trainer, awayOn('2026-11-19'));
    const moved = await coordinator.post(`${location}/parts/1`, {
      ...{ version: '1', date: '2026-11-19', startTime: '09:30', endTime: '12:30' },
      ...{ roomId: region.roomId, joiningLink: '' },
    });
    expect(readable(moved.text)).toContain('is dan afwezig (19-11-2026)');
    const series = await coordinator.get(`${location}/series/preview?everyWeeks=1&times=2`);
    expect(readable(series.text)).toContain('is dan afwezig (19-11-2026)');
    const copy = await api.post(`${location!.replace('/sessions', '/sessions')}/copies`, {
      firstDates: ['2026-11-19'],
    });
    expect(copy.json()).toMatchObject({ title: 'De trainer is dan afwezig' });
  });

  test('is over when it is withdrawn', async () => {
    await reportAbsence(trainer, awayOn('2026-11-12'));
    const [absence] = await rowsOf<{ id: string }>('select id from trainer_absence');
    await trainer.post(`/trainer-absences/${absence!.id}/withdrawal`);
    expect((await plan(oneForm())).status).toBe(303);
  });

  test('is refused for the time of a session, which is named', async () => {
    await plan(oneForm());
    const answer = await reportAbsence(trainer, awayOn('2026-11-12', { startTime: '12:00' }));
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('“Basistraining” (12-11-2026, 09:30–12:30)');
    expect((await reportAbsence(trainer, awayOn('2026-11-12', { startTime: '12:30' }))).status).toBe(303);
  });

  test('is nobody’s business but the trainer’s and the coordinators’', async () => {
    const colleague = await signIn(
      app,
      (await createAccount(app.database, region, 'trainer', { trainerId: otherTrainer })).email,
    );
    expect((await colleague.get(availability)).status).toBe(404);
    expect((await reportAbsence(colleague, awayOn('2026-12-01'))).status).toBe(404);
    expect(await rowsOf('select from trainer_absence')).toEqual([]);
  });

  test('cannot go with a session in the database either, whichever is written first', async () => {
    await plan(oneForm());
    const absent = [region.trainerId, region.id];
    await expect(
      app.database.owner.query(
        `insert into trainer_absence (id, trainer_id, region_id, first_date, last_date, during)
         values (gen_random_uuid(), $1, $2, '2026-11-12', '2026-11-12', tstzrange('2026-11-12', '2026-11-13'))`,
        absent,
      ),
    ).rejects.toMatchObject({ constraint: 'trainer_not_away_when_booked' });
    await reportAbsence(trainer, awayOn('2026-11-13'));
    await expect(
      app.database.owner.query(
        "update session_part_trainer set during = tstzrange('2026-11-13 09:00+01', '2026-11-13 10:00+01')",
      ),
    ).rejects.toMatchObject({ constraint: 'trainer_not_away_when_booked' });
  });

  test('comes first or the session does, when both are asked for at once', async () => {
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([plan(oneForm()), reportAbsence(trainer, awayOn('2026-11-12'))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
      await app.database.owner.query(
        'truncate session_part_trainer, session_part, session, trainer_absence cascade',
      );
    }
  });
});

describe('the time to travel', () => {
  async function urk(): Promise<string> {
    const [venue] = await rowsOf<{ id: string }>(
      `insert into venue (id, region_id, municipality_id, name, address) values (gen_random_uuid(), $1, $2, 'Haven', 'Kade 1')
       on conflict (municipality_id, name) do update set name = excluded.name returning id`,
      [region.id, region.municipalities.Urk],
    );
    return createRoom(app.database, { id: region.id, venueId: venue!.id }, `Kajuit ${Date.now()}`);
  }

  test('is kept by two who plan the same trainer at the same moment', async () => {
    const far = oneForm('12:45', '14:00', { 'parts.0.roomId': await urk() });
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([plan(oneForm()), plan(far)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
      await app.database.owner.query('truncate session_part_trainer, session_part, session cascade');
    }
  });

  test('is seen by who has to wait for another one that plans the same trainer', async () => {
    const { location } = await plan(oneForm('15:00', '16:00'));
    const { owner } = app.database;
    const rival = await owner.connect();
    await rival.query('begin');
    await rival.query('select from trainer where id = $1 for no key update', [region.trainerId]);
    const asked = plan(oneForm('12:45', '14:00', { 'parts.0.roomId': await urk() }));
    await untilSomeoneWaits(owner);
    const earlier = "starts_at - interval '3.5 hours', ends_at = ends_at - interval '3.5 hours'";
    await rival.query(`update session_part set starts_at = ${earlier}`);
    await rival.query(
      'update session_part_trainer set during = (select tstzrange(starts_at, ends_at) from session_part)',
    );
    await rival.query('commit');
    rival.release();
    expect(location).not.toBeNull();
    expect(readable((await asked).text)).toContain('op een andere locatie');
  });
});

describe('the API', () => {
  test('lets a trainer keep the own hours and absences, each by its version', async () => {
    const path = `/trainers/${region.trainerId}/hours`;
    const hours = [{ weekday: 2, startTime: '09:00', endTime: '17:00' }];
    const { headers } = await trainerApi.get(path);
    const changed = await trainerApi.put(path, { hours }, { 'if-match': headers.get('etag')! });
    expect(changed.json()).toEqual({ hours });
    expect((await trainerApi.put(path, { hours: [] }, { 'if-match': headers.get('etag')! })).status).toBe(
      412,
    );
    const absence = { firstDate: '2026-11-12', startTime: null, lastDate: '2026-11-12', endTime: '12:00' };
    const { id } = (await trainerApi.post(`/trainers/${region.trainerId}/absences`, absence)).json();
    const listed = await trainerApi.get(`/trainers/${region.trainerId}/absences`);
    expect(listed.json()).toMatchObject({ items: [{ id, ...absence }], total: 1 });
    expect((await trainerApi.post(`/trainer-absences/${String(id)}/withdrawal`)).status).toBe(204);
  });

  test('refuses an absence that ends before it begins, and one during a session by name', async () => {
    const path = `/trainers/${region.trainerId}/absences`;
    const backwards = await api.post(path, { firstDate: '2026-11-12', lastDate: '2026-11-11' });
    expect(backwards.json()).toMatchObject({ errors: [{ path: 'lastDate' }] });
    await plan(oneForm());
    const during = await api.post(path, { firstDate: '2026-11-12', lastDate: '2026-11-12' });
    expect(during.status).toBe(409);
    expect(during.json()['detail']).toContain('“Basistraining” (12-11-2026, 09:30–12:30)');
  });
});
