import fc from 'fast-check';
import { addToDate } from '../../src/shared/local-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChairModel } from '../support/chair-model.js';
import { apiClient, type ApiClient } from '../support/client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const TOWNS: MunicipalityName[] = ['Almere', 'Dronten', 'Urk'];
const PEOPLE = 15;
const START = '2026-09-01T07:00:00Z';
const RELEASE = '2026-10-01';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let people: (TestProfessional & { town: MunicipalityName; client: ApiClient })[];
let sessions = 0;

beforeAll(async () => {
  app = await startApp({ at: START });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  people = [];
  for (let i = 0; i < PEOPLE; i++) {
    const town = TOWNS[i % TOWNS.length]!;
    const person = await createProfessional(app.database, region, town, `Voorbeeld ${i}`);
    people.push({ ...person, town, client: await apiClient(app, region.id, person.accountId) });
  }
});
afterAll(() => app.stop());

const who = fc.nat(PEOPLE - 1);
/** In which of the two sessions of the course. */
const at = fc.nat(1);
const kinds = (kind: string, weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), at, who }),
});
const reserved = fc.record(
  { Dronten: fc.integer({ min: 1, max: 2 }), Urk: fc.integer({ min: 1, max: 2 }) },
  { requiredKeys: [] },
);
const request = fc.oneof(
  kinds('enrol', 8),
  kinds('cancel', 4),
  kinds('approve', 2),
  kinds('reject', 1),
  kinds('accept', 2),
  kinds('decline', 1),
  kinds('transfer', 3),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('substitute'), at, who, by: who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resize'),
      at,
      capacity: fc.integer({ min: 1, max: 8 }),
      reserved,
      asksFirst: fc.boolean(),
    }),
  },
);
type Reserved = Partial<Record<MunicipalityName, number>>;
type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;
/** What several people do at the same time, and what time alone does between. */
const scene = fc.oneof(
  { weight: 6, arbitrary: fc.array(request, { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constant('a day passes' as const) },
  { weight: 1, arbitrary: fc.constant('the reservations lapse' as const) },
);
const story = fc.record({
  sessions: fc.tuple(
    fc.record({ open: fc.integer({ min: 1, max: 3 }), reserved }),
    fc.record({ open: fc.integer({ min: 1, max: 3 }), reserved }),
  ),
  approval: fc.constantFrom('none', 'contact'),
  scenes: fc.array(scene, { minLength: 3, maxLength: 14 }),
});

interface Told {
  readonly sessionId: string;
  readonly model: ChairModel<string>;
  lastAudit: string;
}

/** Sends a request, whatever comes of it: many are refused, as they should be. */
async function send(told: readonly Told[], asked: Request): Promise<void> {
  const { sessionId } = told[asked.at]!;
  if (asked.kind === 'resize' && 'capacity' in asked) return resize(sessionId, asked);
  if (!('who' in asked)) return;
  const { client, id: professionalId } = people[asked.who]!;
  if (asked.kind === 'enrol') {
    await client.post(`/sessions/${sessionId}/enrolments`, { professionalId });
    return;
  }
  const enrolmentId = await activeEnrolment(sessionId, professionalId);
  if (!enrolmentId) return;
  const step = (verb: string, body = {}, by: ApiClient = client) =>
    by.post(`/enrolments/${enrolmentId}/${verb}`, body);
  if (asked.kind === 'cancel') await step('cancellation');
  if (asked.kind === 'approve') await step('approval', {}, coordinator);
  if (asked.kind === 'reject') await step('rejection', {}, coordinator);
  if (asked.kind === 'accept') await step('offer-acceptance');
  if (asked.kind === 'decline') await step('offer-refusal');
  if (asked.kind === 'transfer') await step('transfer', { sessionId: told[1 - asked.at]!.sessionId });
  if ('by' in asked) await step('substitution', { email: people[asked.by]!.email });
}

async function resize(
  sessionId: string,
  { capacity, reserved: held, asksFirst }: Extract<Request, { capacity: number }>,
): Promise<void> {
  const { version } = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
  await coordinator.put(`/sessions/${sessionId}/seats`, {
    ...{ version, capacity, minimum: 1, overbookingPercentage: 0, releaseOn: RELEASE, offerHours: 8 },
    waitingListMode: asksFirst ? 'offer' : 'automatic',
    quotas: Object.entries(held).map(([town, seats]) => ({
      municipalityId: region.municipalities[town as MunicipalityName],
      seats,
    })),
  });
}

async function activeEnrolment(sessionId: string, professionalId: string): Promise<string | undefined> {
  const { rows } = await app.database.owner.query<{ id: string }>(
    "select id from enrolment where session_id = $1 and professional_id = $2 and status <> 'cancelled'",
    [sessionId, professionalId],
  );
  return rows[0]?.id;
}

interface Deed {
  readonly id: string;
  readonly action: string;
  readonly person: string | null;
  readonly before_person: string | null;
  readonly approved: boolean;
  readonly capacity: number;
  readonly mode: string;
  readonly quotas: { municipalityId: string; seats: number }[];
}

/** Does to the model what was done to the session since, in the order in which it was taken in. */
async function follow(told: Told): Promise<void> {
  const { rows } = await app.database.owner.query<Deed>(
    `select a.id, a.action, e.professional_id person, old.professional_id before_person,
       a.after ->> 'outcome' <> 'requested' approved, (a.after ->> 'capacity')::int capacity,
       a.after ->> 'waitingListMode' mode, a.after -> 'quotas' quotas
     from audit_entry a left join enrolment e on e.id::text = a.subject_id and a.subject_type = 'enrolment'
     left join enrolment old on old.id::text = a.before ->> 'enrolmentId'
     where a.id > $2 and a.action not in ('moveUp', 'endOffer') and (e.session_id = $1 or a.subject_id = $1::text)
     order by a.id`,
    [told.sessionId, told.lastAudit],
  );
  for (const deed of rows) retell(told.model, deed);
  told.lastAudit = rows.at(-1)?.id ?? told.lastAudit;
}

function retell(model: ChairModel<string>, deed: Deed): void {
  const person = deed.person!;
  if (deed.action === 'enrol' || deed.action === 'transferIn') model.enrol(person, deed.approved);
  else if (deed.action === 'approve') model.approve(person);
  else if (deed.action === 'acceptOffer') model.accept(person);
  else if (deed.action === 'substitute') model.substitute(deed.before_person!, person);
  else if (deed.action === 'resize') {
    model.asksFirst = deed.mode === 'offer';
    const townOf = (id: string) => TOWNS.find((town) => region.municipalities[town] === id)!;
    const lapsed = app.clock.now() >= new Date('2026-09-30T22:00:00Z');
    const held = deed.quotas.map(({ municipalityId, seats }) => [townOf(municipalityId), seats] as const);
    model.resize(deed.capacity, lapsed ? {} : Object.fromEntries(held));
  } else model.leave(person);
}

/** Offers that nobody took are over; the first who was asked goes first. */
async function passTime(told: readonly Told[], to: string): Promise<void> {
  const expired = await Promise.all(
    told.map(({ sessionId }) =>
      app.database.owner.query<{ person: string }>(
        `select professional_id person from enrolment where session_id = $1 and status = 'offered' and offer_expires_at <= $2
         order by waiting_number`,
        [sessionId, to],
      ),
    ),
  );
  app.clock.set(to);
  await app.recur('enrolment.give-out-freed-seats');
  told.forEach(({ model }, index) => {
    for (const { person } of expired[index]!.rows) model.leave(person);
  });
}

async function standing(sessionId: string): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ professional_id: string; status: string }>(
    "select professional_id, status from enrolment where session_id = $1 and status <> 'cancelled'",
    [sessionId],
  );
  const known = new Map(rows.map((row) => [row.professional_id, row.status]));
  return people.map(({ id }) => known.get(id) ?? 'none');
}

