import type { Tx } from '../platform/database/database.js';
import type { Change } from '../platform/database/register.js';
import type { SampleRow } from './import-result.js';

const NAMED = `
  select id, name from municipality union all select id, name_nl from professional_function
  union all select id, name from organisation union all select id, name from provider
  union all select id, title from course union all select id, decision_number from grant_award
  union all select id, title from grant_line union all select id, title from grant_activity`;

/** The rows with names where their changes hold ids. */
export async function withNames(tx: Tx, sample: readonly SampleRow[]): Promise<SampleRow[]> {
  const ids = sample
    .flatMap(({ changes }) => changes.filter(isReference))
    .flatMap(({ before, after }) => [before, after]);
  if (ids.length === 0) return [...sample];
  const rows = await tx.query<{ id: string; name: string }[]>(
    `select id, name from (${NAMED}) named where id = any($1)`,
    [ids.flat().filter((id) => id !== null)],
  );
  const names = new Map<unknown, string>(rows.map(({ id, name }) => [id, name]));
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(named) : (names.get(value) ?? value);
  return sample.map((row) => ({
    ...row,
    changes: row.changes.map((change) =>
      isReference(change) ? { ...change, before: named(change.before), after: named(change.after) } : change,
    ),
  }));
}

const isReference = ({ field }: Change) => /Ids?$/.test(field);
