import { createHash } from 'node:crypto';
import { CertificatesJobs } from '../../src/certificates/certificates.jobs.js';
import { MOST_AT_ONCE } from '../../src/certificates/certificate-bundle.rules.js';
import { ZipArchive } from '../../src/platform/files/zip-archive.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  createTaughtSession,
  seat,
  type SeatedProfessional,
  type TaughtSession,
} from '../support/attendance.js';
import { apiClient, Client, signIn } from '../support/client.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

const AFTERWARDS = '2026-11-12T15:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let owner: Client;
let other: Client;
let visitor: Client;
let session: TaughtSession;
let noor: SeatedProfessional;
let sem: SeatedProfessional;

interface Issued {
  readonly number: string;
  readonly sha256: string;
  readonly issued_on: string;
  readonly valid_until: string | null;
}

/** A session that was given and closed: Noor (Almere) attended all of it, Sem (Dronten) half. */
beforeAll(async () => {
  app = await startApp({ at: AFTERWARDS });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  visitor = new Client(app.url);
  await app.database.owner.query(
    "update course set evaluation_url = 'https://enquete.example.nl/basis' where id = $1",
    [region.courses.basic],
  );
  const starts = ['2026-11-12 09:30', '2026-11-12 13:30'];
  session = await createTaughtSession(app.database, region, { starts, trainerId: region.trainerId });
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld-Yıldız');
  sem = await seat(app.database, region, session.id, 'Dronten', 'Sem Voorbeeld');
  await coordinator.post(`/sessions/${session.id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${session.id}/attendance?part=2`, {
    rest: 'present',
    [sem.enrolmentId]: 'excused',
  });
  await coordinator.post(`/sessions/${session.id}/closure`);
  await app.work();
  owner = await signIn(app, noor.email);
  other = await signIn(app, sem.email);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(AFTERWARDS));

async function issuedTo(professional: SeatedProfessional): Promise<Issued[]> {
  const { rows } = await app.database.owner.query<Issued>(
    'select number, sha256, issued_on::text, valid_until::text from certificate where professional_id = $1',
    [professional.id],
  );
  return rows;
}

const numberOf = async (professional: SeatedProfessional) => (await issuedTo(professional))[0]!.number;

/** Someone with a certificate of a session of their own. */
async function certified(town: MunicipalityName, name: string): Promise<SeatedProfessional> {
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: ['2026-11-12 09:30'], trainerId: region.trainerId };
  const { id } = await createTaughtSession(app.database, region, plan);
  const person = await seat(app.database, region, id, town, name);
  await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${id}/closure`);
  await app.work();
  return person;
}

const download = (client: Client, number: string) => client.get(`/certificates/${number}/pdf`);

describe('issuing', () => {
  test('gives a certificate to who attended enough and none to the other', async () => {
    expect([await issuedTo(noor), await issuedTo(sem)]).toMatchObject([
      [{ issued_on: '2026-11-12', valid_until: '2028-11-12' }],
      [],
    ]);
  });

  test('happens once, also when the job runs again', async () => {
    const before = await issuedTo(noor);
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([jobs.issue({ sessionId: session.id }), jobs.issue({ sessionId: session.id })]);
    expect(await issuedTo(noor)).toEqual(before);
  });

  test('happens once when two workers do it at the same time', async () => {
    await app.database.owner.query('delete from session_part_trainer');
    const plan = { starts: ['2026-11-12 09:30'], trainerId: region.trainerId };
    const { id } = await createTaughtSession(app.database, region, plan);
    const people = await Promise.all(
      ['Ada', 'Bea', 'Cas'].map((name) => seat(app.database, region, id, 'Urk', `${name} Voorbeeld`)),
    );
    await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
    await coordinator.post(`/sessions/${id}/closure`);
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([1, 2, 3].map(() => jobs.issue({ sessionId: id })));
    await app.work();
    const counts = await Promise.all(people.map(async (person) => (await issuedTo(person)).length));
    expect(counts).toEqual([1, 1, 1]);
  });

  test('is told in one mail, with a link', async () => {
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    const { rows: ids } = await app.database.owner.query<{ id: string }>(
      'select id from certificate where professional_id = $1',
      [noor.id],
    );
    await jobs.mailIssued({ certificateId: ids[0]!.id });
    const { rows } = await app.database.owner.query<{ subject: string; text_body: string }>(
      "select subject, text_body from message where to_address = $1 and template = 'certificate-issued'",
      [noor.email],
    );
    expect(rows).toEqual([
      {
        subject: 'Uw certificaat voor ‘Basistraining’',
        text_body: expect.stringContaining(`${app.config.publicUrl}/certificates`) as string,
      },
    ]);
    expect(rows[0]!.text_body).toContain('Wat vond u van de training?');
    expect(rows[0]!.text_body).toContain('https://enquete.example.nl/basis');
  });
});

describe('the PDF', () => {
  test('is the same bytes each time, and its hash is the one kept at issue', async () => {
    const [certificate] = await issuedTo(noor);
    const files = await Promise.all(
      [1, 2].map(async () => (await download(owner, certificate!.number)).bytes),
    );
    const hashes = files.map((file) => createHash('sha256').update(file).digest('hex'));
    expect(hashes).toEqual([certificate!.sha256, certificate!.sha256]);
  });

  test('keeps its bytes when the name in the register changes', async () => {
    const person = await certified('Almere', 'Iris Voorbeeld');
    await app.database.owner.query("update professional set name = 'Iris Anders' where id = $1", [person.id]);
    await app.database.owner.query("update course set title = 'Basistraining 2027'");
    const [certificate] = await issuedTo(person);
    const file = (await download(coordinator, certificate!.number)).bytes;
    await app.database.owner.query("update course set title = 'Basistraining' where code = 'basis'");
    expect(createHash('sha256').update(file).digest('hex')).toBe(certificate!.sha256);
  });

  test('is the file that was issued, whatever other words it would have now', async () => {
    const [certificate] = await issuedTo(await certified('Almere', 'Isa Voorbeeld'));
    await app.database.owner.query(
      `update certificate set document = document || '{"courseTitle": "Iets anders"}' where number = $1`,
      [certificate!.number],
    );
    const file = (await download(coordinator, certificate!.number)).bytes;
    expect(createHash('sha256').update(file).digest('hex')).toBe(certificate!.sha256);
  });

  test('of before files were kept is made from its words, and kept when it is the same', async () => {
    const people = [await certified('Urk', 'Ine Voorbeeld'), await certified('Urk', 'Ilse Voorbeeld')];
    const [same, changed] = (await Promise.all(people.map(issuedTo))).map(([certificate]) => certificate!);
    await app.database.owner.query('update certificate set pdf = null where number = any($1)', [
      [same!.number, changed!.number],
    ]);
    await app.database.owner.query(`update certificate set sha256 = repeat('0', 64) where number = $1`, [
      changed!.number,
    ]);
    const file = (await download(coordinator, same!.number)).bytes;
    expect(createHash('sha256').update(file).digest('hex')).toBe(same!.sha256);
    await app.app.get(CertificatesJobs, { strict: false }).keepFiles();
    const { rows } = await app.database.owner.query<{ number: string; kept: boolean }>(
      'select number, pdf is not null kept from certificate where number = any($1)',
      [[same!.number, changed!.number]],
    );
    expect(Object.fromEntries(rows.map(({ number, kept }) => [number, kept]))).toEqual({
      [same!.number]: true,
      [changed!.number]: false,
    });
  });

  test('has a file name without a personal name', async () => {
    const number = await numberOf(noor);
    const { headers } = await download(coordinator, number);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'application/pdf',
      `attachment; filename="certificaat-${number}.pdf"`,
    ]);
  });

  test('is not found by someone else, nor by a contact of another municipality', async () => {
    const number = await numberOf(noor);
    const contact = await contactOf('Dronten');
    const answers = await Promise.all([other, contact].map((client) => download(client, number)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

async function contactOf(town: MunicipalityName): Promise<Client> {
  const municipalityId = region.municipalities[town];
  return signIn(app, (await createAccount(app.database, region, 'contact', { municipalityId })).email);
}

describe('the list', () => {
  test('shows a professional the own certificates', async () => {
    const page = await owner.get('/certificates');
    expect(page.text).toContain(`/certificates/${await numberOf(noor)}/pdf`);
  });

  test('tells a professional without certificates what to do', async () => {
    const page = await other.get('/certificates');
    expect(page.text).toContain('Er zijn nog geen certificaten');
  });

  test('shows a contact only the own municipality', async () => {
    const person = await certified('Dronten', 'Dani Voorbeeld');
    const page = await (await contactOf('Dronten')).get('/certificates');
    expect(page.text).toContain(await numberOf(person));
    expect(page.text).not.toContain(await numberOf(noor));
  });

  test('finds by name, and says when nothing matches', async () => {
    const found = await coordinator.get(`/certificates?q=${encodeURIComponent('voorbeeld-yıldız')}`);
    const nothing = await coordinator.get('/certificates?q=bestaatniet&status=revoked');
    expect(found.text).toContain(await numberOf(noor));
    expect(nothing.text).toContain('Er zijn geen certificaten die hierbij passen');
  });

  test.each(['page=x', 'page=-1', 'status=nonsense', 'q=%00', 'q=a&q=b', 'page=99999'])(
    'answers the address with %s',
    async (query) => {
      expect((await coordinator.get(`/certificates?${query}`)).status).toBe(200);
    },
  );
});

/** So many more of a certificate, each of a seat of its own. */
async function copies(id: string, count: number): Promise<void> {
  await app.database.owner.query(
    `with seat as (
       insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, cancelled_at, end_reason)
       select gen_random_uuid(), e.region_id, e.session_id, e.professional_id, e.municipality_id, 'cancelled', e.enrolled_at, e.enrolled_at, 'cancelled'
       from certificate c join enrolment e on e.id = c.enrolment_id, generate_series(1, $2) where c.id = $1
       returning id)
     insert into certificate select gen_random_uuid(), c.region_id, c.municipality_id, c.professional_id, seat.id, c.course_id,
       'LL-' || seat.id, c.professional_name, 'kopie', c.level, c.municipality_name, c.region_name, c.dates, c.locale, c.issued_at,
       c.issued_on, c.valid_until, c.document, c.sha256, null, null, null, c.pdf
     from certificate c, seat where c.id = $1`,
    [id, count],
  );
}

describe('all certificates of a session', () => {
  const ofSession = () => `session=${session.id}`;

  test('are found from its page, and downloaded as one ZIP with the files that were issued', async () => {
    const page = await coordinator.get(`/sessions/${session.id}`);
    const links = (text: string) => text.replaceAll('&#x3D;', '=');
    expect(links(page.text)).toContain(`href="/certificates?${ofSession()}"`);
    const list = await coordinator.get(`/certificates?${ofSession()}`);
    expect(links(list.text)).toContain(`href="/certificates/zip?${ofSession()}"`);
    const zip = await coordinator.get(`/certificates/zip?${ofSession()}`);
    const archive = new ZipArchive(zip.bytes, 2 ** 20);
    const number = await numberOf(noor);
    expect(archive.names).toEqual([`Noor Voorbeeld-Yıldız ${number}.pdf`]);
    expect(zip.bytes.includes((await download(coordinator, number)).bytes)).toBe(true);
    expect(Number(zip.headers.get('content-length'))).toBe(zip.bytes.length);
  });

  test('are printed as one PDF', async () => {
    const print = await coordinator.get(`/certificates/print?${ofSession()}`);
    expect(print.headers.get('content-type')).toBe('application/pdf');
    expect(print.headers.get('content-length')).toBe(String(print.bytes.length));
    expect(print.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  test('are for a contact those of the own municipality, and none is an answer in words', async () => {
    const contact = await contactOf('Dronten');
    const zip = await contact.get(`/certificates/zip?${ofSession()}`);
    const print = await contact.get(`/certificates/print?${ofSession()}`);
    expect([zip.status, print.status]).toEqual([404, 404]);
    expect(zip.text).toContain('Er zijn geen certificaten om te downloaden');
  });

  test('leave out what is revoked, also for another system', async () => {
    const person = await certified('Urk', 'Ruud Voorbeeld');
    const number = await numberOf(person);
    const api = await apiClient(
      app,
      region.id,
      (await createAccount(app.database, region, 'coordinator')).id,
    );
    const before = await api.get(`/certificates/zip?q=${number}`);
    await coordinator.post(`/certificates/${number}/revocation`, { reason: 'own-request' });
    const after = await api.get(`/certificates/zip?q=${number}`);
    expect([before.status, after.status]).toEqual([200, 404]);
  });

  test('are too many at once when the list holds more than fits in one', async () => {
    const { rows } = await app.database.owner.query<{ id: string }>(
      'select id from certificate where professional_id = $1',
      [noor.id],
    );
    await copies(rows[0]!.id, MOST_AT_ONCE);
    const answer = await coordinator.get('/certificates/zip?q=kopie');
    const more = await coordinator.get('/certificates/zip?q=noor');
    await app.database.owner.query("delete from certificate where course_title = 'kopie'");
    expect([answer.status, more.status]).toEqual([200, 422]);
    expect(new ZipArchive(answer.bytes, 2 ** 20).names).toHaveLength(MOST_AT_ONCE);
    expect(more.text).toContain('Dit zijn te veel certificaten tegelijk');
  });
});

describe('the public check', () => {
  const check = (number: string, name: string) =>
    visitor.get(`/check?${new URLSearchParams({ number, name })}`);

  test('says of number and name, loosely written, that the certificate is valid', async () => {
    const number = await numberOf(noor);
    const page = await check(number.toLowerCase().replaceAll('-', ' '), 'noor voorbeeld yildiz');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Dit certificaat is echt en geldig.');
    expect(page.text).toContain('Basistraining (basis)');
  });

  test('follows the code on the paper', async () => {
    const page = await visitor.get(`/check/${await numberOf(noor)}`);
    expect(page.text).toContain('Noor Voorbeeld-Yıldız');
    expect(page.text).toContain('12 november 2028');
  });

  test('says nothing that is not on the paper', async () => {
    const page = await visitor.get(`/check/${await numberOf(noor)}`);
    expect(page.text).not.toMatch(new RegExp(`${noor.email}|Jongerenwerk|${noor.id}`));
  });

  test('knows nothing of a right number with another name', async () => {
    const page = await check(await numberOf(noor), 'Sem Voorbeeld');
    expect(page.status).toBe(404);
    expect(page.text).toContain('We vinden geen certificaat met deze gegevens');
    expect(page.text).not.toContain('Yıldız');
  });

  test('says of a number that was never given out that it is not ours', async () => {
    const page = await visitor.get('/check/LL-2026-22222-22222-22222');
    expect(page.status).toBe(404);
    expect(page.text).toContain('We vinden geen certificaat met deze gegevens');
  });

  test('says that a number was mistyped', async () => {
    const page = await check('LL-2026-1', 'Noor');
    expect(page.status).toBe(400);
    expect(page.text).toContain('Dit kan geen nummer van een certificaat zijn');
  });

  test.each([
    '?number=',
    '?number=a&number=b&name=x',
    '?name=%00',
    '/%00',
    '/%F0%9F%98%80',
    `/${'x'.repeat(199)}`,
  ])('answers the address %s without falling over', async (path) => {
    expect([400, 404]).toContain((await visitor.get(`/check${path}`)).status);
  });

  test('is kept out of search engines', async () => {
    const page = await visitor.get(`/check/${await numberOf(noor)}`);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('says the day after the last day that the certificate has expired', async () => {
    const number = await numberOf(noor);
    app.clock.set('2028-11-12T22:59:00Z');
    const lastMinute = await visitor.get(`/check/${number}`);
    app.clock.set('2028-11-12T23:00:00Z');
    const nextDay = await visitor.get(`/check/${number}`);
    expect(lastMinute.text).toContain('Dit certificaat is echt en geldig.');
    expect(nextDay.text).toContain('Dit certificaat is echt, maar niet meer geldig.');
  });
});

describe('revoking', () => {
  test('says first what will happen, wants a reason, and then shows it everywhere', async () => {
    const person = await certified('Urk', 'Uma Voorbeeld');
    const number = await numberOf(person);
    const path = `/certificates/${number}/revocation`;
    expect((await coordinator.get(path)).text).toContain('U kunt dit niet terugdraaien');
    expect((await coordinator.post(path)).status).toBe(400);
    const page = await coordinator.follow(await coordinator.post(path, { reason: 'issued-in-error' }));
    expect(page.text).toContain(`Het certificaat met nummer ${number} is ingetrokken.`);
    expect((await visitor.get(`/check/${number}`)).text).toContain('Dit certificaat is ingetrokken');
    expect((await download(coordinator, number)).status).toBe(409);
    const { rows } = await app.database.owner.query(
      "select role, after->>'reason' reason from audit_entry where action = 'revoke' and after->>'reason' = 'issued-in-error'",
    );
    expect(rows).toEqual([{ role: 'coordinator', reason: 'issued-in-error' }]);
  });

  test('is not for a contact', async () => {
    const path = `/certificates/${await numberOf(noor)}/revocation`;
    const contact = await contactOf('Almere');
    expect((await contact.post(path, { reason: 'own-request' })).status).toBe(403);
  });

  test('is done once by another system, which also reads the list', async () => {
    const number = await numberOf(await certified('Zeewolde', 'Zoë Voorbeeld'));
    const account = await createAccount(app.database, region, 'coordinator');
    const api = await apiClient(app, region.id, account.id);
    const answers = [
      await api.post(`/certificates/${number}/revocation`, { reason: 'own-request' }),
      await api.post(`/certificates/${number}/revocation`, { reason: 'own-request' }),
      await api.post(`/certificates/${number}/revocation`, { reason: 'because I said so' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 400]);
    const list = await api.get(`/certificates?q=${number}&status=revoked`);
    expect(list.json()).toMatchObject({ total: 1, items: [{ number, status: 'revoked', level: 'basic' }] });
  });
});

describe('replacing after a change of name', () => {
  const mails = async (person: SeatedProfessional) => {
    const { rows } = await app.database.owner.query<{ count: number }>(
      "select count(*)::int count from message where to_address = $1 and template = 'certificate-issued'",
      [person.email],
    );
    return rows[0]!.count;
  };
  const rename = (person: SeatedProfessional, name: string) =>
    app.database.owner.query('update professional set name = $2 where id = $1', [person.id, name]);

  test('says first what happens, and keeps the earlier one as replaced', async () => {
    const person = await certified('Lelystad', 'Lotte Voorbeeld');
    const number = await numberOf(person);
    await rename(person, 'Lotte Anders-Voorbeeld');
    const page = await coordinator.get(`/certificates/${number}/replacement`);
    expect(page.text).toContain('Lotte Anders-Voorbeeld');
    await coordinator.follow(await coordinator.post(`/certificates/${number}/replacement`));
    await app.work();
    const { rows } = await app.database.owner.query<Issued & { revocation_reason: string | null }>(
      `select number, professional_name, issued_on::text, valid_until::text, revocation_reason,
         (select e.number from certificate e where e.id = c.replaces_id) replaces
       from certificate c where professional_id = $1 order by revoked_at nulls last`,
      [person.id],
    );
    const same = { issued_on: '2026-11-12', valid_until: '2028-11-12' };
    expect(rows).toMatchObject([
      {
        ...same,
        number,
        professional_name: 'Lotte Voorbeeld',
        revocation_reason: 'replaced',
        replaces: null,
      },
      { ...same, professional_name: 'Lotte Anders-Voorbeeld', revocation_reason: null, replaces: number },
    ]);
    expect(await mails(person)).toBe(1);
    const [before, after] = [
      await visitor.get(`/check/${number}`),
      await visitor.get(`/check/${rows[1]!.number}`),
    ];
    expect(before.text).toContain('Dit certificaat is vervangen door een nieuwer certificaat');
    expect(before.text).not.toContain('Anders');
    expect(after.text).toContain('Dit certificaat is echt en geldig.');
    expect((await download(coordinator, rows[1]!.number)).status).toBe(200);
  });

  test('mails the owner when that is asked, and happens once when two press at the same time', async () => {
    const person = await certified('Lelystad', 'Loes Voorbeeld');
    const number = await numberOf(person);
    await rename(person, 'Loes Anders');
    const press = () => coordinator.post(`/certificates/${number}/replacement`, { tell: 'on' });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    await app.work();
    expect(statuses.toSorted()).toEqual([303, 409, 409]);
    expect(await mails(person)).toBe(2);
  });

  test('is not done when the name is the same, nor by a contact, and is done once by another system', async () => {
    const person = await certified('Lelystad', 'Luuk Voorbeeld');
    const number = await numberOf(person);
    const api = await apiClient(
      app,
      region.id,
      (await createAccount(app.database, region, 'coordinator')).id,
    );
    const path = `/certificates/${number}/replacement`;
    const same = await api.post(path, {});
    await rename(person, 'Luuk Anders');
    const answers = [
      await (await contactOf('Lelystad')).post(path),
      await api.post(path, {}),
      await api.post(path, {}),
    ];
    expect([same, ...answers].map(({ status }) => status)).toEqual([409, 403, 201, 409]);
    expect(answers[1]!.json()).toMatchObject({ replaces: number });
  });
});

describe('a correction of the attendance after closing', () => {
  const correct = async (person: SeatedProfessional, mark: string) => {
    await coordinator.post(`/enrolments/${person.enrolmentId}/attendance-correction`, {
      ...{ 'parts.0.mark': mark, reason: 'sheet' },
    });
    await app.work();
  };
  const standing = async (person: SeatedProfessional) => {
    const { rows } = await app.database.owner.query<{ reason: string | null }>(
      'select revocation_reason reason from certificate where professional_id = $1 order by revoked_at nulls last',
      [person.id],
    );
    return rows.map(({ reason }) => reason);
  };

  test('takes the certificate back, and gives a new one when it was right after all', async () => {
    const person = await certified('Dronten', 'Daan Voorbeeld');
    await correct(person, 'absent');
    expect(await standing(person)).toEqual(['attendance-corrected']);
    await correct(person, 'late');
    expect(await standing(person)).toEqual(['attendance-corrected', null]);
  });

  test('does not give again what was taken back for another reason', async () => {
    const person = await certified('Dronten', 'Dirk Voorbeeld');
    await coordinator.post(`/certificates/${await numberOf(person)}/revocation`, { reason: 'own-request' });
    await correct(person, 'late');
    expect(await standing(person)).toEqual(['own-request']);
  });
});

describe('a follow-up day', () => {
  const DAY = '2027-10-14';

  /** Gives these people a seat on a follow-up day, marks them in turn, and closes it. */
  async function followUpDay(
    people: readonly SeatedProfessional[],
    marks: readonly string[],
  ): Promise<string> {
    const { owner: database } = app.database;
    await database.query('delete from session_part_trainer');
    const plan = { starts: [`${DAY} 09:30`], trainerId: region.trainerId, courseId: region.courses.followUp };
    const { id } = await createTaughtSession(app.database, region, plan);
    const seats = people.map((person) => ({ person, enrolmentId: newId() }));
    for (const { person, enrolmentId } of seats)
      await database.query(
        `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
         select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
        [enrolmentId, id, person.id],
      );
    app.clock.set(`${DAY}T15:30:00Z`);
    const then = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
    const marked = seats.map(({ enrolmentId }, index) => [enrolmentId, marks[index]!]);
    await then.post(`/sessions/${id}/attendance?part=1`, Object.fromEntries(marked));
    await then.post(`/sessions/${id}/closure`);
    await app.work();
    return id;
  }

  const ofBasic = async (person: SeatedProfessional) => {
    const { rows } = await app.database.owner.query<{ number: string }>(
      `select number, valid_until::text, revocation_reason, renewed_on::text, document->>'partsLine' "partsLine"
       from certificate where professional_id = $1 and course_id = $2 order by revoked_at nulls last`,
      [person.id, region.courses.basic],
    );
    return rows;
  };

  test('renews the certificate of who attended it, once, and of nobody else', async () => {
    const people = [await certified('Urk', 'Tess Voorbeeld'), await certified('Urk', 'Thijs Voorbeeld')];
    const id = await followUpDay(people, ['present', 'absent']);
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([jobs.renew({ sessionId: id }), jobs.renew({ sessionId: id })]);
    const [attended, absent] = await Promise.all(people.map(ofBasic));
    expect(attended).toMatchObject([
      { valid_until: '2028-11-12', revocation_reason: 'replaced', renewed_on: null },
      {
        ...{ valid_until: '2029-10-14', revocation_reason: null, renewed_on: DAY },
        partsLine: '12 november 2026. Vernieuwd met de terugkomdag van 14 oktober 2027.',
      },
    ]);
    expect(absent).toMatchObject([{ valid_until: '2028-11-12', revocation_reason: null }]);
    const check = await visitor.get(`/check/${attended![1]!.number}`);
    expect(check.text).toContain('14 oktober 2029');
  });
});

test('trying numbers is stopped', async () => {
  const tries = Array.from({ length: 31 }, () => visitor.get('/check/LL-2026-22222-22222-22223'));
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses).toContain(429);
});

describe('the evaluation form of the course', () => {
  const asked = async (client: Client) =>
    (await client.get(`/sessions/${session.id}`)).text.includes('href="https://enquete.example.nl/basis"');

  test('is on the page of the closed session for who had a seat, and for nobody else', async () => {
    expect([await asked(owner), await asked(other)]).toEqual([true, true]);
    expect(await asked(coordinator)).toBe(false);
  });

  test('is not asked for before the session is closed', async () => {
    const { owner: database } = app.database;
    await database.query("update session set status = 'confirmed' where id = $1", [session.id]);
    expect(await asked(owner)).toBe(false);
    await database.query("update session set status = 'closed' where id = $1", [session.id]);
  });
});
