import { CertificatesJobs } from '../../src/certificates/certificates.jobs.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type SeatedProfessional } from '../support/attendance.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { followUpMailsTo, launch } from '../support/follow-up.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

const TRAINING = ['2026-11-12 09:30', '2026-11-12 13:30'];
const AFTER_TRAINING = '2026-11-12T16:30:00Z';
const AFTER_DAY = '2026-12-10T12:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;
let trainer: Client;
let email: string;

beforeAll(async () => {
  app = await startApp({ at: AFTER_TRAINING });
  region = await createRegion(app.database);
  ({ email } = await createAccount(app.database, region, 'coordinator'));
  coordinator = await signIn(app, email);
  api = await apiClient(app, region.id, (await createAccount(app.database, region, 'coordinator')).id);
  const { trainerId } = region;
  trainer = await signIn(app, (await createAccount(app.database, region, 'trainer', { trainerId })).email);
});
afterAll(() => app.stop());
beforeEach(() => ask({ mandatoryParts: [], requiresFollowUp: true }));

/** Makes the basic course ask this for a certificate. */
async function ask(policy: { mandatoryParts: number[]; requiresFollowUp: boolean; share?: number }) {
  await app.database.owner.query(
    'update course set mandatory_parts = $2, requires_follow_up = $3, required_attendance_percentage = $4 where id = $1',
    [region.courses.basic, policy.mandatoryParts, policy.requiresFollowUp, policy.share ?? 50],
  );
}

interface Given {
  readonly id: string;
  readonly person: SeatedProfessional;
}

async function teach(starts: readonly string[], courseId: string): Promise<string> {
  await app.database.owner.query('delete from session_part_trainer');
  return (await createTaughtSession(app.database, region, { starts, trainerId: region.trainerId, courseId }))
    .id;
}

/** A training with one participant, marked per part. */
async function training(name: string, ...marks: string[]): Promise<Given> {
  const id = await teach(TRAINING, region.courses.basic);
  const person = await seat(app.database, region, id, 'Almere', name);
  await mark(id, person.enrolmentId, marks);
  return { id, person };
}

async function mark(sessionId: string, enrolmentId: string, marks: readonly string[]) {
  for (const [index, given] of marks.entries())
    await coordinator.post(`/sessions/${sessionId}/attendance?part=${index + 1}`, { [enrolmentId]: given });
}

async function close(sessionId: string) {
  const { status } = await coordinator.post(`/sessions/${sessionId}/closure`);
  expect(status).toBe(303);
  await app.work();
}

/** A follow-up day on which this person has a seat and is marked; returns that seat. */
async function followUpDay(
  person: SeatedProfessional,
  given: string,
  start = '2026-12-10 09:30',
): Promise<{ id: string; enrolmentId: string }> {
  const id = await teach([start], region.courses.followUp);
  const enrolmentId = newId();
  await app.database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
    [enrolmentId, id, person.id],
  );
  app.clock.set(AFTER_DAY);
  coordinator = await signIn(app, email);
  await mark(id, enrolmentId, [given]);
  return { id, enrolmentId };
}

async function correct(enrolmentId: string, marks: readonly string[]) {
  const parts = Object.fromEntries(marks.map((given, index) => [`parts.${index}.mark`, given]));
  await coordinator.post(`/enrolments/${enrolmentId}/attendance-correction`, { ...parts, reason: 'sheet' });
  await app.work();
}

/** Certificates of the seat, as why they were taken back, and whether it waits. */
async function standing({
  enrolmentId,
}: SeatedProfessional): Promise<{ certificates: unknown[]; waits: boolean }> {
  const { rows } = await app.database.owner.query<{ reason: string | null }>(
    'select revocation_reason reason from certificate where enrolment_id = $1 order by revoked_at nulls last',
    [enrolmentId],
  );
  const { rowCount } = await app.database.owner.query(
    'select from certificate_wait where enrolment_id = $1',
    [enrolmentId],
  );
  return { certificates: rows.map(({ reason }) => reason), waits: rowCount === 1 };
}
const WAITS = { certificates: [], waits: true };
const HAS_ONE = { certificates: [null], waits: false };
const NOTHING = { certificates: [], waits: false };

