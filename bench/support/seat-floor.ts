import pg from 'pg';
import { newId } from '../../src/shared/ids.js';
import type { Person } from './rush-world.js';

type Enrolled = Person & { readonly enrolmentId: string; readonly waitingNumber: number | null };

/**
 * Seats a whole rush by bare SQL, batch after batch on one connection, as the application's role: the rows that a rush
 * leaves behind (enrolments, counts, facts, deeds, answers to idempotency keys) and nothing around it. Each batch is one
 * transaction of set-based statements; nothing is parsed, checked or decided.
 */
export class SeatFloor {
  private constructor(
    private readonly client: pg.Client,
    private readonly regionId: string,
  ) {}

  static async connect(url: string, regionId: string): Promise<SeatFloor> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new SeatFloor(client, regionId);
  }

  async enrol(sessionId: string, people: readonly Person[], batchSize: number): Promise<void> {
    for (let at = 0; at < people.length; at += batchSize)
      await this.takeBatch(sessionId, people.slice(at, at + batchSize));
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async takeBatch(sessionId: string, people: readonly Person[]): Promise<void> {
    const now = new Date();
    await this.client.query("begin; select set_config('app.role', 'system', true)");
    const { rows } = await this.client.query<{ free: number; last: number }>(
      'select capacity - seats_taken free, last_waiting_number last from session where id = $1 for no key update',
      [sessionId],
    );
    const { free, last } = rows[0]!;
    const enrolled = people.map((person, index) => {
      const waitingNumber = index < free ? null : last + index - free + 1;
      return { ...person, enrolmentId: newId(now), waitingNumber };
    });
    await this.insertEnrolments(sessionId, enrolled, now);
    const waiting = enrolled.filter(({ waitingNumber }) => waitingNumber !== null).length;
    await this.client.query(
      `update session set seats_taken = seats_taken + $2, waiting_count = waiting_count + $3, last_waiting_number = last_waiting_number + $3
       where id = $1`,
      [sessionId, people.length - waiting, waiting],
    );
    await this.insertWhatFollows(sessionId, enrolled, now);
    await this.client.query('commit');
  }

  private async insertEnrolments(sessionId: string, enrolled: readonly Enrolled[], now: Date): Promise<void> {
    await this.client.query(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, waiting_number, enrolled_at, confirmed_at)
       select id, $1, $2, professional_id, municipality_id, case when number is null then 'confirmed' else 'waitlisted' end,
         number, $3, case when number is null then $3::timestamptz end
       from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::int[]) new (id, professional_id, municipality_id, number)`,
      [
        ...[this.regionId, sessionId, now],
        enrolled.map(({ enrolmentId }) => enrolmentId),
        enrolled.map(({ id }) => id),
        enrolled.map(({ municipalityId }) => municipalityId),
        enrolled.map(({ waitingNumber }) => waitingNumber),
      ],
    );
  }

  private async insertWhatFollows(
    sessionId: string,
    enrolled: readonly Enrolled[],
    now: Date,
  ): Promise<void> {
    const ids = enrolled.map(({ enrolmentId }) => enrolmentId);
    const accounts = enrolled.map(({ accountId }) => accountId);
    await this.client.query(
      `insert into outbox (fact, payload, created_at)
       select 'enrolment.confirmed', jsonb_build_object('enrolmentId', id), $1 from unnest($2::uuid[]) new (id)`,
      [now, ids],
    );
    await this.client.query(
      `insert into audit_entry (region_id, at, account_id, role, action, subject_type, subject_id, after)
       select $1, $2, account_id, 'professional', 'enrol', 'enrolment', id, jsonb_build_object('sessionId', $3::text, 'outcome', 'confirmed')
       from unnest($4::text[], $5::uuid[]) new (id, account_id)`,
      [this.regionId, now, sessionId, ids, accounts],
    );
    await this.client.query(
      `insert into idempotency_key (account_id, key, request_hash, status, body, created_at)
       select account_id, id, id, 201, jsonb_build_object('id', id, 'status', 'confirmed', 'waitingPosition', null), $1
       from unnest($2::text[], $3::uuid[]) new (id, account_id)`,
      [now, ids, accounts],
    );
  }
}
