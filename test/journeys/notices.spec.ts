import { noticeKinds } from '../../src/notices/notices.rules.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo, moveSession, runRecurring } from '../support/enrolment.js';
import { createGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';

type Account = Awaited<ReturnType<typeof createAccount>>;

const MONDAY = '2026-09-07T06:30:00Z';
const TUESDAY = '2026-09-08T06:30:00Z';
const WEDNESDAY = '2026-09-09T06:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Account;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  region = await createRegion(app.database, `Regio ${Math.random()}`);
  coordinator = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, coordinator.id);
});

const onScreen = (): Promise<Client> => signIn(app, coordinator.email);

const run = (sql: string, ...values: unknown[]) => app.database.owner.query(sql, values);

/** What the worker does at these moments, one after the other. */
async function workAt(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    app.clock.set(instant);
    await runRecurring(app, 'notices.send-due');
  }
}

const noticesTo = async (account: { email: string }) =>
  (await mailsTo(app, account)).filter(({ template }) => template.startsWith('notice'));
const subjectsTo = async (account: { email: string }) =>
  (await noticesTo(account)).map(({ subject }) => subject);

/** A session that wants five people and has none, on which is decided on Tuesday 15 September. */
async function undecided(decideOn = '2026-09-15', date = '2026-11-12'): Promise<string> {
  const id = await createSession(app.database, region, { date, decideOn });
  await run('update session set minimum = 5 where id = $1', id);
  return id;
}

const contactOf = (town: MunicipalityName) =>
  createAccount(app.database, region, 'contact', { municipalityId: region.municipalities[town] });

/** Someone who asks for a seat in a session of a course for which an approval is needed. */
async function request(sessionId: string, name: string, town: MunicipalityName = 'Almere'): Promise<string> {
  await run("update course set approval = 'contact' where id = $1", region.courses.basic);
  return enrol(app, region, await createProfessional(app.database, region, town, name), sessionId);
}

/** Changes some settings through the API, as the coordinator. */
async function set(changes: object): Promise<number> {
  const found = await api.get('/notice-settings');
  const told = { ...found.json(), ...changes };
  return (await api.put('/notice-settings', told, { 'if-match': found.headers.get('etag')! })).status;
}

describe('mail that came back', () => {
  async function comesBack(name: string, at: string, kind = 'undelivered'): Promise<void> {
    const id = newId();
    await run(
      `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, sent_at, created_at)
       values ($1, $2, $3, 'enrolment.confirmed', 'test', 'nl', $4, 'x@example.nl', 'x', 'x', 'x', false, 'sent', $5, $5, $5)`,
      ...[id, region.id, id, name, at],
    );
    await run(
      "insert into returned_mail values ($1, $2, $3, null, case when $2 = 'auto-reply' then null else '550' end, $4)",
      ...[id, kind, region.id, at],
    );
  }

  test('is told to the coordinators once, that of one morning together', async () => {
    await comesBack('Noor Voorbeeld', '2026-09-07T12:00:00Z');
    await comesBack('Sam Voorbeeld', '2026-09-07T13:00:00Z');
    await workAt(TUESDAY, WEDNESDAY);
    const [mail, ...others] = await noticesTo(coordinator);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('2 mails zijn teruggekomen');
    expect(mail!.text_body).toContain('Noor Voorbeeld, Sam Voorbeeld');
    expect(mail!.text_body).toContain('/messages?status=returned');
    await comesBack('Bo Voorbeeld', '2026-09-08T12:00:00Z');
    await workAt('2026-09-10T06:30:00Z');
    expect(await subjectsTo(coordinator)).toEqual([mail!.subject, '1 mail is teruggekomen']);
  });

  test.each([
    ['is only delayed', 'delayed', '2026-09-07T12:00:00Z'],
    ['was answered by a program', 'auto-reply', '2026-09-07T12:00:00Z'],
    ['came back weeks ago', 'undelivered', '2026-08-10T12:00:00Z'],
  ])('is not told of mail that %s', async (_which, kind, at) => {
    await comesBack('Noor Voorbeeld', at, kind);
    await workAt(TUESDAY);
    expect(await subjectsTo(coordinator)).toEqual([]);
  });
});

