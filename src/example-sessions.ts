import type { INestApplicationContext } from '@nestjs/common';
import { AttendanceQueries } from './attendance/attendance.queries.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { GroupEnrolment } from './enrolment/group-enrolment.service.js';
import { actorOf, asOf, idsByName } from './example-register.js';
import { exampleSessions, type ExampleSession } from './example-session-list.js';
import { ConfirmationService } from './grants/confirmation.service.js';
import { Clock } from './platform/clock.js';
import { DomainError } from './platform/errors/domain-error.js';
import { PlanningQueries } from './sessions/planning.queries.js';
import { mondayOf } from './sessions/session-calendar.rules.js';
import { defaultDecideOn, defaultReleaseOn, type SessionPlan } from './sessions/session-plan.rules.js';
import { SessionScheduling } from './sessions/session-scheduling.service.js';
import { USUAL_TERMS } from './sessions/session-terms.rules.js';
import { SessionService } from './sessions/session.service.js';
import type { Actor } from './shared/actor.js';
import { addToDate, instantOf, localDateOf } from './shared/local-date.js';

/** So long before its first day a session is planned; one further away is planned today. */
const PLANNED_DAYS_BEFORE = 42;

type Names =
  'course' | 'municipality' | 'organisation' | 'professional' | 'room' | 'trainer' | 'session' | 'first';
type Ids = Readonly<Record<Names, ReadonlyMap<string, string>>>;

/** Makes the sessions of the example as a coordinator would; those that are there already, or half, are only gone on with. */
export async function addExampleSessions(app: INestApplicationContext, regionId: string): Promise<void> {
  const actor = await actorOf(app, regionId, 'coordinator');
  const ids = await idsOf(app, actor);
  const clock = app.get(Clock, { strict: false });
  const today = localDateOf(clock.now());
  for (const example of exampleSessions) {
    const first = ids.first.get(keyOf(example)) ?? dateOf(example, today);
    const id = await asPlanned(clock, first, () => prepare(app, actor, { example, ids, first }));
    await finish(app, actor, example, id);
  }
}

interface ToPrepare {
  readonly example: ExampleSession;
  readonly ids: Ids;
  /** The first local day. */
  readonly first: string;
}

/** What is done weeks before: planning, and all that follows until it is sure to go ahead. */
async function prepare(app: INestApplicationContext, actor: Actor, to: ToPrepare): Promise<string> {
  const { example, ids } = to;
  const id =
    ids.session.get(keyOf(example)) ??
    (await app.get(SessionScheduling, { strict: false }).schedule(actor, await planOf(app, actor, to)));
  if (example.stand === 'draft') return id;
  await unlessDone(app.get(SessionService, { strict: false }).open(actor, id));
  const people = example.people.map((name) => ({
    ...{ professionalId: ids.professional.get(name)!, expected: null },
  }));
  // The group has the id of its session, so that it is enrolled once.
  await app.get(GroupEnrolment, { strict: false }).enrol(actor, id, { id, people, together: false });
  if (example.stand === 'confirmed' || example.stand === 'closed')
    await unlessDone(app.get(ConfirmationService, { strict: false }).confirm(actor, id));
  return id;
}

/** What is done today: calling off, or closing what is over. */
async function finish(
  app: INestApplicationContext,
  actor: Actor,
  { stand, excused }: ExampleSession,
  id: string,
): Promise<void> {
  if (stand === 'called off') await unlessDone(app.get(SessionService, { strict: false }).cancel(actor, id));
  if (stand !== 'closed') return;
  const attendance = app.get(AttendanceService, { strict: false });
  const { parts, people } = await app.get(AttendanceQueries, { strict: false }).roster(actor, id);
  const missing = people.filter(({ name }) => name === excused);
  for (const { id: partId } of parts) {
    const excused = { partId, mark: 'excused', minutes: null } as const;
    const wishes = missing.map(({ enrolmentId }) => ({ enrolmentId, ...excused }));
    const seenAt = app.get(Clock, { strict: false }).now();
    await unlessDone(attendance.mark(actor, id, { wishes, restPresentIn: partId, seenAt }));
  }
  await unlessDone(attendance.closeSession(actor, id));
}

