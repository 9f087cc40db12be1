import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol, runRecurring } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const NOW = '2026-09-01T07:00:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let contact: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: NOW });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  const { id } = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  contact = await apiClient(app, region.id, id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(NOW));

const person = (name: string, town: MunicipalityName = 'Almere') =>
  createProfessional(app.database, region, town, name);

/** A course of its own, so that its rules stay out of the other tests. */
async function course(terms: {
  entryLevel?: string;
  audience?: string;
  approval?: string;
  oncePerCourse?: boolean;
}): Promise<string> {
  const id = newId();
  await app.database.owner.query(
    `insert into course (id, region_id, code, title, level, day_parts, min_participants, max_participants, provider_id,
       source, entry_level, audience, once_per_course, approval)
     values ($1::uuid, $2, $1::uuid::text, 'Verdiepingstraining', 'advanced', 2, 1, 20, $3, 'test', $4, $5, $6, $7)`,
    [
      ...[id, region.id, region.providerId, terms.entryLevel ?? null, terms.audience ?? 'public'],
      ...[terms.oncePerCourse ?? false, terms.approval ?? 'none'],
    ],
  );
  return id;
}

async function sessionOf(courseId: string, date = '2026-11-12'): Promise<string> {
  const sessionId = await createSession(app.database, region, { capacity: 5, date });
  await app.database.owner.query('update session set course_id = $2 where id = $1', [sessionId, courseId]);
  return sessionId;
}

async function ask(who: TestProfessional, sessionId: string) {
  const client = await apiClient(app, region.id, who.accountId);
  return client.post(`/sessions/${sessionId}/enrolments`, { professionalId: who.id });
}

async function giveCertificate(
  { id }: TestProfessional,
  level: string,
  validUntil: string | null,
): Promise<void> {
  const sessionId = await createSession(app.database, region, { date: '2026-01-15' });
  const enrolmentId = newId();
  await app.database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', '2026-01-01', '2026-01-01' from professional where id = $3`,
    [enrolmentId, sessionId, id],
  );
  await app.database.owner.query(
    `insert into certificate (id, region_id, municipality_id, professional_id, enrolment_id, course_id, number,
       professional_name, course_title, level, municipality_name, region_name, dates, locale, issued_at, issued_on,
       valid_until, document, sha256)
     select $1::uuid, p.region_id, p.municipality_id, p.id, $2, $3, $1::uuid::text, p.name, 'Basistraining', $4, 'Almere', 'Flevoland',
       '{2026-01-15}', 'nl', '2026-01-16', '2026-01-16', $5, '{}', 'x'
     from professional p where p.id = $6`,
    [newId(), enrolmentId, region.courses.basic, level, validUntil, id],
  );
}

describe('a course that needs a level to begin with', () => {
  let sessionId: string;
  beforeAll(async () => {
    sessionId = await sessionOf(await course({ entryLevel: 'basic' }));
  });

  test('refuses who has no certificate, and says what to do', async () => {
    const answer = await ask(await person('Noor Zonder'), sessionId);
    expect([answer.status, answer.json().title]).toEqual([
      409,
      'Voor deze training is eerst een andere training nodig',
    ]);
  });

  test.each([
    ['of that level', 'basic', null, 201],
    ['of a higher level', 'advanced', null, 201],
    ['that is valid on the first day', 'basic', '2026-11-12', 201],
    ['of a lower level', 'awareness', null, 409],
    ['that is valid no more on the first day', 'basic', '2026-11-11', 409],
  ])('weighs a certificate %s', async (_, level, validUntil, status) => {
    const who = await person(`Met ${level} ${validUntil}`);
    await giveCertificate(who, level, validUntil);
    expect((await ask(who, sessionId)).status).toBe(status);
  });

  test('does not count a certificate that was revoked', async () => {
    const who = await person('Ingetrokken Voorbeeld');
    await giveCertificate(who, 'basic', null);
    await app.database.owner.query(
      "update certificate set revoked_at = now(), revocation_reason = 'own-request' where professional_id = $1",
      [who.id],
    );
    expect((await ask(who, sessionId)).status).toBe(409);
  });

  test('lets a coordinator override it with a reason, which is kept and in the trail', async () => {
    const { id: professionalId } = await person('Met reden');
    const entryOverrideReason = 'Gaf zelf eerder deze training.';
    const answer = await coordinator.post(`/sessions/${sessionId}/enrolments`, {
      ...{ professionalId, entryOverrideReason },
    });
    const { rows } = await app.database.owner.query(
      `select e.entry_override_reason reason, a.after ->> 'entryLevelOverridden' overridden
       from enrolment e join audit_entry a on a.subject_id = e.id::text where e.id = $1 and a.action = 'enrol'`,
      [answer.json().id],
    );
    expect(rows).toEqual([{ reason: entryOverrideReason, overridden: 'true' }]);
  });

  test('lets nobody else override it', async () => {
    const { id: professionalId } = await person('Via contact');
    const answer = await contact.post(`/sessions/${sessionId}/enrolments`, {
      ...{ professionalId, entryOverrideReason: 'Kan het wel.' },
    });
    expect(answer.status).toBe(403);
  });

  test('lets nobody without the level take over a seat', async () => {
    const [noor, sam] = [await person('Noor Heeft'), await person('Sam Zonder')];
    await giveCertificate(noor, 'basic', null);
    const enrolmentId = await enrol(app, region, noor, sessionId);
    const client = await apiClient(app, region.id, noor.accountId);
    const answer = await client.post(`/enrolments/${enrolmentId}/substitution`, { email: sam.email });
    expect(answer.json().title).toBe('Voor deze training is eerst een andere training nodig');
  });
});

