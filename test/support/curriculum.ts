import { newId } from '../../src/shared/ids.js';
import type { EntryLevel } from '../../src/courses/course-level.rules.js';
import type { TestDatabase } from './database.js';
import type { MunicipalityName, TestProfessional, TestRegion } from './region.js';

/** Asks a level of everyone with the region's function in these municipalities. */
export async function askLevel(
  { owner }: TestDatabase,
  region: TestRegion,
  level: EntryLevel,
  ...towns: MunicipalityName[]
): Promise<void> {
  for (const town of towns) {
    const municipality = region.municipalities[town];
    await owner.query('insert into curriculum values ($1, $2, 1) on conflict do nothing', [
      ...[municipality, region.id],
    ]);
    await owner.query(
      `insert into curriculum_requirement values ($1, $2, $3, $4, null)
       on conflict (municipality_id, function_id) do update set level = excluded.level`,
      [municipality, region.functionId, region.id, level],
    );
  }
}

/** A certificate from elsewhere, which needs no seat. */
export async function certify(
  { owner }: TestDatabase,
  professional: Pick<TestProfessional, 'id'>,
  level: string,
  { until = null, revoked = false }: { until?: string | null; revoked?: boolean } = {},
): Promise<void> {
  const id = newId();
  await owner.query(
    `insert into certificate (id, region_id, municipality_id, professional_id, number, professional_name, course_title, level,
       municipality_name, region_name, dates, locale, issued_at, issued_on, valid_until, source, revoked_at, revocation_reason)
     select $1, region_id, municipality_id, id, $2, name, 'Elders', $3, 'x', 'x', '{}', 'nl', '2024-01-01', date '2024-01-01' + $6::int,
       $4, 'lijst', case when $5 then now() end, case when $5 then 'issued-in-error' end from professional where id = $7`,
    [id, `E-${id}`, level, until, revoked, Math.floor(Math.random() * 300), professional.id],
  );
}

/** Attended a basic course whose certificate comes after a follow-up day. */
export async function waitForFollowUp(
  { owner }: TestDatabase,
  region: TestRegion,
  { id }: Pick<TestProfessional, 'id'>,
): Promise<void> {
  const enrolment = newId();
  await owner.query(
    `with run as (
       insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, decide_on, created_at)
       values ($1, $2, $3, $4, 'closed', 10, 1, '2026-01-01', '2026-01-01', now()) returning id)
     insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $5, p.region_id, run.id, p.id, p.municipality_id, 'confirmed', now(), now() from professional p, run where p.id = $6`,
    [newId(), region.id, region.courses.basic, region.municipalities.Almere, enrolment, id],
  );
  await owner.query(
    `insert into certificate_wait select $1, region_id, municipality_id, id, $2, 'basic', '2026-01-02' from professional where id = $3`,
    [enrolment, region.courses.basic, id],
  );
}
