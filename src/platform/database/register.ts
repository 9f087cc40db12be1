import { Inject, Injectable } from '@nestjs/common';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { Audit, type Deed } from '../audit/audit.js';
import { Clock } from '../clock.js';
import type { Tx } from './database.js';

export type Outcome = 'added' | 'changed' | 'same';

/** Rows that must stand in one table, known by a natural key. */
export interface Batch<E extends ObjectLiteral, Row> {
  readonly entity: EntityTarget<E>;
  readonly subjectType: Deed['subjectType'];
  /** Which rows of the table the batch is about, such as those of one region. */
  readonly within: FindOptionsWhere<E>;
  readonly key: readonly (keyof Row & string)[];
  readonly rows: readonly Row[];
  /** Fields about a person: the trail names them but keeps no value that someone may ask to have erased. */
  readonly personal?: readonly (keyof Row & string)[];
}

/** What a field held, and what it holds now. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of a row, with what differs when it was there already. */
export interface RowResult {
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
}

export interface Registered<Row> extends RowResult {
  readonly row: Row;
}

// PostgreSQL takes 65,535 values in a statement; no table of ours has more than 20 columns.
const ROWS_PER_STATEMENT = 1_000;

/** Brings rows into a table by their natural key: what is new is added, what differs is changed, the rest is left alone. */
@Injectable()
export class Register {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Answers the rows as they now stand, in their order; a row without an `id` gets the one it has or a new one. */
  async bringIn<E extends ObjectLiteral, Row extends Omit<E, 'id'> & ObjectLiteral>(
    tx: Tx,
    actor: Actor,
    batch: Batch<E, Row>,
  ): Promise<(Registered<Row> & { readonly row: Row & Pick<E, Extract<'id', keyof E>> })[]> {
    const metadata = tx.connection.getMetadata(batch.entity);
    const hasId = metadata.findColumnWithPropertyName('id') !== undefined;
    const keyOf = (row: ObjectLiteral) => {
      const values = batch.key.map((field) => row[field] as unknown);
      return values.length === 1 ? String(values[0]) : JSON.stringify(values);
    };
    const standing = new Map((await tx.findBy(batch.entity, batch.within)).map((row) => [keyOf(row), row]));
    const registered = batch.rows.map((row) => {
      const before = standing.get(keyOf(row));
      const fields = before ? changedFields(before, row) : [];
      const outcome: Outcome = !before ? 'added' : fields.length > 0 ? 'changed' : 'same';
      const known = (before?.['id'] ?? row['id']) as string | undefined;
      const id = hasId ? { id: known ?? newId(this.clock.now()) } : {};
      return { row: { ...row, ...id }, before, fields, outcome };
    });
    const written = registered.filter(({ outcome }) => outcome !== 'same');
    const primary = metadata.primaryColumns.map((column) => column.databaseName);
    const others = metadata.columns
      .filter(({ isPrimary }) => !isPrimary)
      .map((column) => column.databaseName);
    for (const part of inParts(written)) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(batch.entity)
        .values(part.map(({ row }) => row as unknown as QueryDeepPartialEntity<E>))
        .orUpdate(others, primary)
        .updateEntity(false)
        .execute();
      await this.audit.record(tx, ...part.map((change) => deedOf(actor, batch, keyOf, change)));
    }
    return registered.map(({ row, outcome, before, fields }) => ({
      row: row as Row & Pick<E, Extract<'id', keyof E>>,
      outcome,
      changes: fields.map((field) => ({
        field,
        before: before?.[field] as unknown,
        after: row[field] as unknown,
      })),
    }));
  }
}

interface Written {
  readonly row: ObjectLiteral;
  readonly before: ObjectLiteral | undefined;
  readonly fields: readonly string[];
}

function deedOf<E extends ObjectLiteral, Row>(
  actor: Actor,
  batch: Batch<E, Row>,
  keyOf: (row: ObjectLiteral) => string,
  { row, before, fields }: Written,
): Deed {
  const personal = new Set<string>(batch.personal ?? []);
  const told = (source: ObjectLiteral, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, personal.has(name) ? null : (source[name] as unknown)]));
  return {
    actor,
    action: before ? 'change' : 'register',
    subjectType: batch.subjectType,
    subjectId: (row['id'] as string | undefined) ?? keyOf(row),
    ...(before ? { before: told(before, fields) } : {}),
    after: told(row, before ? fields : Object.keys(row)),
  };
}

function changedFields(before: ObjectLiteral, row: ObjectLiteral): string[] {
  return Object.keys(row).filter((field) => valueOf(before[field]) !== valueOf(row[field]));
}

/** Two readings of one instant, or of one list, are two objects. */
function valueOf(held: unknown): unknown {
  if (held instanceof Date) return held.getTime();
  return Array.isArray(held) ? JSON.stringify(held) : held;
}

function* inParts<T>(items: readonly T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += ROWS_PER_STATEMENT)
    yield items.slice(start, start + ROWS_PER_STATEMENT);
}
