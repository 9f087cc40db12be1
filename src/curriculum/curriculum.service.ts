import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntryLevel } from '../courses/course-level.rules.js';
import { Audit } from '../platform/audit/audit.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import type { RowResult } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { Curriculum, CurriculumRequirement } from './curriculum.entity.js';
import { curricula, functionsOf, type CurriculumRow, type FunctionChoice } from './curriculum.queries.js';
import { adviceFor, changesIn, chosenIn, type Wanted } from './curriculum.rules.js';

/** A line of a list of curricula. */
export interface RequirementEntry {
  readonly municipalityId: string;
  readonly functionId: string;
  readonly level: EntryLevel;
  readonly source: string;
}

/** Keeping the curricula: a coordinator of every municipality of the region, a contact of the own one. */
@Injectable()
export class CurriculumService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Asks these levels of these functions, and nothing where the level is null; other functions stay as they are.
   * @param version the one that whoever chose them looked at
   * @throws DomainError 'not-found', 'function-unknown' or 'changed-meanwhile'
   */
  async change(
    actor: Actor,
    municipalityId: string,
    version: number,
    levels: readonly { readonly functionId: string; readonly level: EntryLevel | null }[],
  ): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      if ((await curricula(tx, actor, [municipalityId])).length === 0) throw new DomainError('not-found');
      const [curriculum] = await this.hold(tx, actor, [municipalityId]);
      if (curriculum!.version !== version) throw new DomainError('changed-meanwhile');
      const functions = await functionsOf(tx, actor.regionId);
      const known = new Set(functions.map(({ id }) => id));
      if (levels.some(({ functionId }) => !known.has(functionId))) throw new DomainError('function-unknown');
      await this.write(tx, actor, curriculum!, chosenIn(curriculum!.requirements, levels), functions);
    });
  }

  /** Adds what the advice asks to every curriculum that the actor keeps, and says how many requirements that were. */
  async takeAdvice(actor: Actor): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const functions = await functionsOf(tx, actor.regionId);
      const kept = (await curricula(tx, actor)).map(({ municipalityId }) => municipalityId);
      let added = 0;
      for (const curriculum of await this.hold(tx, actor, kept)) {
        const advised = adviceFor(functions, curriculum.requirements);
        await this.write(tx, actor, curriculum, advised, functions);
        added += advised.length;
      }
      return added;
    });
  }

  /** Brings in requirements of a list, each known by its municipality and function. */
  async register(tx: Tx, actor: Actor, rows: readonly RequirementEntry[]): Promise<RowResult[]> {
    const functions = await functionsOf(tx, actor.regionId);
    const results = new Map<RequirementEntry, RowResult>();
    const told = [...new Set(rows.map(({ municipalityId }) => municipalityId))];
    for (const curriculum of await this.hold(tx, actor, told)) {
      const own = rows.filter(({ municipalityId }) => municipalityId === curriculum.municipalityId);
      for (const row of own) results.set(row, resultOf(curriculum, row));
      await this.write(tx, actor, curriculum, own, functions);
    }
    return rows.map((row) => results.get(row)!);
  }

  /** The curricula of these municipalities, which nobody else changes before the transaction ends. */
  private async hold(tx: Tx, actor: Actor, municipalityIds: readonly string[]): Promise<CurriculumRow[]> {
    // In a fixed order, so that two who hold several do not wait for each other.
    const kept = [...municipalityIds].sort();
    if (kept.length === 0) return [];
    await tx
      .createQueryBuilder()
      .insert()
      .into(Curriculum)
      .values(kept.map((id) => ({ municipalityId: id, regionId: actor.regionId!, version: 0 })))
      .orIgnore()
      .execute();
    const order = { municipalityId: 'asc' } as const;
    await tx.find(Curriculum, { where: { municipalityId: In(kept) }, order, lock: FOR_CHANGE });
    return curricula(tx, actor, kept);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { municipalityId, requirements }: CurriculumRow,
    wanted: readonly Wanted[],
    functions: readonly FunctionChoice[],
  ): Promise<void> {
    const changes = changesIn(requirements, wanted);
    if (changes.length === 0) return;
    const gone = changes.filter(({ level }) => level === null).map(({ functionId }) => functionId);
    if (gone.length > 0) await tx.delete(CurriculumRequirement, { municipalityId, functionId: In(gone) });
    const asked = changes.flatMap(({ functionId, level, source }) =>
      level === null ? [] : [{ municipalityId, functionId, regionId: actor.regionId!, level, source }],
    );
    if (asked.length > 0) await tx.upsert(CurriculumRequirement, asked, ['municipalityId', 'functionId']);
    await tx.increment(Curriculum, { municipalityId }, 'version', 1);
    const codes = new Map(functions.map(({ id, code }) => [id, code]));
    const before = new Map(requirements.map(({ functionId, level }) => [functionId, level]));
    const told = (levelOf: (change: Wanted) => EntryLevel | null) =>
      Object.fromEntries(changes.map((change) => [codes.get(change.functionId)!, levelOf(change)]));
    await this.audit.record(tx, {
      ...{ actor, action: 'change', subjectType: 'curriculum', subjectId: municipalityId },
      before: { requirements: told(({ functionId }) => before.get(functionId) ?? null) },
      after: { requirements: told(({ level }) => level) },
    });
  }
}

function resultOf({ requirements }: CurriculumRow, row: RequirementEntry): RowResult {
  const before = requirements.find(({ functionId }) => functionId === row.functionId);
  if (!before) return { outcome: 'added', changes: [] };
  const changes = (['level', 'source'] as const)
    .filter((field) => before[field] !== row[field])
    .map((field) => ({ field, before: before[field], after: row[field] }));
  return { outcome: changes.length === 0 ? 'same' : 'changed', changes };
}
