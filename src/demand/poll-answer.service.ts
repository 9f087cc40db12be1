import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import type { MessageKey } from '../messages.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { NeedsPollOrganisation } from './needs-poll.entity.js';
import { placesNotAsked, takesAnswers } from './needs-poll.rules.js';
import {
  askedByLink,
  openPoll,
  type AskedOrganisation,
  type OpenPoll,
  type PollNumber,
} from './poll-answer.queries.js';

/** Answering a poll, from a mail without signing in or by a coordinator; the answer can be changed until the poll closes. */
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
   * What a coordinator can fill in for an organisation.
   * @throws DomainError 'not-found', also when the actor may not see who was asked, or 'poll-closed'
   */
  async showFor(actor: Actor, asked: AskedOrganisation): Promise<OpenPoll> {
    const poll = await this.db.read(actor, (tx) => openPoll(tx, asked));
    if (!poll) throw new DomainError('not-found');
    this.refuseClosed(poll);
    return poll;
  }

  /**
   * Keeps these numbers instead of what the organisation answered before; what is not named is nobody.
   * @throws DomainError 'link-not-valid' or 'poll-closed'
   */
  async answer(token: string, numbers: readonly PollNumber[]): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const poll = await this.open(tx, token);
      await this.keep(tx, { ...systemActor, regionId: poll.regionId }, poll, numbers);
    });
  }

  /**
   * The same for an organisation that told a coordinator its numbers; answers the poll as it stands then.
   * @throws DomainError 'not-found', also when the actor may not see who was asked, or 'poll-closed'; InvalidInput that
   * names every number that was not asked for
   */
  async answerFor(actor: Actor, asked: AskedOrganisation, numbers: readonly PollNumber[]): Promise<OpenPoll> {
    const poll = await this.showFor(actor, asked);
    refuseUnasked(poll, numbers);
    // Numbers are the system's to write, also those behind a link.
    await this.db.transaction(systemActor, (tx) => this.keep(tx, actor, poll, numbers));
    return this.db.read(actor, async (tx) => (await openPoll(tx, asked))!);
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    { pollId, organisationId }: AskedOrganisation,
    numbers: readonly PollNumber[],
  ): Promise<void> {
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
      ...{ actor, action: 'answerPoll', subjectType: 'needs-poll', subjectId: pollId },
      after: { organisationId, count: numbers.reduce((sum, { people }) => sum + people, 0) },
    });
  }

  private async open(tx: Tx, token: string): Promise<OpenPoll> {
    const asked = await askedByLink(tx, hashToken(token));
    const poll = asked && (await openPoll(tx, asked));
    if (!poll) throw new DomainError('link-not-valid');
    this.refuseClosed(poll);
    return poll;
  }

  private refuseClosed(poll: OpenPoll): void {
    if (!takesAnswers(poll, this.clock.now())) throw new DomainError('poll-closed');
  }
}

/** @throws InvalidInput that names every number that was not asked for */
function refuseUnasked({ questions }: OpenPoll, numbers: readonly PollNumber[]): void {
  const unasked = placesNotAsked(questions, numbers);
  if (unasked.length === 0) return;
  throw new InvalidInput(
    unasked.map((index) => ({
      ...{ code: 'custom' as const, path: ['numbers', index], message: 'notAsked' },
      params: { key: 'demand.poll.fault.notAsked' satisfies MessageKey },
    })),
  );
}
