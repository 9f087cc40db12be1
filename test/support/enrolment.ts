import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { SessionPartService } from '../../src/sessions/session-part.service.js';
import { systemActor } from '../../src/shared/actor.js';
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

/** Moves the one part of a session to another date in the same room, as the coordinator does, and lets the worker follow. */
export async function moveSession(
  app: TestApp,
  region: TestRegion,
  sessionId: string,
  date: string,
): Promise<void> {
  const { rows } = await app.database.owner.query<{ version: number; room: string }>(
    'select s.version, p.room_id room from session s join session_part p on p.session_id = s.id where s.id = $1',
    [sessionId],
  );
  await app.app
    .get(SessionPartService, { strict: false })
    .change(
      { ...systemActor, role: 'coordinator', regionId: region.id },
      { sessionId, ordinal: 1, version: rows[0]!.version },
      { date, startTime: '09:30', endTime: '17:00', roomId: rows[0]!.room, joiningLink: null },
    );
  await app.work();
}
