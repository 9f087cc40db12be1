import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo, moveSession, runRecurring } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
  type TestSession,
} from '../support/region.js';

// A Tuesday, so that working hours begin at once.
const TUESDAY = '2026-09-01T07:00:00Z';
const SEATS = {
  ...{ minimum: 1, overbookingPercentage: 0, releaseOn: '2026-10-01', offerHours: 8 },
  ...{ waitingListMode: 'automatic', quotas: [] as { municipalityId: string; seats: number }[] },
};

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: TUESDAY });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(TUESDAY));

const person = (name: string, town: MunicipalityName = 'Almere') =>
  createProfessional(app.database, region, town, name);

const session = (plan: TestSession) =>
  createSession(app.database, region, { releaseOn: '2026-10-01', ...plan });

async function resize(sessionId: string, seats: object) {
  const { version } = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
  return coordinator.put(`/sessions/${sessionId}/seats`, { ...SEATS, version, ...seats });
}

/** A session in which everyone named has asked for a place, in that order. */
async function filled(plan: TestSession, ...people: TestProfessional[]) {
  const sessionId = await session(plan);
  const ids: string[] = [];
  for (const who of people) ids.push(await enrol(app, region, who, sessionId));
  return { sessionId, ids };
}

async function statuses(ids: readonly string[]): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ id: string; status: string }>(
    'select id, status from enrolment where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)!.status);
}

/** The link in the newest mail of this kind, as its reader has it. */
async function linkIn(email: string, template: string): Promise<string> {
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    'select text_body from message where to_address = $1 and template = $2 order by created_at desc, id desc limit 1',
    [email, template],
  );
  return /\/decisions\/[\w-]{43}/.exec(rows[0]!.text_body)![0];
}

/** A session of one seat that asks first: Noor leaves, and Sam is asked before Tess. */
async function offeredToSam() {
  const [noor, sam, tess] = [await person('Noor'), await person('Sam'), await person('Tess')];
  const { sessionId, ids } = await filled({ capacity: 1 }, noor, sam, tess);
  await resize(sessionId, { capacity: 1, waitingListMode: 'offer' });
  await cancelEnrolment(app, region, noor, ids[0]!);
  await app.work();
  return { sessionId, ids, sam, tess };
}

test('more seats go to the waiting list at once, in its order', async () => {
  const people = [await person('Noor'), await person('Sam'), await person('Tess')];
  const { sessionId, ids } = await filled({ capacity: 1 }, ...people);
  await resize(sessionId, { capacity: 2 });
  expect(await statuses(ids)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
});

test('so many per cent more than the capacity can be given out', async () => {
  const people = [await person('Noor'), await person('Sam'), await person('Tess'), await person('Uma')];
  const { sessionId, ids } = await filled({ capacity: 2 }, ...people);
  await resize(sessionId, { capacity: 2, overbookingPercentage: 50 });
  expect(await statuses(ids)).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted']);
});

test('fewer seats than are taken are refused, with the names this would touch', async () => {
  const { sessionId } = await filled({ capacity: 2 }, await person('Noor Eerst'));
  app.clock.advance({ minutes: 1 });
  await enrol(app, region, await person('Sam Laatst'), sessionId);
  const answer = await resize(sessionId, { capacity: 1 });
  expect([answer.status, /Noor Eerst|Sam Laatst/.exec(answer.text)?.[0]]).toEqual([409, 'Sam Laatst']);
});

test('seats based on an older version are refused', async () => {
  const sessionId = await session({ capacity: 2 });
  const answer = await coordinator.put(`/sessions/${sessionId}/seats`, {
    ...SEATS,
    capacity: 3,
    version: 99,
  });
  expect(answer.json().title).toBe('Iemand anders heeft dit intussen gewijzigd');
});

test('of two coordinators who change the seats at the same moment, the second is told', async () => {
  const sessionId = await session({ capacity: 2 });
  const { version } = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
  const answers = await Promise.all(
    [3, 4].map((capacity) =>
      coordinator.put(`/sessions/${sessionId}/seats`, { ...SEATS, version, capacity }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('raising the capacity does not skip the approval of a request', async () => {
  await app.database.owner.query("update course set approval = 'contact' where id = $1", [
    region.courses.basic,
  ]);
  const { sessionId, ids } = await filled({ capacity: 1 }, await person('Noor'));
  await resize(sessionId, { capacity: 5 });
  await app.database.owner.query("update course set approval = 'none' where id = $1", [region.courses.basic]);
  expect(await statuses(ids)).toEqual(['requested']);
});

test('a manual add respects the maximum', async () => {
  const { sessionId } = await filled({ capacity: 1 }, await person('Noor'));
  const sam = await person('Sam');
  const answer = await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId: sam.id });
  expect(answer.json().status).toBe('waitlisted');
});

test('a coordinator can give a seat above the maximum, and the roster says so', async () => {
  const { sessionId } = await filled({ capacity: 1 }, await person('Noor'));
  const { id: professionalId } = await person('Sam');
  await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId, giveSeat: true });
  const account = await createAccount(app.database, region, 'coordinator');
  const page = await (await signIn(app, account.email)).get(`/sessions/${sessionId}/participants`);
  expect(page.text).toMatch(/Sam<br><span[^>]*>boven het maximum/);
});

test('whoever leaves a session with someone above the maximum frees no seat', async () => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const { sessionId, ids } = await filled({ capacity: 1 }, noor, sam);
  const { id: professionalId } = await person('Tess');
  await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId, giveSeat: true });
  await cancelEnrolment(app, region, noor, ids[0]!);
  expect(await statuses(ids)).toEqual(['cancelled', 'waitlisted']);
});

