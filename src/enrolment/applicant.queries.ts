import type { Tx } from '../platform/database/database.js';
import { BUSY_ELSEWHERE } from './double-booking.queries.js';
import type { Busy, Elsewhere } from './double-booking.rules.js';

/** Someone for whom a place in a session is asked, or who waits for one. */
export interface Applicant {
  readonly id: string;
  readonly regionId: string;
  readonly municipalityId: string;
}

/** What a session's course asks of those who want a place, who they are, and who of them is busy at that time. */
export interface Admission {
  readonly approval: 'none' | 'contact';
  readonly applicants: ReadonlyMap<string, Applicant>;
  readonly busy: Busy;
}

type Row = Applicant & Pick<Admission, 'approval'> & { readonly elsewhere: Elsewhere | null };

/** All that a turn has to know of these people, in one statement; the system's transaction sees all. */
export async function admission(
  tx: Tx,
  session: { readonly id: string; readonly courseId: string },
  professionalIds: readonly string[],
): Promise<Admission> {
  if (professionalIds.length === 0) return { approval: 'none', applicants: new Map(), busy: new Map() };
  const rows = await tx.query<Row[]>(
    `select p.id, p.region_id "regionId", p.municipality_id "municipalityId", c.approval, to_json(b) elsewhere
     from professional p join course c on c.id = $3 left join (${BUSY_ELSEWHERE}) b on b."professionalId" = p.id
     where p.id = any($2)`,
    [session.id, professionalIds, session.courseId],
  );
  return {
    approval: rows[0]?.approval ?? 'none',
    applicants: new Map(rows.map((row) => [row.id, row])),
    busy: new Map(rows.flatMap(({ id, elsewhere }) => (elsewhere ? [[id, elsewhere] as const] : []))),
  };
}
