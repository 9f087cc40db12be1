import type { BenchDatabase } from './postgres.js';
import type { Pressed } from './presses.js';
import { SEATS, type Person } from './rush-world.js';

interface Taken {
  readonly person: string;
  readonly status: string;
  readonly waiting_number: number | null;
}

/** What is wrong with how a session was filled: who was refused, overbooking, and who got ahead of whom. */
export async function wrongWith(
  { owner }: BenchDatabase,
  sessionId: string,
  people: readonly Person[],
  answers: readonly Pressed[],
): Promise<string[]> {
  // The audit trail tells in which order the requests were taken in.
  const { rows } = await owner.query<Taken>(
    `with e as materialized (select * from enrolment where session_id = $1)
     select e.professional_id person, e.status, e.waiting_number from audit_entry a join e on e.id::text = a.subject_id
     where a.subject_type = 'enrolment' and a.action = 'enrol' and a.subject_id = any (array(select id::text from e))
     order by a.id`,
    [sessionId],
  );
  const refused = answers.find(({ status }) => status !== 201);
  return [
    ...(refused ? [`refused: ${refused.status} ${refused.body}`] : []),
    ...(rows.length === people.length ? [] : [`${rows.length} of ${people.length} enrolled`]),
    ...wronglySeated(rows, people),
    ...outOfOrder(rows, people, answers),
  ];
}

/** Fills the seats by hand in the same order: one held for the own municipality, else an open one, else the waiting list. */
function wronglySeated(taken: readonly Taken[], people: readonly Person[]): string[] {
  const towns = new Map<string, string>(people.map(({ id, town }) => [id, town]));
  const held = new Map<string, number>(Object.entries(SEATS.quotas));
  let open = SEATS.capacity - [...held.values()].reduce((sum, seats) => sum + seats, 0);
  let lastNumber = 0;
  return taken.flatMap(({ person, status, waiting_number: number }, index) => {
    const town = towns.get(person)!;
    const ownSeats = held.get(town) ?? 0;
    const expected = ownSeats > 0 || open > 0 ? 'confirmed' : 'waitlisted';
    if (ownSeats > 0) held.set(town, ownSeats - 1);
    else if (open > 0) open -= 1;
    const isNext = status !== 'waitlisted' || number! > lastNumber;
    if (status === 'waitlisted') lastNumber = number!;
    return status === expected && isNext ? [] : [`request ${index} is ${status} with number ${number}`];
  });
}

/** Whoever had the answer before another one sent the request was taken in before that other one. */
function outOfOrder(
  taken: readonly Taken[],
  people: readonly Person[],
  answers: readonly Pressed[],
): string[] {
  const answerOf = new Map(people.map(({ id }, index) => [id, answers[index]!]));
  let earliestAnswer = Infinity;
  return taken.toReversed().flatMap(({ person }) => {
    const { sentAt, answeredAt } = answerOf.get(person)!;
    const overtook = earliestAnswer < sentAt;
    earliestAnswer = Math.min(earliestAnswer, answeredAt);
    return overtook ? [`${person} was taken in before someone who had been answered`] : [];
  });
}
