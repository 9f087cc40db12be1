import { systemActor, type Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';

/** What a link in a mail lets its reader decide. */
export interface OpenDecision {
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly status: EnrolmentStatus;
  readonly professionalName: string;
  readonly offerExpiresAt: Date | null;
  /** For whom the link was made: the professional, or a contact of the own municipality. */
  readonly actor: Actor;
}

interface Row extends Omit<OpenDecision, 'actor'> {
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly accountId: string | null;
  readonly role: 'coordinator' | 'contact' | null;
  readonly contactName: string | null;
}

/** The decision behind an unused link; null when there is none. Nobody is signed in, so the system looks. */
export async function openDecision(tx: Tx, tokenHash: string): Promise<OpenDecision | null> {
  const [row] = await tx.query<Row[]>(
    `select e.id "enrolmentId", e.session_id "sessionId", e.status, e.offer_expires_at "offerExpiresAt",
       e.region_id "regionId", e.municipality_id "municipalityId", p.id "professionalId", p.name "professionalName",
       l.account_id "accountId", a.role, a.name "contactName"
     from decision_link l join enrolment e on e.id = l.enrolment_id join professional p on p.id = e.professional_id
     left join account a on a.id = l.account_id
     where l.token_hash = $1 and l.used_at is null and (a.id is null or a.closed_at is null)`,
    [tokenHash],
  );
  if (!row) return null;
  const { regionId, municipalityId, professionalId, accountId, role, contactName, ...decision } = row;
  const actor: Actor = {
    ...systemActor,
    ...{ regionId, municipalityId, accountId, role: role ?? 'professional' },
    professionalId: role ? null : professionalId,
    name: contactName ?? decision.professionalName,
  };
  return { ...decision, actor };
}

/** Someone who can approve requests of a municipality. */
export interface Approver {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'nl' | 'en';
}

/** The contacts of a municipality; where it has none, the region's coordinators. */
export function approversOf(tx: Tx, regionId: string, municipalityId: string): Promise<Approver[]> {
  return tx.query<Approver[]>(
    `select id "accountId", name, email, locale from account
     where region_id = $1 and closed_at is null and role = any(case when exists (
         select from account c where c.role = 'contact' and c.municipality_id = $2 and c.closed_at is null)
       then array['contact'] else array['coordinator'] end)
       and (role = 'coordinator' or municipality_id = $2) order by email`,
    [regionId, municipalityId],
  );
}