async function planOf(
  app: INestApplicationContext,
  actor: Actor,
  { example, ids, first }: ToPrepare,
): Promise<SessionPlan> {
  const planning = app.get(PlanningQueries, { strict: false });
  const course = (await planning.course(actor, ids.course.get(example.course)!))!;
  const today = localDateOf(app.get(Clock, { strict: false }).now());
  const { capacity, payer, organisation, held = {}, enrolmentEndsDaysBefore: ends } = example;
  return {
    ...{ courseId: course.id, payerMunicipalityId: ids.municipality.get(payer)!, capacity },
    minimum: Math.min(course.minParticipants, capacity),
    releaseOn: defaultReleaseOn(first, today),
    decideOn: defaultDecideOn(first, course.decideDays, today),
    ...{ priceCents: null, priceIsDemo: false },
    parts: example.parts.map(({ after, from, until, room }) => ({
      ...{ date: addToDate(first, { days: after }), startTime: from, endTime: until },
      roomId: room === null ? null : ids.room.get(room)!,
      joiningLink: room === null ? 'https://vergadering.example/voorbeeld' : null,
      trainerIds: [ids.trainer.get(example.trainer)!],
    })),
    quotas: Object.entries(held).map(([name, seats]) => ({
      ...{ municipalityId: ids.municipality.get(name)!, seats },
    })),
    terms: {
      ...USUAL_TERMS,
      organisationId: organisation === undefined ? null : ids.organisation.get(organisation)!,
      enrolUntil: ends === undefined ? null : addToDate(first, { days: -ends }),
    },
  };
}

/** The past cannot be planned today. This program has a clock of its own, so that it can be set back to when that was done. */
async function asPlanned<T>(clock: Clock, first: string, work: () => Promise<T>): Promise<T> {
  const real = clock.now();
  const planned = instantOf(addToDate(first, { days: -PLANNED_DAYS_BEFORE }), '10:00');
  return asOf(clock, planned < real ? planned : real, work);
}

/** A start after a crash finds steps that were taken; and in a year without a grant nothing can be committed. */
async function unlessDone(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    const known: readonly string[] = ['session-not-in-this-state', 'no-grant-line'];
    if (!(error instanceof DomainError && known.includes(error.code))) throw error;
  });
}

const keyOf = ({ course, payer }: Pick<ExampleSession, 'course' | 'payer'>) => `${course} ${payer}`;

/** The day in its week, counted from the week of today. */
function dateOf({ week, day }: ExampleSession, today: string): string {
  return addToDate(mondayOf(today), { days: week * 7 + day - 1 });
}

async function idsOf(app: INestApplicationContext, actor: Actor): Promise<Ids> {
  const find = (sql: string) => idsByName(app, actor, sql);
  const rooms = await app.get(PlanningQueries, { strict: false }).rooms(actor);
  const session = `from session s join course c on c.id = s.course_id join municipality m on m.id = s.payer_municipality_id
     where s.region_id = $1`;
  return {
    course: await find('select id, code name from course where region_id = $1'),
    municipality: await find('select id, name from municipality where region_id = $1'),
    organisation: await find('select id, name from organisation where region_id = $1'),
    professional: await find(
      "select id, split_part(email, '@', 1) name from professional where region_id = $1",
    ),
    room: new Map(rooms.map(({ id, name }) => [name, id])),
    trainer: await find('select id, name from trainer where region_id = $1'),
    session: await find(`select s.id, c.code || ' ' || m.name name ${session}`),
    first: await find(
      `select (select min(local_date)::text from session_part where session_id = s.id) id, c.code || ' ' || m.name name ${session}`,
    ),
  };
}
