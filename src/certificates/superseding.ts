import { IsNull } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Audit } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { sha256Of } from './certificate-files.service.js';
import { writeCertificatePdf } from './certificate-pdf.js';
import { Certificate } from './certificate.entity.js';
import { printedOf, type DrawnCertificate } from './drawn-certificate.js';

/** A certificate that comes in the place of an earlier one, with its file. */
export async function written(drawn: DrawnCertificate): Promise<Certificate> {
  const pdf = await writeCertificatePdf(printedOf(drawn));
  return { ...drawn, pdf, sha256: sha256Of(pdf) };
}

/**
 * Takes back the certificate that another one replaces, and gives that one. The earlier stays, as replaced.
 * @throws DomainError 'certificate-revoked' when it was taken back in the meantime
 */
export async function supersede(tx: Tx, audit: Audit, actor: Actor, by: Certificate): Promise<void> {
  const earlier = { id: by.replacesId!, revokedAt: IsNull() };
  const taken = { revokedAt: by.issuedAt, revocationReason: 'replaced' as const };
  const revoked = await tx.update(Certificate, earlier, taken);
  if (revoked.affected !== 1) throw new DomainError('certificate-revoked');
  await tx.insert(Certificate, by);
  await audit.record(tx, {
    ...{ actor, action: 'replaceCertificate', subjectType: 'certificate', subjectId: earlier.id },
    after: { number: by.number, validUntil: by.validUntil },
  });
}
