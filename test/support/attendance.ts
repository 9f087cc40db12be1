import { newId } from '../../src/shared/ids.js';
import { instantOf } from '../../src/shared/local-date.js';
import type { TestDatabase } from './database.js';
import { createProfessional, type MunicipalityName, type TestRegion } from './region.js';

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

/** A confirmed session of the basic course with a part on each of these dates, 09:30 to 12:30, given by this trainer. */
export async function createTaughtSession(
  { owner }: TestDatabase,
  region: TestRegion,
  plan: { dates: readonly string[]; trainerId: string; status?: 'open' | 'confirmed' },
): Promise<TaughtSession> {
  const id = newId();
  await owner.query(
    `insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, created_at)
     values ($1, $2, $3, $4, $5, 100, 1, $6, now())`,
    [
      id,
      region.id,
      region.courses.basic,
      region.municipalities.Almere,
      plan.status ?? 'confirmed',
      plan.dates[0],
    ],
  );
  const partIds: string[] = [];
  for (const [index, date] of plan.dates.entries()) {
    const partId = newId();
    partIds.push(partId);
    const [startsAt, endsAt] = [instantOf(date, '09:30'), instantOf(date, '12:30')];
    await owner.query(
      `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at, venue_id)
       values ($1, $2, $3, $4, '09:30', '12:30', 'Europe/Amsterdam', $5, $6, $7)`,
      [partId, id, index + 1, date, startsAt, endsAt, region.venueId],
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
    "insert into trainer (id, region_id, name, email, provider) values ($1, $2, 'Bo Trainervoorbeeld', $3, 'ROR')",
    [id, region.id, `trainer-${id}@example.nl`],
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
