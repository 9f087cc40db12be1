import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession } from '../support/attendance.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { mailsTo, runRecurring } from '../support/enrolment.js';
import { followUpMailsTo, launch } from '../support/follow-up.js';
import { faultsOf, importTexts } from '../support/imports.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { sendFile, uploadFile } from '../support/upload.js';
import { newId } from '../../src/shared/ids.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';

const NOW = '2026-11-16T09:00:00Z';
const HEADER = 'email;training;niveau;behaald_op;geldig_tot_en_met;nummer;bron';

let app: TestApp;
let region: TestRegion;
let actor: Actor;
let coordinator: Client;
let email: string;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: NOW });
  region = await createRegion(app.database);
  actor = { ...systemActor, regionId: region.id };
  ({ email } = await createAccount(app.database, region, 'coordinator'));
  coordinator = await signIn(app, email);
  api = await apiClient(app, region.id, (await createAccount(app.database, region, 'coordinator')).id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(NOW));

const someone = (name: string) => createProfessional(app.database, region, 'Almere', name);
const read = (...lines: string[]) =>
  importTexts(app, actor, { 'certificaten.csv': [HEADER, ...lines].join('\n') });
const line = (person: TestProfessional, rest: string) => `${person.email};${rest};Deelnemerslijst 2024`;

interface Kept {
  readonly number: string;
  readonly [field: string]: unknown;
}
async function certificatesOf(person: TestProfessional): Promise<Kept[]> {
  const { rows } = await app.database.owner.query<Kept>(
    `select number, course_id is not null "ofCourse", level, issued_on::text "issuedOn", valid_until::text "validUntil",
       earlier_number "earlierNumber", source, revocation_reason reason from certificate
     where professional_id = $1 order by revoked_at nulls last, issued_on`,
    [person.id],
  );
  return rows;
}

