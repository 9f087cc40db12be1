import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { FOR_CHANGE, type Tx } from '../database/database.js';
import { Outbox } from '../outbox/outbox.js';
import { buryAddress } from './dead-address.js';
import { Message } from './message.entity.js';
import type { Returned } from './returned-mail.rules.js';

const LONGEST_ANSWER = 500;

/** What comes back for mail that left. */
@Injectable()
export class ReturnedMail {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The mail with this token in its return address, held until the transaction ends; null for a token of no mail. */
  messageOf(tx: Tx, token: string): Promise<Message | null> {
    return tx.findOne(Message, { where: { returnToken: token }, lock: FOR_CHANGE });
  }

  /**
   * Writes down what came back. Of each kind the first counts: the same once more changes nothing, also not for an
   * address that was switched on again in the meantime.
   */
  async record(tx: Tx, message: Message, back: Returned): Promise<void> {
    const { id, regionId, municipalityId } = message;
    const answer = back.kind === 'auto-reply' ? null : back.answer.slice(0, LONGEST_ANSWER);
    const now = this.clock.now();
    const added = await tx.query<object[]>(
      `insert into returned_mail (message_id, kind, region_id, municipality_id, answer, returned_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning kind`,
      [id, back.kind, regionId, municipalityId, answer, now],
    );
    if (added.length === 0 || back.kind !== 'undelivered' || !back.isDead) return;
    if (await buryAddress(tx, message, back.answer, now))
      await this.outbox.publish(tx, 'address.died', { messageId: id });
  }
}
