import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Database, FOR_CHANGE } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Message } from '../platform/mail/message.entity.js';
import { Postbox } from '../platform/mail/postbox.js';
import { MessagesQueries } from './messages.queries.js';
import { resendingOf } from './resending.queries.js';
import { hindranceOf } from './resending.rules.js';

/** Sends mail again that was written before. */
@Injectable()
export class ResendingService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Postbox) private readonly postbox: Postbox,
    @Inject(MessagesQueries) private readonly messages: MessagesQueries,
  ) {}

  /**
   * Writes the mail once more, as it was, to the address that the person has now.
   * @param seen how many repeats there were when it was asked: who asks with the same number gets the same repeat, so
   *   that people who press twice, or at once, send one
   * @returns the id of the repeat
   * @throws DomainError 'not-found', 'changed-meanwhile' when there are fewer repeats, or a hindrance of `hindranceOf`
   */
  async resend(actor: Actor, id: string, seen: number): Promise<string> {
    await this.messages.message(actor, id);
    return this.db.transaction(actor, async (tx) => {
      const message = await tx.findOneOrFail(Message, { where: { id }, lock: FOR_CHANGE });
      const resending = await resendingOf(tx, id);
      const again = resending.repeats[seen];
      if (again) return again.id;
      if (seen > resending.repeats.length) throw new DomainError('changed-meanwhile');
      const hindrance = hindranceOf(message, resending);
      if (hindrance) {
        const params = { address: resending.to.address, subject: hindrance.news?.subject ?? '' };
        throw new DomainError(hindrance.code, params);
      }
      const repeatedBy = await this.postbox.repeat(tx, message, {
        key: `resend:${id}:${seen}`,
        to: resending.to,
      });
      await this.audit.record(tx, {
        ...{ actor, action: 'resend', subjectType: 'mail', subjectId: id },
        after: { repeatedBy },
      });
      return repeatedBy;
    });
  }
}
