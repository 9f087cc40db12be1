import { evaluationFormOf } from '../courses/evaluation-form.queries.js';
import { localeOfProfessional } from '../access/account-locale.queries.js';
import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { Database } from '../platform/database/database.js';
import type { Mark } from '../attendance/attendance.rules.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { CertificateWords } from './certificate-pdf.js';
import type { Given } from './drawn-certificate.js';
import type { CertificateStatus } from './certificate.rules.js';

/** Someone who had a seat in a closed session, with a mark per part and what it asks for a certificate. */
export interface ConcernedRow {
  readonly enrolmentId: string;
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly courseId: string;
  readonly professionalName: string;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly municipalityName: string;
  readonly regionName: string;
  readonly dates: string[];
  readonly locale: Locale;
  readonly validityMonths: number | null;
  readonly requiredPercentage: number;
  readonly mandatoryParts: number[];
  readonly requiresFollowUp: boolean;
  readonly marks: (Mark | null)[];
  readonly newest: GivenRow | null;
  /** Whether it waits for a follow-up day. */
  readonly isWaiting: boolean;
}

/** The certificate of a seat that counts, else the one that was taken back last. */
interface GivenRow {
  readonly number: string;
  readonly isRevoked: boolean;
  readonly revocationReason: string | null;
}

/** A certificate and the name that its owner has now. */
export type ReplaceableRow = Omit<Given, 'replacesId'> & {
  readonly earlierId: string;
  readonly nameNow: string;
  readonly revokedAt: Date | null;
};

/** A certificate in a list and on the check page. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly professionalName: string;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly municipalityName: string;
  readonly regionName: string;
  readonly dates: string[];
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly revokedAt: Date | null;
  readonly revocationReason: string | null;
  /** Who tells that it was given elsewhere, and the number that it has there. */
  readonly source: string | null;
  readonly earlierNumber: string | null;
}

/** A certificate with its words and to whom it belongs. */
export interface FullCertificateRow extends CertificateRow {
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly email: string;
  readonly sessionId: string | null;
  readonly locale: Locale;
  readonly issuedAt: Date;
  /** Where to say what one thought of the course; null for nowhere. */
  readonly evaluationUrl: string | null;
  readonly document: CertificateWords | null;
}

export interface CertificateFilter {
  readonly q: string | null;
  readonly status: CertificateStatus | null;
  /** Only those of this session. */
  readonly session: string | null;
  /** The local date that decides about the status. */
  readonly today: string;
}

const ROW = `c.id, c.number, c.professional_name "professionalName", c.course_title "courseTitle", c.level,
  c.municipality_name "municipalityName", c.region_name "regionName", c.dates::text[] dates,
  c.issued_on::text "issuedOn", c.valid_until::text "validUntil", c.revoked_at "revokedAt", c.revocation_reason "revocationReason",
  c.source, c.earlier_number "earlierNumber"`;
/** What a certificate that comes in its place has of a certificate c of a professional p. */
export const GIVEN = `c.id "earlierId", p.name "nameNow", c.region_id "regionId", c.municipality_id "municipalityId",
  c.professional_id "professionalId", c.enrolment_id "enrolmentId", c.course_id "courseId",
  c.professional_name "professionalName", c.course_title "courseTitle", c.level, c.municipality_name "municipalityName",
  c.region_name "regionName", c.dates::text[] dates, c.locale, c.issued_on::text "issuedOn",
  c.valid_until::text "validUntil", c.revoked_at "revokedAt", c.renewed_on::text "renewedOn", c.renewed_by "renewedBy"`;
/** The certificate of seat `e` that counts, else the one that was taken back last. */
const NEWEST = `(select json_build_object('number', k.number, 'isRevoked', k.revoked_at is not null,
    'revocationReason', k.revocation_reason)
  from certificate k where k.enrolment_id = e.id order by k.revoked_at desc nulls first limit 1)`;
/** Whether whose seat `e` is has a seat on such a follow-up day `f`. */
const completedBy = (which: string) => `e.professional_id in (
  select seat.professional_id from enrolment seat join session f on f.id = seat.session_id
  join course d on d.id = f.course_id and d.level = 'follow-up' where ${which} and seat.status = 'confirmed')`;
const FULL = `select ${ROW}, c.region_id "regionId", c.municipality_id "municipalityId", c.professional_id "professionalId",
  c.locale, c.issued_at "issuedAt", c.document, p.email,
  (select ${evaluationFormOf('o')} from course o where o.id = c.course_id) "evaluationUrl",
  (select e.session_id from enrolment e where e.id = c.enrolment_id) "sessionId" from certificate c join professional p on p.id = c.professional_id`;
