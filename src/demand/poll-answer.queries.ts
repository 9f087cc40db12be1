import type { Tx } from '../platform/database/database.js';
import type { FunctionChoice } from './demand.queries.js';

/** A course that an organisation is asked about, with the functions it is meant for. */
export interface PollQuestion {
  readonly courseId: string;
  readonly course: string;
  readonly functions: readonly FunctionChoice[];
}

/** How many people of a function need a course. */
export interface PollNumber {
  readonly courseId: string;
  readonly functionId: string;
  readonly people: number;
}

/** An organisation that a poll asked. */
export interface AskedOrganisation {
  readonly pollId: string;
  readonly organisationId: string;
}

/** What an organisation can answer, and what it answered before. */
export interface OpenPoll extends AskedOrganisation {
  readonly regionId: string;
  readonly organisation: string;
  readonly title: string;
  readonly closesOn: string;
  readonly answeredAt: Date | null;
  readonly questions: readonly PollQuestion[];
  readonly numbers: readonly PollNumber[];
}

type Row = Omit<OpenPoll, 'questions' | 'numbers'>;

/** Whom a link lets answer; null when there is no such link. Nobody is signed in, so the system looks. */
export async function askedByLink(tx: Tx, tokenHash: string): Promise<AskedOrganisation | null> {
  const [link] = await tx.query<AskedOrganisation[]>(
    'select poll_id "pollId", organisation_id "organisationId" from needs_poll_link where token_hash = $1',
    [tokenHash],
  );
  return link ?? null;
}

/** The poll for an organisation that it asked; null when it did not, or when the transaction's actor may not see it. */
export async function openPoll(
  tx: Tx,
  { pollId, organisationId }: AskedOrganisation,
): Promise<OpenPoll | null> {
  const [row] = await tx.query<Row[]>(
    `select p.id "pollId", p.region_id "regionId", o.organisation_id "organisationId", g.name organisation, p.title,
       p.closes_on::text "closesOn", o.answered_at "answeredAt"
     from needs_poll_organisation o
     join needs_poll p on p.id = o.poll_id join organisation g on g.id = o.organisation_id
     where o.poll_id = $1 and o.organisation_id = $2`,
    [pollId, organisationId],
  );
  if (!row) return null;
  const questions = await tx.query<PollQuestion[]>(
    `select c.id "courseId", c.title course, (
       select coalesce(json_agg(json_build_object('id', f.id, 'nl', f.name_nl, 'en', f.name_en) order by lower(f.name_nl), f.id), '[]')
       from professional_function f
       where f.region_id = c.region_id and (
         not exists (select from course_function cf where cf.course_id = c.id)
         or exists (select from course_function cf where cf.course_id = c.id and cf.function_id = f.id))) functions
     from needs_poll_course k join course c on c.id = k.course_id where k.poll_id = $1 order by c.title, c.id`,
    [pollId],
  );
  const numbers = await tx.query<PollNumber[]>(
    `select course_id "courseId", function_id "functionId", people from needs_poll_answer
     where poll_id = $1 and organisation_id = $2`,
    [pollId, organisationId],
  );
  return { ...row, questions, numbers };
}
