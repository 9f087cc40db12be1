import fc from 'fast-check';
import { addToDate } from '../../src/shared/local-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, type ApiClient } from '../support/client.js';
import { ChairModel } from '../support/chair-model.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';
import { withoutLock } from '../support/without-lock.js';

// Two processes' worth of application on one database: sharing a turn inside one process must not be what keeps it right.
let database: TestDatabase;
let apps: TestApp[];
let region: TestRegion;
let coordinators: ApiClient[];

beforeAll(async () => {
  database = await cloneDatabase();
  apps = [await startApp({ database }), await startApp({ database })];
  region = await createRegion(database);
  const account = await createAccount(database, region, 'coordinator');
  coordinators = await Promise.all(apps.map((app) => apiClient(app, region.id, account.id)));
});
afterAll(async () => {
  for (const app of apps) await app.stop();
  await database.drop();
});

interface Person {
  readonly id: string;
  readonly town: MunicipalityName;
}

async function people(count: number): Promise<Person[]> {
  const towns: MunicipalityName[] = ['Almere', 'Dronten', 'Lelystad', 'Urk'];
  const made: Person[] = [];
  for (let i = 0; i < count; i++) {
    const town = towns[i % towns.length]!;
    const { id } = await createProfessional(database, region, town, `Voorbeeld ${i}`);
    made.push({ id, town });
  }
  return made;
}

const desk = (index: number) => coordinators[index % coordinators.length]!;

/** All press at the same time, over both processes. */
async function rush(sessionId: string, everyone: readonly Person[]) {
  return Promise.all(
    everyone.map((person, index) =>
      desk(index).post(`/sessions/${sessionId}/enrolments`, { professionalId: person.id }),
    ),
  );
}

/** What the model makes of the requests, in the order in which they were taken in. */
async function modelOf(
  sessionId: string,
  model: ChairModel,
): Promise<{ seated: string[]; waiting: readonly string[] }> {
  const { rows } = await database.owner.query<{ action: string; person: string }>(
    `select a.action, e.professional_id person from audit_entry a join enrolment e on e.id::text = a.subject_id
     where a.action in ('enrol', 'cancel') and e.session_id = $1 order by a.id`,
    [sessionId],
  );
  for (const { action, person } of rows)
    if (action === 'enrol') model.enrol(person);
    else model.leave(person);
  const everyone = [...new Set(rows.map(({ person }) => person))];
  return {
    seated: everyone.filter((person) => model.statusOf(person) === 'confirmed').sort(),
    waiting: model.waiting(),
  };
}

interface Standing {
  status: string;
  waiting_number: number | null;
  id: string;
  person: string;
}

async function standing(sessionId: string): Promise<Standing[]> {
  const { rows } = await database.owner.query<Standing>(
    `select id, status, professional_id person, waiting_number from enrolment
     where session_id = $1 and status <> 'cancelled' order by waiting_number, id`,
    [sessionId],
  );
  return rows;
}

// Each on a day of its own: nobody has seats in two sessions at once.
let days = 0;
const reservedSession = () =>
  createSession(database, region, {
    date: addToDate('2026-11-12', { days: days++ }),
    capacity: 20,
    quotas: { Dronten: 6, Urk: 4 },
    payer: 'Almere',
    releaseOn: '2026-11-01',
  });

const chairsFor = (everyone: readonly Person[]) => {
  const towns = new Map(everyone.map(({ id, town }) => [id, town]));
  return new ChairModel(20, { Dronten: 6, Urk: 4 }, 'Almere', (id) => [towns.get(id)!]);
};

async function seatedAndWaiting(sessionId: string) {
  const now = await standing(sessionId);
  const withStatus = (wanted: string) => now.filter(({ status }) => status === wanted);
  return {
    seated: withStatus('confirmed')
      .map(({ person }) => person)
      .sort(),
    waiting: withStatus('waitlisted').map(({ person }) => person),
  };
}

test('200 requests at once for 20 seats with reservations for two municipalities: the right 20 are seated, the rest wait in order', async () => {
  const sessionId = await reservedSession();
  const everyone = await people(200);
  const answers = await rush(sessionId, everyone);
  expect(answers.map(({ status }) => status)).toEqual(Array(200).fill(201));
  const now = await seatedAndWaiting(sessionId);
  expect([now.seated.length, now.waiting.length]).toEqual([20, 180]);
  expect(now).toEqual(await modelOf(sessionId, chairsFor(everyone)));
  const { rows } = await database.owner.query(
    'select seats_taken, waiting_count from session where id = $1',
    [sessionId],
  );
  expect(rows[0]).toEqual({ seats_taken: 20, waiting_count: 180 });
});

test('of six who press at once for two seats, two are seated and four wait', async () => {
  const sessionId = await createSession(database, region, { capacity: 2, date: '2026-12-03' });
  const answers = await rush(sessionId, await people(6));
  expect(answers.map((answer) => answer.json().status).sort()).toEqual([
    ...['confirmed', 'confirmed'],
    ...['waitlisted', 'waitlisted', 'waitlisted', 'waitlisted'],
  ]);
});

test('cancellations and new requests, all at once, leave the right 20 seated and the rest in order', async () => {
  const everyone = await people(120);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), async (leaving) => {
      const sessionId = await reservedSession();
      const early = await rush(sessionId, everyone.slice(0, 60));
      const cancellations = early.filter((_, index) => leaving[index]);
      const answers = await Promise.all([
        ...cancellations.map((answer, index) =>
          desk(index).post(`/enrolments/${String(answer.json().id)}/cancellation`),
        ),
        rush(sessionId, everyone.slice(60)),
      ]);
      expect(answers.flat().filter(({ status }) => status !== 201 && status !== 200)).toEqual([]);
      expect(await seatedAndWaiting(sessionId)).toEqual(await modelOf(sessionId, chairsFor(everyone)));
    }),
    { numRuns: 5 },
  );
});

test('everyone who has to wait is told their place in the list', async () => {
  const sessionId = await createSession(database, region, { capacity: 5, date: '2026-12-02' });
  // Of one municipality, so that nobody comes in ahead of someone who has been told a place.
  const everyone = (await people(160)).filter(({ town }) => town === 'Urk');
  const answers = await rush(sessionId, everyone);
  const { waiting } = await seatedAndWaiting(sessionId);
  expect(answers.map((answer) => answer.json().waitingPosition)).toEqual(
    everyone.map(({ id }) => (waiting.includes(id) ? waiting.indexOf(id) + 1 : null)),
  );
});

test('one person who presses ten times is enrolled once, and the others get a clear answer', async () => {
  const sessionId = await createSession(database, region, { capacity: 20 });
  const [person] = await people(1);
  const answers = await rush(sessionId, Array<Person>(10).fill(person!));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409).map((answer) => answer.json().title)).toEqual(
    Array(9).fill('U bent al ingeschreven'),
  );
});

test('a request that is refused does not fail the ones that share its turn', async () => {
  const sessionId = await createSession(database, region, { capacity: 20 });
  const everyone = await people(12);
  await rush(sessionId, everyone.slice(0, 2));
  const answers = await rush(sessionId, everyone);
  expect(answers.map(({ status }) => status)).toEqual([409, 409, ...Array(10).fill(201)]);
});

test('with the lock taken out, two who press at the same moment both get the last seat: the tests above can fail', async () => {
  const sessionId = await createSession(database, region, { capacity: 1, date: '2026-12-01' });
  const both = await people(2);
  await withoutLock(() => rush(sessionId, both));
  expect((await standing(sessionId)).map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
});