describe('reading in certificates from before', () => {
  test('keeps them with their source, of a course or of a level, and mails nobody', async () => {
    const [noor, sem] = [await someone('Noor Voorbeeld'), await someone('Sem Voorbeeld')];
    const results = await read(
      line(noor, 'basis;;12-03-2025;12-03-2027;R-7'),
      line(noor, ';verdieping;01-06-2025;altijd;'),
      line(sem, ';basis;2024-06-05;05-06-2026;'),
    );
    expect([faultsOf(results), results[0]!.counts]).toEqual([[], { added: 3, changed: 0, same: 0 }]);
    await app.work();
    const source = 'Deelnemerslijst 2024';
    expect(await certificatesOf(noor)).toMatchObject([
      {
        ofCourse: true,
        level: 'basic',
        issuedOn: '2025-03-12',
        validUntil: '2027-03-12',
        earlierNumber: 'R-7',
        source,
      },
      { ofCourse: false, level: 'advanced', validUntil: null, earlierNumber: null, source },
    ]);
    expect(await certificatesOf(sem)).toMatchObject([
      { number: expect.stringMatching(/^LL-2024-/), level: 'basic' },
    ]);
    expect([...(await mailsTo(app, noor)), ...(await mailsTo(app, sem))]).toEqual([]);
  });

  test('twice changes nothing, puts right what is told otherwise, and brings nothing back', async () => {
    const mo = await someone('Mo Voorbeeld');
    await read(line(mo, 'basis;;12-03-2025;12-03-2027;'));
    const again = await read(line(mo, 'basis;;12-03-2025;12-03-2027;'));
    expect(again[0]!.counts).toEqual({ added: 0, changed: 0, same: 1 });
    const better = await read(line(mo, 'basis;;12-03-2025;12-03-2028;9'));
    expect(better[0]!.counts).toEqual({ added: 0, changed: 1, same: 0 });
    const [{ number }] = (await certificatesOf(mo)) as [Kept];
    await coordinator.post(`/certificates/${number}/revocation`, { reason: 'issued-in-error' });
    const after = await read(line(mo, 'basis;;12-03-2025;12-03-2029;'));
    expect(after[0]!.counts).toEqual({ added: 0, changed: 0, same: 1 });
    expect(await certificatesOf(mo)).toMatchObject([{ validUntil: '2028-03-12', reason: 'issued-in-error' }]);
  });

  test('says of each line what is wrong and what to do, and saves nothing', async () => {
    const kim = await someone('Kim Voorbeeld');
    const results = await read(
      line({ ...kim, email: 'niemand@voorbeeld.example' }, 'basis;;12-03-2025;12-03-2027;'),
      line(kim, 'basis;;31-02-2025;12-03-2027;'),
      line(kim, 'basis;;12-03-2027;12-03-2028;'),
      line(kim, 'basis;;12-03-2025;11-03-2025;'),
      line(kim, 'basis;basis;12-04-2025;altijd;'),
      line(kim, ';;12-05-2025;;'),
      line(kim, 'onbekend;;12-06-2025;lang;'),
      line(kim, ';basis;12-07-2025;altijd;'),
      line(kim, ';basis;12-07-2025;12-07-2027;'),
    );
    expect(
      faultsOf(results).map((fault) => fault.split(' | ').filter((_, place) => place === 1 || place === 3)),
    ).toEqual([
      [
        'regel 2, kolom email',
        'Dit adres staat bij geen professional van deze regio. Lees de professional eerst in, of verbeter het adres.',
      ],
      ['regel 3, kolom behaald_op', 'Vul een datum in die bestaat, bijvoorbeeld 22-11-2026.'],
      [
        'regel 4, kolom behaald_op',
        'Deze dag moet nog komen. Vul de dag in waarop het certificaat is behaald.',
      ],
      ['regel 5, kolom geldig_tot_en_met', 'Deze datum is eerder dan de dag waarop het is behaald.'],
      [
        'regel 6, kolom training',
        'Vul één van de twee in: de code van een training uit de catalogus, of alleen een niveau.',
      ],
      ['regel 7, kolom geldig_tot_en_met', 'Vul dit in.'],
      [
        'regel 7, kolom training',
        'Vul één van de twee in: de code van een training uit de catalogus, of alleen een niveau.',
      ],
      ['regel 8, kolom geldig_tot_en_met', 'Vul een datum in, bijvoorbeeld 22-11-2026, of het woord altijd.'],
      ['regel 10', 'Dit staat er al: zie regel 9.'],
    ]);
    expect(await certificatesOf(kim)).toEqual([]);
  });

  test('goes by the page, first looked at, and by another system', async () => {
    const pim = await someone('Pim Voorbeeld');
    const file = [HEADER, line(pim, ';basis;12-03-2025;altijd;')].join('\r\n');
    const looked = await uploadFile(coordinator, '/imports', 'certificaten.csv', file);
    expect((await coordinator.follow(looked)).text).toContain('Er is nog niets opgeslagen');
    expect(await certificatesOf(pim)).toEqual([]);
    await coordinator.post(`${looked.location!}/application`);
    expect(await certificatesOf(pim)).toHaveLength(1);
    const sent = await sendFile(api, '/imports', 'certificaten.csv', file);
    expect(sent.json()).toMatchObject({ kind: 'certificates', added: 0, same: 1 });
  });
});

