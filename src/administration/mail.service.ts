import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';

/** Whether mail may leave, and to which addresses not. */
@Injectable()
export class MailService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Keeps all mail of the installation from leaving, from now on; what is with the mail server is finished. */
  async stop(actor: Actor): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const stopped = await tx.query<object[]>(
        'insert into mail_stop (stopped_at, account_id) values ($1, $2) on conflict do nothing returning stopped_at',
        [this.clock.now(), actor.accountId],
      );
      if (stopped.length > 0)
        await this.audit.record(tx, { actor, action: 'stopMail', subjectType: 'mail', subjectId: 'all' });
    });
  }

  /** Lets mail leave again; all that waited goes at the next turn of the worker. */
  async start(actor: Actor): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const [started] = await tx.query<[object[], number]>('delete from mail_stop returning stopped_at');
      if (started.length > 0)
        await this.audit.record(tx, { actor, action: 'startMail', subjectType: 'mail', subjectId: 'all' });
    });
  }

  /**
   * Lets mail go again to the address that this mail showed not to exist.
   * @throws DomainError 'not-found' when nothing is known against the address
   */
  async reviveAddress(actor: Actor, messageId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const [revived] = await tx.query<[object[], number]>(
        'delete from dead_address where message_id = $1 returning address',
        [messageId],
      );
      if (revived.length === 0) throw new DomainError('not-found');
      // Not the address itself: nothing can be erased from the trail.
      await this.audit.record(tx, {
        ...{ actor, action: 'reviveAddress', subjectType: 'mail', subjectId: messageId },
      });
    });
  }
}