describe('the go or no-go of a session under its minimum', () => {
  test('is told to the coordinators five working days before, once, with what happens when nothing is done', async () => {
    await undecided();
    await workAt(MONDAY);
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt(TUESDAY);
    expect(await subjectsTo(coordinator)).toEqual(['Besluit nodig: Basistraining op 12 november 2026']);
    await workAt(TUESDAY, '2026-09-08T09:00:00Z', WEDNESDAY);
    const mails = await noticesTo(coordinator);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text_body).toContain('U besluit uiterlijk op dinsdag 15 september 2026');
    expect(mails[0]!.text_body).toContain('Er zijn nu 0 plaatsen bezet. Het minimum is 5.');
    expect(mails[0]!.text_body).toContain('Doet u niets, dan blijft de uitvoering open.');
    expect(mails[0]!.text_body).toContain('Bekijk de uitvoering: http');
  });

  test('is told again when the date has moved, and not when only the session has', async () => {
    const id = await undecided();
    await workAt(TUESDAY);
    await moveSession(app, region, id, '2026-11-19');
    await workAt(WEDNESDAY);
    expect(await subjectsTo(coordinator)).toHaveLength(1);
    await run("update session set decide_on = '2026-09-18' where id = $1", id);
    await workAt('2026-09-11T06:30:00Z');
    expect(await subjectsTo(coordinator)).toHaveLength(2);
  });

  test.each([
    ['has enough people', 'update session set minimum = 1, seats_taken = 1 where id = $1'],
    ['goes ahead already', "update session set status = 'confirmed' where id = $1"],
    ['is a draft', "update session set status = 'draft' where id = $1"],
    ['is called off', "update session set status = 'cancelled' where id = $1"],
    ['was to be decided yesterday', "update session set decide_on = '2026-09-07' where id = $1"],
  ])('is not told of one that %s', async (_which, sql) => {
    await run(sql, await undecided());
    await workAt(TUESDAY);
    expect(await subjectsTo(coordinator)).toEqual([]);
  });

  test('is not told in the weekend, on a public holiday or before half past eight', async () => {
    await undecided('2026-12-28', '2027-01-14');
    await set({ sessionUndecided: { isOn: true, leadDays: 1 } });
    await workAt('2026-12-24T07:29:00Z', '2026-12-25T09:00:00Z', '2026-12-26T09:00:00Z');
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt('2026-12-28T07:30:00Z');
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('is told to nobody of another region, in another role or with a closed account', async () => {
    await undecided();
    const elsewhere = await createRegion(app.database, `Elders ${Math.random()}`);
    const others = [
      await createAccount(app.database, elsewhere, 'coordinator'),
      await contactOf('Almere'),
      await createAccount(app.database, region, 'finance'),
      await createAccount(app.database, region, 'coordinator'),
    ];
    await run('update account set closed_at = now() where id = $1', others.at(-1)!.id);
    await workAt(TUESDAY);
    for (const other of others) expect(await subjectsTo(other)).toEqual([]);
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });
});

describe('a request that waits for an approval', () => {
  test('is told to the contacts of its municipality once two working days have passed, and to no other', async () => {
    const [almere, dronten] = [await contactOf('Almere'), await contactOf('Dronten')];
    const sessionId = await createSession(app.database, region, { date: '2026-11-12' });
    await request(sessionId, 'Noor Voorbeeld');
    await request(sessionId, 'Sam Voorbeeld');
    await workAt('2026-09-02T06:30:00Z');
    expect(await subjectsTo(almere)).toEqual([]);
    await workAt('2026-09-03T06:30:00Z', '2026-09-04T06:30:00Z');
    const mails = await noticesTo(almere);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Uw goedkeuring is nodig: Basistraining op 12 november 2026',
    ]);
    expect(mails[0]!.text_body).toContain('Er wachten 2 aanvragen op uw goedkeuring');
    expect(mails[0]!.text_body).toContain('Om wie het gaat: Noor Voorbeeld, Sam Voorbeeld');
    expect([...(await subjectsTo(dronten)), ...(await subjectsTo(coordinator))]).toEqual([]);
  });

  test('is told to the coordinators where the municipality has no contact', async () => {
    await request(await createSession(app.database, region, { date: '2026-11-12' }), 'Noor Voorbeeld');
    await workAt('2026-09-03T06:30:00Z');
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('is told of each once: a later request does not tell of the earlier one again', async () => {
    const contact = await contactOf('Almere');
    const sessionId = await createSession(app.database, region, { date: '2026-11-12' });
    await request(sessionId, 'Noor Voorbeeld');
    app.clock.set('2026-09-02T08:00:00Z');
    await request(sessionId, 'Sam Voorbeeld');
    await workAt('2026-09-03T06:30:00Z', '2026-09-04T06:30:00Z');
    const people = (await noticesTo(contact)).map(
      ({ text_body }) => /Om wie het gaat: (.*)/.exec(text_body)![1],
    );
    expect(people).toEqual(['Noor Voorbeeld', 'Sam Voorbeeld']);
  });

  test('is not told once it is decided about, or once enrolment has ended', async () => {
    const contact = await contactOf('Almere');
    const ended = await createSession(app.database, region, { date: '2026-11-12' });
    const decided = await createSession(app.database, region, { date: '2026-11-12' });
    await request(ended, 'Noor Voorbeeld');
    await run("update session set enrol_until = '2026-09-02' where id = $1", ended);
    await api.post(`/enrolments/${await request(decided, 'Sam Voorbeeld')}/approval`);
    await workAt('2026-09-03T06:30:00Z');
    expect(await subjectsTo(contact)).toEqual([]);
  });
});

describe('a seat that was offered', () => {
  /** Noor gives up the only seat, which is then offered to Sam on Tuesday 1 September. */
  async function offered(offerHours: number): Promise<string> {
    const id = await createSession(app.database, region, { date: '2026-11-12', capacity: 1 });
    await run(
      "update session set waiting_list_mode = 'offer', offer_hours = $2 where id = $1",
      id,
      offerHours,
    );
    const [noor, sam] = [
      await createProfessional(app.database, region, 'Almere'),
      await createProfessional(app.database, region, 'Dronten', 'Sam Voorbeeld'),
    ];
    const seat = await enrol(app, region, noor, id);
    await enrol(app, region, sam, id);
    await cancelEnrolment(app, region, noor, seat);
    await app.work();
    return id;
  }

  test('and waits for an answer is told to the coordinators after two working days, once', async () => {
    await offered(40);
    await workAt('2026-09-02T06:30:00Z');
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt('2026-09-03T06:30:00Z', '2026-09-04T06:30:00Z');
    const mails = await noticesTo(coordinator);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Aangeboden plaats niet aangenomen: Basistraining op 12 november 2026',
    ]);
    expect(mails[0]!.text_body).toContain('Om wie het gaat: Sam Voorbeeld');
  });

  test('and lapsed is told two working days later, while the seat is free', async () => {
    await offered(8);
    app.clock.set('2026-09-02T09:00:00Z');
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    await workAt('2026-09-03T06:30:00Z');
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt('2026-09-04T06:30:00Z', MONDAY);
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('and lapsed is not told once someone else has the seat', async () => {
    const id = await offered(8);
    app.clock.set('2026-09-02T09:00:00Z');
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    await enrol(app, region, await createProfessional(app.database, region, 'Almere'), id);
    await workAt('2026-09-04T06:30:00Z');
    expect(await subjectsTo(coordinator)).toEqual([]);
  });
});

describe('seats that are held for a municipality', () => {
  const held = (releaseOn = '2026-09-15') =>
    createSession(app.database, region, { date: '2026-11-12', quotas: { Almere: 3 }, releaseOn });

  test('and not used are told to its contacts ten working days before they are for everyone', async () => {
    const [almere, dronten] = [await contactOf('Almere'), await contactOf('Dronten')];
    const id = await held();
    await enrol(app, region, await createProfessional(app.database, region, 'Almere'), id);
    await enrol(app, region, await createProfessional(app.database, region, 'Dronten'), id);
    await workAt('2026-08-31T06:30:00Z');
    expect(await subjectsTo(almere)).toEqual([]);
    await workAt('2026-09-01T06:30:00Z', '2026-09-02T06:30:00Z');
    const mails = await noticesTo(almere);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Nog vrij voor uw gemeente: Basistraining op 12 november 2026',
    ]);
    expect(mails[0]!.text_body).toContain('zijn nog 2 plaatsen vrij die voor uw gemeente zijn gereserveerd');
    expect(mails[0]!.text_body).toContain('vanaf dinsdag 15 september 2026 voor iedereen');
    expect(await subjectsTo(dronten)).toEqual([]);
  });

  test('are told again when the day from which they are for everyone has moved', async () => {
    const contact = await contactOf('Almere');
    const id = await held();
    await workAt('2026-09-01T06:30:00Z');
    await run("update session set release_on = '2026-09-17' where id = $1", id);
    await workAt('2026-09-03T06:30:00Z');
    expect(await subjectsTo(contact)).toHaveLength(2);
  });

  test('are not told once they are all used, or on the day on which they are for everyone', async () => {
    const contact = await contactOf('Almere');
    await held('2026-09-08');
    const used = await held();
    for (const _ of [1, 2, 3])
      await enrol(app, region, await createProfessional(app.database, region, 'Almere'), used);
    await workAt(TUESDAY);
    expect(await subjectsTo(contact)).toEqual([]);
  });
});

