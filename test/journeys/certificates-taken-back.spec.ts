import { CertificatesJobs } from '../../src/certificates/certificates.jobs.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type SeatedProfessional } from '../support/attendance.js';
import { Client, signIn } from '../support/client.js';
import { mailsTo } from '../support/enrolment.js';
import { importTexts } from '../support/imports.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { systemActor } from '../../src/shared/actor.js';

const AFTER_TRAINING = '2026-11-12T12:30:00Z';
const AFTER_DAY = '2027-10-14T12:30:00Z';

let app: TestApp;
let region: TestRegion;
let email: string;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp({ at: AFTER_TRAINING });
  region = await createRegion(app.database);
  ({ email } = await createAccount(app.database, region, 'coordinator'));
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(AFTER_TRAINING);
  coordinator = await signIn(app, email);
});

/** A session of one part with one participant who was there, closed. */
async function attended(start: string, courseId: string, name: string): Promise<SeatedProfessional> {
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: [start], trainerId: region.trainerId, courseId };
  const { id } = await createTaughtSession(app.database, region, plan);
  const person = await seat(app.database, region, id, 'Almere', name);
  await close(id);
  return person;
}

async function close(sessionId: string) {
  await coordinator.post(`/sessions/${sessionId}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${sessionId}/closure`);
  await app.work();
}

const trained = (name: string) => attended('2026-11-12 09:30', region.courses.basic, name);

/** Attends a follow-up day a year later, which renews; answers the seat on it. */
async function followUp({ id: professionalId }: { id: string }): Promise<string> {
  app.clock.set(AFTER_DAY);
  coordinator = await signIn(app, email);
  await app.database.owner.query('delete from session_part_trainer');
  const plan = {
    starts: ['2027-10-14 09:30'],
    trainerId: region.trainerId,
    courseId: region.courses.followUp,
  };
  const { id } = await createTaughtSession(app.database, region, plan);
  const seatId = newId();
  await app.database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
    [seatId, id, professionalId],
  );
  await close(id);
  return seatId;
}

async function correct(enrolmentId: string, mark: string) {
  await coordinator.post(`/enrolments/${enrolmentId}/attendance-correction`, {
    ...{ 'parts.0.mark': mark, reason: 'sheet' },
  });
  await app.work();
}

interface Held {
  readonly number: string;
  readonly reason: string | null;
  readonly validUntil: string | null;
}

/** Time stands still here, so what is revoked comes before what counts, and the shortest validity first. */
async function basicOf({ id }: { id: string }): Promise<Held[]> {
  const { rows } = await app.database.owner.query<Held>(
    `select number, revocation_reason reason, valid_until::text "validUntil" from certificate
     where professional_id = $1 and level = 'basic' order by valid_until, revoked_at is null, id`,
    [id],
  );
  return rows;
}

const told = async (person: { email: string }) =>
  (await mailsTo(app, person)).filter(({ template }) => template === 'certificate-revoked');

describe('a certificate that is taken back', () => {
  test('by hand is told to its owner with the reason and what to do, once', async () => {
    const noor = await trained('Noor Voorbeeld');
    const [{ number }] = (await basicOf(noor)) as [Held];
    expect((await coordinator.get(`/certificates/${number}/revocation`)).text).toContain(
      'krijgt hiervan bericht',
    );
    await coordinator.post(`/certificates/${number}/revocation`, { reason: 'details-wrong' });
    await app.work();
    const { rows } = await app.database.owner.query<{ id: string }>(
      'select id from certificate where number = $1',
      [number],
    );
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([1, 2].map(() => jobs.tellRevoked({ certificateId: rows[0]!.id })));
    const mails = await told(noor);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Uw certificaat voor ‘Basistraining’ is ingetrokken',
    ]);
    expect(mails[0]!.text_body).toContain('De naam of andere gegevens op het certificaat klopten niet.');
    expect(mails[0]!.text_body).toContain('Neem dan contact op met de contactpersoon van uw gemeente.');
  });

  test('by a correction is told too, and the new one as well when it was right after all', async () => {
    const sem = await trained('Sem Voorbeeld');
    await correct(sem.enrolmentId, 'absent');
    expect((await told(sem))[0]!.text_body).toContain('Daarmee volgde u niet genoeg voor dit certificaat.');
    await correct(sem.enrolmentId, 'present');
    const templates = (await mailsTo(app, sem)).map(({ template }) => template);
    expect(templates).toEqual(['certificate-issued', 'certificate-revoked', 'certificate-issued']);
  });

  test('because another came in its place is not told so', async () => {
    const kim = await trained('Kim Voorbeeld');
    await app.database.owner.query("update professional set name = 'Kim Anders' where id = $1", [kim.id]);
    const [{ number }] = (await basicOf(kim)) as [Held];
    await coordinator.post(`/certificates/${number}/replacement`);
    await app.work();
    expect(await told(kim)).toEqual([]);
  });
});

