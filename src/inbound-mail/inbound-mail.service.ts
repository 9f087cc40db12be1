import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { AppointmentAnswers } from '../enrolment/appointment-answers.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { tokenIn } from '../platform/mail/inbound-address.rules.js';
import { MAIL_TRANSPORT, type MailTransport } from '../platform/mail/mail-transport.js';
import { ReturnedMail } from '../platform/mail/returned-mail.js';
import { verdictOn, type InboundMail } from './inbound-mail.rules.js';
import { readInboundMail } from './reading.js';

/** The largest mail that is taken in, in bytes. */
export const MAX_MAIL = 10 * 1024 * 1024;
/** A mail that is passed on to us again would go round forever. */
const LOOP_HEADER = 'X-Loop';
// A local delivery of Postfix puts a line of the mailbox format ahead of the mail.
const MAILBOX_LINE = /^From [^\n]*\n/;

/** Takes in mail, by whatever route it comes. */
@Injectable()
export class InboundMailService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
    @Inject(ReturnedMail) private readonly returned: ReturnedMail,
    @Inject(AppointmentAnswers) private readonly answers: AppointmentAnswers,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
  ) {}

  /**
   * Does with a mail (RFC 5322) what there is to do. The same mail once more changes nothing; only what a person wrote
   * is passed on once more.
   * @throws Error when it cannot be done now: the mail is to be offered again
   */
  async takeIn(raw: Buffer): Promise<void> {
    const { inboundAddress } = this.config;
    if (inboundAddress === null) throw new Error('INBOUND_MAIL_ADDRESS is not set');
    const bytes = withoutMailboxLine(raw);
    const mail = await readInboundMail(bytes);
    const token = tokenIn(mail.addresses, inboundAddress);
    const isForPeople = await this.db.transaction(systemActor, (tx) => this.handle(tx, mail, token));
    if (isForPeople && mail.headers.get(LOOP_HEADER.toLowerCase()) !== inboundAddress)
      await this.passOn(bytes, inboundAddress);
  }

  /** @returns whether people are to read it */
  private async handle(tx: Tx, mail: InboundMail, token: string | null): Promise<boolean> {
    const message = token === null ? null : await this.returned.messageOf(tx, token);
    const verdict = verdictOn(mail, message?.toAddress ?? null);
    if (verdict.kind === 'own-words') return true;
    if (verdict.kind === 'calendar-reply') {
      if (token !== null) for (const reply of verdict.replies) await this.answers.record(tx, token, reply);
      return verdict.hasComment;
    }
    // Without a token that we gave out anyone could have written it.
    if (message && verdict.kind !== 'receipt') await this.returned.record(tx, message, verdict);
    return false;
  }

  /** To where people read what is answered to our mail. Without a sender, so that nothing answers it by itself. */
  private async passOn(raw: Buffer, inboundAddress: string): Promise<void> {
    const answer = await this.transport.send({
      envelope: { from: '', to: [this.config.mailFrom] },
      raw: Buffer.concat([Buffer.from(`${LOOP_HEADER}: ${inboundAddress}\r\n`), raw]),
    });
    if (answer.kind === 'refused') throw new Error(`The mail could not be passed on: ${answer.text}`);
  }
}

function withoutMailboxLine(raw: Buffer): Buffer {
  const [line] = MAILBOX_LINE.exec(raw.subarray(0, 1000).toString('latin1')) ?? [''];
  return raw.subarray(line.length);
}