describe('a waiting list that asks first', () => {
  test('offers a freed seat to the next and holds it for them', async () => {
    const { sessionId, ids } = await offeredToSam();
    const newcomer = await enrol(app, region, await person('Uma'), sessionId);
    expect(await statuses([...ids, newcomer])).toEqual(['cancelled', 'offered', 'waitlisted', 'waitlisted']);
  });

  test('gives the seat to who takes it with the link in the mail', async () => {
    const { ids, sam } = await offeredToSam();
    await new Client(app.url).post(await linkIn(sam.email, 'enrolment-offered'), { answer: 'yes' });
    expect(await statuses([ids[1]!])).toEqual(['confirmed']);
  });

  test('a link works once', async () => {
    const { ids, sam } = await offeredToSam();
    const link = await linkIn(sam.email, 'enrolment-offered');
    await new Client(app.url).post(link, { answer: 'yes' });
    await new Client(app.url).post(link, { answer: 'no' });
    expect(await statuses([ids[1]!])).toEqual(['confirmed']);
  });

  test('a mail program that opens the link decides nothing', async () => {
    const { ids, sam } = await offeredToSam();
    await new Client(app.url).get(await linkIn(sam.email, 'enrolment-offered'));
    expect(await statuses([ids[1]!])).toEqual(['offered']);
  });

  test('offers the seat to the next when it is declined', async () => {
    const { ids, sam } = await offeredToSam();
    await new Client(app.url).post(await linkIn(sam.email, 'enrolment-offered'), { answer: 'no' });
    expect(await statuses(ids)).toEqual(['cancelled', 'cancelled', 'offered']);
  });

  test('offers the seat to the next when the working hours are over, and tells the first', async () => {
    const { ids, sam } = await offeredToSam();
    app.clock.set('2026-09-02T07:01:00Z');
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    expect(await statuses(ids)).toEqual(['cancelled', 'cancelled', 'offered']);
    expect((await mailsTo(app, sam)).at(-1)!.subject).toMatch(/^De plaats wordt niet meer aangeboden/);
  });

  test('an offer that is too late is refused, also before anything has noticed the time', async () => {
    const { sam } = await offeredToSam();
    const link = await linkIn(sam.email, 'enrolment-offered');
    app.clock.set('2026-09-02T07:01:00Z');
    const answer = await new Client(app.url).post(link, { answer: 'yes' });
    expect(answer.text).toContain('Deze plaats wordt niet meer aangeboden');
  });

  test('lets fewer seats be set that fit now that an offer is over', async () => {
    const [noor, tess, sam] = [await person('Noor'), await person('Tess'), await person('Sam')];
    const { sessionId, ids } = await filled({ capacity: 2 }, noor, tess, sam);
    await resize(sessionId, { capacity: 2, waitingListMode: 'offer' });
    await cancelEnrolment(app, region, noor, ids[0]!);
    expect((await resize(sessionId, { capacity: 1, waitingListMode: 'offer' })).status).toBe(409);
    app.clock.set('2026-09-02T07:01:00Z');
    expect((await resize(sessionId, { capacity: 1, waitingListMode: 'offer' })).status).toBe(200);
    expect(await statuses(ids)).toEqual(['cancelled', 'confirmed', 'cancelled']);
  });

  test('ends its offers when the session begins, also when that was brought forward', async () => {
    const { sessionId, sam, ids } = await offeredToSam();
    await moveSession(app, region, sessionId, '2026-09-01');
    app.clock.set('2026-09-01T07:30:00Z');
    const client = await apiClient(app, region.id, sam.accountId);
    const answer = await client.post(`/enrolments/${ids[1]}/offer-acceptance`);
    expect([answer.status, answer.json().title]).toEqual([410, 'Deze plaats wordt niet meer aangeboden']);
    expect(await statuses(ids)).toEqual(['cancelled', 'cancelled', 'waitlisted']);
  });

  test('deleting an unused reservation releases nobody’s offer', async () => {
    const [noor, tess, uma] = [await person('Noor', 'Urk'), await person('Tess'), await person('Uma', 'Urk')];
    const { sessionId, ids } = await filled({ capacity: 2, quotas: { Urk: 1 } }, noor, tess, uma);
    const quotas = [{ municipalityId: region.municipalities.Urk, seats: 1 }];
    await resize(sessionId, { capacity: 2, waitingListMode: 'offer', quotas });
    await cancelEnrolment(app, region, noor, ids[0]!);
    await resize(sessionId, { capacity: 2, waitingListMode: 'offer' });
    expect(await statuses(ids)).toEqual(['cancelled', 'confirmed', 'offered']);
  });
});