describe('a course in which people are once at a time', () => {
  let courseId: string;
  let [first, second] = ['', ''];
  beforeAll(async () => {
    courseId = await course({ oncePerCourse: true });
    first = await sessionOf(courseId, '2026-11-12');
    second = await sessionOf(courseId, '2026-11-19');
  });

  test('refuses a place in a second session, and names the first', async () => {
    const noor = await person('Noor Eens');
    await enrol(app, region, noor, first);
    const answer = await ask(noor, second);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('12-11-2026')]);
  });

  test('gives one place of two that are asked for at the same moment', async () => {
    const noor = await person('Noor Tegelijk');
    const answers = await Promise.all([ask(noor, first), ask(noor, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('gives a place again when the first session is over', async () => {
    const noor = await person('Noor Later');
    const earlier = await sessionOf(courseId, '2026-09-03');
    await enrol(app, region, noor, earlier);
    await app.database.owner.query("update session set status = 'closed' where id = $1", [earlier]);
    expect((await ask(noor, second)).status).toBe(201);
  });

  test('gives a place again to who waited in vain', async () => {
    const earlier = await sessionOf(courseId, '2026-09-03');
    await app.database.owner.query('update session set capacity = 1 where id = $1', [earlier]);
    const noor = await person('Noor Tevergeefs');
    await enrol(app, region, await person('Sam Eerder'), earlier);
    await enrol(app, region, noor, earlier);
    app.clock.set('2026-09-03T08:00:00Z');
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    expect((await ask(noor, second)).status).toBe(201);
  });

  test('leaves be who was in two sessions before that was asked', async () => {
    const later = await course({});
    const both = [await sessionOf(later, '2026-11-12'), await sessionOf(later, '2026-11-19')];
    await app.database.owner.query('update session set capacity = 1 where id = any($1)', [both]);
    const [sam, noor] = [await person('Sam Zit'), await person('Noor Wacht')];
    for (const sessionId of both) {
      await enrol(app, region, sam, sessionId);
      await enrol(app, region, noor, sessionId);
    }
    await app.database.owner.query('update course set once_per_course = true where id = $1', [later]);
    const seats = await app.database.owner.query<{ id: string }>(
      'select id from enrolment where professional_id = $1',
      [sam.id],
    );
    for (const { id } of seats.rows) await coordinator.post(`/enrolments/${id}/cancellation`);
    const { rows } = await app.database.owner.query(
      'select status from enrolment where professional_id = $1',
      [noor.id],
    );
    expect(rows).toEqual([{ status: 'confirmed' }, { status: 'confirmed' }]);
  });
});

describe('a course by invitation', () => {
  let sessionId: string;
  beforeAll(async () => {
    sessionId = await sessionOf(await course({ audience: 'by-invitation' }));
  });

  test('refuses who asks without being invited', async () => {
    expect((await ask(await person('Noor Zelf'), sessionId)).json().title).toBe(
      'Deze training is op uitnodiging',
    );
  });

  test('takes whom the contact enrols', async () => {
    const { id: professionalId } = await person('Noor Gevraagd');
    expect((await contact.post(`/sessions/${sessionId}/enrolments`, { professionalId })).status).toBe(201);
  });
});

describe('a course in company', () => {
  let sessionId: string;
  beforeAll(async () => {
    sessionId = await sessionOf(await course({ audience: 'in-company' }));
    await person('Van Almere');
    await app.database.owner.query(
      "update session set organisation_id = (select id from organisation where name = 'Jongerenwerk Almere') where id = $1",
      [sessionId],
    );
  });

  test('takes people of the organisation that asked for it', async () => {
    expect((await ask(await person('Noor Binnen'), sessionId)).status).toBe(201);
  });

  test('refuses people of another organisation', async () => {
    const answer = await ask(await person('Uma Buiten', 'Urk'), sessionId);
    expect(answer.json().title).toBe('Deze training is voor een andere organisatie');
  });

  test('is not opened before it is known for which organisation it is', async () => {
    const draft = await sessionOf(await course({ audience: 'in-company' }), '2026-11-26');
    await app.database.owner.query("update session set status = 'draft' where id = $1", [draft]);
    const answer = await coordinator.post(`/sessions/${draft}/opening`);
    expect([answer.status, answer.json().title]).toEqual([409, 'Voor welke organisatie is deze uitvoering?']);
  });

  test('cannot have its seats set without an organisation', async () => {
    const seats = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
    const answer = await coordinator.put(`/sessions/${sessionId}/seats`, { ...seats, organisationId: null });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('in-company')]);
  });
});

test('a participant of a course with approval does not hand over a seat; the contact does', async () => {
  const sessionId = await sessionOf(await course({ approval: 'contact' }));
  const [noor, sam] = [await person('Noor Vraagt'), await person('Sam Collega')];
  const enrolmentId = await enrol(app, region, noor, sessionId);
  await contact.post(`/enrolments/${enrolmentId}/approval`);
  const own = await apiClient(app, region.id, noor.accountId);
  const refused = await own.post(`/enrolments/${enrolmentId}/substitution`, { email: sam.email });
  const done = await contact.post(`/enrolments/${enrolmentId}/substitution`, { email: sam.email });
  expect([refused.json().title, done.status]).toEqual(['Uw contactpersoon draagt deze plaats over', 200]);
});

describe('the last day to enrol', () => {
  async function withDeadline() {
    const sessionId = await createSession(app.database, region, { capacity: 1, date: '2026-11-12' });
    const [noor, sam] = [await person('Noor Zit'), await person('Sam Wacht')];
    const ids = [await enrol(app, region, noor, sessionId), await enrol(app, region, sam, sessionId)];
    await app.database.owner.query("update session set enrol_until = '2026-11-01' where id = $1", [
      sessionId,
    ]);
    return { sessionId, noor, ids };
  }
  const statuses = async (ids: readonly string[]) => {
    const { rows } = await app.database.owner.query<{ status: string }>(
      'select status from enrolment where id = any($1) order by array_position($1, id)',
      [ids],
    );
    return rows.map(({ status }) => status);
  };

  test('is a whole day: one can enrol until its end', async () => {
    const { sessionId } = await withDeadline();
    app.clock.set('2026-11-01T22:59:00Z');
    expect((await ask(await person('Uma Net'), sessionId)).status).toBe(201);
    app.clock.set('2026-11-01T23:00:00Z');
    expect((await ask(await person('Vera Laat'), sessionId)).json().title).toBe('Inschrijven kan nu niet');
  });

  test('is over: its page says so and shows the way to other dates, and it is in no list of what is open', async () => {
    const { sessionId } = await withDeadline();
    const late = await person('Wim Laat');
    app.clock.set('2026-11-01T23:00:00Z');
    const screen = await signIn(app, late.email);
    const page = (await screen.get(`/sessions/${sessionId}`)).text;
    expect(page).toContain('De inschrijving is gesloten. Kijk of een andere datum u past.');
    expect(page).toContain('Zoek een andere datum');
    expect((await screen.get('/sessions')).text).not.toContain(sessionId);
  });

  test('ends the waiting list: a seat that is given up then goes to nobody by itself', async () => {
    const { ids, noor } = await withDeadline();
    app.clock.set('2026-11-02T08:00:00Z');
    const client = await apiClient(app, region.id, noor.accountId);
    await client.post(`/enrolments/${ids[0]}/cancellation`);
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    expect(await statuses(ids)).toEqual(['cancelled', 'waitlisted']);
  });

  test('lets a coordinator give the free seat to someone who waited, within the capacity', async () => {
    const { sessionId, ids, noor } = await withDeadline();
    app.clock.set('2026-11-02T08:00:00Z');
    const client = await apiClient(app, region.id, noor.accountId);
    await client.post(`/enrolments/${ids[0]}/cancellation`);
    const { rows } = await app.database.owner.query<{ professional_id: string }>(
      'select professional_id from enrolment where id = $1',
      [ids[1]],
    );
    const professionalId = rows[0]!.professional_id;
    await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId, giveSeat: true });
    const after = await app.database.owner.query(
      'select status, above_capacity, walk_in from enrolment where id = $1',
      [ids[1]],
    );
    expect(after.rows).toEqual([{ status: 'confirmed', above_capacity: false, walk_in: false }]);
  });
});

