import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { wordsFor } from '../wording/words.js';
import { expiresLetter, expiryValues } from './certificate.letters.js';
import { takeExpiring, type Expiring } from './expiring.queries.js';
import { lastDayToTell } from './expiry.rules.js';

/** Tells people some time beforehand that their certificate expires, once for each certificate. */
@Injectable()
export class ExpiryMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Writes down every mail that is due now; several workers may run this at once. */
  async tellAll(): Promise<void> {
    while ((await this.db.transaction(systemActor, (tx) => this.tellSome(tx))) > 0);
  }

  /** Returns how many it told of. */
  private async tellSome(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const expiring = await takeExpiring(tx, lastDayToTell(now), now);
    for (const certificate of expiring) await this.post(tx, certificate);
    await tx.query('update certificate set expiry_told_at = $2 where id = any($1)', [
      expiring.map(({ id }) => id),
      now,
    ]);
    return expiring.length;
  }

  private async post(tx: Tx, certificate: Expiring): Promise<void> {
    const { id, regionId, municipalityId, professionalId, professionalName, email, locale } = certificate;
    const mail = { regionId, municipalityId, locale, kind: 'certificate-expires' as const };
    const words = await wordsFor(tx, mail, expiryValues(certificate));
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, locale, sessionId: null },
      key: `certificate.expires:${id}`,
      reason: 'certificate.expires',
      template: 'certificate-expires',
      to: { name: professionalName, address: email },
      letter: expiresLetter(certificate, words, `${this.config.publicUrl}/sessions`, this.translator(locale)),
      calendar: null,
    });
  }
}