describe('a course that asks for approval', () => {
  let contact: { id: string; email: string };
  const approval = (value: string) =>
    app.database.owner.query('update course set approval = $2 where id = $1', [region.courses.basic, value]);
  beforeAll(async () => {
    contact = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Almere,
    });
    await approval('contact');
  });

  test('asks the contact by mail, who approves without signing in', async () => {
    const { ids } = await filled({ capacity: 1 }, await person('Noor'));
    await app.work();
    await new Client(app.url).post(await linkIn(contact.email, 'enrolment-approval'), { answer: 'yes' });
    expect(await statuses(ids)).toEqual(['confirmed']);
  });

  test('tells the person that the contact has rejected the request', async () => {
    const noor = await person('Noor');
    const { ids } = await filled({ capacity: 1 }, noor);
    const client = await signIn(app, contact.email);
    await client.post(`/enrolments/${ids[0]}/rejection`);
    await app.work();
    expect((await mailsTo(app, noor)).at(-1)!.subject).toMatch(/^Uw aanvraag is afgewezen/);
  });

  test('a request that is approved late goes before who came later', async () => {
    const [noor, sam] = [await person('Noor'), await person('Sam')];
    const { sessionId, ids } = await filled({ capacity: 1 }, noor, sam);
    const { id: professionalId } = await person('Tess');
    const seated = await coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId });
    for (const id of [ids[1], ids[0]]) await coordinator.post(`/enrolments/${id}/approval`);
    await coordinator.post(`/enrolments/${String(seated.json().id)}/cancellation`);
    expect(await statuses(ids)).toEqual(['confirmed', 'waitlisted']);
  });

  test('what a contact enrols needs no approval', async () => {
    const client = await apiClient(app, region.id, contact.id);
    const { id: professionalId } = await person('Noor');
    const answer = await client.post(`/sessions/${await session({})}/enrolments`, { professionalId });
    expect(answer.json().status).toBe('confirmed');
  });

  describe('by the own organisation', () => {
    beforeAll(() => approval('organisation'));

    const organisationOf = async (professionalId: string, contactEmail: string) => {
      await app.database.owner.query(
        'update organisation set contact_email = $2 where id = (select organisation_id from professional where id = $1)',
        [professionalId, contactEmail],
      );
      return contactEmail;
    };

    test('asks its contact by mail, who has no account and approves with the link', async () => {
      const noor = await person('Noor');
      const manager = await organisationOf(noor.id, 'teamleider@voorbeeld.test');
      const { ids } = await filled({ capacity: 1 }, noor);
      await app.work();
      expect((await mailsTo(app, noor)).at(-1)!.text_body).toContain(
        'De contactpersoon van uw organisatie besluit',
      );
      const link = await linkIn(manager, 'enrolment-approval');
      await new Client(app.url).post(link, { answer: 'yes' });
      expect(await statuses(ids)).toEqual(['confirmed']);
      const again = await new Client(app.url).post(link, { answer: 'no' });
      expect([again.status, await statuses(ids)]).toEqual([410, ['confirmed']]);
      const { rows } = await app.database.owner.query(
        "select role, after->>'decidedBy' by from audit_entry where subject_id = $1 and action = 'approve'",
        [ids[0]],
      );
      expect(rows).toEqual([{ role: 'system', by: 'organisation' }]);
    });

    test('asks the contact of the municipality where the contact of the organisation asks for themself', async () => {
      const noor = await person('Noor');
      await organisationOf(noor.id, noor.email.toUpperCase());
      await filled({ capacity: 1 }, noor);
      await app.work();
      expect((await mailsTo(app, noor)).map(({ template }) => template)).not.toContain('enrolment-approval');
      expect((await mailsTo(app, contact)).at(-1)!.template).toBe('enrolment-approval');
    });
  });

  afterAll(() => approval('none'));
});