describe('someone who walks in after the beginning', () => {
  const DURING = '2026-11-12T09:00:00Z';

  test('is given a seat by a coordinator only, and is known as such', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1, status: 'confirmed' });
    const { id: professionalId } = await person('Wim Binnenloper');
    app.clock.set(DURING);
    const refused = await contact.post(`/sessions/${sessionId}/enrolments`, { professionalId });
    await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId, giveSeat: true });
    const { rows } = await app.database.owner.query(
      'select status, walk_in, above_capacity from enrolment where session_id = $1',
      [sessionId],
    );
    expect([refused.status, rows]).toEqual([
      409,
      [{ status: 'confirmed', walk_in: true, above_capacity: false }],
    ]);
  });

  test('is taken out again without a reason, and nobody pays, while it goes on', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 5, status: 'confirmed' });
    const seated = await enrol(app, region, await person('Noor Zat Al'), sessionId);
    const { id: professionalId } = await person('Wim Vergissing');
    app.clock.set(DURING);
    const walkIn = await coordinator.post(`/sessions/${sessionId}/enrolments`, {
      ...{ professionalId, giveSeat: true },
    });
    const out = await coordinator.post(`/enrolments/${String(walkIn.json().id)}/cancellation`);
    const refused = await coordinator.post(`/enrolments/${seated}/cancellation`);
    expect([out.json().status, refused.json().title]).toEqual(['cancelled', 'Afmelden kan niet meer']);
    const { rows } = await app.database.owner.query(
      'select still_charged charged, seats_taken taken from enrolment e join session s on s.id = e.session_id where e.id = $1',
      [walkIn.json().id],
    );
    expect(rows).toEqual([{ charged: false, taken: 1 }]);
  });

  test('comes too late when the last part is over', async () => {
    const sessionId = await createSession(app.database, region, { status: 'confirmed' });
    const { id: professionalId } = await person('Te Laat');
    app.clock.set('2026-11-12T16:00:00Z');
    const answer = await coordinator.post(`/sessions/${sessionId}/enrolments`, {
      ...{ professionalId, giveSeat: true },
    });
    expect(answer.json().title).toBe('Deze uitvoering is voorbij');
  });
});

