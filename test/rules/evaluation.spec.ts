import fc from 'fast-check';
import {
  isTimeToAsk,
  periodOf,
  timeToAsk,
  timeToRemindBefore,
  type Occasion,
} from '../../src/evaluation/asking.rules.js';
import { effectOf, spreadOf, verdictOf } from '../../src/evaluation/effect.rules.js';
import { LEAST_ANSWERS, shownCells } from '../../src/evaluation/hiding.rules.js';
import {
  keyOf,
  moments,
  questionFaults,
  valuesOf,
  type Question,
} from '../../src/evaluation/question.rules.js';
import {
  addUp,
  answersIn,
  breakdowns,
  figuresOf,
  publishable,
  type Breakdown,
  type CountRow,
} from '../../src/evaluation/results.rules.js';
import { standardPlans } from '../../src/evaluation/standard-questions.rules.js';
import { studentBelow, studentQuantile } from '../../src/evaluation/student.rules.js';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const DAY = 24 * 60 * 60_000;

describe('what is shown of a table', () => {
  const table = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }).map((sizes) => ({
    total: sum(sizes),
    cells: sizes.map((answers, index) => ({ cell: `c${index}`, answers })),
  }));

  test('is no cell under five', () => {
    fc.assert(
      fc.property(table, ({ total, cells }) => {
        const shown = shownCells(total, cells);
        expect(cells.filter(({ cell, answers }) => shown.has(cell) && answers < LEAST_ANSWERS)).toEqual([]);
      }),
    );
  });

  test('never leaves one to four when any of it is taken from the total', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.boolean()), ({ total, cells }, choices) => {
        // Of fewer than five in all nothing is shown to take anything from.
        fc.pre(total >= LEAST_ANSWERS);
        const shown = shownCells(total, cells);
        const taken = cells.filter(({ cell }) => shown.has(cell) && choices.next().value);
        const left = total - sum(taken.map(({ answers }) => answers));
        expect(left === 0 || left >= LEAST_ANSWERS).toBe(true);
      }),
    );
  });

  test('hides at most one cell of five or more', () => {
    fc.assert(
      fc.property(table, ({ total, cells }) => {
        const large = cells.filter(({ answers }) => answers >= LEAST_ANSWERS).length;
        expect(large - shownCells(total, cells).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is all of it where every cell has five or more', () => {
    const cells = [5, 6, 30].map((answers) => ({ cell: String(answers), answers }));
    expect([...shownCells(41, cells)].sort()).toEqual(['30', '5', '6']);
  });
});

/** Someone's answer to one question, as the database counts it. */
const answer = fc.record({
  moment: fc.constantFrom(...moments),
  period: fc.constantFrom('2026-1', '2026-2'),
  courseId: fc.constantFrom('course-a', 'course-b'),
  value: fc.constantFrom('1', '3', '5'),
  trainers: fc.constantFrom('t1', 't2', 't1,t2', ''),
  municipality: fc.constantFrom('m1', 'm2', 'm3'),
  function: fc.constantFrom('f1', 'f2'),
});
type Answer = typeof answer extends fc.Arbitrary<infer Each> ? Each : never;

function countsOf(answers: readonly Answer[]): CountRow[] {
  const counts = new Map<string, CountRow>();
  for (const given of answers)
    for (const breakdown of ['all', ...breakdowns] as const) {
      const { courseId, moment, period, value } = given;
      const cell = breakdown === 'all' ? '' : given[breakdown];
      const named = { courseId, moment, period, value, questionKey: 'q', breakdown, cell };
      const key = JSON.stringify(named);
      counts.set(key, { ...named, answers: (counts.get(key)?.answers ?? 0) + 1 });
    }
  return [...counts.values()];
}

describe('figures that are published', () => {
  const given = fc.array(answer, { maxLength: 160, size: 'max' });
  const chosen = fc.record({
    courses: fc.subarray(['course-a', 'course-b'], { minLength: 1 }),
    periods: fc.subarray(['2026-1', '2026-2'], { minLength: 1 }),
    moment: fc.constantFrom(...moments),
  });

  test.each(breakdowns)('of no choice of courses and half-years leave one to four by %s', (breakdown) => {
    fc.assert(
      fc.property(given, chosen, (answers, { courses, periods, moment }) => {
        const seen = publishable(countsOf(answers)).filter(
          (figure) =>
            courses.includes(figure.courseId) && periods.includes(figure.period) && figure.moment === moment,
        );
        const total = answersIn(addUp(figuresOf(seen, null)));
        const own = seen.filter((figure) => figure.breakdown === breakdown);
        const cells = [...new Set(own.map(({ cell }) => cell))].map((cell) =>
          answersIn(addUp(own.filter((figure) => figure.cell === cell))),
        );
        expect(cells.filter((answersOfCell) => answersOfCell < LEAST_ANSWERS)).toEqual([]);
        const left = total - sum(cells);
        expect(left === 0 || left >= LEAST_ANSWERS).toBe(true);
      }),
    );
  });

  test('never grow by one to four when half-years or courses are added', () => {
    const group: { breakdown: Breakdown; id: string } = { breakdown: 'trainers', id: 't1' };
    fc.assert(
      fc.property(given, (answers) => {
        const figures = publishable(countsOf(answers));
        for (const whose of [null, group])
          for (const period of ['2026-1', '2026-2']) {
            const all = figuresOf(figures, whose);
            const grown =
              answersIn(addUp(all)) - answersIn(addUp(all.filter((figure) => figure.period === period)));
            expect(grown === 0 || grown >= LEAST_ANSWERS).toBe(true);
          }
      }),
    );
  });

  test('count what was answered, and nothing else', () => {
    fc.assert(
      fc.property(given, (answers) => {
        for (const { courseId, moment, period, breakdown, cell, counts } of publishable(countsOf(answers))) {
          const same = answers.filter(
            (each) =>
              each.courseId === courseId &&
              each.moment === moment &&
              each.period === period &&
              (breakdown === 'all' || each[breakdown] === cell),
          );
          for (const value of ['1', '3', '5'])
            expect(counts[value] ?? 0).toBe(same.filter((each) => each.value === value).length);
        }
      }),
    );
  });
});

describe('the distribution of Student', () => {
  // Table of the t-distribution, 97.5% (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
  test.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [8, 2.306],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ])('with %i degrees of freedom has its quantile where the table says', (freedom, quantile) => {
    expect(studentQuantile(0.975, freedom)).toBeCloseTo(quantile, 3);
  });

  test('stays below its own quantile as often as was asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.51, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        (probability, freedom) => {
          expect(studentBelow(studentQuantile(probability, freedom), freedom)).toBeCloseTo(probability, 9);
        },
      ),
    );
  });
});