describe('a mandatory part', () => {
  beforeEach(() => ask({ mandatoryParts: [1], requiresFollowUp: false }));

  test('that was missed costs the certificate, whatever the share; another part does not', async () => {
    const missed = await training('Mo Voorbeeld', 'absent', 'present');
    const came = await training('Kim Voorbeeld', 'late', 'absent');
    const preview = await coordinator.get(`/sessions/${missed.id}/closure`);
    expect(preview.text).toContain('miste dagdeel 1, dat verplicht is');
    expect(preview.text).toContain('Dagdeel 1 is verplicht.');
    await close(missed.id);
    await close(came.id);
    expect([await standing(missed.person), await standing(came.person)]).toEqual([NOTHING, HAS_ONE]);
  });

  test('that the session does not have is told before closing, and costs nobody anything', async () => {
    await ask({ mandatoryParts: [1, 3], requiresFollowUp: false });
    const { id, person } = await training('Pim Voorbeeld', 'present', 'absent');
    expect((await coordinator.get(`/sessions/${id}/closure`)).text).toContain('dagdeel 3 verplicht, maar');
    await close(id);
    expect(await standing(person)).toEqual(HAS_ONE);
  });
});

describe('a follow-up day that is asked for', () => {
  beforeEach(() => app.clock.set(AFTER_TRAINING));

  test('is waited for, as the preview, the professional, the coordinator and other systems see', async () => {
    const { id, person } = await training('Noor Voorbeeld', 'present', 'present');
    for (const reader of [coordinator, trainer])
      expect((await reader.get(`/sessions/${id}/closure`)).text).toContain(
        '1 deelnemer wacht op de terugkomdag',
      );
    await close(id);
    expect(await standing(person)).toEqual(WAITS);
    const own = await signIn(app, person.email);
    expect((await own.get('/')).text).toContain('wacht op de terugkomdag');
    expect((await own.get('/enrolments')).text).toContain('certificaat wacht op de terugkomdag');
    expect((await coordinator.get(`/sessions/${id}/attendance`)).text).toContain(
      'Certificaat: wacht op de terugkomdag',
    );
    expect((await api.get(`/sessions/${id}/enrolments`)).json()).toMatchObject({
      items: [{ id: person.enrolmentId, awaitsFollowUp: true }],
    });
  });

  test('gives the certificate once it is closed, once, whoever asks again', async () => {
    const { id, person } = await training('Sem Voorbeeld', 'present', 'absent');
    await close(id);
    const day = await followUpDay(person, 'present');
    expect(await standing(person)).toEqual(WAITS);
    await close(day.id);
    const jobs = app.app.get(CertificatesJobs, { strict: false });
    await Promise.all([day.id, id, day.id].map((sessionId) => jobs.issue({ sessionId })));
    await jobs.renew({ sessionId: day.id });
    expect(await standing(person)).toEqual(HAS_ONE);
  });

  test('gives nothing to who was not there, or had missed too much of the training', async () => {
    const away = await training('Ada Voorbeeld', 'present', 'present');
    const missed = await training('Bea Voorbeeld', 'absent', 'absent');
    await close(away.id);
    await close(missed.id);
    const days = [await followUpDay(away.person, 'absent'), await followUpDay(missed.person, 'present')];
    for (const { id } of days) await close(id);
    expect([await standing(away.person), await standing(missed.person)]).toEqual([WAITS, NOTHING]);
  });

  test('may be closed before the training is', async () => {
    const { id, person } = await training('Cas Voorbeeld', 'present', 'present');
    const day = await followUpDay(person, 'late');
    await close(day.id);
    expect(await standing(person)).toEqual(NOTHING);
    const preview = await coordinator.get(`/sessions/${id}/closure`);
    expect(preview.text).not.toContain('wacht op de terugkomdag');
    await close(id);
    expect(await standing(person)).toEqual(HAS_ONE);
  });

  test('and the training are decided anew after a correction of either, both ways', async () => {
    const { id, person } = await training('Daan Voorbeeld', 'absent', 'absent');
    await close(id);
    const day = await followUpDay(person, 'present');
    await close(day.id);
    expect(await standing(person)).toEqual(NOTHING);
    await correct(person.enrolmentId, ['present', 'present']);
    expect(await standing(person)).toEqual(HAS_ONE);
    await correct(day.enrolmentId, ['absent']);
    expect(await standing(person)).toEqual({ certificates: ['attendance-corrected'], waits: true });
    await correct(person.enrolmentId, ['absent', 'absent']);
    expect(await standing(person)).toEqual({ certificates: ['attendance-corrected'], waits: false });
    await correct(day.enrolmentId, ['present']);
    expect(await standing(person)).toEqual({ certificates: ['attendance-corrected'], waits: false });
    await correct(person.enrolmentId, ['present', 'absent']);
    expect(await standing(person)).toEqual({ certificates: ['attendance-corrected', null], waits: false });
  });

  test('completes what an earlier one was corrected away from', async () => {
    const { id, person } = await training('Eva Voorbeeld', 'present', 'present');
    await close(id);
    const first = await followUpDay(person, 'present');
    await close(first.id);
    await correct(first.enrolmentId, ['excused']);
    const second = await followUpDay(person, 'present', '2026-12-09 09:30');
    await close(second.id);
    expect(await standing(person)).toEqual({ certificates: ['attendance-corrected', null], waits: false });
  });

  test('can be enrolled in by who waits, and invites them with a campaign', async () => {
    const { id, person } = await training('Fay Voorbeeld', 'present', 'present');
    await close(id);
    const open = { date: '2026-12-17', status: 'open' as const };
    const dayId = await createSession(app.database, region, open);
    await app.database.owner.query('update session set course_id = $2 where id = $1', [
      dayId,
      region.courses.followUp,
    ]);
    await app.database.owner.query("update course set entry_level = 'basic' where id = $1", [
      region.courses.followUp,
    ]);
    await launch(app, api, [dayId], { trainedFrom: '2026-01-01', trainedUntil: '2026-12-31' });
    const professional = { id: person.id, name: person.name, email: person.email, accountId: '' };
    expect(await followUpMailsTo(app, professional)).toHaveLength(1);
    const own = await signIn(app, person.email);
    await own.post(`/sessions/${dayId}/enrolment`);
    await app.work();
    const { rows } = await app.database.owner.query(
      'select status from enrolment where session_id = $1 and professional_id = $2',
      [dayId, person.id],
    );
    expect(rows).toEqual([{ status: 'confirmed' }]);
  });
});

