import type { Translate } from '../platform/i18n/translator.js';
import type { Cell } from '../platform/files/cell.js';
import type { Locale } from '../shared/locale.js';
import type { Results } from './evaluation-results.queries.js';
import { spreadOf } from './effect.rules.js';
import { decimal, labelOfCell } from './figures.pages.js';
import { inLocale, valuesOf } from './question.rules.js';
import { answersIn } from './results.rules.js';
import { periodLabel } from './results.pages.js';

const COLUMNS = [
  'course',
  'period',
  'moment',
  'question',
  'per',
  'group',
  'answers',
  'mean',
  'answer',
  'times',
] as const;

export const tableColumns = (t: Translate): string[] => COLUMNS.map((name) => t(`evaluation.column.${name}`));

/** Every figure that may be shown, a line for each value. */
export function tableRows(results: Results, locale: Locale, t: Translate): Cell[][] {
  const { figures, questions, courses, names } = results;
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  const known = new Map(questions.map((question) => [question.key, question]));
  return figures.flatMap((figure) => {
    const question = known.get(figure.questionKey)!;
    const { breakdown, cell, counts } = figure;
    const spread = question.kind === 'scale' ? spreadOf(counts) : null;
    const isAll = breakdown === 'all';
    const named = [
      text(titles.get(figure.courseId) ?? ''),
      text(periodLabel(figure.period, t)),
      text(t(`evaluation.moment.${figure.moment}`)),
      text(inLocale(question.text, locale)),
      text(isAll ? t('evaluation.everyone') : t(`evaluation.per.${breakdown}`)),
      isAll ? null : text(labelOfCell(cell, names, locale, t)),
      integer(answersIn(counts)),
      spread === null ? null : text(decimal(spread.mean, locale)),
    ];
    return valuesOf(question).map((value, index) => [
      ...named,
      text(question.kind === 'scale' ? value : inLocale(question.options[index]!, locale)),
      integer(counts[value] ?? 0),
    ]);
  });
}

const text = (value: string): Cell => ({ kind: 'text', value });
const integer = (value: number): Cell => ({ kind: 'integer', value });
