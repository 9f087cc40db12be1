import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { systemActor } from '../../shared/actor.js';
import { Turns } from '../batching/turns.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Outbox } from '../outbox/outbox.js';
import type { Answer } from './delivery.rules.js';
import { MAIL_TRANSPORT, SIMULTANEOUS_MAILS, type MailTransport } from './mail-transport.js';
import { claimDue, markAnswered, release, type Answered } from './mail-claims.js';
import type { Message } from './message.entity.js';

const CLAIMED_TOGETHER = 20;
// What is not begun by then goes back: a claim must outlast the attempt (see mail-claims.ts).
const BEGIN_WITHIN_MS = 60_000;

/**
 * Sends what is due: claim, send with a fixed Message-ID, mark.
 * A crash after the server accepted and before the mark repeats the mail once, with the same Message-ID.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  /** One at a time in each process, so that no more is under way than the server is asked to take. */
  private readonly looks = new Turns<null, null>(async (_key, asked) => {
    await this.sendAllDue();
    return asked.map(() => null);
  }, Infinity);
  /** Marks together what was answered while the answers before it were being marked; tells whether mail may still leave. */
  private readonly marks = new Turns<Answered, boolean>((_key, answered) => this.mark(answered), 100);

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
  ) {}

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** Sends every mail that is due now. Who asks while that goes on is answered by one look more. */
  async sendDue(): Promise<void> {
    await this.looks.join('', null);
  }

  private async sendAllDue(): Promise<void> {
    for (;;) {
      const claimed = await this.claim();
      if (claimed.length === 0) return;
      const left = await this.sendAll(claimed);
      if (left > 0) return;
    }
  }

  private claim(): Promise<Message[]> {
    return this.db.transaction(systemActor, (tx) =>
      claimDue(tx, this.clock.now(), CLAIMED_TOGETHER, this.config.mailLimits),
    );
  }

  /**
   * Sends as many at a time as the server is asked to take, until all left, mail is stopped, or it takes too long. Each
   * is marked before the next: what a killed worker leaves unmarked goes out again. Returns how many did not leave.
   */
  private async sendAll(claimed: readonly Message[]): Promise<number> {
    const waiting = [...claimed];
    const beginUntil = this.clock.now().getTime() + BEGIN_WITHIN_MS;
    let mayLeave = true;
    const lane = async () => {
      while (mayLeave && this.clock.now().getTime() < beginUntil) {
        const message = waiting.shift();
        if (!message) return;
        const answer = await this.transport.send(this.toMail(message));
        if (!(await this.marks.join('', { message, answer }))) mayLeave = false;
      }
    };
    await Promise.all(Array.from({ length: SIMULTANEOUS_MAILS }, lane));
    if (waiting.length > 0) await this.db.transaction(systemActor, (tx) => release(tx, waiting));
    return waiting.length;
  }

  private mark(answered: readonly Answered[]): Promise<boolean[]> {
    return this.db.transaction(systemActor, async (tx) => {
      const { mayLeave, buried } = await markAnswered(tx, answered, this.clock.now(), this.forgets);
      await this.outbox.publishAll(
        tx,
        'address.died',
        buried.map((messageId) => ({ messageId })),
      );
      return answered.map(() => mayLeave);
    });
  }

  /** In local mode the table is the mailbox itself, so there the text stays. */
  private readonly forgets = ({ holdsSecret }: Message, { kind }: Answer): boolean =>
    holdsSecret && this.config.smtpUrl !== null && kind === 'accepted';

  private toMail(message: Message): SendMailOptions {
    const host = new URL(this.config.publicUrl).hostname;
    const { calendarMethod, calendarFile } = message;
    return {
      messageId: `<${message.id}@${host}>`,
      from: { name: 'Leerlijn', address: this.config.mailFrom },
      to: { name: message.toName, address: message.toAddress },
      subject: message.subject,
      text: message.textBody,
      html: message.htmlBody,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.locale },
      ...(calendarMethod && calendarFile
        ? { icalEvent: { method: calendarMethod, filename: 'leerlijn.ics', content: calendarFile } }
        : {}),
    };
  }
}
