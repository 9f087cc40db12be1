import { randomUUID } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { instantOf } from '../../src/shared/local-date.js';
import type { Role } from '../../src/shared/actor.js';
import type { TestDatabase } from './database.js';

const MUNICIPALITIES = {
  Almere: 'GM0034',
  Dronten: 'GM0303',
  Lelystad: 'GM0995',
  Noordoostpolder: 'GM0171',
  Urk: 'GM0184',
  Zeewolde: 'GM0050',
} as const;
export type MunicipalityName = keyof typeof MUNICIPALITIES;

/** A region in the database, put there directly: tests of imports use the import instead. */
export interface TestRegion {
  readonly id: string;
  readonly municipalities: Readonly<Record<MunicipalityName, string>>;
  readonly functionId: string;
  readonly providerId: string;
  readonly venueId: string;
  readonly roomId: string;
  readonly trainerId: string;
  readonly courses: { readonly basic: string; readonly advanced: string; readonly followUp: string };
}

export interface TestProfessional {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly accountId: string;
}

export async function createRegion(database: TestDatabase, name = 'Flevoland'): Promise<TestRegion> {
  const { owner } = database;
  const id = newId();
  await owner.query('insert into region (id, name) values ($1, $2)', [id, name]);
  const { rows } = await owner.query<{ others: number }>('select count(*)::int - 1 others from region');
  const { others } = rows[0]!;
  const municipalities = {} as Record<MunicipalityName, string>;
  for (const [index, [town, code]] of Object.entries(MUNICIPALITIES).entries()) {
    const municipalityId = newId();
    municipalities[town as MunicipalityName] = municipalityId;
    const cbsCode = others === 0 ? code : `GM${9000 + 10 * others + index}`;
    await owner.query('insert into municipality (id, region_id, cbs_code, name) values ($1, $2, $3, $4)', [
      municipalityId,
      id,
      cbsCode,
      town,
    ]);
  }
  await owner.query('update region set lead_municipality_id = $2 where id = $1', [id, municipalities.Almere]);
  const functionId = newId();
  await owner.query(
    "insert into professional_function (id, region_id, code, name_nl, name_en) values ($1, $2, 'jongerenwerker', 'jongerenwerker', 'youth worker')",
    [functionId, id],
  );
  const venueId = newId();
  await owner.query(
    "insert into venue (id, region_id, municipality_id, name, address) values ($1, $2, $3, 'Voorbeeldzaal', 'Voorbeeldplein 1')",
    [venueId, id, municipalities.Almere],
  );
  const roomId = await createRoom(database, { id, venueId }, 'Voorbeeldzaal');
  const providerId = newId();
  await owner.query(
    "insert into provider (id, region_id, name, crkbo, source) values ($1, $2, 'ROR', true, 'test')",
    [providerId, id],
  );
  const trainerId = newId();
  await owner.query(
    "insert into trainer (id, region_id, name, email, provider_id) values ($1, $2, 'Tess Trainervoorbeeld', $3, $4)",
    [trainerId, id, `trainer-${trainerId}@example.nl`, providerId],
  );
  const course = async (code: string, title: string, level: string, dayParts: number) => {
    const courseId = newId();
    await owner.query(
      `insert into course (id, region_id, code, title, level, day_parts, min_participants, max_participants, validity_months, provider_id, source)
       values ($1, $2, $3, $4, $5, $6, 1, 20, 24, $7, 'test')`,
      [courseId, id, code, title, level, dayParts, providerId],
    );
    await owner.query(
      "insert into course_price (course_id, region_id, price_cents, is_demo, source) values ($1, $2, 250000, true, 'test')",
      [courseId, id],
    );
    return courseId;
  };
  const courses = {
    basic: await course('basis', 'Basistraining', 'basic', 2),
    advanced: await course('verdieping', 'Verdiepingstraining', 'advanced', 4),
    followUp: await course('terugkomdag', 'Terugkomdag', 'follow-up', 1),
  };
  return { id, municipalities, functionId, providerId, venueId, roomId, trainerId, courses };
}

