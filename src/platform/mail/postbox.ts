import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../shared/ids.js';
import type { NamedIn } from '../../messages.js';
import type { Locale } from '../../shared/locale.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/database.js';
import { Outbox } from '../outbox/outbox.js';
import { renderLetter, type Letter } from './letter.js';
import { Message } from './message.entity.js';
import type { Overtakes } from './withdrawal.rules.js';
import { withdrawQueued } from './withdrawing.js';

/** A mail to post. `key` says which mail this is: posting the same key again changes nothing. */
export interface Post {
  readonly key: string;
  /** The rule and the fact for which it is written; its name stands in `mail-reasons.messages.ts`. */
  readonly reason: NamedIn<'mail.reason'>;
  readonly template: string;
  readonly locale: Locale;
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: Letter;
  readonly regionId: string;
  readonly municipalityId: string | null;
  readonly professionalId: string | null;
  readonly sessionId: string | null;
  /** The enrolment that the mail is about, if any. */
  readonly enrolmentId?: string;
  /** Older mail about the enrolment that is not sent any more where it has not left yet. */
  readonly overtakes?: Overtakes | null;
  /** The letter holds a link that signs someone in; its text is not kept once the mail has left. */
  readonly holdsSecret?: boolean;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly file: string } | null;
}

/** What a mail is from the start; the rest is how sending it goes. */
type Written = Omit<
  Message,
  | 'id'
  | 'returnToken'
  | 'status'
  | 'withdrawnReason'
  | 'attempts'
  | 'nextAttemptAt'
  | 'claimedAt'
  | 'providerAnswer'
  | 'sentAt'
  | 'createdAt'
>;

/** Where features leave their mail; the worker sends it. */
@Injectable()
export class Postbox {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Writes the mail down in this transaction, once per key. One to an address that does not exist is written down as
   * withdrawn, so that it can be seen that it was not sent.
   */
  async post(tx: Tx, post: Post): Promise<void> {
    if (post.enrolmentId && post.overtakes)
      await withdrawQueued(
        tx,
        post.overtakes.because,
        'enrolment_id = $2 and ($3::text[] is null or reason = any($3))',
        [post.enrolmentId, post.overtakes.reasons],
      );
    const region = await regionOf(tx, post.regionId, post.to.address);
    const { html, text } = await renderLetter(post.letter, post.locale, region.name);
    const { regionId, municipalityId, professionalId, sessionId, key, reason, template, locale } = post;
    await this.write(tx, region.isDeadAddress, {
      ...{ regionId, municipalityId, professionalId, sessionId, key, reason, template, locale },
      enrolmentId: post.enrolmentId ?? null,
      repeatsMessageId: null,
      regionWordingVersion: post.letter.wording?.region ?? null,
      municipalityWordingVersion: post.letter.wording?.municipality ?? null,
      toName: post.to.name,
      toAddress: post.to.address,
      subject: post.letter.subject,
      textBody: text,
      htmlBody: html,
      holdsSecret: post.holdsSecret ?? false,
      calendarMethod: post.calendar?.method ?? null,
      calendarFile: post.calendar?.file ?? null,
    });
  }

  /**
   * Writes down once more, as it was, a mail that has left or could not; the caller holds that row.
   * @returns the id of the new mail
   */
  async repeat(tx: Tx, message: Message, { key, to }: Pick<Post, 'key' | 'to'>): Promise<string> {
    const { regionId, municipalityId, professionalId, sessionId, enrolmentId } = message;
    const { reason, template, locale, subject, textBody, htmlBody, holdsSecret } = message;
    const { calendarMethod, calendarFile, regionWordingVersion, municipalityWordingVersion } = message;
    const { isDeadAddress } = await regionOf(tx, regionId, to.address);
    const id = await this.write(tx, isDeadAddress, {
      ...{ regionId, municipalityId, professionalId, sessionId, enrolmentId },
      ...{ reason, template, locale, subject, textBody, htmlBody, holdsSecret },
      ...{ calendarMethod, calendarFile, repeatsMessageId: message.id },
      ...{ regionWordingVersion, municipalityWordingVersion },
      ...{ key, toName: to.name, toAddress: to.address },
    });
    if (id === null) throw new Error(`Message ${message.id} was repeated as ${key} before`);
    return id;
  }

  /** The id of the new row, or null when the key was there already. */
  private async write(tx: Tx, isDead: boolean, mail: Written): Promise<string | null> {
    const now = this.clock.now();
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Message)
      .values({
        ...mail,
        id: newId(now),
        ...(isDead && mail.holdsSecret && { textBody: '', htmlBody: '' }),
        status: isDead ? 'withdrawn' : 'queued',
        withdrawnReason: isDead ? 'address-dead' : null,
        attempts: 0,
        nextAttemptAt: now,
        createdAt: now,
      })
      .orIgnore()
      .returning('id')
      .execute();
    const [row] = inserted.raw as { id: string }[];
    if (row && !isDead) await this.outbox.publish(tx, 'message.queued', { messageId: row.id });
    return row?.id ?? null;
  }
}

/** What the region calls itself, and whether it knows that this address does not exist. */
async function regionOf(
  tx: Tx,
  regionId: string,
  address: string,
): Promise<{ readonly name: string; readonly isDeadAddress: boolean }> {
  const [found] = await tx.query<{ name: string; isDeadAddress: boolean }[]>(
    `select name, exists (select from dead_address where region_id = $1 and address = $2) "isDeadAddress"
     from region where id = $1`,
    [regionId, address.toLowerCase()],
  );
  return found!;
}
