import type { Tx } from '../platform/database/database.js';

/** Someone for whom a place in a session is asked. */
export interface Applicant {
  readonly id: string;
  readonly regionId: string;
  readonly municipalityId: string;
}

/** What a session's course asks of those who want a place. */
export interface Admission {
  readonly approval: 'none' | 'contact';
  readonly applicants: ReadonlyMap<string, Applicant>;
}

/** Who the people of a turn are and what the course asks of them, in one statement; the system's transaction sees all. */
export async function admission(
  tx: Tx,
  courseId: string,
  professionalIds: readonly string[],
): Promise<Admission> {
  if (professionalIds.length === 0) return { approval: 'none', applicants: new Map() };
  const rows = await tx.query<(Applicant & Pick<Admission, 'approval'>)[]>(
    `select p.id, p.region_id "regionId", p.municipality_id "municipalityId", c.approval
     from professional p, course c where p.id = any($1) and c.id = $2`,
    [professionalIds, courseId],
  );
  return {
    approval: rows[0]?.approval ?? 'none',
    applicants: new Map(rows.map(({ approval: _approval, ...applicant }) => [applicant.id, applicant])),
  };
}
