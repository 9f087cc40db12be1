import type { z } from 'zod';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import type { RowResult } from '../platform/database/register.js';
import type { MessageKey } from '../messages.js';
import { wordsOf } from './columns.js';
import { exampleAddress } from './example-files.js';
import { fault, shown, type Fault } from './fault.js';
import type { ImportKindName } from './import-kind-names.rules.js';
import { lookIn, type Look, type ReferenceName, type References } from './references.js';

/** What one kind of file holds and how its rows reach the register. */
export interface Definition<S extends z.ZodObject, Row> {
  readonly name: ImportKindName;
  /** Opens doors (a region, an account with any role): not for the upload page. */
  readonly systemOnly?: true;
  /** The columns by their Dutch names. */
  readonly schema: S;
  /** Columns that a file may leave out; they count as empty. */
  readonly optional?: readonly (keyof z.output<S> & string)[];
  readonly references: readonly ReferenceName[];
  /** What may stand in a file only once: each key separately, whatever the case of its letters. */
  readonly keys: (row: Row) => readonly string[];
  /** What several rows are about, such as a venue with rooms, and what they must all tell of it in the same way. */
  readonly sameFor?: (row: Row) => { readonly whole: string; readonly told: string };
  /** What the day of reading makes impossible; null when nothing. `today` is a local date. */
  readonly refuse?: (
    row: z.output<S>,
    today: string,
  ) => { readonly column: keyof z.output<S> & string; readonly key: MessageKey } | null;
  /** Replaces names by ids. */
  readonly resolve: (row: z.output<S>, look: Look) => Row;
  readonly register: (tx: Tx, actor: Actor, rows: readonly Row[]) => Promise<RegisteredRows>;
}

export interface RegisteredRows {
  /** One per row, in their order. */
  readonly results: readonly RowResult[];
  /** The region that the following files of the same import are about, when this file names it. */
  readonly regionId?: string;
}

/** A line whose columns are each in order. */
export interface CheckedLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly row: unknown;
}

/** A definition with its row types closed in, so that kinds can stand in one list. */
export interface ImportKind {
  readonly name: ImportKindName;
  readonly systemOnly: boolean;
  readonly schema: z.ZodObject;
  readonly columns: readonly string[];
  readonly optional: readonly string[];
  /** By column the words to choose from, where there is a choice. */
  readonly words: Readonly<Record<string, string>>;
  /** Where an example can be downloaded; null for a kind that is not for the page. */
  readonly exampleHref: string | null;
  readonly references: readonly ReferenceName[];
  /** Looks up all that the lines refer to; what is not found, or stands there twice, is added to `faults`. */
  resolve(
    lines: readonly CheckedLine[],
    looking: { readonly known: References; readonly today: string },
    faults: Fault[],
  ): readonly unknown[];
  /** Takes what `resolve` gave. */
  register(tx: Tx, actor: Actor, rows: readonly unknown[]): Promise<RegisteredRows>;
}

/** Closes a definition's types in. */
export function importKind<S extends z.ZodObject, Row>(definition: Definition<S, Row>): ImportKind {
  const columns = Object.keys(definition.schema.shape);
  return {
    name: definition.name,
    systemOnly: definition.systemOnly ?? false,
    schema: definition.schema,
    columns,
    optional: definition.optional ?? [],
    words: wordsByColumn(definition.schema),
    exampleHref: exampleAddress(definition.name),
    references: definition.references,
    resolve(lines, { known, today }, faults) {
      const firstWith = new Map<string, number>();
      const firstTold = new Map<string, { readonly line: number; readonly told: string }>();
      return lines.map(({ line, row, cells }) => {
        const refused = definition.refuse?.(row as z.output<S>, today);
        if (refused)
          faults.push(
            fault(
              refused.key,
              {},
              { line, column: refused.column, value: shown(cells[columns.indexOf(refused.column)]!) },
            ),
          );
        const resolved = definition.resolve(row as z.output<S>, lookIn(known, line, faults));
        for (const key of definition.keys(resolved).map((written) => written.toLowerCase())) {
          const earlier = firstWith.get(key);
          if (earlier === undefined) firstWith.set(key, line);
          else
            faults.push(
              fault('imports.fault.duplicate', { earlier }, { line, value: shown(cells.join(' · ')) }),
            );
        }
        const same = definition.sameFor?.(resolved);
        const first = same && firstTold.get(same.whole.toLowerCase());
        if (same && !first) firstTold.set(same.whole.toLowerCase(), { line, told: same.told });
        if (first && first.told !== same.told)
          faults.push(
            fault(
              'imports.fault.differs',
              { earlier: first.line },
              { line, value: shown(cells.join(' · ')) },
            ),
          );
        return resolved;
      });
    },
    register: (tx, actor, rows) => definition.register(tx, actor, rows as readonly Row[]),
  };
}

function wordsByColumn({ shape }: z.ZodObject): Record<string, string> {
  const found = Object.entries(shape).map(
    ([column, schema]) => [column, wordsOf(schema as z.ZodType)] as const,
  );
  return Object.fromEntries(found.flatMap(([column, words]) => (words === null ? [] : [[column, words]])));
}
