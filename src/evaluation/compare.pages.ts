import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { effectOf, verdictOf, type Spread } from './effect.rules.js';
import type { Results } from './evaluation-results.queries.js';
import { decimal, labelOfCell, signed } from './figures.pages.js';
import { inLocale, type KnownQuestion } from './question.rules.js';
import { spreadAt, type Breakdown, type Figure } from './results.rules.js';

/** What is compared: figures of one group, or of each group that a breakdown has. */
interface Compared {
  readonly group: Breakdown | null | undefined;
  readonly figures: readonly Figure[];
}

/** Each statement before, after and later, with what changed and how sure that is; per group where that was asked. */
export function compareRows(
  { figures, questions, names }: Results,
  { group, figures: seen }: Compared,
  locale: Locale,
  t: Translate,
) {
  const statements = new Map(
    questions.flatMap((question) => (question.kind === 'scale' ? [[question.key, question] as const] : [])),
  );
  const groups = group
    ? cellsOf(figures, group, (cell) => labelOfCell(cell, names, locale, t))
    : [{ label: null, own: seen }];
  const rows = groups.flatMap(({ label, own }) =>
    [...statements.values()].flatMap((question) => {
      const row = rowOf(question, own, locale, t);
      return row ? [{ group: label, ...row }] : [];
    }),
  );
  return { rows, perGroup: group ? t(`evaluation.per.${group}`) : null };
}

function cellsOf(figures: readonly Figure[], breakdown: Breakdown, labelOf: (cell: string) => string) {
  const own = figures.filter((figure) => figure.breakdown === breakdown);
  return [...new Set(own.map(({ cell }) => cell))]
    .map((cell) => ({ label: labelOf(cell), own: own.filter((figure) => figure.cell === cell) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}

function rowOf({ key, text }: KnownQuestion, figures: readonly Figure[], locale: Locale, t: Translate) {
  const before = spreadAt(figures, 'before', key);
  const after = spreadAt(figures, 'after', key);
  const later = spreadAt(figures, 'later', key);
  if (!before && !after && !later) return null;
  const shown = (spread: Spread | null) =>
    spread
      ? t('evaluation.compare.mean', { mean: decimal(spread.mean, locale), count: spread.answers })
      : t('evaluation.tooFew');
  return {
    question: inLocale(text, locale),
    means: [before, after, later].map(shown),
    effects: [after, later].map((then) =>
      before && then ? effectInWords(before, then, locale, t) : t('evaluation.compare.none'),
    ),
  };
}

/** '+0,8 (tussen +0,4 en +1,2): vrijwel zeker hoger'. */
function effectInWords(before: Spread, then: Spread, locale: Locale, t: Translate): string {
  const effect = effectOf(before, then);
  const { difference, interval } = effect;
  return interval === null
    ? t('evaluation.verdict.alike', { difference: signed(difference, locale) })
    : t(`evaluation.verdict.${verdictOf(effect)}`, {
        difference: signed(difference, locale),
        from: signed(interval.from, locale),
        until: signed(interval.until, locale),
      });
}
