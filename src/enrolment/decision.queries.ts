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
  /** For whom the link was made: the professional, a contact of the own municipality, or that of the organisation, who has no account. */
  readonly actor: Actor;
}

interface Row extends Omit<OpenDecision, 'actor'> {
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly accountId: string | null;
  readonly role: 'coordinator' | 'contact' | null;
  readonly contactName: string | null;
  readonly asksOrganisation: boolean;
}

/** The decision behind an unused link; null when there is none. Nobody is signed in, so the system looks. */
export async function openDecision(tx: Tx, tokenHash: string): Promise<OpenDecision | null> {
  const [row] = await tx.query<Row[]>(
    `select e.id "enrolmentId", e.session_id "sessionId", e.status, e.offer_expires_at "offerExpiresAt",
       e.region_id "regionId", e.municipality_id "municipalityId", p.id "professionalId", p.name "professionalName",
       l.account_id "accountId", l.asks_organisation "asksOrganisation", a.role,
       case when l.asks_organisation then o.contact_name else a.name end "contactName"
     from decision_link l join enrolment e on e.id = l.enrolment_id join professional p on p.id = e.professional_id
     join organisation o on o.id = p.organisation_id
     left join account a on a.id = l.account_id
     where l.token_hash = $1 and l.used_at is null and (a.id is null or a.closed_at is null)`,
    [tokenHash],
  );
  if (!row) return null;
  const { regionId, municipalityId, professionalId, accountId, contactName, asksOrganisation, ...rest } = row;
  const { role: accountRole, ...decision } = rest;
  const role = accountRole ?? (asksOrganisation ? 'system' : 'professional');
  const actor: Actor = {
    ...systemActor,
    ...{ regionId, municipalityId, accountId, role },
    professionalId: role === 'professional' ? professionalId : null,
    name: contactName ?? decision.professionalName,
  };
  return { ...decision, actor };
}

/** Someone who is asked to approve a request. */
export interface Approver {
  /** Null for the contact of an organisation, who has none. */
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: 'nl' | 'en';
}

/**
 * Who decides about each request `e` that a condition picks: where the course says so the contact of the professional's
 * organisation, unless that is the professional; else the contacts of the municipality, and where it has none the
 * region's coordinators.
 */
export const approversWhere = (condition: string) => `
  with asked as (
    select e.id, e.region_id, e.municipality_id, o.contact_name, o.contact_email,
      c.approval = 'organisation' and lower(o.contact_email) <> lower(p.email) by_organisation
    from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id
    join professional p on p.id = e.professional_id join organisation o on o.id = p.organisation_id
    where ${condition})
  select id "enrolmentId", null "accountId", contact_name name, contact_email email, 'nl' locale from asked where by_organisation
  union all
  (select asked.id, a.id, a.name, a.email, a.locale from asked join account a on a.region_id = asked.region_id
   where not by_organisation and a.closed_at is null and a.role = any(case when exists (
       select from account c where c.role = 'contact' and c.municipality_id = asked.municipality_id and c.closed_at is null)
     then array['contact'] else array['coordinator'] end)
     and (a.role = 'coordinator' or a.municipality_id = asked.municipality_id) order by a.email)`;

/** Who decides about one request. */
export function approversOf(tx: Tx, enrolmentId: string): Promise<Approver[]> {
  return tx.query<Approver[]>(approversWhere('e.id = $1'), [enrolmentId]);
}
