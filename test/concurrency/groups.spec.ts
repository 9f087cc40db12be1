import { addToDate } from '../../src/shared/local-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, type ApiClient } from '../support/client.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';
import { withoutLock } from '../support/without-lock.js';

const TOWNS = ['Almere', 'Dronten'] as const satisfies MunicipalityName[];

// Two processes on one database, and a contact of another municipality at each.
let database: TestDatabase;
let apps: TestApp[];
let region: TestRegion;
let contacts: ApiClient[];

beforeAll(async () => {
  database = await cloneDatabase();
  apps = [await startApp({ database }), await startApp({ database })];
  region = await createRegion(database);
  contacts = await Promise.all(
    TOWNS.map(async (town, index) => {
      const municipalityId = region.municipalities[town];
      const { id } = await createAccount(database, region, 'contact', { municipalityId });
      return apiClient(apps[index]!, region.id, id);
    }),
  );
});
afterAll(async () => {
  for (const app of apps) await app.stop();
  await database.drop();
});

async function people(town: MunicipalityName, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++)
    ids.push((await createProfessional(database, region, town, `Groep ${i}`)).id);
  return ids;
}

// Each on a day of its own: nobody has seats in two sessions at once.
let days = 0;
const session = (capacity: number) =>
  createSession(database, region, { capacity, date: addToDate('2026-11-12', { days: days++ }) });

const enrolGroup = (
  contact: ApiClient,
  sessionId: string,
  professionalIds: readonly string[],
  together: boolean,
) => contact.post(`/sessions/${sessionId}/group-enrolments`, { professionalIds, together });

/** Each contact enrols a group at the same moment. */
const both = (sessionId: string, groups: readonly string[][], together: boolean) =>
  Promise.all(groups.map((ids, index) => enrolGroup(contacts[index]!, sessionId, ids, together)));

async function standing(
  sessionId: string,
): Promise<{ person: string; status: string; number: number | null }[]> {
  const { rows } = await database.owner.query<{ person: string; status: string; number: number | null }>(
    `select professional_id person, status, waiting_number number from enrolment
     where session_id = $1 order by waiting_number nulls first`,
    [sessionId],
  );
  return rows;
}

test('of two groups that come together at once for seats that one fits, exactly one is in and of the other nobody', async () => {
  const groups = [await people('Almere', 7), await people('Dronten', 7)];
  for (let round = 0; round < 6; round++) {
    const sessionId = await session(10);
    const answers = await both(sessionId, groups, true);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const winner = groups[answers.findIndex(({ status }) => status === 201)]!;
    const now = await standing(sessionId);
    expect(now.map(({ person }) => person).sort()).toEqual(winner.toSorted());
    expect(new Set(now.map(({ status }) => status))).toEqual(new Set(['confirmed']));
  }
});

test('with the lock taken out both groups are in: the test above can fail', async () => {
  const groups = [await people('Almere', 7), await people('Dronten', 7)];
  const sessionId = await session(10);
  await withoutLock(() => both(sessionId, groups, true));
  expect(await standing(sessionId)).toHaveLength(14);
});

test('nobody comes in between the people of a group', async () => {
  const groups = [await people('Almere', 10), await people('Dronten', 10)];
  const alone = await people('Almere', 20);
  const sessionId = await session(1);
  await Promise.all([
    ...alone.map((professionalId) =>
      contacts[0]!.post(`/sessions/${sessionId}/enrolments`, { professionalId }),
    ),
    both(sessionId, groups, false),
  ]);
  const order = (await standing(sessionId)).map(({ person }) => person);
  expect(order).toHaveLength(40);
  for (const group of groups) {
    const first = order.indexOf(group[0]!);
    expect(order.slice(first, first + 10)).toEqual(group);
  }
});

test('a group of hundreds takes as many statements as one of two, and is looked at and enrolled within seconds', async () => {
  const few = await people('Almere', 2);
  const many = await people('Almere', 500);
  const statements = async (ids: readonly string[]) => {
    const sessionId = await session(1);
    const said = await conversationsDuring(async () => {
      const looked = await contacts[0]!.post(`/sessions/${sessionId}/group-enrolment-previews`, {
        professionalIds: ids,
      });
      expect(looked.status).toBe(200);
      expect((await enrolGroup(contacts[0]!, sessionId, ids, false)).status).toBe(201);
    });
    return said.flat().filter(({ sql }) => /group_enrolment|enrolment|professional|session/.test(sql)).length;
  };
  const started = performance.now();
  const [ofFew, ofMany] = [await statements(few), await statements(many)];
  expect(ofMany).toBe(ofFew);
  expect(performance.now() - started).toBeLessThan(15_000);
}, 120_000);