describe('handing over a seat', () => {
  test('gives it to a colleague, ahead of the waiting list', async () => {
    const [noor, sam, tess] = [await person('Noor'), await person('Sam'), await person('Tess')];
    const { ids } = await filled({ capacity: 1 }, noor, sam);
    const client = await signIn(app, noor.email);
    await client.post(`/enrolments/${ids[0]}/substitution`, { email: tess.email });
    await app.work();
    expect((await mailsTo(app, tess)).at(-1)!.template).toBe('enrolment-confirmed');
    expect(await statuses(ids)).toEqual(['cancelled', 'waitlisted']);
  });

  test('gives it to a colleague who waits, who hears of the seat and of nothing else', async () => {
    const [noor, sam] = [await person('Noor'), await person('Sam')];
    const { ids } = await filled({ capacity: 1 }, noor, sam);
    await app.work();
    await coordinator.post(`/enrolments/${ids[0]}/substitution`, { email: sam.email });
    await app.work();
    expect((await mailsTo(app, sam)).map(({ template }) => template)).toEqual([
      'enrolment-waitlisted',
      'enrolment-confirmed',
    ]);
    expect(await statuses(ids)).toEqual(['cancelled', 'confirmed']);
  });

  test('takes the appointment out of the calendar of who handed it over', async () => {
    const [noor, tess] = [await person('Noor'), await person('Tess')];
    const { ids } = await filled({ capacity: 1 }, noor);
    await app.work();
    await coordinator.post(`/enrolments/${ids[0]}/substitution`, { email: tess.email });
    await app.work();
    expect((await mailsTo(app, noor)).map(({ calendar_method }) => calendar_method)).toEqual([
      'REQUEST',
      'CANCEL',
    ]);
  });

  test('is refused for someone of another municipality', async () => {
    const [noor, tess] = [await person('Noor'), await person('Tess', 'Dronten')];
    const { ids } = await filled({ capacity: 1 }, noor);
    const answer = await coordinator.post(`/enrolments/${ids[0]}/substitution`, { email: tess.email });
    expect([answer.status, await statuses(ids)]).toEqual([409, ['confirmed']]);
  });

  test('is possible until the first part begins', async () => {
    const [noor, tess] = [await person('Noor'), await person('Tess')];
    const { ids } = await filled({ capacity: 1, date: '2026-11-12' }, noor);
    app.clock.set('2026-11-12T08:30:00Z');
    const answer = await coordinator.post(`/enrolments/${ids[0]}/substitution`, { email: tess.email });
    expect(answer.json().title).toBe('Overdragen kan niet meer');
  });
});