/** One more room of the region's venue. */
export async function createRoom(
  { owner }: TestDatabase,
  { id: regionId, venueId }: Pick<TestRegion, 'id' | 'venueId'>,
  name: string,
  capacity = 40,
): Promise<string> {
  const id = newId();
  await owner.query(
    "insert into room (id, region_id, venue_id, name, capacity, accessibility) values ($1, $2, $3, $4, $5, 'Drempelvrij')",
    [id, regionId, venueId, name, capacity],
  );
  return id;
}

export async function createAccount(
  database: TestDatabase,
  region: TestRegion,
  role: Role,
  more: {
    municipalityId?: string;
    professionalId?: string;
    trainerId?: string;
    name?: string;
    email?: string;
  } = {},
): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = more.email ?? `${role}-${id}@example.nl`;
  await database.owner.query(
    'insert into account (id, region_id, role, name, email, municipality_id, professional_id, trainer_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      id,
      region.id,
      role,
      more.name ?? `Voorbeeld ${role}`,
      email,
      more.municipalityId ?? null,
      more.professionalId ?? null,
      more.trainerId ?? null,
    ],
  );
  return { id, email };
}

export async function createProfessional(
  database: TestDatabase,
  region: TestRegion,
  town: MunicipalityName,
  name = 'Noor Voorbeeld',
): Promise<TestProfessional> {
  const id = newId();
  const email = `prof-${id}@example.nl`;
  const municipalityId = region.municipalities[town];
  const organisation = await database.owner.query<{ id: string }>(
    `insert into organisation (id, region_id, municipality_id, name, contact_name, contact_email, review_on)
     values ($1, $2, $3, $4, 'Contact Voorbeeld', 'contact@example.nl', '2027-01-01')
     on conflict (municipality_id, name) do update set review_on = excluded.review_on returning id`,
    [newId(), region.id, municipalityId, `Jongerenwerk ${town}`],
  );
  await database.owner.query(
    'insert into professional (id, region_id, municipality_id, organisation_id, function_id, name, email) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, region.id, municipalityId, organisation.rows[0]!.id, region.functionId, name, email],
  );
  const account = await createAccount(database, region, 'professional', {
    municipalityId,
    professionalId: id,
    name,
    email,
  });
  return { id, name, email, accountId: account.id };
}

export interface TestSession {
  readonly courseId?: string;
  readonly capacity?: number;
  readonly status?: 'draft' | 'open' | 'confirmed';
  readonly date?: string;
  readonly payer?: MunicipalityName;
  readonly quotas?: Partial<Record<MunicipalityName, number>>;
  readonly releaseOn?: string;
  readonly decideOn?: string;
}

/** A session of the basic course with one part in a room of its own, put into the database directly. */
export async function createSession(
  database: TestDatabase,
  region: TestRegion,
  plan: TestSession = {},
): Promise<string> {
  const id = newId();
  const date = plan.date ?? '2026-11-12';
  await database.owner.query(
    `insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, decide_on, created_at)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8, now())`,
    [
      id,
      region.id,
      plan.courseId ?? region.courses.basic,
      region.municipalities[plan.payer ?? 'Almere'],
      plan.status ?? 'open',
      plan.capacity ?? 12,
      plan.releaseOn ?? date,
      plan.decideOn ?? date,
    ],
  );
  await database.owner.query(
    `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at, room_id)
     values ($1, $2, 1, $3, '09:30', '17:00', 'Europe/Amsterdam', $4, $5, $6)`,
    [
      randomUUID(),
      id,
      date,
      instantOf(date, '09:30'),
      instantOf(date, '17:00'),
      await createRoom(database, region, `Zaal ${id}`, Math.max(40, plan.capacity ?? 12)),
    ],
  );
  await database.owner.query(
    'insert into session_price (session_id, region_id, price_cents, is_demo) values ($1, $2, 250000, true)',
    [id, region.id],
  );
  for (const [town, seats] of Object.entries(plan.quotas ?? {}))
    await database.owner.query(
      'insert into seat_quota (session_id, municipality_id, seats) values ($1, $2, $3)',
      [id, region.municipalities[town as MunicipalityName], seats],
    );
  return id;
}
