import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { zipFile, zipLength } from '../platform/files/zip-file.js';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { MOST_AT_ONCE, memberName } from './certificate-bundle.rules.js';
import { CertificateFiles } from './certificate-files.service.js';
import { CertificateFilesQueries, type BundledFile } from './certificate-files.queries.js';
import { printCertificates } from './certificate-pdf.js';
import { printedFrom } from './look/look-columns.queries.js';
import type { CertificateFilter } from './certificates.queries.js';

const BATCH = 20;

/** Many certificates in one file, of which a few are in memory at a time. */
@Injectable()
export class CertificateBundle {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CertificateFiles) private readonly files: CertificateFiles,
    @Inject(CertificateFilesQueries) private readonly queries: CertificateFilesQueries,
  ) {}

  /**
   * A ZIP of all that are not revoked; `length` is null where it is not known before the end.
   * @throws DomainError 'no-certificates' or 'too-many-certificates'
   */
  async zip(actor: Actor, filter: CertificateFilter): Promise<{ length: number | null; content: Readable }> {
    const bundled = await this.bundled(actor, filter);
    const sizes = bundled.flatMap((file) =>
      file.size === null ? [] : [{ name: memberName(file), size: file.size }],
    );
    return {
      length: sizes.length === bundled.length ? zipLength(sizes) : null,
      content: Readable.from(zipFile(this.members(actor, bundled)), { objectMode: false }),
    };
  }

  /**
   * All that are not revoked in one PDF to print, a page each. It is written twice, as only then its length is known
   * while no more than a page is in memory: 2,000 pages take some seconds.
   * @throws DomainError 'no-certificates' or 'too-many-certificates'
   */
  async print(
    actor: Actor,
    filter: CertificateFilter,
    about: { title: string; locale: Locale },
  ): Promise<{ length: number; content: Readable }> {
    const bundled = await this.bundled(actor, filter);
    const author = bundled[0]!.regionName;
    const print = { ...about, author, createdAt: this.clock.now() };
    const pages = () => printCertificates(this.words(actor, bundled), print);
    let length = 0;
    for await (const part of pages()) length += part.length;
    return { length, content: Readable.from(pages(), { objectMode: false }) };
  }

  private async bundled(actor: Actor, filter: CertificateFilter): Promise<readonly BundledFile[]> {
    const bundled = await this.queries.bundle(actor, filter, MOST_AT_ONCE + 1);
    if (bundled.length === 0) throw new DomainError('no-certificates');
    if (bundled.length > MOST_AT_ONCE) throw new DomainError('too-many-certificates', { most: MOST_AT_ONCE });
    return bundled;
  }

  private async *members(actor: Actor, bundled: readonly BundledFile[]) {
    for await (const [file, kept] of this.kept(actor, bundled))
      yield { name: memberName(file), date: file.issuedOn, bytes: await this.files.fileOf(kept) };
  }

  private async *words(actor: Actor, bundled: readonly BundledFile[]) {
    for await (const [, kept] of this.kept(actor, bundled)) yield printedFrom(kept);
  }

  private async *kept(actor: Actor, bundled: readonly BundledFile[]) {
    for (let start = 0; start < bundled.length; start += BATCH) {
      const batch = bundled.slice(start, start + BATCH);
      const kept = await this.queries.byIds(
        actor,
        batch.map(({ id }) => id),
      );
      for (const [index, file] of batch.entries()) yield [file, kept[index]!] as const;
    }
  }
}
