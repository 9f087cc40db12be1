import { effectOf, verdictOf } from '../evaluation/effect.rules.js';
import type { KnownQuestion } from '../evaluation/question.rules.js';
import { figuresOf, spreadAt, type Figure } from '../evaluation/results.rules.js';
import { halfYearAt, moments, type HalfYear } from './half-year.rules.js';
import { atEachMoment, now, type Cell, type Line, type Scope, type Table } from './report.rules.js';

/**
 * The tables of what participants say of themselves after and some months after a training, against before it. The
 * figures are those that evaluations show: what may not be shown is not among them.
 */
export function effectTables(
  figures: readonly Figure[],
  questions: readonly KnownQuestion[],
  halfYear: HalfYear,
  { municipalityId }: Scope,
): Table[] {
  const own = figuresOf(
    figures,
    municipalityId === null ? null : { breakdown: 'municipality', id: municipalityId },
  );
  const statements = new Map(
    questions.filter(({ kind }) => kind === 'scale').map((each) => [each.key, each]),
  );
  const columns = [
    ...now('answersBefore', 'meanBefore', 'answersThen', 'meanThen'),
    ...atEachMoment('difference'),
    ...now('verdict'),
  ];
  return (['after', 'later'] as const).map((then) => {
    const lines = [...statements.values()].flatMap(({ key, text }): Line[] => {
      const effects = moments.map((moment) => effectIn(own, key, then, halfYearAt(halfYear, moment)));
      const [effect] = effects;
      if (!effect) return [];
      const differences = effects.map((each) => each && rounded(each.difference));
      const cells: Cell[] = [
        ...[effect.before.answers, rounded(effect.before.mean)],
        ...[effect.after.answers, rounded(effect.after.mean)],
        ...differences,
        verdictOf(effect),
      ];
      return [{ label: text, isDemo: false, cells }];
    });
    return { code: `effect-${then}` as const, columns, lines, total: null };
  });
}

function effectIn(
  figures: readonly Figure[],
  questionKey: string,
  then: 'after' | 'later',
  halfYear: HalfYear,
) {
  const counted = figures.filter(({ period }) => period === halfYear);
  const before = spreadAt(counted, 'before', questionKey);
  const after = spreadAt(counted, then, questionKey);
  return before && after && effectOf(before, after);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