describe('the last day to cancel freely', () => {
  async function late(charges = true) {
    const sessionId = await createSession(app.database, region, { capacity: 1, date: '2026-11-12' });
    const [noor, sam] = [await person('Noor Kan Niet'), await person('Sam Wacht Nog')];
    const enrolmentId = await enrol(app, region, noor, sessionId);
    const waiting = await enrol(app, region, sam, sessionId);
    await app.database.owner.query(
      "update session set cancel_until = '2026-11-01', charges_late_cancellation = $2 where id = $1",
      [sessionId, charges],
    );
    app.clock.set('2026-11-02T08:00:00Z');
    return { enrolmentId, waiting, noor, sam };
  }
  const standing = async (id: string) =>
    (
      await app.database.owner.query(
        'select status, cancel_reason, still_charged from enrolment where id = $1',
        [id],
      )
    ).rows[0] as object;

  test('is followed by a form that asks why, on screen', async () => {
    const { enrolmentId, noor } = await late();
    const page = await (await signIn(app, noor.email)).post(`/enrolments/${enrolmentId}/cancellation`);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('name="reason"')]);
  });

  test('then takes a reason, keeps it, and the municipality still pays; the seat is free at once', async () => {
    const { enrolmentId, waiting, noor } = await late();
    const client = await signIn(app, noor.email);
    await client.post(`/enrolments/${enrolmentId}/cancellation`, { reason: 'Dienst gewijzigd.' });
    expect(await standing(enrolmentId)).toEqual({
      ...{ status: 'cancelled', cancel_reason: 'Dienst gewijzigd.', still_charged: true },
    });
    expect(await standing(waiting)).toMatchObject({ status: 'confirmed' });
  });

  test('does not charge where the session says so', async () => {
    const { enrolmentId, noor } = await late(false);
    const client = await apiClient(app, region.id, noor.accountId);
    await client.post(`/enrolments/${enrolmentId}/cancellation`, { reason: 'Ziek.' });
    expect(await standing(enrolmentId)).toMatchObject({ status: 'cancelled', still_charged: false });
  });

  test('is nothing to who waits: they leave in one press', async () => {
    const { waiting, sam } = await late();
    await (await signIn(app, sam.email)).post(`/enrolments/${waiting}/cancellation`);
    expect(await standing(waiting)).toEqual({
      ...{ status: 'cancelled', cancel_reason: null, still_charged: false },
    });
  });

  test('is refused without a reason through the API', async () => {
    const { enrolmentId, noor } = await late();
    const client = await apiClient(app, region.id, noor.accountId);
    const answer = await client.post(`/enrolments/${enrolmentId}/cancellation`);
    expect([answer.status, answer.json().title]).toEqual([409, 'Geef een reden voor het afmelden']);
  });
});

