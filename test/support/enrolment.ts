import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import type { TestApp } from './app.js';
import { apiClient } from './client.js';
import type { TestProfessional, TestRegion } from './region.js';

export interface PostedMail {
  readonly template: string;
  readonly subject: string;
  readonly text_body: string;
  readonly calendar_method: 'REQUEST' | 'CANCEL' | null;
  readonly calendar_file: string | null;
}

/** Enrols someone as themself through the API; returns the enrolment's id. */
export async function enrol(
  app: TestApp,
  region: TestRegion,
  professional: TestProfessional,
  sessionId: string,
): Promise<string> {
  const client = await apiClient(app, region.id, professional.accountId);
  const answer = await client.post(`/sessions/${sessionId}/enrolments`, { professionalId: professional.id });
  if (answer.status !== 201) throw new Error(`Enrolling failed: ${answer.status} ${answer.text}`);
  return answer.json().id as string;
}

/** Gives up a seat or a wait as the person themself, through the API. */
export async function cancelEnrolment(
  app: TestApp,
  region: TestRegion,
  professional: TestProfessional,
  enrolmentId: string,
): Promise<void> {
  const client = await apiClient(app, region.id, professional.accountId);
  const answer = await client.post(`/enrolments/${enrolmentId}/cancellation`);
  if (answer.status !== 200) throw new Error(`Cancelling failed: ${answer.status} ${answer.text}`);
}

/** The mails to someone in the order in which they were written, without those to sign in. */
export async function mailsTo(app: TestApp, { email }: { email: string }): Promise<PostedMail[]> {
  const { rows } = await app.database.owner.query<PostedMail>(
    `select template, subject, text_body, calendar_method, calendar_file from message m
     join outbox o on o.fact = 'message.queued' and o.payload ->> 'messageId' = m.id::text
     where to_address = $1 and template <> 'sign-in-link' order by o.id`,
    [email],
  );
  return rows;
}

/** Lets the worker do a recurring job, and what follows from it. */
export async function runRecurring(app: TestApp, job: string): Promise<void> {
  await app.app.get(JobRunner, { strict: false }).runRecurring(job);
  await app.work();
}

/** Puts the first part of a session on another date, as a coordinator's move does, and tells it. */
export async function moveSession(
  app: TestApp,
  sessionId: string,
  date: string,
  startsAt: Date,
  endsAt: Date,
): Promise<void> {
  const { owner } = app.database;
  await owner.query(
    'update session_part set local_date = $2, starts_at = $3, ends_at = $4 where session_id = $1',
    [sessionId, date, startsAt, endsAt],
  );
  await owner.query('update session set calendar_sequence = calendar_sequence + 1 where id = $1', [
    sessionId,
  ]);
  await owner.query("insert into outbox (fact, payload, created_at) values ('session.moved', $1, $2)", [
    { sessionId },
    app.clock.now(),
  ]);
  await app.work();
}
