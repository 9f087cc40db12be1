import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { CertificatesQueries } from './certificates.queries.js';
import { drawCertificate } from './drawn-certificate.js';
import { LooksQueries } from './look/looks.queries.js';
import { supersede, written } from './superseding.js';

/** A certificate anew for someone whose name has changed, with the earlier one kept. */
@Injectable()
export class CertificateReplacement {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(CertificatesQueries) private readonly queries: CertificatesQueries,
    @Inject(LooksQueries) private readonly looks: LooksQueries,
  ) {}

  /**
   * Issues a certificate anew with the name that is in the register now, and takes back the earlier one. Day of issue
   * and end of validity stay what they were. Mails the owner only when asked; returns the new number.
   * @throws DomainError 'not-found', 'certificate-revoked', 'certificate-from-elsewhere' or 'certificate-name-same'
   */
  async replace(actor: Actor, number: string, { tell }: { readonly tell: boolean }): Promise<string> {
    const earlier = await this.queries.forReplacement(actor, number);
    if (!earlier) throw new DomainError('not-found');
    if (earlier.revokedAt) throw new DomainError('certificate-revoked');
    if (earlier.source !== null) throw new DomainError('certificate-from-elsewhere');
    if (earlier.nameNow === earlier.professionalName) throw new DomainError('certificate-name-same');
    const { nameNow, earlierId, revokedAt: _revoked, source: _source, ...given } = earlier;
    const drawn = drawCertificate(
      { ...given, professionalName: nameNow, replacesId: earlierId },
      {
        ...{ issuedAt: this.clock.now(), publicUrl: this.config.publicUrl },
        look: (await this.looks.ofNow([earlier.municipalityId])).get(earlier.municipalityId) ?? null,
        t: this.translator(earlier.locale),
      },
    );
    const certificate = await written(drawn);
    await this.db.transaction(actor, async (tx) => {
      await supersede(tx, this.audit, actor, certificate);
      if (tell) await this.outbox.publish(tx, 'certificate.issued', { certificateId: drawn.id });
    });
    return drawn.number;
  }
}
