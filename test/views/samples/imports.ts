import { fault } from '../../../src/imports/fault.js';
import type { FileResult } from '../../../src/imports/import-result.js';
import { faultyPage, importsPage, previewPage, resultPage } from '../../../src/imports/imports.pages.js';
import type { ImportFileRow } from '../../../src/imports/imports.queries.js';
import { buildForm } from '../../../src/platform/web/forms.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const fileSpec = {
  name: 'file',
  kind: 'file',
  label: 'imports.file',
  description: 'imports.file.hint',
  required: true,
} as const;
const kinds = [
  {
    name: 'professionals',
    systemOnly: false,
    columns: ['naam', 'email'],
    optional: ['email'],
    words: { voorbeeld: 'ja, nee' },
    exampleHref: '/imports/examples?list=professionals',
  },
  { name: 'accounts', systemOnly: true, columns: ['rol'], optional: [], words: {}, exampleHref: null },
] as unknown as Parameters<typeof importsPage>[0];

const applied: ImportFileRow = {
  ...{ id, kind: 'professionals', file_name: `${'lange-naam-'.repeat(12)}<&>.csv` },
  ...{ uploaded_at: new Date('2026-09-01T08:00:00Z'), uploaded_by_name: null, by_command: true },
  ...{ applied_at: new Date('2026-09-01T08:05:00Z'), rows_added: 60, rows_changed: 2, rows_same: 49_938 },
};
const waiting: ImportFileRow = {
  ...applied,
  ...{ uploaded_by_name: 'Coen Voorbeeld', by_command: false, applied_at: null },
  ...{ rows_added: null, rows_changed: null, rows_same: null },
};
const result: FileResult = {
  ...{
    fileName: 'professionals.csv',
    sha256: 'x',
    kind: 'professionals',
    columns: ['naam', 'email'],
    rows: 3,
  },
  faults: [],
  counts: { added: 1, changed: 1, same: 1 },
  sample: [
    { line: 2, cells: ['Noor <b>', 'noor@voorbeeld.example'], outcome: 'added', changes: [] },
    {
      ...{ line: 3, cells: ['مثال', ''], outcome: 'changed' },
      changes: [
        { field: 'name', before: 'Noor <b>', after: 'مثال' },
        { field: 'organisationId', before: 'Jongerenwerk Urk', after: null },
        { field: 'priceCents', before: null, after: '275000' },
        { field: 'reviewOn', before: '2026-09-01', after: '2027-09-01' },
        { field: 'level', before: 'basic', after: 'advanced' },
        { field: 'isDemo', before: true, after: false },
        { field: 'functionIds', before: [], after: ['BOA', 'docent'] },
      ],
    },
    { line: 4, cells: ['Daan', 'daan@voorbeeld.example'], outcome: 'same', changes: [] },
  ],
};
const faults = [
  fault(
    'imports.fault.columnsDiffer',
    { kind: 'professionals', missing: 'naam', unknown: 'nam' },
    { line: 1 },
  ),
  fault('imports.fault.unknown.municipality', {}, { line: 3, column: 'gemeente', value: '<Atlantis>' }),
];

export const samples = {
  'imports/start': [
    {
      title: 'Import',
      form: buildForm([fileSpec], {}, [], t),
      ...importsPage(kinds, { rows: [], total: 0 }, 1, t),
    },
    {
      title: 'Import',
      form: buildForm([fileSpec], {}, [{ path: 'file', message: t('imports.file.required') }], t),
      ...importsPage(kinds, { rows: [applied, waiting], total: 120 }, 2, t),
    },
  ],
  'imports/preview': [
    { title: 'Klopt dit?', ...previewPage(id, result, 'nl', t) },
    {
      title: 'Klopt dit?',
      ...previewPage(id, { ...result, counts: { added: 0, changed: 0, same: 0 }, sample: [] }, 'nl', t),
    },
  ],
  'imports/faulty': [
    { title: 'Fouten', ...faultyPage({ ...result, kind: null, counts: null, faults }, t) },
    {
      title: 'Fouten',
      ...faultyPage({ ...result, faults: Array.from({ length: 300 }, () => faults[1]!) }, t),
    },
  ],
  'imports/result': [{ title: 'Opgeslagen', ...resultPage(applied, t) }],
};
