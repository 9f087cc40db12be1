import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { issueCertificate } from '../support/certificates.js';
import { mailsTo, runRecurring } from '../support/enrolment.js';
import { importSettings } from '../support/imports.js';
import {
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const JOB = 'certificates.tell-expiring';
const VALID_UNTIL = '2029-06-30';
/** Ninety days before, at nine in the morning. */
const MOMENT = '2029-04-01T07:00:00Z';

let app: TestApp;
let region: TestRegion;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-12T08:00:00Z' });
  region = await createRegion(app.database);
});
afterAll(() => app.stop());
beforeEach(() => term(90, '2026-11-01'));

const sql = (text: string, values: unknown[]) => app.database.owner.query(text, values);

const term = (days: number, since: string) =>
  sql('update region set expiry_mail_days = $2, expiry_mail_since = $3 where id = $1', [
    region.id,
    days,
    since,
  ]);

async function holder(name: string, validUntil: string | null = VALID_UNTIL): Promise<TestProfessional> {
  const person = await createProfessional(app.database, region, 'Almere', name);
  await certify(person, '2026-10-01', validUntil);
  return person;
}

async function certify(person: TestProfessional, issuedOn: string, validUntil: string | null): Promise<void> {
  const number = await issueCertificate(app.database, region, person, issuedOn);
  await sql('update certificate set valid_until = $2 where number = $1', [number, validUntil]);
}

async function toldAt(at: string, person: TestProfessional): Promise<string[]> {
  app.clock.set(at);
  await runRecurring(app, JOB);
  return (await mailsTo(app, person)).map(({ subject }) => subject);
}

test('ninety days beforehand at nine in the morning someone hears that their certificate expires, once', async () => {
  const noor = await holder('Noor Voorbeeld');
  expect(await toldAt('2029-04-01T06:59:00Z', noor)).toEqual([]);
  expect(await toldAt(MOMENT, noor)).toEqual([
    'Uw certificaat voor ‘Basistraining’ verloopt na 30 juni 2029',
  ]);
  expect(await toldAt('2029-04-02T07:00:00Z', noor)).toHaveLength(1);
  const [mail] = await mailsTo(app, noor);
  expect(mail!.text_body).toContain('/sessions');
  expect(mail!.text_body).toContain('geldig tot en met 30 juni 2029');
});

test('a worker that stood still on that day tells it when it runs again, while the certificate is valid', async () => {
  const late = await holder('Lena Laat');
  expect(await toldAt('2029-06-30T07:00:00Z', late)).toHaveLength(1);
  const expired = await holder('Vera Verlopen', '2029-06-29');
  expect(await toldAt('2029-06-30T07:00:00Z', expired)).toEqual([]);
});

test('someone reads it in their own language', async () => {
  const sam = await holder('Sam Sample');
  await sql("update account set locale = 'en' where professional_id = $1", [sam.id]);
  expect(await toldAt(MOMENT, sam)).toEqual([
    'Your certificate for ‘Basistraining’ expires after 30 June 2029',
  ]);
});

test('who has a newer certificate of the course, or one that stays valid, hears nothing', async () => {
  const [renewed, forGood] = [await holder('Rens Vernieuwd'), await holder('Fien Altijd')];
  await certify(renewed, '2028-10-02', '2031-06-30');
  await certify(forGood, '2028-10-03', null);
  expect([await toldAt(MOMENT, renewed), await toldAt(MOMENT, forGood)]).toEqual([[], []]);
});

test('who has a seat on a follow-up day that renews it in time hears nothing', async () => {
  const seated = await holder('Teun Terugkomer');
  const plan = { date: '2029-05-16', status: 'open', courseId: region.courses.followUp } as const;
  const sessionId = await createSession(app.database, region, plan);
  await sql(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
    [newId(), sessionId, seated.id],
  );
  expect(await toldAt(MOMENT, seated)).toEqual([]);
});

test('who has a seat with which they renew it in time hears nothing, until that seat is given up', async () => {
  const seated = await holder('Zoë Zitplaats');
  const sessionId = await createSession(app.database, region, { date: '2029-05-15', status: 'open' });
  const enrolmentId = newId();
  await sql(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', now(), now() from professional where id = $3`,
    [enrolmentId, sessionId, seated.id],
  );
  expect(await toldAt(MOMENT, seated)).toEqual([]);
  await sql(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where id = $1",
    [enrolmentId],
  );
  expect(await toldAt('2029-04-20T07:00:00Z', seated)).toHaveLength(1);
});

test('a certificate that was revoked, or is valid for good, is not told of', async () => {
  const [revoked, forGood] = [await holder('Ruben Ingetrokken'), await holder('Fenna Altijd', null)];
  await sql(
    "update certificate set revoked_at = now(), revocation_reason = 'issued-by-mistake' where professional_id = $1",
    [revoked.id],
  );
  expect([await toldAt(MOMENT, revoked), await toldAt(MOMENT, forGood)]).toEqual([[], []]);
});

test('two workers at the same time tell each person once', async () => {
  const people = [];
  for (let made = 0; made < 60; made++) people.push(await holder(`Voorbeeld ${made}`));
  app.clock.set(MOMENT);
  await Promise.all([runRecurring(app, JOB), runRecurring(app, JOB)]);
  const told = await Promise.all(people.map((person) => mailsTo(app, person)));
  expect(told.map((mails) => mails.length)).toEqual(people.map(() => 1));
});

describe('the term of a region', () => {
  const importTerm = (days: string) => importSettings(app, region.id, { verloopmail_dagen: days });

  test('is set in the file of the region, and 0 tells nobody', async () => {
    const never = await holder('Nooit Voorbeeld');
    app.clock.set('2028-01-01T08:00:00Z');
    await importTerm('0');
    expect(await toldAt(MOMENT, never)).toEqual([]);
  });

  test('holds from the day on which it is set: what was to be told before stays untold', async () => {
    const before = await holder('Britt Daarvoor', '2029-05-30');
    const after = await holder('Anna Daarna', '2029-06-02');
    app.clock.set('2029-05-02T08:00:00Z');
    await importTerm('30');
    expect(await toldAt('2029-05-02T08:00:00Z', before)).toEqual([]);
    expect(await toldAt('2029-05-03T08:00:00Z', after)).toHaveLength(1);
    expect(await mailsTo(app, before)).toEqual([]);
  });

  test('that is imported again as it was changes nothing', async () => {
    app.clock.set('2029-05-02T08:00:00Z');
    await importTerm('45');
    app.clock.set('2029-05-20T08:00:00Z');
    await importTerm('45');
    const { rows } = await app.database.owner.query<{ since: string }>(
      'select expiry_mail_since::text since from region where id = $1',
      [region.id],
    );
    expect(rows).toEqual([{ since: '2029-05-02' }]);
  });
});
