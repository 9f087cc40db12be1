import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { zipFile, type PackedMember, type StreamedMember } from '../platform/files/zip-file.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Views } from '../platform/web/views.js';
import type { Actor } from '../shared/actor.js';
import { indexDocument, type ListedFile } from './evidence-documents.pages.js';
import { dateOf, EvidenceFiles, type EvidenceFile } from './evidence-files.js';
import { HASHES, hashLine, INDEX, zipName } from './evidence-name.rules.js';
import { EvidenceOutlines, type Evidence, type Gap } from './evidence-outline.service.js';
import { keptOf } from './evidence.pages.js';
import { fitsInOneFile } from './evidence.rules.js';

/** Evidence of a grant and a year for the accountant, in one ZIP of which one file is in memory at a time. */
@Injectable()
export class EvidenceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Views) private readonly views: Views,
    @Inject(EvidenceOutlines) private readonly outlines: EvidenceOutlines,
    @Inject(EvidenceFiles) private readonly files: EvidenceFiles,
  ) {}

  /**
   * Makes the ZIP, and records who asked for it before anything of it is read. It ends with an index and the hashes, and
   * what goes wrong before that leaves it without the directory that makes it a ZIP.
   * @throws DomainError 'not-found' or 'evidence-too-large'
   */
  async make(
    actor: Actor,
    year: number,
    grantId: string,
  ): Promise<{ readonly name: string; readonly content: Readable }> {
    const evidence = await this.outlines.look(actor, year, grantId);
    if (!fitsInOneFile(keptOf(evidence))) throw new DomainError('evidence-too-large');
    await this.record(actor, evidence, 'askEvidence', {});
    const content = Readable.from(this.remembered(actor, evidence), { objectMode: false });
    return { name: zipName(year, evidence.grant.decisionNumber), content };
  }

  /** Passes the ZIP on but for its last piece, which goes only when its hash has been recorded. */
  private async *remembered(actor: Actor, evidence: Evidence): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let last = Buffer.alloc(0);
    for await (const piece of zipFile(this.members(actor, evidence))) {
      hash.update(piece);
      if (last.length > 0) yield last;
      last = piece as Buffer<ArrayBuffer>;
    }
    await this.record(actor, evidence, 'makeEvidence', { checksum: hash.digest('hex') });
    yield last;
  }

  private async *members(actor: Actor, evidence: Evidence): AsyncGenerator<PackedMember | StreamedMember> {
    const files: ListedFile[] = [];
    const changed: Gap[] = [];
    for await (const file of this.files.make(actor, evidence)) {
      const { keptSha256, path, content } = file;
      if (content === null) {
        changed.push({ kind: 'lost-file', path });
        continue;
      }
      const listed = yield* hashed({ ...file, content });
      files.push(listed);
      if (keptSha256 && keptSha256 !== listed.sha256) changed.push({ kind: 'changed-file', path });
    }
    const gaps = [...evidence.gaps, ...changed];
    const index = { files, gaps };
    const reader = { isDemo: actor.regionIsDemo, t: this.translator('nl') };
    const html = this.views.renderDocument('evidence/index', indexDocument(evidence, index, reader), 'nl');
    const told = { what: '', bookings: [], date: dateOf(evidence) };
    files.push(yield* hashed({ ...told, path: INDEX, content: Buffer.from(html) }));
    const sums = files.map(hashLine).join('');
    yield* hashed({ ...told, path: HASHES, content: Buffer.from(sums) });
  }

  private record(
    actor: Actor,
    { scope: { grantId, year, upTo } }: Evidence,
    action: 'askEvidence' | 'makeEvidence',
    facts: { readonly checksum?: string },
  ): Promise<void> {
    return this.db.transaction(actor, (tx) =>
      this.audit.record(tx, {
        ...{ actor, action, subjectType: 'grant', subjectId: grantId },
        after: { year, upTo, ...facts },
      }),
    );
  }
}

/** Puts a file in and tells how long it was and its hash. */
async function* hashed(
  file: EvidenceFile & { readonly content: Buffer | AsyncIterable<string | Buffer> },
): AsyncGenerator<PackedMember | StreamedMember, ListedFile> {
  const { path, what, bookings, date, content } = file;
  const hash = createHash('sha256');
  let size = 0;
  const count = (piece: string | Buffer) => {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
    hash.update(bytes);
    size += bytes.length;
    return bytes;
  };
  if (Buffer.isBuffer(content)) yield { name: path, date, bytes: count(content) };
  else yield { name: path, date, content: counted(content, count) };
  return { path, what, bookings, size, sha256: hash.digest('hex') };
}

async function* counted(
  content: AsyncIterable<string | Buffer>,
  count: (piece: string | Buffer) => Buffer,
): AsyncGenerator<Buffer> {
  for await (const piece of content) yield count(piece);
}