describe('someone without the level that the course asks for', () => {
  const TEN_DAYS_BEFORE = '2026-10-29T07:30:00Z';

  /** Enrols people for 12 November, of a course that asks for a level from then on; who is named with a date has it until then. */
  async function enrolled(...people: { name: string; until?: string }[]): Promise<string> {
    const id = await createSession(app.database, region, { date: '2026-11-12' });
    for (const { name, until } of people) {
      const who = await createProfessional(app.database, region, 'Almere', name);
      await enrol(app, region, who, id);
      if (until)
        await run(
          `insert into recognition (id, region_id, municipality_id, professional_id, level, basis, valid_until, recorded_at, recorded_by)
           values (gen_random_uuid(), $1, $2, $3, 'awareness', 'Opleiding elders', $4, now(), $5)`,
          ...[region.id, region.municipalities.Almere, who.id, until, coordinator.id],
        );
    }
    await run("update course set entry_level = 'awareness' where id = $1", region.courses.basic);
    return id;
  }

  test('is told to the contacts ten working days before the first day, also when it is then no longer valid', async () => {
    const [almere, dronten] = [await contactOf('Almere'), await contactOf('Dronten')];
    await enrolled(
      { name: 'Noor Voorbeeld' },
      { name: 'Sam Voorbeeld', until: '2026-11-11' },
      { name: 'Tess Voorbeeld', until: '2026-11-12' },
    );
    await workAt('2026-10-28T07:30:00Z');
    expect(await subjectsTo(almere)).toEqual([]);
    await workAt(TEN_DAYS_BEFORE, '2026-10-30T07:30:00Z');
    const mails = await noticesTo(almere);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Niveau ontbreekt: Basistraining op 12 november 2026',
    ]);
    expect(mails[0]!.text_body).toContain('Om wie het gaat: Noor Voorbeeld, Sam Voorbeeld\n');
    expect(await subjectsTo(dronten)).toEqual([]);
  });

  test('is not told of who was let in all the same, or has no place any more', async () => {
    const contact = await contactOf('Almere');
    const id = await enrolled({ name: 'Noor Voorbeeld' }, { name: 'Sam Voorbeeld' });
    await run(
      `update enrolment e set entry_override_reason = 'Gaf de training zelf.' from professional p
       where p.id = e.professional_id and p.name like 'Noor%' and e.session_id = $1`,
      id,
    );
    await run(
      `update enrolment e set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' from professional p
       where p.id = e.professional_id and p.name like 'Sam%' and e.session_id = $1`,
      id,
    );
    await workAt(TEN_DAYS_BEFORE);
    expect(await subjectsTo(contact)).toEqual([]);
  });
});

