import { Inject, Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { systemActor } from '../../shared/actor.js';
import { Turns } from '../batching/turns.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Outbox } from '../outbox/outbox.js';
import type { Answer } from './delivery.rules.js';
import { MAIL_TRANSPORT, SIMULTANEOUS_MAILS, type MailTransport } from './mail-transport.js';
import { ClaimedMail } from './claimed-mail.js';
import { addressWith } from './inbound-address.rules.js';
import { claimDue, markAnswered, release, type Answered } from './mail-claims.js';
import type { Message } from './message.entity.js';

const CLAIMED_TOGETHER = 100;
// What is not begun by then goes back: a claim must outlast the attempt (see mail-claims.ts).
const BEGIN_WITHIN_MS = 60_000;
/** Mails of one connection that are answered and not marked yet, at most. */
const UNMARKED = 5;

interface Run {
  readonly claimed: ClaimedMail;
  /** Until mail is stopped, or something failed. */
  mayGoOn: boolean;
}

/**
 * Sends what is due: claim, send with a fixed Message-ID, mark.
 * A crash after the server accepted and before the mark repeats the mail once, with the same Message-ID.
 */
@Injectable()
export class MailSender implements OnModuleDestroy, OnApplicationShutdown {
  private isStopping = false;
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

  /** What is in hand is still finished; the rest is given back for another worker. */
  onModuleDestroy(): void {
    this.isStopping = true;
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** Sends every mail that is due now. Who asks while that goes on is answered by one look more. */
  async sendDue(): Promise<void> {
    await this.looks.join('', null);
  }

  /** What fails on one connection ends the run for all, and nothing of the run is left over when it is over. */
  private async sendAllDue(): Promise<void> {
    const run: Run = { claimed: new ClaimedMail(() => this.claim()), mayGoOn: true };
    const connection = () =>
      this.sendInTurn(run).catch((error) => {
        run.mayGoOn = false;
        throw error;
      });
    const ends = await Promise.allSettled(Array.from({ length: SIMULTANEOUS_MAILS }, connection));
    const left = await run.claimed.left();
    if (left.length > 0) await this.db.transaction(systemActor, (tx) => release(tx, left));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private claim(): Promise<Message[]> {
    return this.db.transaction(systemActor, (tx) =>
      claimDue(tx, this.clock.now(), CLAIMED_TOGETHER, this.config.mailLimits),
    );
  }

  /**
   * Sends one mail after the other, and marks while it sends: what a killed worker leaves unmarked goes out again, so
   * that is kept to a few for each connection.
   */
  private async sendInTurn(run: Run): Promise<void> {
    const marks: Promise<void>[] = [];
    try {
      for (;;) {
        const message = await run.claimed.next();
        if (!message) break;
        if (!this.mayBegin(run, message)) {
          run.claimed.putBack(message);
          break;
        }
        const answer = await this.transport.send(this.toMail(message));
        // The answer is known now: it is written down also when that of the mail before could not be.
        const mark = this.markOne(run, { message, answer });
        mark.catch(() => undefined);
        marks.push(mark);
        if (marks.length === UNMARKED) await marks.shift();
      }
    } finally {
      await Promise.all(marks);
    }
  }

  /** Not when something ended the run in the meantime, or the claim may be over before the mail has left. */
  private mayBegin({ mayGoOn }: Run, { claimedAt }: Message): boolean {
    return mayGoOn && !this.isStopping && this.clock.now().getTime() < claimedAt!.getTime() + BEGIN_WITHIN_MS;
  }

  private async markOne(run: Run, answered: Answered): Promise<void> {
    if (!(await this.marks.join('', answered))) run.mayGoOn = false;
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
    const { calendarMethod, calendarFile, toAddress } = message;
    const { inboundAddress } = this.config;
    return {
      messageId: `<${message.id}@${host}>`,
      from: { name: 'Leerlijn', address: this.config.mailFrom },
      to: { name: message.toName, address: toAddress },
      ...(inboundAddress && {
        envelope: { from: addressWith(message.returnToken, inboundAddress), to: [toAddress] },
      }),
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
