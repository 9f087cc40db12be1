import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { systemActor } from '../shared/actor.js';
import { newToken } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { NeedsPollLink, NeedsPollOrganisation } from './needs-poll.entity.js';
import { pollLetter, pollReminderLetter } from './needs-poll.letters.js';
import { lettersToSend, remindersToSend, type DueLetter } from './needs-poll.queries.js';

const BATCH = 50;
/** Organisations have no account that tells their language. */
const LOCALE = 'nl';

interface Kind {
  readonly key: string;
  readonly template: string;
  readonly letter: typeof pollLetter;
  readonly sentAt: 'mailedAt' | 'remindedAt';
}

const first: Kind = { key: 'needs-poll', template: 'needs-poll', letter: pollLetter, sentAt: 'mailedAt' };
const reminder: Kind = {
  ...{ key: 'needs-poll-reminder', template: 'needs-poll-reminder' },
  ...{ letter: pollReminderLetter, sentAt: 'remindedAt' },
};

/** Mails the letters of polls: each organisation one, and one reminder if it did not answer. */
@Injectable()
export class NeedsPollMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Writes every letter of a poll that is not written yet. */
  async postAll(pollId: string): Promise<void> {
    await this.inBatches(first, (tx, now) => lettersToSend(tx, pollId, localDateOf(now), BATCH));
  }

  /** Writes every reminder that is due now. */
  async remindDue(): Promise<void> {
    await this.inBatches(reminder, (tx, now) => remindersToSend(tx, now, localDateOf(now), BATCH));
  }

  private async inBatches(kind: Kind, claim: (tx: Tx, now: Date) => Promise<DueLetter[]>): Promise<void> {
    const some = async (tx: Tx) => {
      const now = this.clock.now();
      const due = await claim(tx, now);
      for (const letter of due) await this.post(tx, kind, letter, now);
      return due.length;
    };
    while ((await this.db.transaction(systemActor, some)) === BATCH);
  }

  private async post(
    tx: Tx,
    { key, template, letter, sentAt }: Kind,
    due: DueLetter,
    now: Date,
  ): Promise<void> {
    const { regionId, municipalityId, pollId, organisationId } = due;
    const token = newToken();
    await tx.insert(NeedsPollLink, { tokenHash: hashToken(token), pollId, organisationId, createdAt: now });
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId: null, sessionId: null, locale: LOCALE, template },
      key: `${key}:${pollId}:${organisationId}`,
      reason: 'needs-poll.sent',
      to: { name: due.contactName, address: due.contactEmail },
      letter: letter(due, `${this.config.publicUrl}/poll-answers/${token}`, LOCALE, this.translator(LOCALE)),
      holdsSecret: true,
      calendar: null,
    });
    await tx.update(NeedsPollOrganisation, { pollId, organisationId }, { [sentAt]: now });
  }
}
