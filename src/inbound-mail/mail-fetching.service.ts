import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { InboundMailService, MAX_MAIL } from './inbound-mail.service.js';
import { takeFromInbox } from './mailbox.js';

/** Any number of our own: who fetches mail holds it, so that no two do. */
const FETCHING = 7_202;

/** Fetches mail from a mailbox. */
@Injectable()
export class MailFetching {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
    @Inject(InboundMailService) private readonly inbound: InboundMailService,
  ) {}

  /**
   * Takes in what is in the mailbox, unless someone else is at it.
   * @throws Error for what stays in the mailbox
   */
  async fetch(): Promise<void> {
    const { inboundImapUrl } = this.config;
    if (inboundImapUrl === null) return;
    // The lock ends with the transaction, also when the process dies; each mail has a transaction of its own.
    await this.db.transaction(systemActor, async (tx) => {
      const [lock] = await tx.query<{ isMine: boolean }[]>('select pg_try_advisory_xact_lock($1) "isMine"', [
        FETCHING,
      ]);
      if (lock!.isMine) await takeFromInbox(inboundImapUrl, MAX_MAIL, (raw) => this.inbound.takeIn(raw));
    });
  }
}
