import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import type { EntitlementPolicy } from './entitlement.rules.js';
import type { Marked, RosterState } from './attendance.rules.js';

export interface RosterPart {
  readonly id: string;
  readonly ordinal: number;
  readonly localDate: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Someone with a seat, and the marks by part id. */
export interface RosterPerson {
  readonly enrolmentId: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly remark: string | null;
  /** Whether the certificate waits for a follow-up day. */
  readonly isWaiting: boolean;
  readonly marks: Readonly<Record<string, Marked>>;
}

export interface AttendanceRoster extends RosterState {
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly status: SessionStatus;
  /** As the course asks it now; of a closed session as it was asked then. */
  readonly policy: EntitlementPolicy;
  readonly parts: readonly RosterPart[];
  readonly people: readonly RosterPerson[];
}

/** A session as it is marked, without its people. */
export type PlannedSession = Omit<AttendanceRoster, 'people'>;

export interface NotedPerson {
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly name: string;
  readonly remark: string | null;
}

/** Someone who was there after all, in the part of this ordinal. */
export interface LateNews {
  readonly enrolmentId: string;
  readonly name: string;
  readonly ordinal: number;
}

/** A mark as the API tells it. */
export interface MarkRow extends Marked {
  readonly enrolmentId: string;
  readonly partId: string;
  readonly markedAt: Date;
}

const SESSION = `select s.id "sessionId", s.status, c.title "courseTitle", json_build_object(
    'requiredPercentage', coalesce(s.required_attendance_percentage, c.required_attendance_percentage),
    'mandatoryParts', coalesce(s.mandatory_parts, c.mandatory_parts),
    'requiresFollowUp', coalesce(s.requires_follow_up, c.requires_follow_up)) policy
  from session s join course c on c.id = s.course_id`;
const PARTS = `select id, ordinal, local_date::text "localDate", start_time::text "startTime", end_time::text "endTime",
  starts_at "startsAt", ends_at "endsAt" from session_part where session_id = $1 order by ordinal`;
const PEOPLE = `select e.id "enrolmentId", p.name, o.name organisation, o.id "organisationId",
    (select r.text from attendance_remark r where r.enrolment_id = e.id) remark,
    exists (select from certificate_wait w where w.enrolment_id = e.id) "isWaiting",
    coalesce((select jsonb_object_agg(m.part_id, jsonb_build_object('mark', m.mark, 'minutes', m.minutes)) from attendance_mark m where m.enrolment_id = e.id), '{}') marks
  from enrolment e join professional p on p.id = e.professional_id join organisation o on o.id = p.organisation_id
  where e.session_id = $1 and e.status = 'confirmed' order by p.name, e.id`;

@Injectable()
export class AttendanceQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * The roster for whoever may mark it.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async roster(actor: Actor, sessionId: string): Promise<AttendanceRoster> {
    const found = await this.findRoster(actor, sessionId);
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** The same; null for who may not mark it. */
  findRoster(actor: Actor, sessionId: string): Promise<AttendanceRoster | null> {
    return this.db.read(actor, async (tx) =>
      (await this.mayMark(tx, actor, sessionId)) ? this.load(tx, sessionId) : null,
    );
  }

  /**
   * The same without its people.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async planned(actor: Actor, sessionId: string): Promise<PlannedSession> {
    const found = await this.db.read(actor, async (tx) =>
      (await this.mayMark(tx, actor, sessionId)) ? this.loadPlan(tx, sessionId) : null,
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /**
   * The roster that this enrolment stands on.
   * @throws DomainError 'not-found'
   */
  async rosterOf(actor: Actor, enrolmentId: string): Promise<AttendanceRoster> {
    const [enrolment] = await this.db.read(actor, (tx) =>
      tx.query<{ sessionId: string }[]>('select session_id "sessionId" from enrolment where id = $1', [
        enrolmentId,
      ]),
    );
    if (!enrolment) throw new DomainError('not-found');
    return this.roster(actor, enrolment.sessionId);
  }