describe('what a training changed', () => {
  const counts = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.integer({ min: 1, max: 40 }), {
    minKeys: 1,
  });

  test('lies in an interval as the test of Welch gives it', () => {
    // SciPy: ttest_ind([4,4,4,5,5,5,5,5], [1,2,2,3,3,3], equal_var=False), with 7.9517 degrees of freedom.
    const effect = effectOf(spreadOf({ '1': 1, '2': 2, '3': 3 })!, spreadOf({ '4': 3, '5': 5 })!);
    expect(effect.difference).toBeCloseTo(2.2917, 4);
    expect(effect.interval!.from).toBeCloseTo(1.41387, 5);
    expect(effect.interval!.until).toBeCloseTo(3.16946, 5);
    expect(verdictOf(effect)).toBe('higher');
  });

  test('is the same the other way round, with the other sign', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const [there, back] = [
          effectOf(spreadOf(one)!, spreadOf(other)!),
          effectOf(spreadOf(other)!, spreadOf(one)!),
        ];
        expect(there.difference).toBeCloseTo(-back.difference, 9);
        if (there.interval) expect(there.interval.from).toBeCloseTo(-back.interval!.until, 6);
        else expect(back.interval).toBeNull();
      }),
    );
  });

  test('lies in the middle of its interval, and is sure only where nothing is not in it', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const effect = effectOf(spreadOf(one)!, spreadOf(other)!);
        const { interval, difference } = effect;
        if (!interval) return expect(verdictOf(effect)).toBe('alike');
        expect((interval.from + interval.until) / 2).toBeCloseTo(difference, 6);
        expect(verdictOf(effect) === 'unclear').toBe(interval.from <= 0 && interval.until >= 0);
      }),
    );
  });

  test('is surer with more answers of the same', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 2, max: 9 }), (one, other, times) => {
        const more = (few: Record<string, number>) =>
          Object.fromEntries(Object.entries(few).map(([value, count]) => [value, count * times]));
        const few = effectOf(spreadOf(one)!, spreadOf(other)!).interval;
        const many = effectOf(spreadOf(more(one))!, spreadOf(more(other))!).interval;
        if (few && many) expect(many.until - many.from).toBeLessThan(few.until - few.from);
      }),
    );
  });

  test('cannot be told how sure where everyone answered the same', () => {
    const effect = effectOf(spreadOf({ '3': 5 })!, spreadOf({ '4': 5 })!);
    expect([effect.difference, effect.interval, verdictOf(effect)]).toEqual([1, null, 'alike']);
  });
});

