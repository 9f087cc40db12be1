import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient } from '../support/client.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
  type TestSession,
} from '../support/region.js';

const NOW = '2026-09-01T07:00:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: NOW });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(NOW));

const person = (name: string) => createProfessional(app.database, region, 'Almere', name);
const session = (plan: TestSession) => createSession(app.database, region, plan);

async function transfer(who: TestProfessional, enrolmentId: string, sessionId: string) {
  const client = await apiClient(app, region.id, who.accountId);
  return client.post(`/enrolments/${enrolmentId}/transfer`, { sessionId });
}

async function standing(sessionId: string): Promise<Record<string, string>> {
  const { rows } = await app.database.owner.query<{ name: string; status: string }>(
    `select p.name, e.status from enrolment e join professional p on p.id = e.professional_id
     where e.session_id = $1 order by e.id`,
    [sessionId],
  );
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]));
}

/** Noor sits on the first date, Sam waits there, and the second date has so many seats. */
async function twoDates(capacity: number) {
  const [first, second] = [
    await session({ capacity: 1, date: '2026-11-12' }),
    await session({ capacity, date: '2026-11-19' }),
  ];
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const seat = await enrol(app, region, noor, first);
  await enrol(app, region, sam, first);
  return { first, second, noor, sam, seat };
}

test('a seat goes along to another date, and the old one to who waits', async () => {
  const { first, second, noor, seat } = await twoDates(1);
  expect((await transfer(noor, seat, second)).json().status).toBe('confirmed');
  expect([await standing(first), await standing(second)]).toEqual([
    { Noor: 'cancelled', Sam: 'confirmed' },
    { Noor: 'confirmed' },
  ]);
});

test('a seat is not given up for a date that is full', async () => {
  const { first, second, noor, seat } = await twoDates(1);
  await enrol(app, region, await person('Tess'), second);
  const answer = await transfer(noor, seat, second);
  expect([answer.json().title, await standing(first)]).toEqual([
    'Op die datum is geen plaats',
    { Noor: 'confirmed', Sam: 'waitlisted' },
  ]);
});

test('who waits on one date can wait on another instead', async () => {
  const { first, second, sam } = await twoDates(1);
  await enrol(app, region, await person('Tess'), second);
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from enrolment where session_id = $1 and professional_id = $2',
    [first, sam.id],
  );
  expect((await transfer(sam, rows[0]!.id, second)).json()).toMatchObject({
    ...{ status: 'waitlisted', waitingPosition: 1 },
  });
});

test('another training is no date of this one', async () => {
  const { second, noor, seat } = await twoDates(1);
  await app.database.owner.query('update session set course_id = $2 where id = $1', [
    second,
    region.courses.advanced,
  ]);
  expect((await transfer(noor, seat, second)).json().title).toBe('Dat is een andere training');
});

