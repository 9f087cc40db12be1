import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { renderLetter, type Letter } from '../platform/mail/letter.js';
import { Postbox } from '../platform/mail/postbox.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { chooseWords } from '../wording/words.js';
import type { MailText } from '../wording/wording.queries.js';
import type { Texts } from '../wording/wording.rules.js';
import { exampleLetter, exampleValues, inventedCertificate, inventedEnrolment } from './example-letters.js';
import { newestCertificate, newestEnrolment } from './example.queries.js';

/** Shows what a mail would be with other words: on the screen, or in the own mailbox of who writes them. */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** The mail on the newest data that the actor may see. */
  async preview(
    actor: Actor,
    mail: MailText,
    texts: Texts,
  ): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
    const letter = await this.db.read(actor, (tx) => this.letter(tx, actor, mail, texts));
    const parts = await renderLetter(letter, mail.locale, actor.regionName);
    return { subject: letter.subject, ...parts };
  }

  /** Posts that mail, which says that it is a test, to the actor's own address and to nobody else. */
  async sendTest(actor: Actor, mail: MailText, texts: Texts): Promise<void> {
    const t = this.translator(mail.locale);
    await this.db.transaction(actor, async (tx) => {
      const letter = await this.letter(tx, actor, mail, texts);
      const [account] = await tx.query<{ name: string; email: string }[]>(
        'select name, email from account where id = $1',
        [actor.accountId],
      );
      await this.postbox.post(tx, {
        ...{ key: `mail-text.tested:${newId(this.clock.now())}`, reason: 'mail-text.tested' },
        ...{ template: 'mail-text-test', locale: mail.locale, calendar: null },
        to: { name: account!.name, address: account!.email },
        letter: {
          ...letter,
          subject: t('mail-texts.test.subject', { subject: letter.subject }),
          paragraphs: [t('mail-texts.test.note'), ...letter.paragraphs],
        },
        ...{ regionId: actor.regionId!, municipalityId: actor.municipalityId },
        ...{ professionalId: null, sessionId: null },
      });
    });
  }

  private async letter(tx: Tx, actor: Actor, mail: MailText, texts: Texts): Promise<Letter> {
    const { kind, locale } = mail;
    const t = this.translator(locale);
    const example = {
      ...{ locale, publicUrl: this.config.publicUrl },
      enrolled: (await newestEnrolment(tx, actor)) ?? inventedEnrolment(this.clock.now(), t),
      certificate: (await newestCertificate(tx, actor, locale)) ?? inventedCertificate(locale, t),
    };
    const written = { region: null, municipality: { ...texts, version: 0 } };
    const words = chooseWords(mail, written, exampleValues(kind, example, t));
    const { wording: _unsaved, ...letter } = exampleLetter(kind, example, words, t);
    return letter;
  }
}
