import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import type { Actor } from '../shared/actor.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { isSameMark, type Marked } from './attendance.rules.js';
import {
  markFrom,
  type CheckIn,
  type Choice,
  type CorrectionReason,
  type Observation,
  type Withdrawal,
} from './observation.rules.js';

/** What was seen, of whom and in which part; `reason` only for a correction after closing. */
export type Seen = (CheckIn | Withdrawal | Omit<Choice, 'turn'>) & {
  readonly enrolmentId: string;
  readonly partId: string;
  readonly observedAt: Date;
  readonly reason?: CorrectionReason;
};

/** What a mark was and is now; null is no mark. */
export interface Outcome {
  readonly enrolmentId: string;
  readonly partId: string;
  readonly before: Marked | null;
  readonly after: Marked | null;
  readonly reason?: CorrectionReason;
}

interface ObservationRow {
  readonly id: string;
  readonly turn: number;
  readonly enrolmentId: string;
  readonly partId: string;
  readonly kind: Observation['kind'];
  readonly mark: Marked['mark'];
  readonly minutes: number | null;
  readonly knewCheckIn: boolean;
  readonly withdraws: string;
  readonly observedAt: Date;
}

const OBSERVATIONS = `
  select id, turn, enrolment_id "enrolmentId", part_id "partId", kind, mark, minutes, knew_check_in "knewCheckIn", withdraws,
    observed_at "observedAt"
  from attendance_observation where enrolment_id = any($1) and part_id = any($2)`;

/** Keeps what was seen, and the marks that follow from it. The caller holds the lock of the session. */
@Injectable()
export class MarkBook {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Adds what was seen; what is there already, by its id, is left as it was. */
  async keep(tx: Tx, actor: Actor, seen: readonly Seen[]): Promise<void> {
    await insertRows(
      tx,
      'attendance_observation',
      seen.map((each) => ({
        id: each.id,
        enrolment_id: each.enrolmentId,
        part_id: each.partId,
        kind: each.kind,
        mark: each.kind === 'choice' ? each.mark : null,
        minutes: each.kind === 'choice' ? each.minutes : null,
        knew_check_in: each.kind === 'choice' && each.knewCheckIn,
        withdraws: each.kind === 'withdrawal' ? each.withdraws : null,
        reason: each.reason ?? null,
        observed_at: each.observedAt,
        received_at: this.clock.now(),
        observed_by: actor.accountId,
      })),
      'on conflict (id) do nothing',
    );
  }

  /** Adds what was seen and writes the marks that follow; returns these, changed or not. */
  async write(tx: Tx, actor: Actor, seen: readonly Seen[]): Promise<Outcome[]> {
    await this.keep(tx, actor, seen);
    const enrolmentIds = [...new Set(seen.map(({ enrolmentId }) => enrolmentId))];
    const partIds = [...new Set(seen.map(({ partId }) => partId))];
    const observations = new Map<string, ObservationRow[]>();
    for (const row of await tx.query<ObservationRow[]>(OBSERVATIONS, [enrolmentIds, partIds]))
      observations.set(keyOf(row), [...(observations.get(keyOf(row)) ?? []), row]);
    const current = await tx.findBy(AttendanceMark, { enrolmentId: In(enrolmentIds), partId: In(partIds) });
    const marks = new Map(current.map((row) => [keyOf(row), row]));
    const places = new Map(seen.map((each) => [keyOf(each), each]));
    const outcomes = [...places].map(([key, { enrolmentId, partId, reason }]): Outcome => {
      const before = marks.get(key) ?? null;
      const after = markFrom(observations.get(key) ?? []);
      return { enrolmentId, partId, before, after, ...(reason ? { reason } : {}) };
    });
    await this.writeMarks(
      tx,
      actor,
      outcomes.filter(({ before, after }) => !isSameMark(before, after)),
    );
    return outcomes;
  }

  private async writeMarks(tx: Tx, actor: Actor, changes: readonly Outcome[]): Promise<void> {
    if (changes.length === 0) return;
    const by = { markedAt: this.clock.now(), markedBy: actor.accountId! };
    const written = changes.flatMap(({ enrolmentId, partId, after }) =>
      after ? [{ enrolmentId, partId, mark: after.mark, minutes: after.minutes, ...by }] : [],
    );
    if (written.length > 0) await tx.upsert(AttendanceMark, written, ['enrolmentId', 'partId']);
    for (const { enrolmentId, partId, after } of changes)
      if (!after) await tx.delete(AttendanceMark, { enrolmentId, partId });
    await this.audit.record(
      tx,
      ...changes.map(({ enrolmentId, partId, before, after, reason }): Deed => ({
        actor,
        action: 'mark',
        subjectType: 'enrolment',
        subjectId: enrolmentId,
        before: { partId, ...fieldsOf(before) },
        after: { partId, ...fieldsOf(after), ...(reason ? { reason } : {}) },
      })),
    );
  }
}

const keyOf = ({ enrolmentId, partId }: { readonly enrolmentId: string; readonly partId: string }) =>
  `${enrolmentId} ${partId}`;

function fieldsOf(marked: Marked | null) {
  const minutes = marked?.minutes ?? null;
  return { mark: marked?.mark ?? null, ...(minutes === null ? {} : { minutes }) };
}