describe('money', () => {
  let finance: Account;
  let booking: ApiClient;

  beforeEach(async () => {
    finance = await createAccount(app.database, region, 'finance');
    booking = await apiClient(app, region.id, finance.id);
  });

  /** Confirms a session that costs 2500 euros and is given on Wednesday 9 September. */
  async function committed(): Promise<string> {
    const id = await createSession(app.database, region, { date: '2026-09-09' });
    return (await api.post(`/sessions/${id}/confirmation`)).json()['commitmentId'] as string;
  }

  const invoice = (commitmentId: string, isFinal: boolean) =>
    booking.post('/realisations', {
      ...{ commitmentId, supplier: 'ROR', invoiceNumber: `F-${commitmentId}`, invoiceDate: '2026-09-10' },
      ...{ amountCents: 100_000, vatTreatment: 'exempt', isFinal },
    });

  test('an invoice that is missing is told to finance ten working days after the last day, and to no other', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 10_000_000 } });
    await committed();
    const invoiced = await committed();
    app.clock.set('2026-09-10T08:00:00Z');
    expect((await invoice(invoiced, true)).status).toBe(201);
    await workAt('2026-09-22T06:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
    await workAt('2026-09-23T06:30:00Z', '2026-09-24T06:30:00Z');
    const mails = await noticesTo(finance);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Factuur ontbreekt: Basistraining op 9 september 2026',
    ]);
    expect(mails[0]!.text_body).toMatch(/Voer de factuur in: http\S+\/commitments\/\S+\/invoice/);
    expect((await subjectsTo(coordinator)).filter((subject) => subject.startsWith('Factuur'))).toEqual([]);
  });

  test('a session that nobody closes is told to the coordinator two working days after it, once, and not when it is closed', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 10_000_000 } });
    await committed();
    await committed();
    await run(
      "update session set status = 'closed' where id = (select max(id::text)::uuid from session where region_id = $1)",
      region.id,
    );
    await workAt('2026-09-10T06:30:00Z');
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt('2026-09-11T06:30:00Z', '2026-09-14T06:30:00Z');
    const mails = await noticesTo(coordinator);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Nog niet afgesloten: Basistraining op 9 september 2026',
    ]);
    expect(mails[0]!.text_body).toMatch(/Bekijk de aanwezigheid: http\S+\/sessions\/\S+\/attendance/);
  });

  test('a session that nobody closes is told to who gave it from the day after, once a week, until it is closed', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 10_000_000 } });
    await committed();
    const { trainerId } = region;
    const trainer = await createAccount(app.database, region, 'trainer', { trainerId });
    await run(
      "insert into trainer (id, region_id, name, email, provider_id) values ($1, $2, 'Ander', 'ander@example.nl', $3)",
      ...[region.id, region.id, region.providerId],
    );
    const other = await createAccount(app.database, region, 'trainer', { trainerId: region.id });
    await run(
      `insert into session_part_trainer (part_id, trainer_id, during)
       select p.id, $2, tstzrange(p.starts_at, p.ends_at) from session_part p join session s on s.id = p.session_id
       where s.region_id = $1 on conflict do nothing`,
      ...[region.id, trainerId],
    );
    await workAt('2026-09-09T06:30:00Z');
    expect(await subjectsTo(trainer)).toEqual([]);
    await workAt(
      '2026-09-10T06:30:00Z',
      '2026-09-11T06:30:00Z',
      '2026-09-14T06:30:00Z',
      '2026-09-16T06:30:00Z',
    );
    expect(await subjectsTo(trainer)).toEqual(['Nog afsluiten: Basistraining op 9 september 2026']);
    expect((await noticesTo(trainer))[0]!.text_body).toMatch(/Vul de aanwezigheid in: http\S+\/attendance/);
    await workAt('2026-09-17T06:30:00Z', '2026-09-18T06:30:00Z', '2026-09-21T06:30:00Z');
    expect(await subjectsTo(trainer)).toHaveLength(2);
    await run("update session set status = 'closed' where region_id = $1", region.id);
    await workAt('2026-09-24T06:30:00Z', '2026-09-25T06:30:00Z');
    expect([await subjectsTo(trainer), await subjectsTo(other)]).toMatchObject([
      { length: 2 },
      { length: 0 },
    ]);
  });

  test('a line of which nine tenths is committed is told the next morning, and not again by its invoice', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 540_000 } });
    const first = await committed();
    await workAt('2026-09-02T06:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
    await committed();
    await workAt('2026-09-03T06:30:00Z', '2026-09-04T06:30:00Z');
    expect(await subjectsTo(finance)).toEqual(['Bijna op: Basistrainingen (2026)']);
    expect((await noticesTo(finance))[0]!.text_body).toContain('is 93% vastgelegd of uitgegeven');
    app.clock.set('2026-09-10T08:00:00Z');
    await invoice(first, false);
    await workAt('2026-09-11T06:30:00Z');
    expect(await subjectsTo(finance)).toHaveLength(1);
  });

  test('a line that is nearly spent again, after there was room, is told again', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 270_000 } });
    const commitmentId = await committed();
    await workAt('2026-09-02T06:30:00Z');
    app.clock.set('2026-09-10T08:00:00Z');
    await invoice(commitmentId, true);
    await workAt('2026-09-11T06:30:00Z');
    expect(await subjectsTo(finance)).toHaveLength(1);
    await run('update session_price set price_cents = 150000 where region_id = $1', region.id);
    const id = await createSession(app.database, region, { date: '2026-11-12' });
    await run('update session_price set price_cents = 150000 where session_id = $1', id);
    await api.post(`/sessions/${id}/confirmation`);
    await workAt('2026-09-14T06:30:00Z');
    expect(await subjectsTo(finance)).toHaveLength(2);
  });

  test('a line of which much is not used or planned is told once, forty working days before it is too late', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 1_000_000 } });
    await createSession(app.database, region, { date: '2026-12-03' });
    await workAt('2026-10-21T06:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
    await workAt('2026-10-22T06:30:00Z', '2026-10-23T06:30:00Z', '2026-12-17T07:30:00Z');
    const mails = await noticesTo(finance);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Blijft waarschijnlijk over: Basistrainingen (2026)',
    ]);
    expect(mails[0]!.text_body).toContain('is 75% niet uitgegeven, vastgelegd of gepland');
    expect(mails[0]!.text_body).toMatch(/Bekijk de vooruitblik: http\S+\/budget\/forecast\?year=2026/);
  });

  test('a line of which nearly all is planned is not told of, nor one of which it is too late to use it', async () => {
    await createGrant(app.database, region, { decision: region.id, basic: { Almere: 277_777 } });
    await createSession(app.database, region, { date: '2026-12-03' });
    await workAt('2026-11-05T07:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
    await createGrant(app.database, region, { decision: `${region.id}-2`, basic: { Almere: 900_000 } });
    await workAt('2026-12-18T07:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
  });

  test('the accountability is told twenty working days before 15 July of the year after', async () => {
    await createGrant(app.database, region, { decision: region.id, year: 2025 });
    await createGrant(app.database, region, { decision: `${region.id}-2`, year: 2026 });
    await workAt('2026-06-16T06:30:00Z');
    expect(await subjectsTo(finance)).toEqual([]);
    await workAt('2026-06-17T06:30:00Z', '2026-07-15T06:30:00Z');
    const mails = await noticesTo(finance);
    expect(mails.map(({ subject }) => subject)).toEqual(['Verantwoording over 2025: Versterkingsgelden']);
    expect(mails[0]!.text_body).toContain('uiterlijk op woensdag 15 juli 2026');
  });
});

