import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { askLevel, certify, waitForFollowUp } from '../support/curriculum.js';
import { mailsTo } from '../support/enrolment.js';
import { importTexts } from '../support/imports.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const NOW = '2026-06-01T08:00:00Z';
const HEADER = 'gemeente,functie,gevraagd_niveau,bron';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let contact: Client;
let api: ApiClient;

beforeEach(async () => {
  app = await startApp({ at: NOW });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  const { Almere: municipalityId } = region.municipalities;
  contact = await signIn(
    app,
    (await createAccount(app.database, region, 'contact', { municipalityId })).email,
  );
});
afterEach(() => app.stop());

const field = () => `levels.f${region.functionId.replaceAll('-', '')}`;
const address = (town: 'Almere' | 'Dronten' = 'Almere') => `/curriculum/${region.municipalities[town]}`;
const curriculumOf = async (town: 'Almere' | 'Dronten' = 'Almere') =>
  (await api.get(`/curricula/${region.municipalities[town]}`)).json();
const someone = (name: string, town: 'Almere' | 'Dronten' = 'Almere') =>
  createProfessional(app.database, region, town, name);
const invitations = async (person: TestProfessional) =>
  (await mailsTo(app, person)).filter(({ subject }) => subject === 'Een training voor uw functie');

describe('the curriculum of a municipality', () => {
  test('is kept by its contact, with a line in the audit trail of what it was and became', async () => {
    const saved = await contact.post(address(), { version: '0', [field()]: 'basic' });
    expect([saved.status, saved.location]).toEqual([303, '/curriculum']);
    expect((await curriculumOf())['requirements']).toEqual([
      { functionId: region.functionId, level: 'basic', source: null },
    ]);
    const { rows } = await app.database.owner.query(
      "select role, before, after from audit_entry where subject_type = 'curriculum'",
    );
    expect(rows).toEqual([
      {
        role: 'contact',
        before: { requirements: { jongerenwerker: null } },
        after: { requirements: { jongerenwerker: 'basic' } },
      },
    ]);
  });

  test('is not found by the contact of another municipality, who can change nothing in it', async () => {
    expect((await contact.get(address('Dronten'))).status).toBe(404);
    expect((await contact.post(address('Dronten'), { version: '0', [field()]: 'basic' })).status).toBe(404);
    expect((await curriculumOf('Dronten'))['version']).toBe(0);
  });

  test('asks nothing any more of a function whose level is taken away', async () => {
    await coordinator.post(address(), { version: '0', [field()]: 'basic' });
    await coordinator.post(address(), { version: '1', [field()]: '' });
    expect((await curriculumOf())['requirements']).toEqual([]);
  });

  test('comes back filled in when a level does not exist', async () => {
    const answer = await coordinator.post(address(), { version: '0', [field()]: 'meeting' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Curriculum van Almere');
  });

  test('shows the second of two people what they chose, before it takes the place of what the first did', async () => {
    await contact.post(address(), { version: '0', [field()]: 'basic' });
    const late = await coordinator.post(address(), { version: '0', [field()]: 'advanced' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('intussen gewijzigd');
    expect(late.text).toContain('<option value="advanced" selected>');
    expect((await curriculumOf())['version']).toBe(1);
    await coordinator.post(address(), { version: '1', [field()]: 'advanced' });
    expect((await curriculumOf())['version']).toBe(2);
  });

  test('lets one of two people through who save at the same moment', async () => {
    const sent = await Promise.all([
      contact.post(address(), { version: '0', [field()]: 'basic' }),
      coordinator.post(address(), { version: '0', [field()]: 'advanced' }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await curriculumOf())['version']).toBe(1);
  });

  test('is changed by another system only in the version that it looked at', async () => {
    const put = (version: string) =>
      api.put(
        `/curricula/${region.municipalities.Almere}`,
        { requirements: [{ functionId: region.functionId, level: 'basic' }] },
        { 'if-match': version },
      );
    expect((await put('"0"')).headers.get('etag')).toBe('"1"');
    expect((await put('"0"')).status).toBe(412);
  });

  test('is filled in with the advice where nothing is asked, in every municipality for a coordinator', async () => {
    await app.database.owner.query("update professional_function set code = 'boa' where id = $1", [
      region.functionId,
    ]);
    await coordinator.post(address('Dronten'), { version: '0', [field()]: 'specialist' });
    const done = await coordinator.follow(await coordinator.post('/curriculum/advice'));
    expect(done.text).toContain('5 niveaus zijn ingevuld volgens het advies');
    expect(done.text).toContain('VeiligheidsAlliantie Rotterdam');
    expect((await curriculumOf('Dronten'))['requirements']).toMatchObject([{ level: 'specialist' }]);
  });

  test('takes the advice for the own municipality only, when its contact asks', async () => {
    await app.database.owner.query("update professional_function set code = 'boa' where id = $1", [
      region.functionId,
    ]);
    await contact.post('/curriculum/advice');
    expect((await curriculumOf('Almere'))['requirements']).toHaveLength(1);
    expect((await curriculumOf('Dronten'))['requirements']).toHaveLength(0);
  });

  test('can be read in as a list, and reading it again changes nothing', async () => {
    const read = () =>
      importTexts(
        app,
        { ...systemActor, regionId: region.id },
        { 'curriculum.csv': `${HEADER}\nAlmere,jongerenwerker,basis,Raadsbesluit\n` },
      );
    expect((await read())[0]).toMatchObject({ counts: { added: 1 }, faults: [] });
    expect((await read())[0]).toMatchObject({ counts: { same: 1 }, faults: [] });
    expect((await curriculumOf())['requirements']).toMatchObject([{ source: 'Raadsbesluit' }]);
  });
});

describe('inviting who lacks a training', () => {
  const preview = (client: Client = coordinator) => client.get('/coverage/invitation');
  const invite = (client: Client = coordinator) => client.post('/coverage/invitation', { show: 'lacking' });

  test('first tells how many get a mail and why others do not, and sends nothing yet', async () => {
    await askLevel(app.database, region, 'basic', 'Almere');
    const [noor, daan] = [await someone('Noor'), await someone('Daan')];
    await createSession(app.database, region);
    await seat(daan, await createSession(app.database, region, { date: '2026-11-19' }));
    const page = await preview();
    expect(page.text).toContain('Eén persoon krijgt een mail');
    expect(page.text).toContain('Eén persoon is al ingeschreven');
    expect(await invitations(noor)).toHaveLength(0);
  });

  test('leaves out who only waits for a follow-up day', async () => {
    await askLevel(app.database, region, 'basic', 'Almere');
    await waitForFollowUp(app.database, region, await someone('Noor'));
    await createSession(app.database, region);
    expect((await preview()).text).toContain('Eén persoon krijgt het certificaat na een terugkomdag.');
    expect((await invite()).status).toBe(409);
  });

  test('mails each of them the open dates of precisely the level asked, once', async () => {
    await askLevel(app.database, region, 'basic', 'Almere');
    const noor = await someone('Noor');
    const covered = await someone('Op Niveau');
    await certify(app.database, covered, 'basic');
    await createSession(app.database, region, { date: '2026-11-12' });
    await createSession(app.database, region, { date: '2026-11-13', courseId: region.courses.advanced });
    await createSession(app.database, region, { date: '2026-11-14', status: 'draft' });
    expect((await coordinator.follow(await invite())).text).toContain('Eén persoon is uitgenodigd');
    await app.work();
    const [mail, ...others] = await invitations(noor);
    expect(others).toEqual([]);
    expect(mail!.text_body).toContain('12 november 2026');
    expect(mail!.text_body).not.toContain('13 november');
    expect(mail!.text_body).not.toContain('14 november');
    expect(await invitations(covered)).toEqual([]);
    expect((await invite()).status).toBe(409);
    await createSession(app.database, region, { date: '2026-12-10' });
    app.clock.advance({ minutes: 1 });
    await invite();
    await app.work();
    const again = (await invitations(noor)).at(-1)!;
    expect(again.text_body).toContain('10 december 2026');
    expect(again.text_body).not.toContain('12 november');
  });

  test('invites to no session that is full, is for another function or asks a level that someone lacks', async () => {
    await askLevel(app.database, region, 'advanced', 'Almere');
    await someone('Noor');
    const { owner } = app.database;
    const full = await createSession(app.database, region, {
      courseId: region.courses.advanced,
      capacity: 1,
    });
    await owner.query('update session set seats_taken = 1 where id = $1', [full]);
    expect((await invite()).status).toBe(409);
    await createSession(app.database, region, { courseId: region.courses.advanced });
    await owner.query("update course set entry_level = 'basic' where id = $1", [region.courses.advanced]);
    expect((await invite()).status).toBe(409);
    await owner.query('update course set entry_level = null where id = $1', [region.courses.advanced]);
    await owner.query(
      `with other as (insert into professional_function select gen_random_uuid(), $1, 'docent', 'docent', 'teacher' returning id)
       insert into course_function select $2, id from other`,
      [region.id, region.courses.advanced],
    );
    expect((await invite()).status).toBe(409);
    await owner.query('delete from course_function');
    expect((await invite()).status).toBe(303);
  });

  test('by a contact reaches people of the own municipality only', async () => {
    await askLevel(app.database, region, 'basic', 'Almere', 'Dronten');
    const [own, other] = [await someone('Eigen'), await someone('Ander', 'Dronten')];
    await createSession(app.database, region);
    await contact.post('/coverage/invitation', {
      ...{ show: 'lacking', municipality: region.municipalities.Dronten },
    });
    await app.work();
    expect([await invitations(own), await invitations(other)]).toEqual([[], []]);
    await invite(contact);
    await app.work();
    expect(await invitations(own)).toHaveLength(1);
    expect(await invitations(other)).toEqual([]);
  });

  test('by two people at the same moment mails everyone once', async () => {
    await askLevel(app.database, region, 'basic', 'Almere');
    const everyone = [];
    for (let n = 0; n < 20; n++) everyone.push(await someone(`Persoon ${n}`));
    await createSession(app.database, region);
    const answers = await Promise.all([invite(), invite(contact), invite()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    await app.work();
    const numbers = [];
    for (const person of everyone) numbers.push((await invitations(person)).length);
    expect(new Set(numbers)).toEqual(new Set([1]));
  });

  test('says nothing of a session that was called off before the mail was written', async () => {
    await askLevel(app.database, region, 'basic', 'Almere');
    const noor = await someone('Noor');
    const session = await createSession(app.database, region);
    await invite();
    await app.database.owner.query("update session set status = 'cancelled' where id = $1", [session]);
    await app.work();
    expect(await invitations(noor)).toEqual([]);
  });

  async function seat({ id }: TestProfessional, session: string): Promise<void> {
    await app.database.owner.query(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
       select gen_random_uuid(), region_id, $1, id, municipality_id, 'confirmed', now(), now() from professional where id = $2`,
      [session, id],
    );
    await app.database.owner.query('update session set seats_taken = 1 where id = $1', [session]);
  }
});