  /**
   * What a session is called, for who may mark it.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async titleOf(actor: Actor, sessionId: string): Promise<string> {
    const [found] = await this.db.read(actor, async (tx) =>
      (await this.mayMark(tx, actor, sessionId))
        ? tx.query<{ courseTitle: string }[]>(`${SESSION} where s.id = $1`, [sessionId])
        : [],
    );
    if (!found) throw new DomainError('not-found');
    return found.courseTitle;
  }

  /**
   * One person of a roster, with what is noted of them.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async noted(actor: Actor, enrolmentId: string): Promise<NotedPerson> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<NotedPerson[]>(
        `select e.id "enrolmentId", e.session_id "sessionId", c.title "courseTitle", p.name,
           (select r.text from attendance_remark r where r.enrolment_id = e.id) remark
         from enrolment e join professional p on p.id = e.professional_id
         join session s on s.id = e.session_id join course c on c.id = s.course_id
         where e.id = $1 and e.status = 'confirmed'`,
        [enrolmentId],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** The roster inside the caller's transaction, as the caller's actor sees it. */
  async load(tx: Tx, sessionId: string): Promise<AttendanceRoster> {
    const plan = await this.loadPlan(tx, sessionId);
    return { ...plan, people: await tx.query<RosterPerson[]>(PEOPLE, [sessionId]) };
  }

  private async loadPlan(tx: Tx, sessionId: string): Promise<PlannedSession> {
    const [session] = await tx.query<Omit<PlannedSession, 'parts'>[]>(`${SESSION} where s.id = $1`, [
      sessionId,
    ]);
    return { ...session!, parts: await tx.query<RosterPart[]>(PARTS, [sessionId]) };
  }

  /** The marks of a session, part by part, with how many there are. */
  async marks(
    actor: Actor,
    sessionId: string,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: MarkRow[] }> {
    return this.db.read(actor, async (tx) => {
      if (!(await this.mayMark(tx, actor, sessionId))) throw new DomainError('not-found');
      const from = `from attendance_mark m join session_part p on p.id = m.part_id where p.session_id = $1`;
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total ${from}`, [
        sessionId,
      ]);
      const rows = await tx.query<MarkRow[]>(
        `select m.enrolment_id "enrolmentId", m.part_id "partId", m.mark, m.minutes, m.marked_at "markedAt" ${from}
         order by p.ordinal, m.enrolment_id limit $2 offset $3`,
        [sessionId, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }

  /** Which of these people and parts had checked in as far as was known then: 'enrolment part'. */
  async checkInsKnown(tx: Tx, partIds: readonly string[], seenAt: Date): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ place: string }[]>(
      `select distinct enrolment_id || ' ' || part_id place from attendance_observation
       where kind = 'check-in' and part_id = any($1) and received_at <= $2`,
      [partIds, seenAt],
    );
    return new Set(rows.map(({ place }) => place));
  }

  /** Who checked in by a device that told only after closing, and is not marked as having been there. */
  toldAfterClosing(actor: Actor, sessionId: string): Promise<LateNews[]> {
    return this.db.read(actor, (tx) =>
      tx.query<LateNews[]>(
        `select distinct e.id "enrolmentId", p.name, sp.ordinal
         from attendance_observation o
         join session_part sp on sp.id = o.part_id
         join enrolment e on e.id = o.enrolment_id
         join professional p on p.id = e.professional_id
         left join attendance_mark m on m.enrolment_id = o.enrolment_id and m.part_id = o.part_id
         where sp.session_id = $1 and o.kind = 'check-in' and coalesce(m.mark, 'absent') in ('absent', 'excused')
           and not exists (select from attendance_observation c where c.enrolment_id = o.enrolment_id
             and c.part_id = o.part_id and (c.withdraws = o.id or (c.kind = 'choice' and c.turn > o.turn)))
         order by p.name, sp.ordinal`,
        [sessionId],
      ),
    );
  }

  private async mayMark(tx: Tx, actor: Actor, sessionId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `select from session s where s.id = $1 and ($2 = 'coordinator' or ($2 = 'trainer' and session_trained_by(s.id, $3)))`,
      [sessionId, actor.role, actor.trainerId],
    );
    return rows.length > 0;
  }
}
