import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { systemActor } from '../../shared/actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { judge, type Answer } from './delivery.rules.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import { Message } from './message.entity.js';

// Longer than any attempt can take (see mail-transport.ts), so that no two workers hold one mail.
const CLAIM_LASTS_MS = 5 * 60_000;

/**
 * Sends what is due: claim, send with a fixed Message-ID, mark.
 * A crash after the server accepted and before the mark repeats the mail once, with the same Message-ID.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
  ) {}

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** Sends every mail that is due now; returns how many attempts it made. */
  async sendDue(): Promise<number> {
    let attempts = 0;
    for (let message = await this.claim(); message; message = await this.claim()) {
      await this.mark(message, await this.transport.send(this.toMail(message)));
      attempts++;
    }
    return attempts;
  }

  private async claim(): Promise<Message | null> {
    const now = this.clock.now();
    return this.db.transaction(systemActor, async (tx) => {
      const message = await tx.findOne(Message, {
        where: [
          { status: 'queued', nextAttemptAt: LessThanOrEqual(now) },
          { status: 'sending', claimedAt: LessThan(new Date(now.getTime() - CLAIM_LASTS_MS)) },
        ],
        order: { nextAttemptAt: 'ASC', id: 'ASC' },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (!message) return null;
      message.attempts += 1;
      await tx.update(Message, message.id, { status: 'sending', claimedAt: now, attempts: message.attempts });
      return message;
    });
  }

  private async mark(message: Message, answer: Answer): Promise<void> {
    const now = this.clock.now();
    // In local mode the table is the mailbox itself, so there the text stays.
    const forget = message.holdsSecret && this.config.smtpUrl !== null && answer.kind === 'accepted';
    const verdict = judge(answer, message, now, Math.random());
    await this.db.transaction(systemActor, (tx) =>
      tx.update(
        Message,
        { id: message.id, status: 'sending' },
        {
          ...verdict,
          sentAt: verdict.status === 'sent' ? now : null,
          claimedAt: null,
          providerAnswer: answer.text.slice(0, 500),
          ...(forget ? { textBody: '', htmlBody: '' } : {}),
        },
      ),
    );
  }

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
