import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { systemActor } from '../shared/actor.js';
import { NeedsPollOrganisation } from './needs-poll.entity.js';
import { takesAnswers } from './needs-poll.rules.js';
import { openPoll, type OpenPoll, type PollNumber } from './poll-answer.queries.js';

/** Answering a poll from a mail, without signing in; the answer can be changed until the poll closes. */
@Injectable()
export class PollAnswerService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** @throws DomainError 'link-not-valid' or 'poll-closed' */
  show(token: string): Promise<OpenPoll> {
    return this.db.read(systemActor, (tx) => this.open(tx, token));
  }

  /**
   * Keeps these numbers instead of what the organisation answered before; what is not named is nobody.
   * @throws DomainError 'link-not-valid' or 'poll-closed'
   */
  async answer(token: string, numbers: readonly PollNumber[]): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const { pollId, organisationId, regionId } = await this.open(tx, token);
      const which = { pollId, organisationId };
      // Of two people who answer for the organisation at once, the last one's numbers stay, and not some of each.
      await tx.findOneOrFail(NeedsPollOrganisation, { where: which, lock: FOR_CHANGE });
      await tx.query('delete from needs_poll_answer where poll_id = $1 and organisation_id = $2', [
        pollId,
        organisationId,
      ]);
      await insertRows(
        tx,
        'needs_poll_answer',
        numbers
          .filter(({ people }) => people > 0)
          .map(({ courseId, functionId, people }) => ({
            ...{ poll_id: pollId, organisation_id: organisationId },
            ...{ course_id: courseId, function_id: functionId, people },
          })),
      );
      await tx.update(NeedsPollOrganisation, which, { answeredAt: this.clock.now() });
      await this.audit.record(tx, {
        actor: { ...systemActor, regionId },
        ...{ action: 'answerPoll', subjectType: 'needs-poll', subjectId: pollId },
        after: { organisationId, count: numbers.reduce((sum, { people }) => sum + people, 0) },
      });
    });
  }

  private async open(tx: Tx, token: string): Promise<OpenPoll> {
    const poll = await openPoll(tx, hashToken(token));
    if (!poll) throw new DomainError('link-not-valid');
    if (!takesAnswers(poll, this.clock.now())) throw new DomainError('poll-closed');
    return poll;
  }
}
