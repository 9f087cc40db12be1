import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, type ApiClient } from '../support/client.js';
import { ChairModel } from '../support/chair-model.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../support/region.js';

const TOWNS: MunicipalityName[] = ['Almere', 'Dronten', 'Urk'];
const PEOPLE_PER_TOWN = 5;

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let people: { id: string; town: MunicipalityName }[];

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  people = [];
  for (let i = 0; i < TOWNS.length * PEOPLE_PER_TOWN; i++) {
    const town = TOWNS[i % TOWNS.length]!;
    people.push({ id: (await createProfessional(app.database, region, town, `Voorbeeld ${i}`)).id, town });
  }
});
afterAll(() => app.stop());

const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('enrol' as const),
      person: fc.nat(TOWNS.length * PEOPLE_PER_TOWN - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('cancel' as const),
      person: fc.nat(TOWNS.length * PEOPLE_PER_TOWN - 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), person: fc.constant(0) }) },
);

const plan = fc.record({
  open: fc.integer({ min: 1, max: 3 }),
  reserved: fc.record(
    { Dronten: fc.integer({ min: 1, max: 2 }), Urk: fc.integer({ min: 1, max: 2 }) },
    { requiredKeys: [] },
  ),
  events: fc.array(event, { minLength: 5, maxLength: 40 }),
});

test('any mix of enrolments, cancellations and the release date gives what a simple model gives', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ open, reserved, events }) => {
      app.clock.set('2026-09-01T08:00:00Z');
      const capacity = open + Object.values(reserved).reduce((a, b) => a + b, 0);
      const sessionId = await createSession(app.database, region, {
        capacity,
        quotas: reserved,
        releaseOn: '2026-10-01',
        payer: 'Almere',
      });
      const model = new ChairModel<number>(open, reserved, 'Almere', (person) => people[person]!.town);
      const enrolments = new Map<number, string>();
      for (const { kind, person } of events) {
        if (kind === 'enrol' && !enrolments.has(person)) {
          const answer = await coordinator.post(`/sessions/${sessionId}/enrolments`, {
            professionalId: people[person]!.id,
          });
          enrolments.set(person, answer.json().id as string);
          model.enrol(person);
        } else if (kind === 'cancel' && enrolments.has(person)) {
          await coordinator.post(`/enrolments/${enrolments.get(person)}/cancellation`);
          enrolments.delete(person);
          model.cancel(person);
        } else if (kind === 'release') {
          app.clock.set('2026-10-02T08:00:00Z');
          await app.recur('enrolment.give-out-freed-seats');
          model.release();
        }
        expect(await statuses(sessionId)).toEqual(people.map((_, index) => model.statusOf(index)));
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);

async function statuses(sessionId: string): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ professional_id: string; status: string }>(
    "select professional_id, status from enrolment where session_id = $1 and status <> 'cancelled'",
    [sessionId],
  );
  const known = new Map(rows.map((row) => [row.professional_id, row.status]));
  return people.map(({ id }) => known.get(id) ?? 'none');
}