test('whatever several people ask at once of two sessions, in any order, gives what a simple model gives', async () => {
  const towns = new Map(people.map(({ id, town }) => [id, town]));
  const begin = async ({ open, reserved: held }: { open: number; reserved: Reserved }): Promise<Told> => ({
    sessionId: await createSession(app.database, region, {
      capacity: open + Object.values(held).reduce((sum, seats) => sum + seats, 0),
      // Nobody can be in two places at once, so every session has a day of its own.
      date: addToDate('2026-12-01', { days: sessions++ }),
      ...{ quotas: held, releaseOn: RELEASE, payer: 'Almere' },
    }),
    model: new ChairModel<string>(open, held, 'Almere', (id) => towns.get(id)!),
    lastAudit: '0',
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ sessions: plans, approval, scenes }) => {
      app.clock.set(START);
      await app.database.owner.query('update course set approval = $2 where id = $1', [
        region.courses.basic,
        approval,
      ]);
      const told = [await begin(plans[0]), await begin(plans[1])];
      let today = START;
      for (const each of scenes) {
        if (each === 'a day passes') {
          today = new Date(new Date(today).getTime() + 24 * 3_600_000).toISOString();
          await passTime(told, today);
        } else if (each === 'the reservations lapse') {
          today = today < '2026-10-02' ? '2026-10-02T07:00:00Z' : today;
          await passTime(told, today);
          for (const { model } of told) model.release();
        } else {
          await Promise.all(each.map((asked) => send(told, asked)));
          for (const one of told) await follow(one);
        }
        for (const { sessionId, model } of told)
          expect(await standing(sessionId)).toEqual(people.map(({ id }) => model.statusOf(id)));
      }
    }),
    { numRuns: 40 },
  );
}, 600_000);
