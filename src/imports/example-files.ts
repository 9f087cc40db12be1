import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportKindName } from './import-kind-names.rules.js';

const folder = path.join(import.meta.dirname, '../../examples/flevoland');

/** Per list that can be read in on the page, the file of the example region that shows its shape. */
const onPage = {
  municipalities: 'gemeenten',
  functions: 'functies',
  organisations: 'organisaties',
  professionals: 'professionals',
  providers: 'aanbieders',
  courses: 'trainingen',
  curricula: 'curriculum',
  trainers: 'trainers',
  venues: 'locaties',
  grants: 'subsidies',
  'grant-activities': 'activiteiten',
  'grant-lines': 'begrotingsposten',
  budgets: 'begroting',
  allotments: 'toedelingen',
  history: 'historie',
  certificates: 'certificaten',
  'school-holidays': 'schoolvakanties',
} satisfies Record<Exclude<ImportKindName, 'regions' | 'accounts'>, string>;
const files: Partial<Record<ImportKindName, string>> = onPage;

/** The example of a list, with the name of its file; null when there is none. */
export async function readExample(kind: ImportKindName | undefined) {
  const name = kind && files[kind];
  if (name === undefined) return null;
  const fileName = `${name}.csv`;
  return { fileName, content: await readFile(path.join(folder, fileName)) };
}

/** Where the example of a list is served; null for one that has none. */
export function exampleAddress(kind: ImportKindName): string | null {
  return files[kind] === undefined ? null : `/imports/examples?list=${kind}`;
}