describe('the settings of a region', () => {
  test('say how many working days before it is told', async () => {
    await undecided();
    expect(await set({ sessionUndecided: { isOn: true, leadDays: 6 } })).toBe(200);
    await workAt(MONDAY);
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('switch a kind off and on again; what was told is not told again', async () => {
    await undecided();
    await set({ sessionUndecided: { isOn: false, leadDays: 5 } });
    await workAt(TUESDAY);
    expect(await subjectsTo(coordinator)).toEqual([]);
    await set({ sessionUndecided: { isOn: true, leadDays: 5 } });
    await workAt(WEDNESDAY);
    await set({ sessionUndecided: { isOn: true, leadDays: 9 } });
    await workAt('2026-09-10T06:30:00Z');
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('are changed on the screen, where what is wrong is said and nothing is saved', async () => {
    const fields = (days: string) => ({
      ...Object.fromEntries(noticeKinds.map((kind) => [`settings.${kind}.leadDays`, days])),
      ...{ version: '1', 'settings.approvalWaiting.isOn': 'on' },
    });
    const screen = await onScreen();
    const wrong = await screen.post('/notice-settings', fields('61'));
    expect([wrong.status, wrong.text.includes('id="error-summary"')]).toEqual([400, true]);
    const page = await screen.follow(await screen.post('/notice-settings', fields('4')));
    expect(page.text).toContain('De meldingen zijn opgeslagen.');
    expect((await api.get('/notice-settings')).json()).toEqual(
      Object.fromEntries(
        noticeKinds.map((kind) => [kind, { isOn: kind === 'approvalWaiting', leadDays: 4 }]),
      ),
    );
    expect((await screen.post('/notice-settings', fields('5'))).status).toBe(409);
  });

  test('are of one region, and the audit trail tells who changed what', async () => {
    const elsewhere = await createRegion(app.database, `Elders ${Math.random()}`);
    const there = await createAccount(app.database, elsewhere, 'coordinator');
    const before = (await (await apiClient(app, elsewhere.id, there.id)).get('/notice-settings')).text;
    await set({ approvalWaiting: { isOn: false, leadDays: 2 } });
    expect((await (await apiClient(app, elsewhere.id, there.id)).get('/notice-settings')).text).toBe(before);
    const { rows } = await run(
      "select action, role, before, after from audit_entry where subject_type = 'notice-setting' and region_id = $1",
      region.id,
    );
    expect(rows).toEqual([
      {
        ...{ action: 'change', role: 'coordinator' },
        before: { kind: 'approvalWaiting', isOn: true, leadDays: 2 },
        after: { kind: 'approvalWaiting', isOn: false, leadDays: 2 },
      },
    ]);
  });
});

describe('how someone gets notices', () => {
  test('one mail a day at nine has all that is new, and nothing comes at half past eight', async () => {
    await undecided();
    await undecided('2026-09-14');
    const screen = await onScreen();
    const page = await screen.follow(await screen.post('/notices', { delivery: 'daily' }));
    expect(page.text).toContain('Uw keuze is opgeslagen');
    await workAt(TUESDAY);
    expect(await subjectsTo(coordinator)).toEqual([]);
    await workAt('2026-09-08T07:00:00Z', '2026-09-08T07:05:00Z', '2026-09-09T07:00:00Z');
    const mails = await noticesTo(coordinator);
    expect(mails.map(({ subject }) => subject)).toEqual(['2 meldingen in Leerlijn']);
    for (const day of ['maandag 14 september 2026', 'dinsdag 15 september 2026'])
      expect(mails[0]!.text_body).toContain(day);
  });

  test('who changes the choice in between is told once', async () => {
    await undecided();
    await workAt(TUESDAY);
    expect((await api.put('/notice-preferences', { delivery: 'daily' })).status).toBe(200);
    expect((await api.get('/notice-preferences')).json()).toEqual({ delivery: 'daily' });
    await workAt('2026-09-08T07:00:00Z', '2026-09-09T07:00:00Z');
    expect(await subjectsTo(coordinator)).toHaveLength(1);
  });

  test('a choice that makes no sense is refused', async () => {
    const screen = await onScreen();
    expect((await screen.post('/notices', { delivery: 'hourly' })).status).toBe(400);
    expect((await screen.post('/notices')).status).toBe(400);
  });
});

test('two workers at once tell it once', async () => {
  await undecided();
  app.clock.set(TUESDAY);
  await Promise.all([runRecurring(app, 'notices.send-due'), runRecurring(app, 'notices.send-due')]);
  expect(await subjectsTo(coordinator)).toHaveLength(1);
});

test('a region of which the round fails keeps the next from nothing', async () => {
  await run(
    `create function no_round() returns trigger language plpgsql as $$ begin raise 'geen ronde'; end $$`,
  );
  await run(
    `create trigger no_round before insert on notice_round for each row when (new.region_id = '${region.id}') execute function no_round()`,
  );
  region = await createRegion(app.database, 'De volgende regio');
  const next = await createAccount(app.database, region, 'coordinator');
  await undecided();
  await expect(workAt(TUESDAY)).rejects.toThrow('geen ronde');
  await run('drop function no_round cascade');
  await app.work();
  expect(await subjectsTo(next)).toHaveLength(1);
});

test('who reads English is told in English', async () => {
  await run("update account set locale = 'en' where id = $1", coordinator.id);
  await undecided();
  await workAt(TUESDAY);
  expect(await subjectsTo(coordinator)).toEqual(['Decision needed: Basistraining on 12 November 2026']);
});
