import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { oneDayForm } from '../support/sessions.js';
import { beside, untilSomeoneWaits } from '../support/rival.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let colleague: Client;
let owner: pg.Pool;

beforeAll(async () => {
  app = await startApp();
  ({ owner } = app.database);
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  colleague = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await owner.query(
    'truncate session_part_trainer, session_part, seat_quota, session_price, session cascade',
  );
  await owner.query('update room set capacity = 40');
});

/** Sixteen seats in the region's room. */
const plan = (client = coordinator) => client.post('/sessions/new', oneDayForm(region));

async function makeRoomHold(capacity: string) {
  const { rows } = await owner.query<{ version: number }>('select version from room where id = $1', [
    region.roomId,
  ]);
  return colleague.post(`/rooms/${region.roomId}`, {
    ...{ name: 'Voorbeeldzaal', accessibility: 'Drempelvrij', capacity, version: String(rows[0]!.version) },
  });
}

async function haveSeats(client: Client, path: string, capacity: string) {
  const { rows } = await owner.query<{ version: number }>('select version from session');
  return client.post(`${path}/seats`, {
    ...{ capacity, minimum: '8', releaseOn: '2026-11-12', version: String(rows[0]!.version) },
    ...{ overbookingPercentage: '0', waitingListMode: 'automatic', offerHours: '24' },
    ...{ enrolUntil: '', cancelUntil: '', organisationId: '' },
  });
}

/** Parts in a room that has fewer seats than their session. */
async function tooTight(): Promise<number> {
  const { rowCount } = await owner.query(
    `select from session_part p join session s on s.id = p.session_id join room r on r.id = p.room_id
     where s.capacity > r.capacity`,
  );
  return rowCount!;
}

const shrinks = (rival: pg.PoolClient) =>
  rival.query('update room set capacity = 10 where id = $1', [region.roomId]);

const readable = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('of a session that is planned and a room that is made smaller at the same moment, one is refused', async () => {
  for (let round = 0; round < 6; round++) {
    const answers = await Promise.all([plan(), makeRoomHold('10')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    expect(await tooTight()).toBe(0);
    await owner.query('truncate session_part_trainer, session_part, session cascade');
    await owner.query('update room set capacity = 40');
  }
});

test('who plans waits for who makes the room smaller, and then reads how many it holds', async () => {
  const answer = await beside(owner, shrinks, async (saved) => {
    const asked = plan();
    await untilSomeoneWaits(owner);
    await saved();
    return asked;
  });
  expect(answer.status).toBe(400);
  expect(readable(answer.text)).toContain('In Voorbeeldzaal passen 10 mensen');
  expect((await owner.query('select from session')).rowCount).toBe(0);
});

test('who gives a session more seats waits too', async () => {
  const { location } = await coordinator.post('/sessions/new', oneDayForm(region, { capacity: '10' }));
  const answer = await beside(owner, shrinks, async (saved) => {
    const asked = haveSeats(coordinator, location!, '20');
    await untilSomeoneWaits(owner);
    await saved();
    return asked;
  });
  expect(answer.status).toBe(400);
  expect(readable(answer.text)).toContain('In Voorbeeldzaal passen 10 mensen');
  expect(await tooTight()).toBe(0);
});

test('without the lock and what the database checks, a session stands in a room that is too small', async () => {
  // What keeps archived rooms from being booked takes the room too.
  for (const trigger of ['room_holds_the_part', 'booked_in_use'])
    await owner.query(`alter table session_part disable trigger ${trigger}`);
  await owner.query('alter table room disable trigger room_stays_large_enough');
  try {
    const answer = await beside(owner, shrinks, async (saved) => {
      const planned = await plan();
      await saved();
      return planned;
    });
    expect(answer.status).toBe(303);
    expect(await tooTight()).toBe(2);
  } finally {
    await owner.query('alter table session_part enable trigger user');
    await owner.query('alter table room enable trigger room_stays_large_enough');
  }
});

describe('the database', () => {
  const refused = { constraint: 'room_holds_its_sessions' };

  /** A session of sixteen seats in the room, at a time that is still to come whatever the day of today. */
  async function inAHundredYears() {
    await plan();
    await owner.query(
      `update session_part set starts_at = starts_at + interval '100 years', ends_at = ends_at + interval '100 years'`,
    );
  }

  test('refuses a part in a room that is too small, more seats than the room has, and a smaller room', async () => {
    await inAHundredYears();
    await expect(owner.query('update session set capacity = 41')).rejects.toMatchObject(refused);
    await expect(owner.query('update room set capacity = 15')).rejects.toMatchObject(refused);
    const small = randomUUID();
    await owner.query(
      "insert into room select $1, region_id, venue_id, 'Hok', 15, '', 1 from room where id = $2",
      [small, region.roomId],
    );
    await expect(owner.query('update session_part set room_id = $1', [small])).rejects.toMatchObject(refused);
    await owner.query('delete from room where id = $1', [small]);
  });

  test('leaves a room to whoever called the session off', async () => {
    await inAHundredYears();
    await owner.query('update session_part set called_off = true');
    await owner.query('update room set capacity = 15');
    expect(await tooTight()).toBe(2);
  });
});