const STATUS = `case when c.revoked_at is not null then 'revoked' when c.valid_until < $2 then 'expired' else 'valid' end`;
/** Of the parameters $1 to $4: words, the local date of today, status and session. */
export const MATCHES = `($1::text is null
    or position(lower($1) in lower(c.professional_name || ' ' || c.course_title || ' ' || c.municipality_name || ' ' || c.number || ' ' || coalesce(c.earlier_number, ''))) > 0)
  and ($3::text is null or $3 = ${STATUS})
  and ($4::uuid is null or exists (select from enrolment e where e.id = c.enrolment_id and e.session_id = $4))`;

@Injectable()
export class CertificatesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * Of everyone in a session, and, when it is a follow-up day, of what they followed that asks for one. Issuing is the
   * platform's own work.
   */
  concernedBySession(sessionId: string): Promise<ConcernedRow[]> {
    return this.seated(`s.id = $1 or (s.requires_follow_up and ${completedBy('f.id = $1')})`, sessionId);
  }

  /** The same of one seat. */
  concernedBySeat(enrolmentId: string): Promise<ConcernedRow[]> {
    return this.seated(`e.id = $1 or (s.requires_follow_up and ${completedBy('seat.id = $1')})`, enrolmentId);
  }

  /** A certificate with the name that its owner has now; null when it is not there. */
  async forReplacement(
    actor: Actor,
    number: string,
  ): Promise<(ReplaceableRow & { readonly source: string | null }) | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(ReplaceableRow & { readonly source: string | null })[]>(
        `select ${GIVEN}, c.source from certificate c join professional p on p.id = c.professional_id where c.number = $1`,
        [number],
      ),
    );
    return rows[0] ?? null;
  }

  private seated(where: string, id: string): Promise<ConcernedRow[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<ConcernedRow[]>(
        `select e.id "enrolmentId", e.region_id "regionId", e.municipality_id "municipalityId",
           e.professional_id "professionalId", s.course_id "courseId", p.name "professionalName", c.title "courseTitle",
           c.level, m.name "municipalityName", r.name "regionName", c.validity_months "validityMonths",
           s.required_attendance_percentage "requiredPercentage", s.mandatory_parts "mandatoryParts",
           s.requires_follow_up "requiresFollowUp", ${NEWEST} newest,
           exists (select from certificate_wait w where w.enrolment_id = e.id) "isWaiting",
           ${localeOfProfessional('p.id')} locale,
           array(select sp.local_date::text from session_part sp where sp.session_id = s.id order by sp.ordinal) dates,
           array(select am.mark from session_part sp
             left join attendance_mark am on am.part_id = sp.id and am.enrolment_id = e.id
             where sp.session_id = s.id order by sp.ordinal) marks
         from session s
         join enrolment e on e.session_id = s.id and e.status = 'confirmed'
         join professional p on p.id = e.professional_id
         join course c on c.id = s.course_id
         join municipality m on m.id = e.municipality_id
         join region r on r.id = e.region_id
         where (${where}) and s.status = 'closed'
         order by e.id`,
        [id],
      ),
    );
  }

  /** The certificates that the actor may see, the newest first. */
  async list(
    actor: Actor,
    { q, status, today, session }: CertificateFilter,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: CertificateRow[] }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        `select count(*)::int total from certificate c where ${MATCHES}`,
        [q, today, status, session],
      );
      const rows = await tx.query<CertificateRow[]>(
        `select ${ROW} from certificate c where ${MATCHES}
         order by c.issued_on desc, c.professional_name, c.id limit $5 offset $6`,
        [q, today, status, session, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }

  async byNumber(actor: Actor, number: string): Promise<FullCertificateRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<FullCertificateRow[]>(`${FULL} where c.number = $1`, [number]),
    );
    return rows[0] ?? null;
  }

  async byId(actor: Actor, id: string): Promise<FullCertificateRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<FullCertificateRow[]>(`${FULL} where c.id = $1`, [id]),
    );
    return rows[0] ?? null;
  }

  /**
   * For a visitor who checks a paper. Nobody is signed in there, so the platform looks; whoever has the number
   * holds the certificate, because it cannot be guessed.
   */
  async forCheck(number: string): Promise<CertificateRow | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<CertificateRow[]>(`select ${ROW} from certificate c where c.number = $1`, [number]),
    );
    return rows[0] ?? null;
  }
}
