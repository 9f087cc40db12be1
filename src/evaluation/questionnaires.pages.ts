import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { inLocale, moments, type KnownQuestion, type Moment } from './question.rules.js';
import type { CourseQuestionnaires, QuestionnaireRow } from './questionnaire.queries.js';

/** The model of `evaluation/questionnaires`. */
export function questionnairesPage(
  { courseId, course, evaluationUrl, questionnaires }: CourseQuestionnaires,
  locale: Locale,
  t: Translate,
) {
  const base = `/courses/${courseId}/questionnaires`;
  const cards = moments.map((moment) => {
    const row = questionnaires.find((each) => each.moment === moment) ?? null;
    return {
      ...{ id: moment, title: t(`evaluation.moment.${moment}`), about: t(`evaluation.about.${moment}`) },
      badge: badgeOf(row, t),
      facts: row ? factsOf(row, moment, locale, t) : [],
      questions: (row?.questions ?? []).map((question) => questionLine(question, locale, t)),
      edit: { href: `${base}/${moment}`, label: t(row ? 'evaluation.change' : 'evaluation.make') },
    };
  });
  const asksAfter = questionnaires.some(({ moment, askedFrom }) => moment === 'after' && askedFrom !== null);
  return {
    course,
    cards,
    // The two never go together: a participant is asked once.
    elsewhere:
      evaluationUrl === null ? null : t(asksAfter ? 'evaluation.elsewhereNot' : 'evaluation.elsewhere'),
    standardAction: questionnaires.length < moments.length ? base : null,
    resultsHref: `/evaluations?course=${courseId}`,
  };
}

function badgeOf(row: QuestionnaireRow | null, t: Translate) {
  if (row === null) return { kind: 'neutral', label: t('evaluation.status.none') };
  return row.askedFrom === null
    ? { kind: 'warning', label: t('evaluation.status.stopped') }
    : { kind: 'success', label: t('evaluation.status.asked') };
}

function factsOf(
  { daysBefore, monthsAfter, askedFrom }: QuestionnaireRow,
  moment: Moment,
  locale: Locale,
  t: Translate,
) {
  const when = {
    before: () => t('evaluation.when.before', { count: daysBefore! }),
    after: () => t('evaluation.when.after'),
    later: () => t('evaluation.when.later', { count: monthsAfter! }),
  };
  return [
    { label: t('evaluation.when'), value: when[moment]() },
    ...(askedFrom ? [{ label: t('evaluation.since'), value: formatInstant(askedFrom, locale) }] : []),
  ];
}

function questionLine({ kind, text, options }: KnownQuestion, locale: Locale, t: Translate): string {
  const answers =
    kind === 'choice'
      ? options.map((option) => inLocale(option, locale)).join(' / ')
      : t(`evaluation.kind.${kind}`);
  return t('evaluation.questionLine', { question: inLocale(text, locale), answers });
}
