import { newId } from '../../src/shared/ids.js';
import { instantOf } from '../../src/shared/local-date.js';
import type { TestDatabase } from './database.js';
import { createProfessional, createRoom, type MunicipalityName, type TestRegion } from './region.js';

const HOUR = 3_600_000;

/** A session that is about to be given: its parts by id in order. */
export interface TaughtSession {
  readonly id: string;
  readonly partIds: readonly string[];
}

/** Someone with a seat in it. */
export interface SeatedProfessional {
  readonly enrolmentId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A confirmed session of the basic course with a part of three hours from each of these starts ('2026-11-12 09:30'). */
export async function createTaughtSession(
  database: TestDatabase,
  region: TestRegion,
  plan: { starts: readonly string[]; trainerId: string; courseId?: string },
): Promise<TaughtSession> {
  const { owner } = database;
  const id = newId();
  await owner.query(
    `insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, decide_on, created_at)
     values ($1, $2, $3, $4, 'confirmed', 100, 1, $5, $5, now())`,
    [
      id,
      region.id,
      plan.courseId ?? region.courses.basic,
      region.municipalities.Almere,
      plan.starts[0]!.slice(0, 10),
    ],
  );
  const partIds: string[] = [];
  const roomId = await createRoom(database, region, `Zaal ${id}`, 100);
  for (const [index, start] of plan.starts.entries()) {
    const partId = newId();
    partIds.push(partId);
    const [date, startTime] = start.split(' ') as [string, string];
    const startsAt = instantOf(date, startTime);
    const endsAt = new Date(startsAt.getTime() + 3 * HOUR);
    await owner.query(
      `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at, room_id)
       values ($1, $2, $3, $4, $5::time, $5::time + interval '3 hours', 'Europe/Amsterdam', $6, $7, $8)`,
      [partId, id, index + 1, date, startTime, startsAt, endsAt, roomId],
    );
    await owner.query(
      'insert into session_part_trainer (part_id, trainer_id, during) values ($1, $2, tstzrange($3, $4))',
      [partId, plan.trainerId, startsAt, endsAt],
    );
  }
  return { id, partIds };
}

export async function createTrainer({ owner }: TestDatabase, region: TestRegion): Promise<string> {
  const id = newId();
  await owner.query(
    "insert into trainer (id, region_id, name, email, provider_id) values ($1, $2, 'Bo Trainervoorbeeld', $3, $4)",
    [id, region.id, `trainer-${id}@example.nl`, region.providerId],
  );
  return id;
}

/** A professional with a seat in the session, put into the database directly. */
export async function seat(
  database: TestDatabase,
  region: TestRegion,
  sessionId: string,
  town: MunicipalityName,
  name: string,
): Promise<SeatedProfessional> {
  const professional = await createProfessional(database, region, town, name);
  const enrolmentId = newId();
  await database.owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     values ($1, $2, $3, $4, $5, 'confirmed', now(), now())`,
    [enrolmentId, region.id, sessionId, professional.id, region.municipalities[town]],
  );
  await database.owner.query('update session set seats_taken = seats_taken + 1 where id = $1', [sessionId]);
  return { enrolmentId, id: professional.id, name, email: professional.email };
}

/** The marks of a session, each as 'ordinal name mark', in order. */
export async function marksOf({ owner }: TestDatabase, sessionId: string): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `select p.ordinal || ' ' || pr.name || ' ' || m.mark line from attendance_mark m join session_part p on p.id = m.part_id
     join enrolment e on e.id = m.enrolment_id join professional pr on pr.id = e.professional_id
     where p.session_id = $1 order by 1`,
    [sessionId],
  );
  return rows.map(({ line }) => line);
}
