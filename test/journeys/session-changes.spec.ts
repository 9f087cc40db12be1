import { startApp, type TestApp } from '../support/app.js';
import { createTrainer } from '../support/attendance.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { oneDayForm, partFields, type SentForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;
let bo: string;
let seated: TestProfessional;
let waiting: TestProfessional;
/** Of a session with room for one, open; Noor has the seat and Wil waits. */
let page: string;

const link = 'https://overleg.example.nl/abc';

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  bo = await createTrainer(app.database, region);
  seated = await createProfessional(app.database, region, 'Almere');
  waiting = await createProfessional(app.database, region, 'Urk', 'Wil Wachtvoorbeeld');
  for (const town of ['Urk', 'Dronten'] as const) {
    const contact = { municipalityId: region.municipalities[town] };
    await createAccount(app.database, region, 'contact', { ...contact, name: `Carla ${town}` });
  }
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.owner.query(
    `truncate session_part_trainer, session_part, seat_quota, session_price, enrolment, message, outbox, job, trainer_skill,
       session cascade`,
  );
  page = await schedule(oneForm({ capacity: '1', minimum: '1' }));
  await coordinator.post(`${page}/opening`);
  await enrol(app, region, seated, idOf());
  await enrol(app, region, waiting, idOf());
  await app.work();
  await app.database.owner.query("update message set created_at = created_at - interval '1 day'");
});

async function rowsOf<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
  return (await app.database.owner.query<Row>(sql, params)).rows;
}
const idOf = () => page.split('/').at(-1)!;
const versionOf = async () =>
  String(
    (await rowsOf<{ version: number }>('select version from session where id = $1', [idOf()]))[0]!.version,
  );
const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** A session of one part on line on Thursday 12 November, given by Tess. */
const oneForm = (changes: SentForm = {}): SentForm => ({
  ...oneDayForm(region, { 'parts.1.date': '', 'parts.1.roomId': '', 'parts.1.trainerIds.0': '' }),
  ...partFields(region, 0, '2026-11-12', '09:30', '12:30'),
  ...{ 'parts.0.roomId': '', 'parts.0.joiningLink': link },
  ...changes,
});
async function schedule(form: SentForm): Promise<string> {
  const answer = await coordinator.post('/sessions/new', form);
  if (!answer.location) throw new Error(`Not scheduled: ${answer.status} ${answer.text}`);
  return answer.location;
}
const changePart = async (changes: SentForm = {}) => {
  const answer = await coordinator.post(`${page}/parts/1`, {
    ...{ version: await versionOf(), date: '2026-11-12', startTime: '09:30', endTime: '12:30' },
    ...{ roomId: '', joiningLink: link, 'trainerIds.0': region.trainerId, 'trainerIds.1': '' },
    ...changes,
  });
  await app.work();
  return answer;
};
/** Who got which mails since the test began. */
async function mailed(): Promise<string[]> {
  const rows = await rowsOf<{ mail: string }>(
    `select concat_ws(' ', split_part(to_name, ' ', 1), reason, calendar_method) mail from message
     where created_at > (select min(created_at) from message) order by 1`,
  );
  return rows.map(({ mail }) => mail);
}
const calendarsTo = async (name: string) =>
  (
    await rowsOf<{ file: string }>(
      "select calendar_file file from message where to_name like $1 || '%' order by created_at, id",
      [name],
    )
  ).map(({ file }) => file.replaceAll('\r\n ', ''));

describe('opening a session', () => {
  test('tells its trainer once, with the appointment', async () => {
    const [invitation, ...more] = await calendarsTo('Tess');
    expect(more).toEqual([]);
    expect(invitation).toContain('METHOD:REQUEST');
    expect(invitation).toContain(`UID:${idOf()}-${region.trainerId}-1@localhost`);
    expect(invitation).toContain('DTSTART;TZID=Europe/Amsterdam:20261112T093000');
  });
});

