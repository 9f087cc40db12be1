import type { Paged } from '../platform/database/paged.js';
import type { Change, Outcome } from '../platform/database/register.js';
import { nameOf } from '../platform/i18n/code-names.js';
import { formatCents, formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { pagination } from '../platform/web/pagination.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Locale } from '../shared/locale.js';
import type { Fault } from './fault.js';
import type { ImportKind } from './import-kind.js';
import type { ImportKindName } from './import-kind-names.rules.js';
import type { Counts, FileResult } from './import-result.js';
import type { ImportFileRow } from './imports.queries.js';

export const IMPORTS_PER_PAGE = 50;

/** More faults than this help nobody; the page says how many there are. */
const MOST_FAULTS = 200;

const kindLabel = (kind: ImportKindName, t: Translate) => t(`imports.kind.${kind}`);

/** Why a value or a line cannot be imported, in the reader's words. */
export function reasonOf({ issue }: Fault, t: Translate): string {
  if (issue.code !== 'custom' || typeof issue.params?.['kind'] !== 'string')
    return validationMessages([issue], t)[0]!.message;
  const kind = kindLabel(issue.params['kind'] as ImportKindName, t);
  return validationMessages([{ ...issue, params: { ...issue.params, kind } }], t)[0]!.message;
}

/** Where a fault is, such as 'regel 3, kolom email'; empty when it is about the whole file. */
export function placeOf({ line, column }: Fault, t: Translate): string {
  if (line === null) return '';
  return column === null ? t('imports.place.line', { line }) : t('imports.place.column', { line, column });
}

/** The page with what is wrong in a file. */
export function faultyPage(result: FileResult, t: Translate) {
  const total = result.faults.length;
  return {
    fileName: result.fileName,
    intro: t('imports.faulty.intro', { count: total }),
    onlyFirst: total > MOST_FAULTS ? t('imports.faulty.first', { count: MOST_FAULTS }) : null,
    faults: result.faults.slice(0, MOST_FAULTS).map((fault) => ({
      line: fault.line === null ? '' : String(fault.line),
      column: fault.column ?? '',
      value: fault.value ?? '',
      reason: reasonOf(fault, t),
    })),
  };
}

const badgeOf: Readonly<Record<Outcome, 'success' | 'warning' | 'neutral'>> = {
  added: 'success',
  changed: 'warning',
  same: 'neutral',
};

/** The page that says what confirming will do. */
export function previewPage(id: string, result: FileResult, locale: Locale, t: Translate) {
  const counts = result.counts ?? { added: 0, changed: 0, same: 0 };
  return {
    id,
    fileName: result.fileName,
    kind: result.kind === null ? '' : kindLabel(result.kind, t),
    figures: figuresOf(counts, t),
    nothingToDo: counts.added + counts.changed === 0,
    columns: result.columns,
    rows: result.sample.map(({ line, cells, outcome, changes }) => ({
      line,
      cells,
      changes: changes.map((change) => changeInWords(change, locale, t)),
      badge: { kind: badgeOf[outcome], label: t(`imports.outcome.${outcome}`) },
    })),
  };
}

function changeInWords({ field, before, after }: Change, locale: Locale, t: Translate): string {
  return t('imports.preview.change', {
    field: nameOf('deed.field', field, t),
    before: valueInWords(field, before, locale, t),
    after: valueInWords(field, after, locale, t),
  });
}

function valueInWords(field: string, value: unknown, locale: Locale, t: Translate): string {
  if (value === null || value === undefined || value === '') return t('imports.preview.noValue');
  if (typeof value === 'boolean') return t(value ? 'imports.preview.yes' : 'imports.preview.no');
  if (Array.isArray(value))
    return value.length === 0 ? t('imports.preview.noValue') : value.map(String).join(', ');
  const text = `${value as string | number}`;
  if (field.endsWith('Cents')) return formatCents(BigInt(text), locale);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, locale, 'long');
  return /level$/i.test(field) ? nameOf('courses.level', text, t) : text;
}

function figuresOf(counts: Counts, t: Translate) {
  return (['added', 'changed', 'same'] as const).map((name) => ({
    label: t(`imports.count.${name}`),
    value: counts[name],
  }));
}

/** The page that says what was saved. */
export function resultPage(row: ImportFileRow, t: Translate) {
  const { rows_added: added, rows_changed: changed, rows_same: same } = row;
  return {
    fileName: row.file_name,
    kind: kindLabel(row.kind, t),
    figures: figuresOf({ added: added ?? 0, changed: changed ?? 0, same: same ?? 0 }, t),
  };
}

/** The page with the choice of a file, what can be imported, and what was. */
export function importsPage(
  kinds: readonly ImportKind[],
  { rows, total }: Paged<ImportFileRow>,
  page: number,
  t: Translate,
) {
  return {
    kinds: kinds
      .filter(({ systemOnly }) => !systemOnly)
      .map((kind) => ({
        label: kindLabel(kind.name, t),
        columns: kind.columns
          .map((column) =>
            kind.optional.includes(column) ? t('imports.kinds.optional', { column }) : column,
          )
          .join(', '),
        words: Object.entries(kind.words).map(([column, words]) =>
          t('imports.kinds.words', { column, words }),
        ),
        exampleHref: kind.exampleHref,
      })),
    earlier: rows.map((row) => ({
      href: `/imports/${row.id}`,
      uploadedAt: row.uploaded_at,
      by: row.by_command
        ? t('imports.earlier.byCommand')
        : (row.uploaded_by_name ?? t('imports.earlier.byOther')),
      fileName: row.file_name,
      kind: kindLabel(row.kind, t),
      status: statusOf(row, t),
      counts: [row.rows_added, row.rows_changed, row.rows_same].map((count) =>
        count === null ? '–' : String(count),
      ),
    })),
    pagination: pagination(total, page, IMPORTS_PER_PAGE, (number) => `/imports?page=${number}`),
  };
}

function statusOf(row: ImportFileRow, t: Translate) {
  const applied = row.applied_at !== null;
  return {
    kind: applied ? 'success' : 'warning',
    label: t(applied ? 'imports.status.applied' : 'imports.status.waiting'),
  };
}
