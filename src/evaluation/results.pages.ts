import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Locale } from '../shared/locale.js';
import type { ResponseRow, Results } from './evaluation-results.queries.js';
import { spreadOf } from './effect.rules.js';
import { compareRows } from './compare.pages.js';
import { inLocale, moments, SCALE, valuesOf, type KnownQuestion, type Moment } from './question.rules.js';
import { addUp, answersIn, breakdowns, figuresOf, type Breakdown, type Figure } from './results.rules.js';
import { decimal, groupLabel } from './figures.pages.js';

const groupPattern = new RegExp(`^(${breakdowns.join('|')}):([0-9a-f-]{36})$`);

/** The address of the results; what does not make sense in it counts as not filled in. */
export const resultsQuery = z.object({
  course: z.uuid().optional().catch(undefined),
  period: z
    .string()
    .regex(/^\d{4}-[12]$/)
    .optional()
    .catch(undefined),
  group: z.string().regex(groupPattern).optional().catch(undefined),
  per: z.enum(breakdowns).optional().catch(undefined),
});
export type ResultsQuery = z.output<typeof resultsQuery>;
export type Group = { readonly breakdown: Breakdown; readonly id: string };

export const filterOf = ({ course, period }: ResultsQuery) => ({
  ...{ courseId: course ?? null, period: period ?? null },
});

function groupOf({ group }: ResultsQuery): Group | null {
  const [, breakdown, id] = groupPattern.exec(group ?? '') ?? [];
  return breakdown && id ? { breakdown: breakdown as Breakdown, id } : null;
}

export interface ResultsReader {
  /** Of whom the reader sees the answers; null for everyone. */
  readonly own: Group | null;
  readonly locale: Locale;
}

/** The model of `evaluation/results`. */
export function resultsPage(results: Results, query: ResultsQuery, reader: ResultsReader, t: Translate) {
  const { locale, own } = reader;
  const group = own ?? groupOf(query);
  const seen = figuresOf(results.figures, group);
  const sections = moments.flatMap((moment) => {
    const questions = results.questions.filter((question) => question.moment === moment);
    return questions.length === 0 ? [] : [sectionOf(moment, questions, seen, locale, t)];
  });
  return {
    intro: t(own === null ? 'evaluation.results.intro' : `evaluation.results.introOwn.${own.breakdown}`),
    filters: filterFields(results, query, reader, t),
    group: group && groupLabel(group, results.names, locale, t),
    responses: own === null && group === null ? responsesOf(results.responses, t) : [],
    compared: compareRows(results, { group: own ? null : query.per, figures: seen }, locale, t),
    sections,
    commentsHref: own === null ? listAddress('/evaluations/comments', { course: query.course }) : null,
    csvHref: listAddress('/evaluations.csv', { course: query.course, period: query.period }),
    empty: {
      title: t('evaluation.results.emptyTitle'),
      text: t(own === null ? 'evaluation.results.empty' : 'evaluation.results.emptyOwn'),
      action: own === null ? { href: '/courses', label: t('courses.title') } : null,
    },
  };
}

function sectionOf(
  moment: Moment,
  questions: readonly KnownQuestion[],
  figures: readonly Figure[],
  locale: Locale,
  t: Translate,
) {
  return {
    id: moment,
    title: t(`evaluation.moment.${moment}`),
    questions: questions.map((question) => {
      const counts = addUp(
        figures.filter((figure) => figure.moment === moment && figure.questionKey === question.key),
      );
      const answers = answersIn(counts);
      const spread = question.kind === 'scale' ? spreadOf(counts) : null;
      return {
        id: `${moment}-${question.key}`,
        text: inLocale(question.text, locale),
        summary: spread
          ? t('evaluation.results.mean', { count: answers, mean: decimal(spread.mean, locale) })
          : t('evaluation.results.answers', { count: answers }),
        rows: answers === 0 ? [] : distribution(question, counts, answers, locale, t),
      };
    }),
  };
}

function distribution(
  question: KnownQuestion,
  counts: Readonly<Record<string, number>>,
  answers: number,
  locale: Locale,
  t: Translate,
) {
  return valuesOf(question).map((value, index) => {
    const times = counts[value] ?? 0;
    const percentage = Math.round((100 * times) / answers);
    const label =
      question.kind === 'scale' ? scaleLabel(index, t) : inLocale(question.options[index]!, locale);
    return { label, times: String(times), percentage: String(percentage) };
  });
}

function scaleLabel(index: number, t: Translate): string {
  const value = String(SCALE[index]);
  if (index === 0) return t('evaluation.scale.lowest', { value });
  return index === SCALE.length - 1 ? t('evaluation.scale.highest', { value }) : value;
}

/** Asked, answered and counted at each moment, of all courses that are shown. */
function responsesOf(rows: readonly ResponseRow[], t: Translate) {
  return moments.flatMap((moment) => {
    const own = rows.filter((row) => row.moment === moment);
    const sum = (of: (row: ResponseRow) => number) => own.reduce((total, row) => total + of(row), 0);
    const [asked, answered, waiting] = [
      sum((row) => row.asked),
      sum((row) => row.answered),
      sum((row) => row.waiting),
    ];
    if (asked === 0) return [];
    const percentage = Math.round((100 * answered) / asked);
    return [
      {
        moment: t(`evaluation.moment.${moment}`),
        asked: String(asked),
        answered: t('evaluation.results.rate', { answered, percentage }),
        counted: String(answered - waiting),
      },
    ];
  });
}

function filterFields(
  { courses, periods, figures, names }: Results,
  query: ResultsQuery,
  { own, locale }: ResultsReader,
  t: Translate,
): readonly Field[] {
  const shown = breakdowns.flatMap((breakdown) =>
    [...new Set(figures.flatMap((figure) => (figure.breakdown === breakdown ? figure.cell.split(',') : [])))]
      .filter((id) => names.has(id))
      .map((id) => ({
        value: `${breakdown}:${id}`,
        label: groupLabel({ breakdown, id }, names, locale, t),
      })),
  );
  const groups = shown.sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const { fields } = buildForm(
    [
      {
        ...{
          name: 'course',
          kind: 'select',
          label: 'evaluation.course',
          emptyLabel: 'evaluation.allCourses',
        },
        options: courses.map(({ id, title }) => ({ value: id, label: title })),
      },
      {
        ...{
          name: 'period',
          kind: 'select',
          label: 'evaluation.period',
          emptyLabel: 'evaluation.allPeriods',
        },
        options: periods.map((value) => ({ value, label: periodLabel(value, t) })),
      },
      {
        ...{ name: 'group', kind: 'select', label: 'evaluation.group', emptyLabel: 'evaluation.everyone' },
        options: groups,
      },
      {
        ...{ name: 'per', kind: 'select', label: 'evaluation.per', emptyLabel: 'evaluation.notPer' },
        options: breakdowns.map((value) => ({ value, label: t(`evaluation.per.${value}`) })),
      },
    ],
    { ...query },
    [],
    t,
  );
  return own === null ? fields : fields.slice(0, 2);
}

export function periodLabel(period: string, t: Translate): string {
  const [year, half] = period.split('-');
  return t(half === '1' ? 'evaluation.half.1' : 'evaluation.half.2', { year: year! });
}
