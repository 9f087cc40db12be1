import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { writeCertificatePdf } from './certificate-pdf.js';
import { CertificatePress } from './certificate-press.js';
import { CertificateFilesQueries, type KeptFile } from './certificate-files.queries.js';
import { printedFrom } from './look/look-columns.queries.js';

/** Of a file, in hexadecimal. */
export const sha256Of = (file: Uint8Array) => createHash('sha256').update(file).digest('hex');

/** The files of certificates: a PDF that is downloaded has the hash that was kept at issue. */
@Injectable()
export class CertificateFiles {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CertificatePress) private readonly press: CertificatePress,
    @Inject(CertificateFilesQueries) private readonly queries: CertificateFilesQueries,
  ) {}

  /** @throws DomainError 'not-found', 'certificate-revoked' or 'certificate-from-elsewhere' */
  async pdf(actor: Actor, number: string): Promise<Buffer> {
    const kept = await this.queries.byNumber(actor, number);
    if (!kept) throw new DomainError('not-found');
    if (kept.revokedAt) throw new DomainError('certificate-revoked');
    if (kept.document === null) throw new DomainError('certificate-from-elsewhere');
    return this.fileOf(kept);
  }

  async fileOf(kept: KeptFile): Promise<Buffer> {
    return kept.pdf ?? (await writeCertificatePdf(printedFrom(kept)));
  }

  /** Makes the files of certificates from before files were kept; one that came out otherwise is not kept. */
  async keepEarlier(): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const earlier = await this.queries.withoutFile(after);
      if (earlier.length === 0) return;
      let next = 0;
      for await (const pdf of this.press.write(earlier.map(printedFrom)))
        await this.keep(earlier[next++]!.id, pdf);
      after = earlier.at(-1)!.id;
    }
  }

  private keep(id: string, pdf: Buffer): Promise<void> {
    return this.db.transaction(systemActor, async (tx) => {
      await tx.query('update certificate set pdf = $2 where id = $1 and pdf is null and sha256 = $3', [
        ...[id, pdf, sha256Of(pdf)],
      ]);
    });
  }
}