describe('seats held for a function or an organisation', () => {
  test('go to who has that function, and to everyone from the release date on', async () => {
    const teacher = newId();
    await app.database.owner.query(
      "insert into professional_function (id, region_id, code, name_nl, name_en) values ($1, $2, 'docent', 'docent', 'teacher')",
      [teacher, region.id],
    );
    const sessionId = await createSession(app.database, region, { capacity: 1, releaseOn: '2026-10-01' });
    const seats = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
    const functionQuotas = [{ functionId: teacher, seats: 1 }];
    await coordinator.put(`/sessions/${sessionId}/seats`, { ...seats, functionQuotas });
    const [worker, docent] = [await person('Jo Jongerenwerker'), await person('Do Docent')];
    await app.database.owner.query('update professional set function_id = $2 where id = $1', [
      docent.id,
      teacher,
    ]);
    const before = [
      (await ask(worker, sessionId)).json().status,
      (await ask(docent, sessionId)).json().status,
    ];
    expect(before).toEqual(['waitlisted', 'confirmed']);
  });

  test('cannot be more than there are seats, together with those of municipalities', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 2, quotas: { Urk: 1 } });
    const seats = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
    const functionQuotas = [{ functionId: region.functionId, seats: 2 }];
    const answer = await coordinator.put(`/sessions/${sessionId}/seats`, { ...seats, functionQuotas });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('3')]);
  });
});

test('people of a municipality outside the region come after all others in the waiting list', async () => {
  const outside = newId();
  await app.database.owner.query(
    "insert into municipality (id, region_id, cbs_code, name, is_member) values ($1, $2, 'GM0243', 'Harderwijk', false)",
    [outside, region.id],
  );
  const sessionId = await createSession(app.database, region, { capacity: 1, payer: 'Almere' });
  const [seated, stranger, member] = [
    await person('Zit Al'),
    await person('Buur Voorbeeld', 'Urk'),
    await person('Lid Voorbeeld', 'Urk'),
  ];
  await app.database.owner.query('update professional set municipality_id = $2 where id = $1', [
    stranger.id,
    outside,
  ]);
  const first = await enrol(app, region, seated, sessionId);
  const ids = [await enrol(app, region, stranger, sessionId), await enrol(app, region, member, sessionId)];
  await coordinator.post(`/enrolments/${first}/cancellation`);
  const { rows } = await app.database.owner.query<{ status: string }>(
    'select status from enrolment where id = any($1) order by array_position($1, id)',
    [ids],
  );
  expect(rows.map(({ status }) => status)).toEqual(['waitlisted', 'confirmed']);
});

