import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { localDateOf } from '../shared/local-date.js';
import {
  Database,
  sqlState,
  violatedConstraint,
  violationDetail,
  type Tx,
} from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { checkLines, recognise } from './checking.js';
import { readTable } from './csv-reading.js';
import { fault, type Fault } from './fault.js';
import type { CheckedLine, ImportKind } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { countOutcomes, inLineOrder, sampleOf, type FileResult } from './import-result.js';
import { withNames } from './names.queries.js';
import { loadReferences } from './references.js';

export interface SourceFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A file of which every column of every line is in order, or not. */
interface CheckedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly kind: ImportKind | null;
  readonly rows: number;
  readonly lines: readonly CheckedLine[];
  readonly faults: readonly Fault[];
}

interface BroughtIn {
  readonly result: FileResult;
  readonly namedRegionId?: string | undefined;
}

/** Carries the results out of a transaction that must leave no trace. */
class NothingSaved extends Error {
  constructor(readonly results: FileResult[]) {
    super('nothing saved');
  }
}

/** Holds files against the register. A preview does all that an import does, and then leaves no trace. */
@Injectable()
export class Importer {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(ImportKinds) private readonly kinds: ImportKinds,
  ) {}

  /** Tells what an import of these files would do. */
  preview(actor: Actor, files: readonly SourceFile[]): Promise<FileResult[]> {
    return this.inTransaction(actor, async (tx) => {
      const { results } = await this.bringIn(tx, actor, files);
      throw new NothingSaved(results);
    });
  }

  /**
   * Imports the files together: all of it, or with any fault nothing. `andThen` runs within the same transaction.
   * @throws DomainError 'import-collides' or 'import-busy'
   */
  import(
    actor: Actor,
    files: readonly SourceFile[],
    andThen: (tx: Tx, actor: Actor, results: readonly FileResult[]) => Promise<void>,
  ): Promise<FileResult[]> {
    return this.inTransaction(actor, async (tx) => {
      const { results, regionId } = await this.bringIn(tx, actor, files);
      if (results.some(({ faults }) => faults.length > 0)) throw new NothingSaved(results);
      await andThen(tx, { ...actor, regionId }, results);
      return results;
    });
  }

  private async inTransaction(actor: Actor, work: (tx: Tx) => Promise<FileResult[]>): Promise<FileResult[]> {
    try {
      return await this.db.transaction(actor, work);
    } catch (error) {
      if (error instanceof NothingSaved) return error.results;
      if (sqlState(error) === '23505') throw new DomainError('import-collides');
      if (sqlState(error) === '55P03') throw new DomainError('import-busy');
      if (violatedConstraint(error) === 'changed_by_decision_only')
        throw new DomainError('import-against-decision', { what: violationDetail(error) });
      if (violatedConstraint(error) === 'activity_keeps_its_costs')
        throw new DomainError('import-against-activity', { what: violationDetail(error) });
      if (violatedConstraint(error) === 'grant_keeps_its_years')
        throw new DomainError('import-against-years', { what: violationDetail(error) });
      throw error;
    }
  }

  private async bringIn(
    tx: Tx,
    actor: Actor,
    files: readonly SourceFile[],
  ): Promise<{ results: FileResult[]; regionId: string | null }> {
    // One import at a time, so that what a row is compared with stands still.
    await tx.query("select pg_advisory_xact_lock(hashtext('import'))");
    const checked = this.inOrder(files.map((file) => this.check(actor, file)));
    const results: FileResult[] = [];
    let regionId = actor.regionId;
    let stopped = false;
    for (const file of checked) {
      const brought: BroughtIn = stopped
        ? { result: resultOf(file, file.faults) }
        : await this.bringInOne(tx, { ...actor, regionId }, file);
      results.push(brought.result);
      regionId = brought.namedRegionId ?? regionId;
      // What follows may refer to what was not saved: its own faults are told, not the ones that come of that.
      if (brought.result.faults.length > 0) stopped = true;
    }
    return { results, regionId };
  }

  private async bringInOne(tx: Tx, actor: Actor, file: CheckedFile): Promise<BroughtIn> {
    const { kind, lines } = file;
    const faults = [...file.faults];
    if (!kind) return { result: resultOf(file, faults) };
    if (!actor.regionId && kind.name !== 'regions') faults.push(fault('imports.fault.noRegion', {}));
    const today = localDateOf(this.clock.now());
    const known = await loadReferences(tx, actor.regionId, kind.references);
    const rows =
      actor.regionId || kind.name === 'regions' ? kind.resolve(lines, { known, today }, faults) : [];
    if (faults.length > 0) return { result: resultOf(file, faults) };
    const { results, regionId } = await kind.register(tx, actor, rows);
    const sample = await withNames(tx, sampleOf(lines, results));
    const found = { counts: countOutcomes(results), sample };
    return { result: { ...resultOf(file, []), ...found }, namedRegionId: regionId };
  }

  private check(actor: Actor, { fileName, content }: SourceFile): CheckedFile {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const nothing = { fileName, sha256, kind: null, rows: 0, lines: [] };
    const table = readTable(content);
    if (!table.ok) return { ...nothing, faults: [table.fault] };
    const recognised = recognise(table.value.header, this.kinds.all);
    if (!recognised.ok) return { ...nothing, faults: [recognised.fault] };
    const { kind, columns } = recognised;
    if (kind.systemOnly && actor.role !== 'system')
      return { ...nothing, faults: [fault('imports.fault.systemOnly', { kind: kind.name })] };
    const { lines, faults } = checkLines(table.value, kind, columns);
    return { fileName, sha256, kind, rows: table.value.lines.length, lines, faults };
  }

  /** Files depend on each other by kind; the ones we do not know come first, because they stop the import. */
  private inOrder(files: readonly CheckedFile[]): CheckedFile[] {
    const place = ({ kind }: CheckedFile) => (kind ? this.kinds.all.indexOf(kind) : -1);
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

function resultOf({ fileName, sha256, kind, rows }: CheckedFile, faults: readonly Fault[]): FileResult {
  return {
    fileName,
    sha256,
    kind: kind?.name ?? null,
    columns: kind?.columns ?? [],
    rows,
    faults: inLineOrder(faults),
    counts: null,
    sample: [],
  };
}