describe('changing a part', () => {
  test('to another trainer tells both trainers and who has a seat, and not who waits', async () => {
    expect((await changePart({ 'trainerIds.0': bo })).status).toBe(303);
    expect(await mailed()).toEqual([
      'Bo trainer.planned REQUEST',
      'Noor session.changed REQUEST',
      'Tess trainer.left CANCEL',
    ]);
    const [first, last] = await calendarsTo('Tess');
    const uid = /UID:.*/.exec(first!)![0];
    expect(last).toContain(uid);
    expect(last).toContain('STATUS:CANCELLED');
    expect((await coordinator.get(page)).text).toContain('Bo Trainervoorbeeld');
  });

  test('to another link tells who has a seat and the trainer, with the link', async () => {
    await changePart({ joiningLink: 'https://overleg.example.nl/nieuw' });
    expect(await mailed()).toEqual(['Noor session.changed REQUEST', 'Tess trainer.changed REQUEST']);
    const mails = await mailsTo(app, seated);
    expect(mails.at(-1)!.text_body).toContain('https://overleg.example.nl/nieuw');
  });

  test('to another time tells everyone once, also who waits', async () => {
    await changePart({ startTime: '10:00', 'trainerIds.1': bo });
    expect(await mailed()).toEqual([
      'Bo trainer.planned REQUEST',
      'Carla contact.moved',
      'Noor session.moved REQUEST',
      'Tess trainer.changed REQUEST',
      'Wil session.moved',
    ]);
  });

  test('tells a trainer who leaves it and gives another one that once, and nothing to who gives only the other', async () => {
    const days = [
      ['2026-11-19', '09:30', '12:30'],
      ['2026-11-19', '13:30', '16:30'],
      ['2026-11-20', '09:30', '12:30'],
      ['2026-11-20', '13:30', '16:30'],
    ] as const;
    const parts = days.map(([date, from, until], index) => partFields(region, index, date, from, until));
    page = await schedule({
      ...oneDayForm(region, { courseId: region.courses.advanced }),
      ...parts.reduce((form, part) => ({ ...form, ...part })),
      ...{ 'parts.2.trainerIds.0': bo, 'parts.3.trainerIds.0': bo },
    });
    await coordinator.post(`${page}/opening`);
    await app.work();
    await app.database.owner.query('update message set created_at = (select min(created_at) from message)');
    const cas = await createTrainer(app.database, region);
    await changePart({
      ...{
        date: '2026-11-19',
        startTime: '09:45',
        roomId: region.roomId,
        joiningLink: '',
        'trainerIds.0': cas,
      },
    });
    expect(await mailed()).toEqual(['Bo trainer.planned REQUEST', 'Tess trainer.left CANCEL']);
    const [letter] = await rowsOf<{ text: string; file: string }>(
      "select text_body text, calendar_file file from message where reason = 'trainer.left'",
    );
    expect(letter!.text).toContain('U geeft nog wel dagdeel 2.');
    expect(letter!.file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('to what it was already tells nobody and changes no version', async () => {
    const version = await versionOf();
    await changePart();
    expect([await mailed(), await versionOf()]).toEqual([[], version]);
  });

  test('keeps the trainers when a program does not name them', async () => {
    const { headers } = await api.get(`/sessions/${idOf()}`);
    const part = { date: '2026-11-13', startTime: '09:30', endTime: '12:30', joiningLink: link };
    const path = `/sessions/${idOf()}/parts/1`;
    const changed = await api.put(path, part, { 'if-match': headers.get('etag')! });
    expect(changed.json()).toMatchObject({ ordinal: 1, date: '2026-11-13', trainerIds: [region.trainerId] });
    expect((await api.put(path, part, { 'if-match': headers.get('etag')! })).status).toBe(412);
  });

  test('is refused for a trainer who gives other courses, and the form comes back filled in', async () => {
    await app.database.owner.query('insert into trainer_skill values ($1, $2)', [
      bo,
      region.courses.advanced,
    ]);
    const answer = await changePart({ 'trainerIds.0': bo });
    expect(answer.status).toBe(400);
    expect(readable(answer.text)).toContain('Bo Trainervoorbeeld geeft deze training niet.');
    expect(await mailed()).toEqual([]);
  });

  test('of a draft tells nobody', async () => {
    page = await schedule(oneForm({ 'parts.0.date': '2026-11-19' }));
    await changePart({ date: '2026-11-20', 'trainerIds.0': bo });
    expect(await mailed()).toEqual([]);
    expect(readable((await coordinator.get(`${page}/parts/1`)).text)).toContain('Er gaat geen mail uit.');
  });

  test('says beforehand who hears of what', async () => {
    const form = readable((await coordinator.get(`${page}/parts/1`)).text);
    expect(form).toContain('krijgen 2 mensen die zijn ingeschreven of wachten een mail');
    expect(form).toContain('krijgt 1 persoon met een plaats een mail');
    expect(form).toContain('De trainers krijgen een mail');
  });

  test('is in the audit trail, without the joining link', async () => {
    await changePart({ 'trainerIds.0': bo });
    const [deed] = await rowsOf<{ before: object; after: object }>(
      "select before, after from audit_entry where action = 'change' and subject_id = $1",
      [idOf()],
    );
    expect(deed).toMatchObject({ before: { trainerIds: [region.trainerId] }, after: { trainerIds: [bo] } });
    expect(JSON.stringify(deed)).not.toContain('overleg.example');
  });
});

describe('calling a session off', () => {
  test('takes the appointment out of the trainer’s calendar', async () => {
    await coordinator.post(`${page}/cancellation`);
    await app.work();
    expect((await mailed()).filter((mail) => mail.startsWith('Tess'))).toEqual([
      'Tess trainer.calledOff CANCEL',
    ]);
  });

  test('tells everybody concerned once: with a seat, waiting, the trainer and the contacts of their municipalities', async () => {
    await coordinator.post(`${page}/cancellation`);
    await app.work();
    await app.work();
    expect(await mailed()).toEqual([
      'Carla contact.calledOff',
      'Noor session.cancelled CANCEL',
      'Tess trainer.calledOff CANCEL',
      'Wil session.cancelled',
    ]);
    const [letter] = await rowsOf<{ text: string }>(
      "select text_body text from message where reason = 'contact.calledOff'",
    );
    expect(letter!.text).toContain('Er was 1 persoon uit uw gemeente ingeschreven of op de wachtlijst.');
    expect(letter!.text).not.toContain('Wil');
  });

  test('does not tell a trainer who never heard of it', async () => {
    page = await schedule(oneForm({ 'parts.0.date': '2026-11-19' }));
    await coordinator.post(`${page}/cancellation`);
    await app.work();
    expect(await mailed()).toEqual([]);
  });
});

describe('the details of a session', () => {
  const details = async (changes: SentForm = {}) => ({
    ...{ version: await versionOf(), decideOn: '01-11-2026', priceCents: '3.000,00' },
    payerMunicipalityId: region.municipalities.Urk,
    ...changes,
  });

  test('are changed on screen, without a mail', async () => {
    expect((await coordinator.post(`${page}/edit`, await details())).status).toBe(303);
    expect((await coordinator.get(`${page}/edit`)).text).toContain('value="3000,00"');
    const shown = readable((await coordinator.get(page)).text);
    expect(shown).toContain('Besluitdatum 1 november 2026');
    expect(shown).toContain('Betalende gemeente Urk');
    expect(shown).toContain('€ 3.000,00');
    await app.work();
    expect(await mailed()).toEqual([]);
  });

  test('come back filled in when something is wrong', async () => {
    const answer = await coordinator.post(`${page}/edit`, await details({ decideOn: '13-11-2026' }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="3000,00"');
    expect(readable(answer.text)).toContain('De besluitdatum kan niet na de eerste dag liggen.');
  });

  test('are not changed over what another one changed meanwhile', async () => {
    const form = await details();
    await coordinator.post(`${page}/edit`, form);
    expect((await coordinator.post(`${page}/edit`, { ...form, priceCents: '1,00' })).status).toBe(409);
  });

  test('stay as they are once it is decided', async () => {
    await app.database.owner.query("update session set status = 'confirmed' where id = $1", [idOf()]);
    expect((await coordinator.get(`${page}/edit`)).status).toBe(409);
    expect((await coordinator.post(`${page}/edit`, await details())).status).toBe(409);
  });

  test('are changed by a program, of the version that it read', async () => {
    const { headers } = await api.get(`/sessions/${idOf()}`);
    const told = { payerMunicipalityId: region.municipalities.Urk, decideOn: '2026-11-02', priceCents: 100 };
    const changed = await api.put(`/sessions/${idOf()}`, told, { 'if-match': headers.get('etag')! });
    expect(changed.json()).toMatchObject(told);
    expect((await api.put(`/sessions/${idOf()}`, told)).status).toBe(428);
  });
});
