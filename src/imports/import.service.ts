import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ImportFile } from './import-file.entity.js';
import type { FileResult } from './import-result.js';
import { Importer, type SourceFile } from './importer.js';

/** How long a file that was looked at waits to be applied. */
const WAITS_MS = 7 * 24 * 60 * 60_000;

/** What a look at an uploaded file gave: an id to apply it by, or null when it has faults and was not kept. */
export interface Upload {
  readonly id: string | null;
  readonly result: FileResult;
}

@Injectable()
export class ImportService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Importer) private readonly importer: Importer,
  ) {}

  /** Imports every CSV file of a folder together, in the order in which they depend on each other: all or nothing. */
  async importFolder(actor: Actor, folder: string): Promise<FileResult[]> {
    const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
    const files = names.map(async (fileName) => ({
      fileName,
      content: await readFile(path.join(folder, fileName)),
    }));
    return this.importFiles(actor, await Promise.all(files));
  }

  /** Imports the files together: all of it, or with any fault nothing. */
  importFiles(actor: Actor, files: readonly SourceFile[]): Promise<FileResult[]> {
    return this.importer.import(actor, files, async (tx, inRegion, results) => {
      for (const result of results)
        await tx.insert(ImportFile, { ...this.row(inRegion, result), ...this.applied(result) });
    });
  }

  /** Looks at a file and, when it has no fault, keeps it to be applied as it is. */
  async upload(actor: Actor, file: SourceFile): Promise<Upload> {
    const result = (await this.importer.preview(actor, [file]))[0]!;
    if (result.faults.length > 0) return { id: null, result };
    const row = this.row(actor, result);
    await this.db.transaction(actor, async (tx) => {
      const before = new Date(this.clock.now().getTime() - WAITS_MS);
      await tx.delete(ImportFile, { appliedAt: IsNull(), uploadedAt: LessThan(before) });
      await tx.insert(ImportFile, { ...row, content: Buffer.from(file.content), appliedAt: null });
    });
    return { id: row.id, result };
  }

  /**
   * Looks again at a file that waits; null when it has been applied.
   * @throws DomainError 'not-found'
   */
  async previewUploaded(actor: Actor, id: string): Promise<FileResult | null> {
    const file = await this.db.read(actor, (tx) => this.get(tx, id));
    if (!file.content) return null;
    return (await this.importer.preview(actor, [{ fileName: file.fileName, content: file.content }]))[0]!;
  }

  /**
   * Applies a file that waits; a second time does nothing. With faults that arose since, nothing is saved.
   * @throws DomainError 'not-found'
   */
  async applyUploaded(actor: Actor, id: string): Promise<void> {
    const file = await this.db.read(actor, (tx) => this.get(tx, id));
    if (!file.content) return;
    const source = { fileName: file.fileName, content: file.content };
    await this.importer.import(actor, [source], async (tx, _inRegion, [result]) => {
      await tx.update(ImportFile, { id, appliedAt: IsNull() }, { content: null, ...this.applied(result!) });
    });
  }

  private async get(tx: Tx, id: string): Promise<ImportFile> {
    const file = await tx.findOneBy(ImportFile, { id });
    if (!file) throw new DomainError('not-found');
    return file;
  }

  private row(actor: Actor, { kind, fileName, sha256 }: FileResult) {
    return {
      id: newId(this.clock.now()),
      regionId: actor.regionId!,
      kind: kind!,
      fileName,
      sha256,
      uploadedAt: this.clock.now(),
      uploadedBy: actor.accountId,
    };
  }

  private applied({ counts }: FileResult) {
    return {
      appliedAt: this.clock.now(),
      rowsAdded: counts!.added,
      rowsChanged: counts!.changed,
      rowsSame: counts!.same,
    };
  }
}
