import { decimal, signed } from '../evaluation/figures.pages.js';
import { formatCents, formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { chartOf, type Chart } from './chart.pages.js';
import { boundsOf, halfOf, halfYearAt, yearOf, type HalfYear } from './half-year.rules.js';
import type { KeptReport } from './kept.queries.js';
import {
  chapters,
  columnKinds,
  tablesIn,
  type Cell,
  type Chapter,
  type Column,
  type ColumnCode,
  type Figures,
  type Table,
} from './report.rules.js';

export interface Reader {
  readonly t: Translate;
  readonly locale: Locale;
}

/** What a column is called, and of which half-year it is where the table has others of the same too. */
interface Header {
  readonly name: string;
  readonly halfYear: string | null;
}

/** A table in words, as pages and files show it. */
export interface ShownTable {
  readonly code: string;
  readonly caption: string;
  readonly headers: readonly Header[];
  readonly lines: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly total: readonly string[] | null;
  readonly totalLabel: string;
  readonly lineHeader: string;
  readonly chart: Chart | null;
}

/** A chapter in words, as pages and files show it. */
export interface ShownChapter {
  readonly chapter: Chapter;
  readonly title: string;
  readonly definition: string;
  /** The paragraphs that the coordinator wrote. */
  readonly text: readonly string[];
  readonly tables: readonly ShownTable[];
  /** What is said where there is nothing to show. */
  readonly empty: string | null;
}

/** A half-year in words: '2e halfjaar 2026'. */
export const halfYearName = (halfYear: HalfYear, t: Translate): string =>
  t(halfOf(halfYear) === 1 ? 'council-report.half.first' : 'council-report.half.second', {
    // As text: a year is no amount to be grouped in thousands.
    year: String(yearOf(halfYear)),
  });

/** What a report is called. */
export const reportTitle = (
  { halfYear, place }: Pick<Figures, 'halfYear' | 'place'>,
  { t }: Pick<Reader, 't'>,
): string => t('council-report.of', { place, halfYear: halfYearName(halfYear, t) });

/** All chapters of a report in the reader's language, with the definitions of what they count. */
export function shownChapters({ figures, texts }: KeptReport, reader: Reader): ShownChapter[] {
  const { t, locale } = reader;
  const { from, until } = boundsOf(figures.halfYear);
  const dates = {
    ...{ from: formatDate(from, locale, 'long'), until: formatDate(until, locale, 'long') },
    ...{ countedOn: formatDate(figures.countedOn, locale, 'long'), year: String(yearOf(figures.halfYear)) },
  };
  return chapters.map((chapter) => {
    const codes: readonly string[] = tablesIn[chapter];
    const filled = figures.tables.filter(({ code, lines }) => codes.includes(code) && lines.length > 0);
    return {
      chapter,
      title: t(`council-report.chapter.${chapter}`),
      definition: t(`council-report.definition.${chapter}`, dates),
      text: (texts[chapter] ?? '').split('\n').filter((line) => line.trim() !== ''),
      tables: filled.map((table) => shownTable(table, figures.halfYear, reader)),
      empty: filled.length === 0 ? t('council-report.empty') : null,
    };
  });
}

function shownTable(table: Table, halfYear: HalfYear, reader: Reader): ShownTable {
  const { t, locale } = reader;
  const headers = table.columns.map((column) => headerOf(column, table, halfYear, t));
  const textOf = (column: number, cell: Cell): string => cellText(table.columns[column]!.code, cell, reader);
  const labels = table.lines.map(({ label, isDemo }) => {
    const name = locale === 'en' ? (label.en ?? label.nl) : label.nl;
    return isDemo ? t('council-report.demo', { name }) : name;
  });
  return {
    ...{ code: table.code, caption: t(`council-report.table.${table.code}`), headers },
    lines: table.lines.map(({ cells }, index) => ({
      label: labels[index]!,
      cells: cells.map((cell, column) => textOf(column, cell)),
    })),
    total: table.total && table.total.map((cell, column) => textOf(column, cell)),
    totalLabel: t('council-report.total'),
    lineHeader: t(`council-report.line.${table.code}`),
    chart: chartOf(table, { labels, headers: headers.map(headerText), textOf }),
  };
}

function headerOf({ code, moment }: Column, { columns }: Table, halfYear: HalfYear, t: Translate): Header {
  const name = t(`council-report.column.${code}`);
  const isCompared = columns.filter((column) => column.code === code).length > 1;
  if (!isCompared) return { name, halfYear: null };
  return { name: `${name},`, halfYear: halfYearName(halfYearAt(halfYear, moment), t) };
}

/** A header on one line. */
export const headerText = ({ name, halfYear }: Header): string =>
  halfYear === null ? name : `${name} ${halfYear}`;

function cellText(code: ColumnCode, cell: Cell, { t, locale }: Reader): string {
  const kind = columnKinds[code];
  if (cell === null) return kind === 'count' ? t('council-report.hidden') : t('council-report.none');
  if (typeof cell === 'string') return t(`council-report.verdict.${cell}`);
  switch (kind) {
    case 'cents':
      return formatCents(cell, locale);
    case 'mean':
      return decimal(cell, locale);
    case 'difference':
      return signed(cell, locale);
    default:
      return new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB').format(cell);
  }
}
