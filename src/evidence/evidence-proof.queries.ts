import { Inject, Injectable } from '@nestjs/common';
import type { Mark } from '../attendance/attendance.rules.js';
import { Database } from '../platform/database/database.js';
import { systemActor } from '../shared/actor.js';
import type { KeptDocument } from './evidence.queries.js';

/** Whose proof may be read: of sessions that were paid from this grant of this region, after its asker was let in. */
export interface ProofOf {
  readonly regionId: string;
  readonly grantId: string;
}

/** How much proof there is of a session. */
export interface ProofCount {
  readonly sessionId: string;
  /** Who had a seat, and how many certificates were issued to them, of whatever kind. */
  readonly people: number;
  readonly certificates: number;
  readonly sheets: readonly KeptDocument[];
}

export interface ProvenPart {
  readonly id: string;
  readonly ordinal: number;
  readonly localDate: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** Someone on a roster, and the marks by part id: no more than an accountant needs. */
export interface ProvenPerson {
  readonly name: string;
  readonly organisation: string;
  readonly function: string;
  readonly municipality: string;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** A certificate with local dates. */
export interface ProvenCertificate {
  readonly number: string;
  readonly name: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly revokedOn: string | null;
}

export interface SessionProof {
  readonly parts: readonly ProvenPart[];
  readonly people: readonly ProvenPerson[];
  readonly certificates: readonly ProvenCertificate[];
}

/**
 * The proof that sessions were given, with names. Finance sees no participants: this is read as the system, and each
 * statement by itself goes no further than sessions paid from one grant of one region.
 */
@Injectable()
export class EvidenceProofQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** How much there is of each of these sessions. */
  count({ regionId, grantId }: ProofOf, sessionIds: readonly string[]): Promise<ProofCount[]> {
    return this.db.read(systemActor, (tx) => tx.query<ProofCount[]>(COUNT, [sessionIds, regionId, grantId]));
  }

  /** The roster and the certificates of one of them. */
  ofSession({ regionId, grantId }: ProofOf, sessionId: string): Promise<SessionProof> {
    const values = [sessionId, regionId, grantId];
    return this.db.read(systemActor, async (tx) => ({
      parts: await tx.query<ProvenPart[]>(PARTS, values),
      people: await tx.query<ProvenPerson[]>(PEOPLE, values),
      certificates: await tx.query<ProvenCertificate[]>(CERTIFICATES, values),
    }));
  }

  /** The bytes of a signed sheet. */
  async sheet({ regionId, grantId }: ProofOf, id: string): Promise<Buffer> {
    const [found] = await this.db.read(systemActor, (tx) =>
      tx.query<{ content: Buffer }[]>(
        `select h.content from signed_sheet h join session s on s.id = h.session_id where h.id = $1 and ${PAID}`,
        [id, regionId, grantId],
      ),
    );
    return found!.content;
  }
}

/** Whether session `s` is of region $2 and was paid from grant $3. */
const PAID = `s.region_id = $2 and exists (select from ledger_entry e join grant_line l on l.id = e.grant_line_id
  where e.session_id = s.id and e.region_id = $2 and l.grant_id = $3)`;

const COUNT = `select s.id "sessionId",
    (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'confirmed') people,
    (select count(*)::int from certificate c join enrolment e on e.id = c.enrolment_id where e.session_id = s.id) certificates,
    coalesce((select json_agg(json_build_object('id', h.id, 'size', octet_length(h.content), 'sha256', h.sha256, 'type', h.media_type,
      'keptOn', (h.uploaded_at at time zone 'Europe/Amsterdam')::date::text) order by h.id)
      from signed_sheet h where h.session_id = s.id), '[]') sheets
  from session s where s.id = any($1::uuid[]) and ${PAID}`;

const PARTS = `select p.id, p.ordinal, p.local_date::text "localDate", p.start_time::text "startTime", p.end_time::text "endTime"
  from session_part p join session s on s.id = p.session_id where s.id = $1 and ${PAID} order by p.ordinal`;

const PEOPLE = `select p.name, o.name organisation, f.name_nl "function", m.name municipality,
    coalesce((select jsonb_object_agg(a.part_id, a.mark) from attendance_mark a where a.enrolment_id = n.id), '{}') marks
  from enrolment n join session s on s.id = n.session_id join professional p on p.id = n.professional_id
  join organisation o on o.id = p.organisation_id join professional_function f on f.id = p.function_id
  join municipality m on m.id = n.municipality_id
  where s.id = $1 and n.status = 'confirmed' and ${PAID} order by p.name, n.id`;

const CERTIFICATES = `select c.number, c.professional_name "name", c.issued_on::text "issuedOn", c.valid_until::text "validUntil",
    (c.revoked_at at time zone 'Europe/Amsterdam')::date::text "revokedOn"
  from certificate c join enrolment n on n.id = c.enrolment_id join session s on s.id = n.session_id
  where s.id = $1 and ${PAID} order by c.professional_name, c.number`;