test('nobody moves up after the start, not even to a seat that is free', async () => {
  const sessionId = await session({ capacity: 1, date: '2026-11-12' });
  const guest = { name: 'Gerda Gastvoorbeeld', organisation: 'Sprekersbureau' };
  const { id: guestId } = (await coordinator.post(`/sessions/${sessionId}/guests`, guest)).json();
  const waiting = await enrol(app, region, await person('Sam'), sessionId);
  app.clock.set('2026-11-12T08:30:00Z');
  await coordinator.post(`/guests/${String(guestId)}/removal`);
  await runRecurring(app, 'enrolment.give-out-freed-seats');
  expect(await statuses([waiting])).toEqual(['waitlisted']);
});

test('a newcomer never takes a freed seat before the list', async () => {
  const [tess, noor, sam] = [await person('Tess', 'Urk'), await person('Noor'), await person('Sam')];
  const plan = { capacity: 2, quotas: { Dronten: 1 }, date: '2026-11-12' };
  const { sessionId, ids } = await filled(plan, tess, noor);
  // The seat that was held is free from now on, and nothing has noticed yet.
  app.clock.set('2026-10-02T07:00:00Z');
  const newcomer = await enrol(app, region, sam, sessionId);
  expect(await statuses([...ids, newcomer])).toEqual(['confirmed', 'confirmed', 'waitlisted']);
  await cancelEnrolment(app, region, tess, ids[0]!);
  const last = await enrol(app, region, await person('Uma'), sessionId);
  expect(await statuses([newcomer, last])).toEqual(['confirmed', 'waitlisted']);
});

test('a cancelled seat is free at once', async () => {
  const noor = await person('Noor');
  const { sessionId, ids } = await filled({ capacity: 1 }, noor);
  await cancelEnrolment(app, region, noor, ids[0]!);
  const next = await enrol(app, region, await person('Sam'), sessionId);
  expect(await statuses([next])).toEqual(['confirmed']);
});

test('the queues of several courses never mix', async () => {
  const [noor, sam, tess, uma] = [
    await person('Noor'),
    await person('Sam'),
    await person('Tess'),
    await person('Uma'),
  ];
  const basic = await filled({ capacity: 1, date: '2026-11-12' }, noor, sam);
  const advanced = await session({ capacity: 1, date: '2026-11-13' });
  await app.database.owner.query('update session set course_id = $2 where id = $1', [
    advanced,
    region.courses.advanced,
  ]);
  const ids = [await enrol(app, region, tess, advanced), await enrol(app, region, uma, advanced)];
  // Sam waits longer than Uma, for the other course.
  await cancelEnrolment(app, region, tess, ids[0]!);
  await runRecurring(app, 'enrolment.give-out-freed-seats');
  expect(await statuses([...basic.ids, ...ids])).toEqual([
    ...['confirmed', 'waitlisted'],
    ...['cancelled', 'confirmed'],
  ]);
});

test('one session that fails does not keep the job from giving out the seats of others', async () => {
  const lapsing = { capacity: 1, quotas: { Urk: 1 } };
  const [failing, other] = [
    await filled({ ...lapsing, date: '2026-11-12' }, await person('Noor')),
    await filled({ ...lapsing, date: '2026-11-13' }, await person('Sam')),
  ];
  await app.database.owner.query(
    `create function fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$;
     create trigger out_of_order before update on session for each row
       when (old.id = '${failing.sessionId}') execute function fail()`,
  );
  app.clock.set('2026-10-02T07:00:00Z');
  await expect(runRecurring(app, 'enrolment.give-out-freed-seats')).rejects.toThrow('out of order');
  await app.database.owner.query('drop function fail cascade');
  expect(await statuses([...failing.ids, ...other.ids])).toEqual(['waitlisted', 'confirmed']);
});

