import { Inject, Injectable } from '@nestjs/common';
import type { Mark } from '../attendance/attendance.rules.js';
import type { EntitlementPolicy } from '../attendance/entitlement.rules.js';
import type { EntryLevel } from '../courses/course-level.rules.js';
import { Database } from '../platform/database/database.js';
import { systemActor } from '../shared/actor.js';
import type { Validity } from './renewal.rules.js';
import { GIVEN, type ReplaceableRow } from './certificates.queries.js';

/** A certificate of someone who had a seat on a closed follow-up day, with a mark per part of that day. */
export interface RenewableRow extends ReplaceableRow {
  /** On the follow-up day. */
  readonly seatId: string;
  /** The local date of the last part of the follow-up day. */
  readonly lastDate: string;
  readonly entryLevel: EntryLevel | null;
  /** As long as its course gives; for one from elsewhere that is of a level only, as long as it was given for. */
  readonly validity: Validity | null;
  readonly requiredPercentage: number;
  readonly mandatoryParts: number[];
  readonly marks: (Mark | null)[];
}

/** A certificate that counts by a renewal, and the one that counts again when that is undone. */
export interface UndoableRow extends Omit<EntitlementPolicy, 'requiresFollowUp'> {
  readonly id: string;
  readonly number: string;
  readonly validUntil: string | null;
  readonly regionId: string;
  readonly earlierId: string;
  readonly earlierNumber: string;
  readonly earlierValidUntil: string | null;
  /** Of the follow-up day. */
  readonly marks: (Mark | null)[];
}

@Injectable()
export class RenewalQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Renewing is the platform's own work; nothing when the session is no follow-up day. */
  ofSession(sessionId: string): Promise<RenewableRow[]> {
    return this.renewable('s.id = $1', sessionId);
  }

  ofSeat(enrolmentId: string): Promise<RenewableRow[]> {
    return this.renewable('e.id = $1', enrolmentId);
  }

  /** What the seat on a follow-up day renewed and still counts; a change of name may have come in between. */
  undoable(enrolmentId: string): Promise<UndoableRow[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<UndoableRow[]>(
        `with recursive chain (renewed_id, id, replaces_id, renewed_by) as (
           select id, id, replaces_id, renewed_by from certificate where renewed_by = $1 and revoked_at is null
           union all
           select chain.renewed_id, p.id, p.replaces_id, p.renewed_by
           from chain join certificate p on p.id = chain.replaces_id where chain.renewed_by = $1)
         select c.id, c.number, c.valid_until::text "validUntil", c.region_id "regionId", a.id "earlierId",
           a.number "earlierNumber", a.valid_until::text "earlierValidUntil",
           s.required_attendance_percentage "requiredPercentage", s.mandatory_parts "mandatoryParts",
           array(select am.mark from session_part sp
             left join attendance_mark am on am.part_id = sp.id and am.enrolment_id = e.id
             where sp.session_id = s.id order by sp.ordinal) marks
         from chain join certificate c on c.id = chain.renewed_id join certificate a on a.id = chain.id
         join enrolment e on e.id = $1 join session s on s.id = e.session_id and s.status = 'closed'
         where chain.renewed_by is distinct from $1`,
        [enrolmentId],
      ),
    );
  }

  private renewable(where: string, id: string): Promise<RenewableRow[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<RenewableRow[]>(
        `select ${GIVEN}, e.id "seatId", d.entry_level "entryLevel", s.required_attendance_percentage "requiredPercentage",
           s.mandatory_parts "mandatoryParts",
           case when c.course_id is null then json_build_object('days', c.valid_until - coalesce(c.renewed_on, c.issued_on))
             when o.validity_months is not null then json_build_object('months', o.validity_months) end validity,
           (select max(sp.local_date)::text from session_part sp where sp.session_id = s.id) "lastDate",
           array(select am.mark from session_part sp
             left join attendance_mark am on am.part_id = sp.id and am.enrolment_id = e.id
             where sp.session_id = s.id order by sp.ordinal) marks
         from session s
         join course d on d.id = s.course_id and d.level = 'follow-up'
         join enrolment e on e.session_id = s.id and e.status = 'confirmed'
         join professional p on p.id = e.professional_id
         join certificate c on c.professional_id = p.id and c.revoked_at is null and c.valid_until is not null
         left join course o on o.id = c.course_id
         where ${where} and s.status = 'closed'
         order by c.id`,
        [id],
      ),
    );
  }
}
