import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { systemActor, type Actor } from '../shared/actor.js';
import type { Bilingual, KnownQuestion, Moment } from './question.rules.js';
import { QUESTION } from './questionnaire.queries.js';
import { publishable, type Breakdown, type CountRow, type Figure } from './results.rules.js';

/** How many were asked at a moment of a course, answered, and are not counted yet. */
export interface ResponseRow {
  readonly courseId: string;
  readonly moment: Moment;
  readonly asked: number;
  readonly answered: number;
  readonly waiting: number;
}

export interface ResultsFilter {
  readonly courseId: string | null;
  /** A half-year, such as '2026-2'. */
  readonly period: string | null;
}

/** What may be shown of what was answered, with the names of everything in it. */
export interface Results {
  readonly figures: readonly Figure[];
  /** Of each moment in their order: first those that are asked now. */
  readonly questions: readonly (KnownQuestion & { readonly moment: Moment })[];
  readonly responses: readonly ResponseRow[];
  /** Only of what is shown. */
  readonly names: ReadonlyMap<string, Bilingual>;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  readonly periods: readonly string[];
}

const QUESTIONS = `
  select ${QUESTION} question, a.moment from (
    select distinct on (moment, key) moment, key, place from (
      select q.moment, k.key, k.ordinality place from questionnaire q, unnest(q.question_keys) with ordinality k (key, ordinality)
      where q.region_id = $1 and ($2::uuid is null or q.course_id = $2)
      union all
      select moment, question_key, 1000 from evaluation_count where region_id = $1 and ($2::uuid is null or course_id = $2)
    ) every order by moment, key, place
  ) a join evaluation_question x on x.region_id = $1 and x.key = a.key
  where x.kind <> 'open' order by a.moment, a.place, x.text_nl`;
const NAMES = `
  select id, name nl, name en from trainer where id = any($1) union all
  select id, name, name from municipality where id = any($1) union all
  select id, name_nl, name_en from professional_function where id = any($1)`;

/** The results of evaluations, for screens, downloads, the API and reports. */
@Injectable()
export class EvaluationResultsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * What the actor may see: a coordinator everything that may be shown, a contact what the own municipality answered, a
   * trainer what the own sessions were answered with.
   */
  async results(actor: Actor, filter: ResultsFilter): Promise<Results> {
    // What must stay hidden follows from everyone's answers, which only the system sees.
    return this.db.read(systemActor, async (tx) => {
      const { regionId } = actor;
      const every = publishable(await countsOf(tx, regionId, filter));
      const figures = every.filter((figure) => isSeenBy(actor, figure));
      const questions = await tx.query<{ question: KnownQuestion; moment: Moment }[]>(QUESTIONS, [
        ...[regionId, filter.courseId],
      ]);
      return {
        figures,
        questions: questions.map(({ question, moment }) => ({ ...question, moment })),
        responses: actor.role === 'coordinator' ? await responsesOf(tx, regionId, filter.courseId) : [],
        names: await namesOf(tx, figures),
        ...(await choicesOf(tx, regionId)),
      };
    });
  }
}

/** The group of whom the actor sees the answers; null for everyone. */
export function ownGroup({
  role,
  municipalityId,
  trainerId,
}: Actor): { breakdown: Breakdown; id: string } | null {
  if (role === 'coordinator') return null;
  return role === 'trainer'
    ? { breakdown: 'trainers', id: trainerId! }
    : { breakdown: 'municipality', id: municipalityId! };
}

function isSeenBy(actor: Actor, { breakdown, cell }: Figure): boolean {
  const own = ownGroup(actor);
  return own === null || (breakdown === own.breakdown && cell.split(',').includes(own.id));
}

const countsOf = (
  tx: Tx,
  regionId: string | null,
  { courseId, period }: ResultsFilter,
): Promise<CountRow[]> =>
  tx.query<CountRow[]>(
    `select course_id "courseId", moment, question_key "questionKey", breakdown, cell, period, value, answers
     from evaluation_count where region_id = $1 and period is not null
       and ($2::uuid is null or course_id = $2) and ($3::text is null or period = $3)
     order by course_id, moment, question_key, breakdown, cell, period, value`,
    [regionId, courseId, period],
  );

const responsesOf = (tx: Tx, regionId: string | null, courseId: string | null): Promise<ResponseRow[]> =>
  tx.query<ResponseRow[]>(
    `select course_id "courseId", moment, asked, answered, waiting from evaluation_box
     where region_id = $1 and ($2::uuid is null or course_id = $2) order by course_id, moment`,
    [regionId, courseId],
  );

async function namesOf(tx: Tx, figures: readonly Figure[]): Promise<ReadonlyMap<string, Bilingual>> {
  const shown = new Set(figures.flatMap(({ cell }) => (cell === '' ? [] : cell.split(','))));
  const rows = await tx.query<(Bilingual & { id: string })[]>(NAMES, [[...shown]]);
  return new Map(rows.map(({ id, nl, en }) => [id, { nl, en }]));
}

/** The courses that have a questionnaire or answers, and the half-years in which something was counted. */
async function choicesOf(tx: Tx, regionId: string | null): Promise<Pick<Results, 'courses' | 'periods'>> {
  const courses = await tx.query<{ id: string; title: string }[]>(
    `select c.id, c.title from course c where c.region_id = $1
       and (exists (select from questionnaire q where q.course_id = c.id)
         or exists (select from evaluation_box b where b.course_id = c.id))
     order by lower(c.title), c.id`,
    [regionId],
  );
  const periods = await tx.query<{ period: string }[]>(
    'select distinct period from evaluation_count where region_id = $1 and period is not null order by period desc',
    [regionId],
  );
  return { courses, periods: periods.map(({ period }) => period) };
}