describe('someone in two places at once', () => {
  const DAY = '2027-02-04';

  test('is refused a place in a second session at the same time, by the name of the first', async () => {
    const noor = await person('Noor');
    await filled({ date: DAY }, noor);
    const second = await session({ date: DAY });
    const answer = await coordinator.post(`/sessions/${second}/enrolments`, { professionalId: noor.id });
    expect([answer.status, answer.json().detail]).toEqual([409, expect.stringContaining('Basistraining')]);
  });

  test('keeps the place in the waiting list and lets the next go first', async () => {
    const [tess, noor, sam] = [await person('Tess'), await person('Noor'), await person('Sam')];
    const { ids } = await filled({ capacity: 1, date: DAY }, tess, noor, sam);
    await filled({ date: DAY }, noor);
    await cancelEnrolment(app, region, tess, ids[0]!);
    expect(await statuses(ids)).toEqual(['cancelled', 'waitlisted', 'confirmed']);
  });

  test('gets the seat when free again', async () => {
    const [tess, noor] = [await person('Tess'), await person('Noor')];
    const { ids } = await filled({ capacity: 1, date: DAY }, tess, noor);
    const other = await filled({ date: DAY }, noor);
    await cancelEnrolment(app, region, tess, ids[0]!);
    await cancelEnrolment(app, region, noor, other.ids[0]!);
    await runRecurring(app, 'enrolment.give-out-freed-seats');
    expect(await statuses(ids)).toEqual(['cancelled', 'confirmed']);
  });

  test('who presses for two sessions in the same moment gets one seat', async () => {
    const noor = await person('Noor');
    const both = [await session({ date: DAY }), await session({ date: DAY })];
    const answers = await Promise.all(
      both.map((id) => coordinator.post(`/sessions/${id}/enrolments`, { professionalId: noor.id })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the chance of a seat from the waiting list', () => {
  const waiting = async () => {
    const sam = await person('Sam');
    const { ids } = await filled({ capacity: 1 }, await person('Noor'), sam);
    const client = await apiClient(app, region.id, sam.accountId);
    const api = (await client.get(`/enrolments/${ids[1]}/waiting-odds`)).json();
    return { api, page: await (await signIn(app, sam.email)).get('/enrolments') };
  };

  test('is not guessed when few have waited before', async () => {
    const { api, page } = await waiting();
    expect(api).toEqual({ waitingPosition: 1, before: null });
    expect(page.text).toContain('nog te weinig eerdere wachtlijsten');
  });

  test('is told as what became of others who began at about that place', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => person(`Eerder ${n}`)));
    const sessionId = await session({ capacity: 1, date: '2026-09-10' });
    // Twelve who came first in a waiting list: four of them got a seat.
    await app.database.owner.query(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, waiting_number,
         first_waiting_position, enrolled_at, confirmed_at)
       select gen_random_uuid(), p.region_id, $1, p.id, p.municipality_id, case when n <= 4 then 'confirmed' else 'waitlisted' end,
         n, 1, '2026-08-01', case when n <= 4 then timestamptz '2026-08-02' end
       from unnest($2::uuid[]) with ordinality who (id, n) join professional p on p.id = who.id`,
      [sessionId, people.map(({ id }) => id)],
    );
    await app.database.owner.query("update session set status = 'closed' where id = $1", [sessionId]);
    const { api, page } = await waiting();
    expect(api.before).toEqual({ first: 1, last: 1, people: 12, seated: 4 });
    expect(page.text).toContain(
      'Eerder was er een plaats voor 4 van de 12 mensen die als eerste op een wachtlijst kwamen',
    );
  });
});
