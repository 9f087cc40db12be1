import type { Tx } from '../platform/database/database.js';
import { fault, shown, type Fault } from './fault.js';

export type ReferenceName =
  | 'municipality'
  | 'function'
  | 'organisation'
  | 'professional'
  | 'provider'
  | 'course'
  | 'grant'
  | 'grant-year'
  | 'grant-activity'
  | 'grant-line';

/**
 * Finds the id behind what a column says; an organisation is looked for within a municipality a year within a
 * grant and a line within a year of it. What is not there becomes a fault, and the id an empty text that nobody will use.
 */
export type Look = (reference: ReferenceName, column: string, written: string, within?: string) => string;

/** Ids by the names that files use, in small letters. */
type Known = ReadonlyMap<string, string>;
export type References = ReadonlyMap<ReferenceName, Known>;

const sqlOf: Readonly<Record<ReferenceName, string>> = {
  municipality:
    'select id, cbs_code name from municipality where region_id = $1 union all select id, name from municipality where region_id = $1',
  function:
    'select id, name_nl name from professional_function where region_id = $1 union all select id, code from professional_function where region_id = $1',
  organisation: "select id, municipality_id || '/' || name name from organisation where region_id = $1",
  professional: 'select id, email name from professional where region_id = $1',
  provider: 'select id, name from provider where region_id = $1',
  course: 'select id, code name from course where region_id = $1',
  grant: 'select id, decision_number name from grant_award where region_id = $1',
  'grant-year': `select year::text id, g.id || '/' || year name from grant_award g, generate_series(first_year, last_year) year where region_id = $1
    union all select first_year::text, id || '/' from grant_award where region_id = $1 and first_year = last_year`,
  'grant-activity': "select id, grant_id || '/' || code name from grant_activity where region_id = $1",
  'grant-line': "select id, grant_id || '/' || year || '/' || code name from grant_line where region_id = $1",
};

/** Loads what the columns of a file can refer to, within one region. */
export async function loadReferences(
  tx: Tx,
  regionId: string | null,
  names: readonly ReferenceName[],
): Promise<References> {
  const known = new Map<ReferenceName, Known>();
  for (const name of names) {
    const rows = await tx.query<{ id: string; name: string }[]>(sqlOf[name], [regionId]);
    known.set(name, new Map(rows.map((row) => [row.name.toLowerCase(), row.id])));
  }
  return known;
}

/** A look for one line, which adds what it does not find to `faults`. */
export function lookIn(known: References, line: number, faults: Fault[]): Look {
  return (reference, column, written, within) => {
    // What it stands within was not found either, and that has been said.
    if (within === '') return '';
    const name = within === undefined ? written : `${within}/${written}`;
    const id = known.get(reference)?.get(name.toLowerCase());
    if (id === undefined)
      faults.push(fault(`imports.fault.unknown.${reference}`, {}, { line, column, value: shown(written) }));
    return id ?? '';
  };
}