describe('what a course asks', () => {
  beforeEach(() => app.clock.set(AFTER_TRAINING));

  test('is kept when a session is closed: a change later neither gives nor takes back', async () => {
    const waiting = await training('Gus Voorbeeld', 'present', 'present');
    await close(waiting.id);
    await ask({ mandatoryParts: [2], requiresFollowUp: false });
    await correct(waiting.person.enrolmentId, ['present', 'absent']);
    expect(await standing(waiting.person)).toEqual(WAITS);
    const given = await training('Hal Voorbeeld', 'absent', 'present');
    await close(given.id);
    await ask({ mandatoryParts: [1], requiresFollowUp: true, share: 100 });
    await correct(given.person.enrolmentId, ['excused', 'present']);
    expect(await standing(given.person)).toEqual(HAS_ONE);
  });

  test('is told on the form, by the course and to other systems, and kept in the trail', async () => {
    const path = `/courses/${region.courses.basic}`;
    const form = (await coordinator.get(`${path}/edit`)).text;
    expect(form).toContain('geldt voor uitvoeringen die u vanaf nu afsluit');
    const { rows } = await app.database.owner.query<{ version: number; provider_id: string }>(
      'select version, provider_id from course where id = $1',
      [region.courses.basic],
    );
    const { version, provider_id: providerId } = rows[0]!;
    const told = {
      ...{ code: 'basis', title: 'Basistraining', level: 'basic', dayParts: '2', audience: 'public' },
      ...{ approval: 'none', minParticipants: '1', maxParticipants: '20', decideDays: '14', source: 'test' },
      ...{ requiredAttendancePercentage: '50', requiresFollowUp: 'on', providerId, version: String(version) },
    };
    const wrong = await coordinator.post(path, { ...told, mandatoryParts: '1, drie' });
    expect([wrong.status, wrong.text.includes('Vul hele getallen in van 1 tot en met 20')]).toEqual([
      400,
      true,
    ]);
    const beyond = await coordinator.post(path, { ...told, mandatoryParts: '3' });
    expect([beyond.status, beyond.text.includes('Kies alleen dagdelen die de training heeft')]).toEqual([
      400,
      true,
    ]);
    expect((await coordinator.post(path, { ...told, mandatoryParts: '2 1, 2' })).status).toBe(303);
    expect((await coordinator.get(path)).text).toContain(
      '50% van de dagdelen, de dagdelen 1 en 2 altijd, en daarna een terugkomdag',
    );
    expect((await api.get(path)).json()).toMatchObject({ mandatoryParts: [1, 2], requiresFollowUp: true });
    const { rows: deeds } = await app.database.owner.query<{ after: object }>(
      "select after from audit_entry where subject_type = 'course' and subject_id = $1 order by id desc limit 1",
      [region.courses.basic],
    );
    expect(deeds[0]!.after).toMatchObject({ mandatoryParts: [1, 2] });
  });
});
