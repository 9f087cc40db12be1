import type { TestDatabase } from './database.js';
import { createProfessional, createSession, type MunicipalityName, type TestRegion } from './region.js';

const TOWNS: readonly MunicipalityName[] = ['Almere', 'Dronten', 'Lelystad', 'Urk'];

/** So many people of several municipalities, each trained once, on days that lie apart. */
export async function trainPeople(database: TestDatabase, region: TestRegion, count: number): Promise<void> {
  const { owner } = database;
  const sessionId = await createSession(database, region, { date: '2026-01-10' });
  const likes: string[] = [];
  for (const town of TOWNS) likes.push((await createProfessional(database, region, town)).id);
  await owner.query(
    `insert into professional (id, region_id, municipality_id, organisation_id, function_id, name, email)
     select md5($1::text || n)::uuid, p.region_id, p.municipality_id, p.organisation_id, p.function_id, 'Persoon Voorbeeld ' || n,
       'persoon-' || n || '@example.nl'
     from generate_series(0, $3::int - 1) n join professional p on p.id = ($2::uuid[])[1 + n % cardinality($2::uuid[])]`,
    [region.id, likes, count],
  );
  await owner.query(
    `with seated as (
       insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
       select gen_random_uuid(), region_id, $1, id, municipality_id, 'confirmed', now(), now()
       from professional where email like 'persoon-%' returning id, professional_id, region_id, municipality_id)
     insert into certificate (id, region_id, municipality_id, professional_id, enrolment_id, course_id, number,
       professional_name, course_title, level, municipality_name, region_name, dates, locale, issued_at, issued_on, document, sha256)
     select gen_random_uuid(), region_id, municipality_id, professional_id, id, $2, 'TEST-' || id, 'x', 'Basistraining', 'basic',
       'x', 'x', array[date '2026-01-10'], 'nl', now(), date '2025-01-01' + (row_number() over (order by id) % 300)::int, '{}',
       repeat('0', 64)
     from seated`,
    [sessionId, region.courses.basic],
  );
}
