import { ReminderPlanning } from '../../src/reminders/reminder-planning.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { createProfessional, createRegion, createSession, type TestRegion } from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';

const DAY = '2026-10-27';

let app: TestApp;
let region: TestRegion;
let planning: ReminderPlanning;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  planning = app.app.get(ReminderPlanning, { strict: false });
  // The region's rules are there before anything is counted.
  await planning.replan(await seatsTaken(1));
});
afterAll(() => app.stop());

/** A session in which so many people have a seat, of whom nothing is planned yet. */
async function seatsTaken(people: number): Promise<string> {
  const like = await createProfessional(app.database, region, 'Almere');
  const sessionId = await createSession(app.database, region, { date: DAY, capacity: people });
  await app.database.owner.query(
    `with person as (
       insert into professional (id, region_id, municipality_id, organisation_id, function_id, name, email)
       select gen_random_uuid(), region_id, municipality_id, organisation_id, function_id, 'Voorbeeld ' || number,
         gen_random_uuid() || '@example.nl'
       from professional, generate_series(1, $3::int) number where id = $1 returning *)
     insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select gen_random_uuid(), region_id, $2, id, municipality_id, 'confirmed', $4, $4 from person`,
    [like.id, sessionId, people, app.clock.now()],
  );
  return sessionId;
}

async function standing(sessionId: string) {
  const { rows } = await app.database.owner.query<{ due_at: Date; status: string; people: number }>(
    `select r.due_at, r.status, count(distinct e.id)::int people from reminder r join enrolment e on e.id = r.enrolment_id
     where e.session_id = $1 group by r.due_at, r.status order by r.due_at`,
    [sessionId],
  );
  return rows.map(({ due_at, status, people }) => [due_at.toISOString(), status, people]);
}

const statementsDuring = async (work: () => Promise<unknown>) =>
  (await conversationsDuring(work)).flat().length;

test('planning for a thousand people takes as many statements as for two, and less than two seconds', async () => {
  const [few, many] = [await seatsTaken(2), await seatsTaken(1000)];
  const ofFew = await statementsDuring(() => planning.replan(few));
  const started = performance.now();
  const ofMany = await statementsDuring(() => planning.replan(many));
  expect(performance.now() - started).toBeLessThan(2000);
  expect(ofMany).toBe(ofFew);
  expect(await standing(many)).toEqual([
    ['2026-10-20T07:00:00.000Z', 'planned', 1000],
    ['2026-10-26T08:00:00.000Z', 'planned', 1000],
  ]);
});

test('moments that have passed for many people are withdrawn in as many statements as for two', async () => {
  const [few, many] = [await seatsTaken(2), await seatsTaken(200)];
  for (const sessionId of [few, many]) await planning.replan(sessionId);
  app.clock.set('2026-10-21T08:00:00Z');
  const ofFew = await statementsDuring(() => planning.replan(few));
  expect(await statementsDuring(() => planning.replan(many))).toBe(ofFew);
  expect(await standing(many)).toEqual([
    ['2026-10-20T07:00:00.000Z', 'withdrawn', 200],
    ['2026-10-26T08:00:00.000Z', 'planned', 200],
  ]);
});
