import type { Translate } from '../platform/i18n/translator.js';
import { type Cell, integerCell, textCell } from '../platform/files/cell.js';
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
      textCell(titles.get(figure.courseId) ?? ''),
      textCell(periodLabel(figure.period, t)),
      textCell(t(`evaluation.moment.${figure.moment}`)),
      textCell(inLocale(question.text, locale)),
      textCell(isAll ? t('evaluation.everyone') : t(`evaluation.per.${breakdown}`)),
      isAll ? null : textCell(labelOfCell(cell, names, locale, t)),
      integerCell(answersIn(counts)),
      spread === null ? null : textCell(decimal(spread.mean, locale)),
    ];
    return valuesOf(question).map((value, index) => [
      ...named,
      textCell(question.kind === 'scale' ? value : inLocale(question.options[index]!, locale)),
      integerCell(counts[value] ?? 0),
    ]);
  });
}