describe('a renewal of which the follow-up day turns out not to be attended', () => {
  const ORIGINAL = { reason: null, validUntil: '2028-11-12' };
  const UNDONE = { reason: 'attendance-corrected', validUntil: '2029-10-14' };

  test('is undone: the earlier certificate counts again, and its owner and the trail are told', async () => {
    const mo = await trained('Mo Voorbeeld');
    const seatId = await followUp(mo);
    expect(await basicOf(mo)).toMatchObject([
      { reason: 'replaced' },
      { reason: null, validUntil: '2029-10-14' },
    ]);
    await correct(seatId, 'absent');
    const [earlier, renewed] = (await basicOf(mo)) as [Held, Held];
    expect([earlier, renewed]).toMatchObject([ORIGINAL, UNDONE]);
    const visitor = new Client(app.url);
    expect((await visitor.get(`/check/${earlier.number}`)).text).toContain('12 november 2028');
    const [mail] = (await told(mo)).filter(({ text_body }) => text_body.includes('niet vernieuwd'));
    expect(mail!.text_body).toContain(
      `met nummer ${earlier.number}, is weer geldig: tot en met 12 november 2028.`,
    );
    const { rows } = await app.database.owner.query(
      "select before->>'number' was, after->>'number' again from audit_entry where action = 'undoRenewal' order by id desc limit 1",
    );
    expect(rows).toEqual([{ was: renewed.number, again: earlier.number }]);
  });

  test('is given again when they were there after all, and undone again, as often as it is corrected', async () => {
    const pim = await trained('Pim Voorbeeld');
    const seatId = await followUp(pim);
    await correct(seatId, 'absent');
    await correct(seatId, 'late');
    expect(await basicOf(pim)).toMatchObject([
      { reason: 'replaced' },
      UNDONE,
      { reason: null, validUntil: '2029-10-14' },
    ]);
    await correct(seatId, 'excused');
    expect(await basicOf(pim)).toMatchObject([ORIGINAL, UNDONE, UNDONE]);
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([1, 2].map(() => jobs.redecide({ enrolmentId: seatId })));
    expect(await basicOf(pim)).toMatchObject([ORIGINAL, UNDONE, UNDONE]);
  });

  test('is undone past a change of name', async () => {
    const ada = await trained('Ada Voorbeeld');
    const seatId = await followUp(ada);
    await app.database.owner.query("update professional set name = 'Ada Anders' where id = $1", [ada.id]);
    const renewed = (await basicOf(ada)).find(({ reason }) => reason === null)!;
    await coordinator.post(`/certificates/${renewed.number}/replacement`);
    await correct(seatId, 'absent');
    const held = await basicOf(ada);
    expect(held[0]).toMatchObject(ORIGINAL);
    expect(held.map(({ reason }) => reason).sort()).toEqual(['attendance-corrected', null, 'replaced']);
  });

  test('leaves a certificate from elsewhere as it was', async () => {
    const person = await trained('Bas Voorbeeld');
    await app.database.owner.query(
      'update certificate set revoked_at = now(), revocation_reason = $2 where professional_id = $1',
      [person.id, 'own-request'],
    );
    await importTexts(
      app,
      { ...systemActor, regionId: region.id },
      {
        'certificaten.csv': `email;niveau;behaald_op;geldig_tot_en_met;bron\n${person.email};basis;01-11-2026;01-11-2027;Lijst`,
      },
    );
    const seatId = await followUp(person);
    expect((await basicOf(person)).filter(({ reason }) => reason === null)).toMatchObject([
      { validUntil: '2028-10-13' },
    ]);
    await correct(seatId, 'absent');
    expect((await basicOf(person)).filter(({ reason }) => reason === null)).toMatchObject([
      { validUntil: '2027-11-01' },
    ]);
  });

  test('stays when it was taken back by hand meanwhile', async () => {
    const eva = await trained('Eva Voorbeeld');
    const seatId = await followUp(eva);
    const renewed = (await basicOf(eva)).find(({ reason }) => reason === null)!;
    await coordinator.post(`/certificates/${renewed.number}/revocation`, { reason: 'own-request' });
    await correct(seatId, 'absent');
    expect((await basicOf(eva)).map(({ reason }) => reason)).toEqual(['replaced', 'own-request']);
  });
});