test('two people who change with each other at the same moment both keep a seat', async () => {
  const [first, second] = [
    await session({ capacity: 2, date: '2026-11-12' }),
    await session({ capacity: 2, date: '2026-11-19' }),
  ];
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const [hers, his] = [await enrol(app, region, noor, first), await enrol(app, region, sam, second)];
  const answers = await Promise.all([transfer(noor, hers, second), transfer(sam, his, first)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect([await standing(first), await standing(second)]).toEqual([
    { Noor: 'cancelled', Sam: 'confirmed' },
    { Sam: 'cancelled', Noor: 'confirmed' },
  ]);
});

test('of two who change to the last seat, one does and the other keeps the old one', async () => {
  const [first, second] = [
    await session({ capacity: 2, date: '2026-11-12' }),
    await session({ capacity: 1, date: '2026-11-19' }),
  ];
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const [hers, his] = [await enrol(app, region, noor, first), await enrol(app, region, sam, first)];
  const answers = await Promise.all([transfer(noor, hers, second), transfer(sam, his, second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(Object.values(await standing(first)).sort()).toEqual(['cancelled', 'confirmed']);
});

test('after the last day to cancel freely only a coordinator changes the date', async () => {
  const { first, second, noor, seat } = await twoDates(1);
  await app.database.owner.query("update session set cancel_until = '2026-11-01' where id = $1", [first]);
  app.clock.set('2026-11-02T08:00:00Z');
  const refused = await transfer(noor, seat, second);
  const done = await coordinator.post(`/enrolments/${seat}/transfer`, { sessionId: second });
  expect([refused.json().title, done.status]).toEqual(['Overstappen kan niet meer', 200]);
});

test('once per course, one can still change the date', async () => {
  const { second, noor, seat } = await twoDates(1);
  await app.database.owner.query('update course set once_per_course = true where id = $1', [
    region.courses.basic,
  ]);
  await app.database.owner.query(
    "update enrolment set once_course_id = $2 where id = $1 and status = 'confirmed'",
    [seat, region.courses.basic],
  );
  const answer = await transfer(noor, seat, second);
  await app.database.owner.query('update course set once_per_course = false where id = $1', [
    region.courses.basic,
  ]);
  expect(answer.status).toBe(200);
});

describe('two dates that are on the same day', () => {
  const DAY = '2026-11-26';

  test('are no reason to be refused a seat that goes along', async () => {
    const [first, second] = [await session({ date: DAY }), await session({ date: DAY })];
    const noor = await person('Noor');
    const seat = await enrol(app, region, noor, first);
    expect((await transfer(noor, seat, second)).json().status).toBe('confirmed');
  });

  test('give the seat that is left to nobody who has one on the other', async () => {
    const [first, second] = [await session({ capacity: 1, date: DAY }), await session({ date: DAY })];
    const [noor, uma, sam] = [await person('Noor'), await person('Uma'), await person('Sam')];
    const seat = await enrol(app, region, noor, first);
    await enrol(app, region, uma, first);
    await enrol(app, region, uma, second);
    await enrol(app, region, sam, first);
    expect((await transfer(noor, seat, second)).status).toBe(200);
    expect(await standing(first)).toEqual({ Noor: 'cancelled', Uma: 'waitlisted', Sam: 'confirmed' });
  });
});

describe('a held seat that has come free since, which nothing has noticed yet', () => {
  const held = { quotas: { Urk: 1 }, releaseOn: '2026-10-01' } as const;

  test('goes to who waits on that date, and not to who comes from another', async () => {
    const [first, second] = [
      await session({ capacity: 1, date: '2026-11-12' }),
      await session({ capacity: 1, date: '2026-11-19', ...held }),
    ];
    const [noor, sam] = [await person('Noor'), await person('Sam')];
    const seat = await enrol(app, region, noor, first);
    await enrol(app, region, sam, second);
    app.clock.set('2026-10-02T07:00:00Z');
    const answer = await transfer(noor, seat, second);
    expect([answer.json().title, await standing(first)]).toEqual([
      'Op die datum is geen plaats',
      { Noor: 'confirmed' },
    ]);
  });

  test('is not given up by who waited for it, for another waiting list', async () => {
    const [first, second] = [
      await session({ capacity: 1, date: '2026-11-12', ...held }),
      await session({ capacity: 1, date: '2026-11-19' }),
    ];
    const noor = await person('Noor');
    const waiting = await enrol(app, region, noor, first);
    await enrol(app, region, await person('Sam'), second);
    app.clock.set('2026-10-02T07:00:00Z');
    expect((await transfer(noor, waiting, second)).json().title).toBe('Op die datum is geen plaats');
    await app.recur('enrolment.give-out-freed-seats');
    expect(await standing(first)).toEqual({ Noor: 'confirmed' });
  });
});

test('on screen the other dates are shown with their free seats, and one mail tells of each date', async () => {
  const { second, noor, seat } = await twoDates(2);
  await app.work();
  const client = await signIn(app, noor.email);
  const page = await client.get(`/enrolments/${seat}/transfer`);
  expect(page.text).toMatch(/19 november 2026[^<]*2 plaatsen vrij/);
  const done = await client.follow(await client.post(`/enrolments/${seat}/transfer`, { sessionId: second }));
  expect(done.text).toContain('De overstap is gelukt.');
  await app.work();
  expect((await mailsTo(app, noor)).map(({ calendar_method }) => calendar_method)).toEqual([
    'REQUEST',
    'CANCEL',
    'REQUEST',
  ]);
});
