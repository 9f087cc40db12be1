import { hashToken } from '../../src/access/tokens.rules.js';
import { keyOf, type Question } from '../../src/evaluation/question.rules.js';
import { newToken } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';
import { createTaughtSession, seat, type SeatedProfessional } from './attendance.js';
import { Client, type Answer } from './client.js';
import { mailsTo } from './enrolment.js';
import type { MunicipalityName, TestRegion } from './region.js';

export interface GivenSession {
  readonly id: string;
  readonly people: readonly SeatedProfessional[];
}

/** A session of three hours with someone of each of these towns in it, who all come. */
export async function givenSession(
  { database }: TestApp,
  region: TestRegion,
  start: string,
  towns: readonly MunicipalityName[],
  trainerId = region.trainerId,
): Promise<GivenSession> {
  const { id } = await createTaughtSession(database, region, { starts: [start], trainerId });
  const people: SeatedProfessional[] = [];
  for (const [index, town] of towns.entries())
    people.push(await seat(database, region, id, town, `${town} Voorbeeld ${index}`));
  return { id, people };
}

/** Marks everyone present, closes the session, and lets the worker follow. */
export async function closeSession(
  app: TestApp,
  coordinator: Client,
  { id }: Pick<GivenSession, 'id'>,
  marks: Record<string, string> = {},
): Promise<void> {
  await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present', ...marks });
  const closed = await coordinator.post(`/sessions/${id}/closure`);
  if (closed.status !== 303) throw new Error(`Not closed: ${closed.status} ${closed.text}`);
  await app.work();
}

/** Where the links in the mails to someone lead, the last mail last. */
export async function evaluationLinks(app: TestApp, person: { email: string }): Promise<string[]> {
  return (await mailsTo(app, person)).flatMap(
    ({ text_body }) => /\/evaluation-answers\/[\w-]{43}/.exec(text_body) ?? [],
  );
}

/** Which mails about evaluations someone got, in their order. */
export async function evaluationMails(app: TestApp, person: { email: string }): Promise<string[]> {
  return (await mailsTo(app, person)).flatMap(({ template }) =>
    template.startsWith('evaluation-') ? [template] : [],
  );
}

/** Answers every scale of a page with this number, every choice with its first option, and what is open with words. */
export function filledIn(page: string, scale: number, comment = ''): Record<string, string> {
  const names = new Set([...page.matchAll(/name="(q[0-9a-f]{24})"/g)].map(([, name]) => name!));
  const isOpen = (name: string) => new RegExp(`<textarea[^>]*name="${name}"`).test(page);
  const hasFive = (name: string) => new RegExp(`name="${name}" value="5"`).test(page);
  return Object.fromEntries(
    [...names].map((name) => {
      if (isOpen(name)) return [name, comment];
      return [name, hasFive(name) ? String(scale) : '0'];
    }),
  );
}

/** Answers by the last link that someone was mailed. */
export async function answer(
  app: TestApp,
  person: { email: string },
  scale: number,
  comment = '',
): Promise<Answer> {
  const visitor = new Client(app.url);
  const link = (await evaluationLinks(app, person)).at(-1)!;
  const page = await visitor.get(link);
  return visitor.post(link, filledIn(page.text, scale, comment));
}

const statement: Question = { kind: 'scale', text: { nl: 'Ik leerde iets.', en: 'I learned.' }, options: [] };
const remark: Question = { kind: 'open', text: { nl: 'Wat kan beter?', en: null }, options: [] };
/** The names of the fields of the questions of `askDirectly`. */
export const fields = { statement: keyOf(statement), remark: keyOf(remark) };

/** Asks someone with a seat the same two questions after their training, put into the database directly; returns the secret of the link. */
export async function askDirectly({ database, clock }: TestApp, enrolmentId: string): Promise<string> {
  const { owner } = database;
  const token = newToken();
  const of = `from enrolment e join session s on s.id = e.session_id where e.id = $1`;
  for (const question of [statement, remark])
    await owner.query(
      `insert into evaluation_question select e.region_id, $2, $3, $4, $5, '[]' ${of} on conflict do nothing`,
      [enrolmentId, keyOf(question), question.kind, question.text.nl, question.text.en],
    );
  await owner.query(
    `insert into questionnaire select gen_random_uuid(), e.region_id, s.course_id, 'after', $2, null, null, $3, 1 ${of} on conflict do nothing`,
    [enrolmentId, Object.values(fields), clock.now()],
  );
  await owner.query(
    `insert into evaluation_box select s.course_id, 'after', e.region_id, 1, 0, 0 ${of}
     on conflict (course_id, moment) do update set asked = evaluation_box.asked + 1`,
    [enrolmentId],
  );
  await owner.query(
    `insert into evaluation_invitation select gen_random_uuid(), e.region_id, e.municipality_id, e.id, 'after', $2, null ${of} on conflict do nothing`,
    [enrolmentId, clock.now()],
  );
  await owner.query(
    'insert into evaluation_link select $2, id from evaluation_invitation where enrolment_id = $1',
    [enrolmentId, hashToken(token)],
  );
  return token;
}

/** A comment that can be read, put into the database directly; returns its id. */
export async function commentOn({ database }: TestApp, courseId: string): Promise<string> {
  await database.owner.query(
    `insert into evaluation_question select region_id, $2, 'open', $3, null, '[]' from course where id = $1 on conflict do nothing`,
    [courseId, fields.remark, remark.text.nl],
  );
  const { rows } = await database.owner.query<{ id: string }>(
    `insert into evaluation_comment select gen_random_uuid(), region_id, id, 'after', $2, 'Meer oefenen.', true
     from course where id = $1 returning id`,
    [courseId, fields.remark],
  );
  return rows[0]!.id;
}
