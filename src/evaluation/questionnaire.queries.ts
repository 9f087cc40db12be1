import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { moments, type KnownQuestion, type Moment } from './question.rules.js';

/** A questionnaire as it stands. */
export interface QuestionnaireRow {
  readonly moment: Moment;
  readonly daysBefore: number | null;
  readonly monthsAfter: number | null;
  readonly askedFrom: Date | null;
  readonly version: number;
  readonly questions: readonly KnownQuestion[];
}

export interface CourseQuestionnaires {
  readonly courseId: string;
  readonly course: string;
  /** The region's own form elsewhere, which is not asked for where there is a questionnaire after the training. */
  readonly evaluationUrl: string | null;
  readonly questionnaires: readonly QuestionnaireRow[];
}

/** SQL of a question x as it is told everywhere. */
export const QUESTION = `json_build_object('key', x.key, 'kind', x.kind, 'options', x.options,
  'text', json_build_object('nl', x.text_nl, 'en', x.text_en))`;
/** SQL of the questions of a questionnaire q, in their order. */
export const QUESTIONS = `(select json_agg(${QUESTION} order by k.ordinality)
  from unnest(q.question_keys) with ordinality k (key, ordinality)
  join evaluation_question x on x.region_id = q.region_id and x.key = k.key)`;

@Injectable()
export class QuestionnaireQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The questionnaires of a course, in order of their moments. @throws DomainError 'not-found' */
  async ofCourse(actor: Actor, courseId: string): Promise<CourseQuestionnaires> {
    return this.db.read(actor, async (tx) => {
      const [course] = await tx.query<Omit<CourseQuestionnaires, 'questionnaires'>[]>(
        'select id "courseId", title course, evaluation_url "evaluationUrl" from course where id = $1',
        [courseId],
      );
      if (!course) throw new DomainError('not-found');
      return { ...course, questionnaires: await questionnairesOf(tx, courseId) };
    });
  }
}

async function questionnairesOf(tx: Tx, courseId: string): Promise<QuestionnaireRow[]> {
  return tx.query<QuestionnaireRow[]>(
    `select q.moment, q.days_before "daysBefore", q.months_after "monthsAfter", q.asked_from "askedFrom", q.version,
       ${QUESTIONS} questions
     from questionnaire q where q.course_id = $1 order by array_position($2::text[], q.moment)`,
    [courseId, moments],
  );
}