describe('a certificate from before', () => {
  let owner: TestProfessional;
  let number: string;

  beforeAll(async () => {
    owner = await someone('Daan Voorbeeld');
    await read(line(owner, 'basis;;12-03-2025;12-03-2027;R-9'));
    number = (await certificatesOf(owner))[0]!.number;
  });

  test('is shown as what it is to its owner, the coordinator, who checks it, and other systems', async () => {
    const own = await signIn(app, owner.email);
    const pages = [
      await own.get('/certificates'),
      await coordinator.get(`/certificates?q=R-9`),
      await new Client(app.url).get(`/check/${number}`),
    ];
    for (const page of pages) expect(page.text).toContain('Deelnemerslijst 2024');
    expect(pages[2]!.text).toContain('niet door Leerlijn afgegeven');
    expect((await own.get('/')).text).not.toContain(`/certificates/${number}/pdf`);
    const { items } = (await api.get(`/certificates?q=${number}`)).json() as { items: object[] };
    expect(items).toMatchObject([
      { number, source: 'Deelnemerslijst 2024', earlierNumber: 'R-9', dates: [] },
    ]);
  });

  test('has no file and no badge, is not replaced, and is left out of what is downloaded together', async () => {
    const answers = [
      await coordinator.get(`/certificates/${number}/pdf`),
      await coordinator.post(`/certificates/${number}/replacement`),
      await coordinator.get(`/certificates/zip?q=${number}`),
      await (await signIn(app, owner.email)).post(`/certificates/${number}/open-badge`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 404, 409]);
    expect(answers[0]!.text).toContain('Van dit certificaat hebben we geen bestand');
  });

  test('counts for the entry level of a course', async () => {
    await app.database.owner.query("update course set entry_level = 'basic' where id = $1", [
      region.courses.advanced,
    ]);
    const sessionId = await createSession(app.database, region, { date: '2026-12-03', status: 'open' });
    await app.database.owner.query('update session set course_id = $2 where id = $1', [
      sessionId,
      region.courses.advanced,
    ]);
    const without = await someone('Zonder Voorbeeld');
    const enrol = (person: TestProfessional) =>
      api.post(`/sessions/${sessionId}/enrolments`, { professionalId: person.id });
    expect([(await enrol(owner)).status, (await enrol(without)).status]).toEqual([201, 409]);
  });

  test('counts for those whom a campaign invites', async () => {
    const dayId = await createSession(app.database, region, { date: '2026-12-17', status: 'open' });
    await app.database.owner.query('update session set course_id = $2 where id = $1', [
      dayId,
      region.courses.followUp,
    ]);
    await launch(app, api, [dayId], { trainedFrom: '2025-03-12', trainedUntil: '2025-03-12' });
    expect(await followUpMailsTo(app, owner)).toHaveLength(1);
  });

  test('is told in time that it expires, but not because a list was read in', async () => {
    const late = await someone('Laat Voorbeeld');
    await read(line(late, 'basis;;20-11-2024;20-12-2026;'));
    await app.database.owner.query("update region set expiry_mail_since = '2026-01-01'");
    const told = async (person: TestProfessional) => {
      await runRecurring(app, 'certificates.tell-expiring');
      return (await mailsTo(app, person)).filter(({ template }) => template === 'certificate-expires').length;
    };
    app.clock.set('2026-11-17T09:00:00Z');
    expect([await told(late), await told(owner)]).toEqual([0, 0]);
    app.clock.set('2026-12-14T09:00:00Z');
    expect([await told(late), await told(owner)]).toEqual([0, 1]);
  });

  test('is renewed by a follow-up day, of a level as long as it was given for, with a file of ours', async () => {
    const ada = await someone('Ada Voorbeeld');
    await read(line(ada, ';basis;12-01-2026;12-01-2027;'));
    app.clock.set('2026-12-10T13:30:00Z');
    await app.database.owner.query('delete from session_part_trainer');
    const plan = {
      starts: ['2026-12-10 09:30'],
      trainerId: region.trainerId,
      courseId: region.courses.followUp,
    };
    const { id } = await createTaughtSession(app.database, region, plan);
    await app.database.owner.query(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
       select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
      [newId(), id, ada.id],
    );
    const then = await signIn(app, email);
    await then.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
    await then.post(`/sessions/${id}/closure`);
    await app.work();
    const [earlier, renewed] = (await certificatesOf(ada)).filter(({ level }) => level === 'basic') as [
      Kept,
      Kept,
    ];
    expect(earlier).toMatchObject({ reason: 'replaced', validUntil: '2027-01-12' });
    expect(renewed).toMatchObject({ reason: null, validUntil: '2027-12-10', source: null });
    expect((await then.get(`/certificates/${renewed.number}/pdf`)).status).toBe(200);
  });
});
