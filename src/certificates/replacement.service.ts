import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { sha256Of } from './certificate-files.service.js';
import { writeCertificatePdf } from './certificate-pdf.js';
import { Certificate } from './certificate.entity.js';
import { CertificatesQueries } from './certificates.queries.js';
import { drawCertificate, wordsOf, type DrawnCertificate } from './drawn-certificate.js';

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
  ) {}

  /**
   * Issues a certificate anew with the name that is in the register now, and takes back the earlier one. Day of issue
   * and end of validity stay what they were. Mails the owner only when asked; returns the new number.
   * @throws DomainError 'not-found', 'certificate-revoked' or 'certificate-name-same'
   */
  async replace(actor: Actor, number: string, { tell }: { readonly tell: boolean }): Promise<string> {
    const earlier = await this.queries.forReplacement(actor, number);
    if (!earlier) throw new DomainError('not-found');
    if (earlier.revokedAt) throw new DomainError('certificate-revoked');
    if (earlier.nameNow === earlier.professionalName) throw new DomainError('certificate-name-same');
    const { nameNow, earlierId, revokedAt: _revoked, ...given } = earlier;
    const drawn = drawCertificate(
      { ...given, professionalName: nameNow, replacesId: earlierId },
      this.clock.now(),
      this.config.publicUrl,
      this.translator(earlier.locale),
    );
    const pdf = await writeCertificatePdf(wordsOf(drawn));
    await this.db.transaction(actor, async (tx) => {
      await this.takeBack(tx, actor, earlierId, drawn);
      await tx.insert(Certificate, { ...drawn, pdf, sha256: sha256Of(pdf) });
      if (tell) await this.outbox.publish(tx, 'certificate.issued', { certificateId: drawn.id });
    });
    return drawn.number;
  }

  private async takeBack(tx: Tx, actor: Actor, id: string, by: DrawnCertificate): Promise<void> {
    const revoked = await tx.update(
      Certificate,
      { id, revokedAt: IsNull() },
      { revokedAt: this.clock.now(), revocationReason: 'replaced' },
    );
    if (revoked.affected !== 1) throw new DomainError('certificate-revoked');
    await this.audit.record(tx, {
      ...{ actor, action: 'replaceCertificate', subjectType: 'certificate', subjectId: id },
      after: { number: by.number },
    });
  }
}
