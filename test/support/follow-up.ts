import type { TestApp } from './app.js';
import { Client, type ApiClient } from './client.js';
import { mailsTo, type PostedMail } from './enrolment.js';
import { createSession, type TestProfessional, type TestRegion, type TestSession } from './region.js';

/** A session of the course of follow-up days, put into the database directly. */
export async function followUpDay(
  { database }: TestApp,
  region: TestRegion,
  plan: TestSession = {},
): Promise<string> {
  const sessionId = await createSession(database, region, { date: '2026-12-03', ...plan });
  await database.owner.query('update session set course_id = $2 where id = $1', [
    sessionId,
    region.courses.followUp,
  ]);
  return sessionId;
}

/** Launches a campaign to these days through the API, and lets the worker follow; returns its id. */
export async function launch(
  app: TestApp,
  coordinator: ApiClient,
  sessionIds: readonly string[],
  more: object = {},
): Promise<string> {
  const answer = await coordinator.post('/follow-up-campaigns', {
    ...{ title: 'Terugkomdagen najaar', sessionIds, ...more },
  });
  if (answer.status !== 201) throw new Error(`Not launched: ${answer.status} ${answer.text}`);
  await app.work();
  return answer.json()['id'] as string;
}

/** The invitations, or the reminders, that someone got. */
export async function followUpMailsTo(
  app: TestApp,
  professional: TestProfessional,
  kind: 'invitation' | 'reminder' = 'invitation',
): Promise<PostedMail[]> {
  return (await mailsTo(app, professional)).filter(({ template }) => template === `follow-up-${kind}`);
}

/** Where the link in the last mail about a campaign leads. */
export async function answerPath(app: TestApp, professional: TestProfessional): Promise<string> {
  const links = (await mailsTo(app, professional)).flatMap(
    ({ text_body }) => /\/follow-up-answers\/[\w-]{43}/.exec(text_body) ?? [],
  );
  return links.at(-1)!;
}

/** Answers as whoever got the mail: a day by the id of its session, or why not. */
export async function answerInvitation(app: TestApp, professional: TestProfessional, answer: string) {
  return new Client(app.url).post(await answerPath(app, professional), { answer });
}

/** How each person of a campaign stands, by name. */
export async function standings(coordinator: ApiClient, campaign: string): Promise<Record<string, string>> {
  const { items } = (
    await coordinator.get(`/follow-up-campaigns/${campaign}/invitations?pageSize=100`)
  ).json() as {
    items: { name: string; state: string }[];
  };
  return Object.fromEntries(items.map(({ name, state }) => [name, state]));
}
