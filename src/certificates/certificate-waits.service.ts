import { Inject, Injectable } from '@nestjs/common';
import { entitlement, type Entitlement } from '../attendance/entitlement.rules.js';
import { FollowUpDaysQueries } from '../attendance/follow-up-days.queries.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { systemActor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { CertificateWait } from './certificate-wait.entity.js';
import type { ConcernedRow } from './certificates.queries.js';

type Seat = Pick<ConcernedRow, 'enrolmentId' | 'regionId'>;

/** Decides who is entitled to a certificate, and keeps who waits for a follow-up day. */
@Injectable()
export class CertificateWaits {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(FollowUpDaysQueries) private readonly followUpDays: FollowUpDaysQueries,
  ) {}

  /** The entitlement of each of these seats, in their order. */
  async decide(candidates: readonly ConcernedRow[]): Promise<Entitlement[]> {
    const asked = candidates.filter(({ requiresFollowUp }) => requiresFollowUp);
    const completed = await this.followUpDays.completed(asked.map(({ enrolmentId }) => enrolmentId));
    return candidates.map((each) => entitlement(each.marks, each, completed.has(each.enrolmentId)));
  }

  /** Keeps that this seat waits, once; not when its certificate was given meanwhile. */
  async begin(candidate: ConcernedRow): Promise<void> {
    const { enrolmentId, regionId, municipalityId, professionalId, courseId, level } = candidate;
    const since = localDateOf(this.clock.now());
    await this.db.transaction(systemActor, async (tx) => {
      // Who gives a certificate holds a key share of this row, and ends the wait after that.
      await tx.query('select from enrolment where id = $1 for update', [enrolmentId]);
      const added = await tx.query<object[]>(
        `insert into certificate_wait (enrolment_id, region_id, municipality_id, professional_id, course_id, level, since)
         select $1, $2, $3, $4, $5, $6, $7
         where not exists (select from certificate k where k.enrolment_id = $1 and k.revoked_at is null)
         on conflict (enrolment_id) do nothing returning enrolment_id`,
        [enrolmentId, regionId, municipalityId, professionalId, courseId, level, since],
      );
      if (added.length > 0) await this.record(tx, 'awaitFollowUp', candidate);
    });
  }

  async end(seat: Seat): Promise<void> {
    await this.db.transaction(systemActor, (tx) => this.endIn(tx, seat));
  }

  /** Ends the wait of a seat when it waits. */
  async endIn(tx: Tx, seat: Seat): Promise<void> {
    const ended = await tx.delete(CertificateWait, { enrolmentId: seat.enrolmentId });
    if (ended.affected) await this.record(tx, 'endFollowUpWait', seat);
  }

  private record(
    tx: Tx,
    action: 'awaitFollowUp' | 'endFollowUpWait',
    { regionId, enrolmentId }: Seat,
  ): Promise<void> {
    const actor = { ...systemActor, regionId };
    return this.audit.record(tx, { actor, action, subjectType: 'enrolment', subjectId: enrolmentId });
  }
}
