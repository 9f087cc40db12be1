import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Questionnaire } from './evaluation.entity.js';
import { keyOf, moments, type Moment, type Question, type QuestionnairePlan } from './question.rules.js';
import { standardPlans } from './standard-questions.rules.js';

/** What participants of a course are asked. Answers stay with the questions they were given to, whatever is asked next. */
@Injectable()
export class QuestionnaireService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Makes a questionnaire as told, when it is still of the version that the teller looked at: 0 where there was none.
   * @throws DomainError 'not-found' or 'changed-meanwhile'
   */
  async save(
    actor: Actor,
    courseId: string,
    moment: Moment,
    version: number,
    plan: QuestionnairePlan,
  ): Promise<void> {
    try {
      await this.db.transaction(actor, async (tx) => {
        await refuseUnknown(tx, courseId);
        const standing = await tx.findOne(Questionnaire, { where: { courseId, moment }, lock: FOR_CHANGE });
        if ((standing?.version ?? 0) !== version) throw new DomainError('changed-meanwhile');
        await this.write(tx, actor, { courseId, moment }, standing, plan);
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'questionnaire_once_per_moment') throw error;
      throw new DomainError('changed-meanwhile');
    }
  }

  /** Asks the standard questions at the moments of a course for which there is no questionnaire yet. @throws DomainError 'not-found' */
  async takeStandard(actor: Actor, courseId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await refuseUnknown(tx, courseId);
      // Of two presses the second waits for the course, and finds them there.
      await tx.query('select from course where id = $1 for no key update', [courseId]);
      const standing = await tx.findBy(Questionnaire, { courseId });
      const missing = moments.filter((moment) => !standing.some((each) => each.moment === moment));
      for (const moment of missing)
        await this.write(tx, actor, { courseId, moment }, null, standardPlans[moment]);
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    which: { readonly courseId: string; readonly moment: Moment },
    standing: Questionnaire | null,
    { isAsked, daysBefore, monthsAfter, questions }: QuestionnairePlan,
  ): Promise<void> {
    const now = this.clock.now();
    const regionId = actor.regionId!;
    await keepQuestions(tx, regionId, questions);
    const questionnaire = {
      ...{ id: standing?.id ?? newId(now), regionId, ...which, questionKeys: questions.map(keyOf) },
      ...{ daysBefore, monthsAfter, askedFrom: isAsked ? (standing?.askedFrom ?? now) : null },
      version: (standing?.version ?? 0) + 1,
    };
    await (standing
      ? tx.update(Questionnaire, { id: standing.id }, questionnaire)
      : tx.insert(Questionnaire, questionnaire));
    await this.audit.record(tx, {
      ...{ actor, action: standing ? 'change' : 'register' },
      ...{ subjectType: 'questionnaire', subjectId: questionnaire.id },
      ...(standing && { before: toldOf(standing) }),
      after: toldOf(questionnaire),
    });
  }
}

const toldOf = ({ courseId, moment, ...rest }: Omit<Questionnaire, 'id' | 'regionId' | 'version'>) => ({
  ...{ courseId, moment, questionKeys: rest.questionKeys, isOn: rest.askedFrom !== null },
  ...{ daysBefore: rest.daysBefore, monthsAfter: rest.monthsAfter },
});

/** Row-level security answers only what is of the actor's own region. */
async function refuseUnknown(tx: Tx, courseId: string): Promise<void> {
  const [course] = await tx.query<object[]>('select id from course where id = $1', [courseId]);
  if (!course) throw new DomainError('not-found');
}

/** A question that is known already may get other English words. */
async function keepQuestions(tx: Tx, regionId: string, questions: readonly Question[]): Promise<void> {
  await insertRows(
    tx,
    'evaluation_question',
    questions.map((question) => ({
      ...{ region_id: regionId, key: keyOf(question), kind: question.kind, options: question.options },
      ...{ text_nl: question.text.nl, text_en: question.text.en },
    })),
    'on conflict (region_id, key) do update set text_en = excluded.text_en, options = excluded.options',
  );
}