describe('someone without the level, on the coordinator’s screen', () => {
  let screen: Client;
  beforeAll(async () => {
    const { email } = await createAccount(app.database, region, 'coordinator');
    screen = await signIn(app, email);
  });
  const admit = async (way: 'recognise' | 'override') => {
    const who = await person(`Kan ${way}`);
    const sessionId = await sessionOf(await course({ entryLevel: 'basic' }), '2026-12-10');
    const refused = await screen.post(`/sessions/${sessionId}/participants`, { professionalId: who.id });
    const question = await screen.follow(refused);
    const reason = 'Opleiding bij de politieacademie.';
    const answer = { professionalId: who.id, way, reason, validUntil: '' };
    const done = await screen.follow(await screen.post(`/sessions/${sessionId}/exceptions`, answer));
    return { who, question, done };
  };

  test('is let in this once', async () => {
    const { question, done } = await admit('override');
    expect(question.text).toContain('geen geldig certificaat op niveau basis of hoger');
    expect(done.text).toContain('toegelaten zonder het instapniveau: Opleiding bij de politieacademie.');
  });

  test('has earlier education recognised, which counts for other courses too, until it is withdrawn', async () => {
    const { who } = await admit('recognise');
    const other = await sessionOf(await course({ entryLevel: 'basic' }), '2026-12-11');
    expect((await ask(who, other)).status).toBe(201);
    const list = await screen.get(`/recognitions?q=${encodeURIComponent('Kan recognise')}`);
    await screen.post(/\/recognitions\/[\w-]+\/withdrawal/.exec(list.text)![0]);
    const third = await sessionOf(await course({ entryLevel: 'basic' }), '2026-12-12');
    expect((await ask(who, third)).status).toBe(409);
  });

  test('is not recognised when the session refuses', async () => {
    const who = await person('Kan Te Laat');
    const sessionId = await sessionOf(await course({ entryLevel: 'basic' }), '2026-12-10');
    await app.database.owner.query("update session set enrol_until = '2026-08-31' where id = $1", [
      sessionId,
    ]);
    const answer = { professionalId: who.id, way: 'recognise', reason: 'Politieacademie.', validUntil: '' };
    const refused = await screen.post(`/sessions/${sessionId}/exceptions`, answer);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Inschrijven kan nu niet')]);
    const list = await screen.get(`/recognitions?q=${encodeURIComponent('Kan Te Laat')}`);
    expect(list.text).not.toMatch(/\/recognitions\/[\w-]+\/withdrawal/);
  });
});

test('who is invited can enrol in a course by invitation', async () => {
  const sessionId = await sessionOf(await course({ audience: 'by-invitation' }), '2026-12-15');
  const who = await person('Noor Genodigd');
  await app.database.owner.query(
    `insert into session_invitation (session_id, professional_id, invited_by, invited_at)
     select $1, $2, id, now() from account where role = 'coordinator' limit 1`,
    [sessionId, who.id],
  );
  expect((await ask(who, sessionId)).status).toBe(201);
});

describe('who would be refused', () => {
  const look = async (who: TestProfessional, sessionId: string) => {
    const screen = await signIn(app, who.email);
    const { text } = await screen.get(`/sessions/${sessionId}`);
    expect(text).not.toContain(`action="/sessions/${sessionId}/enrolment"`);
    const list = (await screen.get('/sessions')).text;
    const client = await apiClient(app, region.id, who.accountId);
    return {
      text,
      list,
      hindrance: (await client.get(`/sessions/${sessionId}`)).json()['enrolmentHindrance'],
    };
  };

  test('by an invitation that is lacking reads whom to ask and how to show interest, instead of a button', async () => {
    const courseId = await course({ audience: 'by-invitation' });
    const { text, list, hindrance } = await look(await person('Noor'), await sessionOf(courseId));
    expect(text).toContain('Vraag uw gemeentelijk contactpersoon of de coördinator');
    expect(text).toContain(`href="/courses/${courseId}"`);
    expect([list.includes('Op uitnodiging'), hindrance]).toEqual([true, 'not-invited']);
  });

  test('by being of another organisation reads for which one it is', async () => {
    const sessionId = await sessionOf(await course({ audience: 'in-company' }));
    const own = await person('Sam', 'Urk');
    await app.database.owner.query(
      'update session set organisation_id = (select organisation_id from professional where id = $2) where id = $1',
      [sessionId, own.id],
    );
    const { text, list, hindrance } = await look(await person('Noor'), sessionId);
    expect(text).toContain('alleen voor mensen van Jongerenwerk Urk');
    expect([list.includes('Voor een andere organisatie'), hindrance]).toEqual([true, 'other-organisation']);
    const screen = await signIn(app, own.email);
    expect((await screen.get(`/sessions/${sessionId}`)).text).toContain(
      `action="/sessions/${sessionId}/enrolment"`,
    );
  });

  test('by a place on another date is led to changing date', async () => {
    const courseId = await course({ oncePerCourse: true });
    const noor = await person('Noor');
    const enrolmentId = await enrol(app, region, noor, await sessionOf(courseId, '2026-11-26'));
    const { text, hindrance } = await look(noor, await sessionOf(courseId, '2026-11-27'));
    expect([text.includes(`href="/enrolments/${enrolmentId}/transfer"`), hindrance]).toEqual([
      true,
      'already-in-course',
    ]);
  });
});