describe('when is asked', () => {
  const instant = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const before = fc.record({
    moment: fc.constant('before' as const),
    daysBefore: fc.integer({ min: 1, max: 60 }),
    firstStartsAt: instant,
  });
  const later = fc.record({
    moment: fc.constant('later' as const),
    monthsAfter: fc.integer({ min: 1, max: 24 }),
    lastDate: instant.map((date) => date.toISOString().slice(0, 10)),
  });
  const occasion: fc.Arbitrary<Occasion> = fc.oneof(before, later);

  test('is reminded before a training halfway, with a day at least on either side, or not at all', () => {
    const day = 24 * 60 * 60_000;
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 * day }), (asked, until) => {
        const begins = new Date(asked.getTime() + until);
        const time = timeToRemindBefore(asked, begins);
        if (until < 2 * day) expect(time).toBeNull();
        else {
          expect(time!.getTime() - asked.getTime()).toBeGreaterThanOrEqual(day);
          expect(begins.getTime() - time!.getTime()).toBeGreaterThanOrEqual(day);
        }
      }),
    );
  });

  test('is in one stretch of time, which is not over as it begins', () => {
    fc.assert(
      fc.property(occasion, (when) => {
        const { from, until } = timeToAsk(when);
        expect(from < until).toBe(true);
        const asked = (at: number) => isTimeToAsk(when, new Date(0), new Date(at));
        expect([asked(from.getTime() - 1), asked(from.getTime()), asked(until.getTime() - 1)]).toEqual([
          ...[false, true, true],
        ]);
        expect(asked(until.getTime())).toBe(false);
      }),
    );
  });

  test('is never once the training has begun, for what is asked before', () => {
    fc.assert(
      fc.property(before, fc.nat({ max: 400 }), (when, days) => {
        const now = new Date(when.firstStartsAt.getTime() + days * DAY);
        expect(isTimeToAsk(when, new Date(0), now)).toBe(false);
      }),
    );
  });

  test('is never for what was to be asked later before the questionnaire was there', () => {
    fc.assert(
      fc.property(later, fc.integer({ min: 1, max: 100 }), fc.nat({ max: 100 }), (when, late, days) => {
        const askedFrom = new Date(timeToAsk(when).from.getTime() + late);
        expect(isTimeToAsk(when, askedFrom, new Date(askedFrom.getTime() + days * DAY))).toBe(false);
      }),
    );
  });

  test('later is at nine in the morning, also over the change of the clock and at the end of a month', () => {
    const at = (lastDate: string, monthsAfter: number) =>
      timeToAsk({ moment: 'later', lastDate, monthsAfter }).from.toISOString();
    expect([at('2026-08-31', 3), at('2026-03-15', 3), at('2026-11-30', 3)]).toEqual([
      ...['2026-11-30T08:00:00.000Z', '2026-06-15T07:00:00.000Z', '2027-02-28T08:00:00.000Z'],
    ]);
  });

  test('a half-year begins at local midnight', () => {
    const periods = ['2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z', '2026-12-31T23:00:00Z'];
    expect(periods.map((at) => periodOf(new Date(at)))).toEqual(['2026-1', '2026-2', '2027-1']);
  });
});

describe('questions', () => {
  const words = fc.string({ minLength: 1, maxLength: 30 });
  const bilingual = fc.record({ nl: words, en: fc.option(words) });
  const question: fc.Arbitrary<Question> = fc.record({
    kind: fc.constantFrom('scale' as const, 'choice' as const, 'open' as const),
    text: bilingual,
    options: fc.array(bilingual, { maxLength: 12 }),
  });

  test('are the same whatever their English words are, and another with other Dutch words', () => {
    fc.assert(
      fc.property(question, fc.option(words), words, (asked, en, nl) => {
        expect(keyOf({ ...asked, text: { ...asked.text, en } })).toBe(keyOf(asked));
        expect(keyOf({ ...asked, text: { ...asked.text, nl } }) === keyOf(asked)).toBe(nl === asked.text.nl);
      }),
    );
  });

  test('without a fault can be answered with values of one digit, each another', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 5 }), (asked) => {
        if (questionFaults(asked).length > 0) return;
        expect(new Set(asked.map(keyOf)).size).toBe(asked.length);
        for (const each of asked) {
          const values = valuesOf(each);
          expect(values.filter((value) => !/^\d$/.test(value))).toEqual([]);
          expect(new Set(values).size).toBe(values.length);
          if (each.kind === 'choice') expect(values.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  test('that are standard have no fault, and their statements come back before, after and later', () => {
    const keys = moments.map((moment) => {
      const { questions } = standardPlans[moment];
      expect(questionFaults(questions)).toEqual([]);
      return questions.filter(({ kind }) => kind === 'scale').map(keyOf);
    });
    const [before, after, later] = keys;
    expect(before!.filter((key) => !after!.includes(key) || !later!.includes(key))).toEqual([]);
  });
});
