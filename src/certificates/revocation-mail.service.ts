import { Inject, Injectable } from '@nestjs/common';
import { localeOfProfessional } from '../access/account-locale.queries.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { systemActor } from '../shared/actor.js';
import { wordsFor } from '../wording/words.js';
import {
  revokedLetter,
  revokedValues,
  type NamedCertificate,
  type Revocation,
} from './certificate.letters.js';

/** A certificate that was taken back and not replaced. */
interface RevokedRow extends NamedCertificate, Revocation {
  readonly regionId: string;
  readonly municipalityId: string;
  readonly professionalId: string;
  readonly email: string;
}

/** Tells people that their certificate was taken back, once for each certificate. */
@Injectable()
export class RevocationMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  async tell(certificateId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const revoked = await this.revoked(tx, certificateId);
      if (revoked) await this.post(tx, certificateId, revoked);
    });
  }

  private async post(tx: Tx, certificateId: string, revoked: RevokedRow): Promise<void> {
    const { regionId, municipalityId, professionalId, professionalName, email, locale } = revoked;
    const mail = { regionId, municipalityId, locale, kind: 'certificate-revoked' as const };
    const words = await wordsFor(tx, mail, revokedValues(revoked));
    const url = `${this.config.publicUrl}/certificates`;
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, locale, sessionId: null },
      key: `certificate.revoked:${certificateId}`,
      reason: 'certificate.revoked',
      template: 'certificate-revoked',
      to: { name: professionalName, address: email },
      letter: revokedLetter(revoked, revoked, words, url, this.translator(locale)),
      calendar: null,
    });
  }

  private async revoked(tx: Tx, certificateId: string): Promise<RevokedRow | null> {
    const rows = await tx.query<RevokedRow[]>(
      `select c.region_id "regionId", c.municipality_id "municipalityId", c.professional_id "professionalId",
         c.professional_name "professionalName", c.course_title "courseTitle", c.number,
         c.valid_until::text "validUntil", p.email, ${localeOfProfessional('p.id')} locale, c.revocation_reason reason,
         (select json_build_object('number', a.number, 'validUntil', a.valid_until) from certificate a
          where c.renewed_by is not null and a.professional_id = c.professional_id and a.revoked_at is null
            and a.id in (${EARLIER})) again
       from certificate c join professional p on p.id = c.professional_id
       where c.id = $1 and c.revoked_at is not null and c.revocation_reason <> 'replaced'`,
      [certificateId],
    );
    return rows[0] ?? null;
  }
}

/** All that came before the certificate in $1. */
const EARLIER = `with recursive earlier (id) as (
    select replaces_id from certificate where id = $1
    union all select k.replaces_id from earlier join certificate k on k.id = earlier.id)
  select id from earlier where id is not null`;
