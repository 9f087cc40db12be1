import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { systemActor } from '../shared/actor.js';
import { daysAgo, LINK_DAYS, periodOf } from './asking.rules.js';
import { LEAST_ANSWERS } from './hiding.rules.js';
import { openEvaluation, type OpenEvaluation } from './open-evaluation.queries.js';

/** What was answered, by the key of the question: a value, or the words of an open one. */
export interface Answers {
  readonly values: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, string>;
}

/**
 * Takes in answers so that nobody can tell whose they are (docs/adr/0025): they are added to counts, and the link is
 * gone. Nothing is written to the audit trail, which would tell when.
 */
@Injectable()
export class AnsweringService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 'evaluation-not-open' */
  show(token: string): Promise<OpenEvaluation> {
    // Nobody is signed in; the system looks at the one invitation behind the link.
    return this.db.read(systemActor, (tx) => this.byLink(tx, token));
  }

  /** Counts what was answered, once; of two presses at once the second finds no link. @throws DomainError 'evaluation-not-open' */
  async answer(token: string, { values, comments }: Answers): Promise<void> {
    // The system, as it is nobody's: row-level security is told of no person.
    await this.db.transaction(systemActor, async (tx) => {
      const evaluation = await this.byLink(tx, token);
      const gone = await tx.query<[object[], number]>(
        'delete from evaluation_link where invitation_id = $1 returning invitation_id',
        [evaluation.invitationId],
      );
      if (gone[1] === 0) throw new DomainError('evaluation-not-open');
      const waiting = await dropIn(tx, evaluation);
      await insertRows(tx, 'evaluation_count', countsOf(evaluation, values), ADD);
      await insertRows(tx, 'evaluation_comment', commentsOf(evaluation, comments));
      if (waiting === LEAST_ANSWERS) await open(tx, evaluation, periodOf(this.clock.now()));
    });
  }

  private async byLink(tx: Tx, token: string): Promise<OpenEvaluation> {
    const now = this.clock.now();
    const found = await openEvaluation(tx, hashToken(token), now, daysAgo(now, LINK_DAYS));
    if (!found) throw new DomainError('evaluation-not-open');
    return found;
  }
}

type Box = Pick<OpenEvaluation, 'courseId' | 'moment'>;

const ADD = `on conflict on constraint evaluation_count_once
  do update set answers = evaluation_count.answers + excluded.answers`;

/** Counts the answer in, under the lock of its box. Returns how many wait with it; five wait for nothing. */
async function dropIn(tx: Tx, { courseId, moment }: Box): Promise<number> {
  const [[box]] = await tx.query<[{ waiting: number }[], number]>(
    `update evaluation_box set answered = answered + 1, waiting = (waiting + 1) % $3
     where course_id = $1 and moment = $2 returning waiting`,
    [courseId, moment, LEAST_ANSWERS],
  );
  return box!.waiting === 0 ? LEAST_ANSWERS : box!.waiting;
}

/**
 * Counts what waits in a box, all at once: what is seen before and after never differs by one answer. A question that
 * came or went while answers waited has fewer of them than five, and waits on.
 */
async function open(tx: Tx, { courseId, moment }: Box, period: string): Promise<void> {
  await tx.query(
    `with waiting as (delete from evaluation_count
       where course_id = $1 and moment = $2 and period is null and question_key in (
         select question_key from evaluation_count
         where course_id = $1 and moment = $2 and period is null and breakdown = 'all'
         group by question_key having sum(answers) >= $4)
       returning *)
     insert into evaluation_count (region_id, course_id, moment, question_key, breakdown, cell, value, period, answers)
     select region_id, course_id, moment, question_key, breakdown, cell, value, $3, answers from waiting ${ADD}`,
    [courseId, moment, period, LEAST_ANSWERS],
  );
  await tx.query(
    'update evaluation_comment set is_counted = true where course_id = $1 and moment = $2 and not is_counted',
    [courseId, moment],
  );
}

/** One more of each value, in all and in each of the groups apart, so that no row holds two groups. */
function countsOf(evaluation: OpenEvaluation, values: Answers['values']) {
  const { regionId, courseId, moment, trainerIds, municipalityId, functionId } = evaluation;
  const cells = {
    ...{ all: '', trainers: trainerIds.join(',') },
    ...{ municipality: municipalityId, function: functionId },
  };
  return [...values].flatMap(([questionKey, value]) =>
    Object.entries(cells).map(([breakdown, cell]) => ({
      ...{ region_id: regionId, course_id: courseId, moment, question_key: questionKey },
      ...{ breakdown, cell, value, period: null, answers: 1 },
    })),
  );
}

function commentsOf({ regionId, courseId, moment }: OpenEvaluation, comments: Answers['comments']) {
  return [...comments].map(([questionKey, text]) => ({
    // Random, where other ids tell when they were made.
    ...{ id: randomUUID(), region_id: regionId, course_id: courseId, moment },
    ...{ question_key: questionKey, text, is_counted: false },
  }));
}
