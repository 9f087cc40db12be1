import { z } from 'zod';
import { apiListQuery } from '../platform/web/api-list.js';
import { optionalText, requiredText } from '../platform/web/fields.js';
import { effectOf, spreadOf, verdictOf } from './effect.rules.js';
import type { Results } from './evaluation-results.queries.js';
import {
  LONGEST_TEXT,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  moments,
  questionFaults,
  questionKinds,
  valuesOf,
  type KnownQuestion,
  type Moment,
  type QuestionnairePlan,
} from './question.rules.js';
import type { QuestionnaireRow } from './questionnaire.queries.js';
import { MOST_DAYS_BEFORE, MOST_MONTHS_AFTER } from './questionnaire-form.pages.js';
import { answersIn, breakdowns, spreadAt, wholeFigures } from './results.rules.js';
import { USUAL_DAYS_BEFORE, USUAL_MONTHS_AFTER } from './standard-questions.rules.js';

const moment = z
  .enum(moments)
  .describe('before: vooraf, after: meteen na afloop, later: enkele maanden later.');
const texts = z.object({
  nl: requiredText(LONGEST_TEXT),
  en: optionalText(LONGEST_TEXT).describe('Engelse tekst; null voor de Nederlandse.'),
});
const question = z.object({
  kind: z
    .enum(questionKinds)
    .describe('scale: stelling met 1 tot en met 5, choice: keuze, open: eigen woorden.'),
  text: texts.describe('Vraag nooit naar personen of casussen.'),
  options: z.array(texts).max(MOST_OPTIONS).default([]).describe('Waaruit men kiest; alleen bij choice.'),
});

/** What a system sends to make or change a questionnaire; which fields are used hangs on its moment. */
export const questionnaireInput = z
  .object({
    isAsked: z.boolean().default(true).describe('Of deelnemers de vragen krijgen.'),
    daysBefore: z
      .int()
      .min(1)
      .max(MOST_DAYS_BEFORE)
      .default(USUAL_DAYS_BEFORE)
      .describe('Zoveel dagen voor het eerste dagdeel; alleen vooraf.'),
    monthsAfter: z
      .int()
      .min(1)
      .max(MOST_MONTHS_AFTER)
      .default(USUAL_MONTHS_AFTER)
      .describe('Zoveel maanden na het laatste dagdeel; alleen later.'),
    questions: z.array(question).min(1).max(MOST_QUESTIONS),
  })
  .superRefine(({ questions }, context) => {
    questions.forEach(({ kind, options }, index) => {
      if (kind !== 'choice' && options.length > 0)
        context.addIssue({
          ...{ code: 'custom', path: ['questions', index, 'options'] },
          params: { key: 'evaluation.fault.no-choice' },
        });
    });
    for (const { index, field, reason } of questionFaults(questions))
      context.addIssue({
        ...{ code: 'custom', path: ['questions', index, field === 'text' ? 'text' : 'options'] },
        params: { key: `evaluation.fault.${reason}` },
      });
  })
  .meta({
    example: {
      ...{ isAsked: true, daysBefore: 7, monthsAfter: 3 },
      questions: [
        {
          kind: 'scale',
          text: { nl: 'Ik herken signalen van radicalisering.', en: 'I recognise signs of radicalisation.' },
          options: [],
        },
      ],
    },
  });
export type QuestionnaireInput = z.output<typeof questionnaireInput>;

export const planOf = (
  { isAsked, daysBefore, monthsAfter, questions }: QuestionnaireInput,
  when: Moment,
): QuestionnairePlan => ({
  ...{ isAsked, questions },
  daysBefore: when === 'before' ? daysBefore : null,
  monthsAfter: when === 'later' ? monthsAfter : null,
});

const knownQuestion = question.extend({
  key: z.string().describe('Dezelfde vraag heeft vooraf en na afloop dezelfde sleutel.'),
});
export const questionnaireAnswer = z.object({
  moment,
  isAsked: z.boolean(),
  askedFrom: z.iso.datetime().nullable().describe('Over momenten vanaf dan wordt gevraagd.'),
  daysBefore: z.int().nullable(),
  monthsAfter: z.int().nullable(),
  version: z.int(),
  questions: z.array(knownQuestion),
});
export const questionnairesAnswer = z.object({ items: z.array(questionnaireAnswer) });

export const questionnaireOf = (row: QuestionnaireRow) => ({
  ...row,
  isAsked: row.askedFrom !== null,
  askedFrom: row.askedFrom?.toISOString() ?? null,
});

export const evaluationsQuery = apiListQuery.omit({ q: true }).extend({
  courseId: z.uuid().optional().describe('Alleen van deze training.'),
  period: z
    .string()
    .regex(/^\d{4}-[12]$/)
    .optional()
    .describe('Alleen wat in dit halfjaar is geteld, zoals 2026-2.'),
});
export const effectsQuery = evaluationsQuery.omit({ page: true, pageSize: true });

const group = z
  .object({
    kind: z.enum(breakdowns),
    ids: z.array(z.uuid()).describe('Eén gemeente of functie, of de trainers die samen trainden.'),
    name: z.string(),
  })
  .nullable()
  .describe('Wie antwoordden; null voor iedereen.');
export const evaluationAnswer = z.object({
  courseId: z.uuid(),
  moment,
  questionKey: z.string(),
  question: z.string(),
  group,
  answers: z.int().min(5).describe('Nooit minder dan vijf: wat minder antwoorden heeft, staat er niet in.'),
  mean: z.number().nullable().describe('Gemiddelde van 1 tot en met 5; null bij een keuze.'),
  values: z.array(z.object({ label: z.string(), answers: z.int() })),
});

/** Every figure that may be shown, in all half-years that were asked for together. */
export function evaluationsOf({ figures, questions, names }: Results) {
  const known = new Map(questions.map((each) => [each.key, each]));
  return wholeFigures(figures).map(({ courseId, moment: when, questionKey, breakdown, cell, counts }) => {
    const asked = known.get(questionKey)!;
    const ids = cell === '' ? [] : cell.split(',');
    return {
      ...{ courseId, moment: when, questionKey, question: asked.text.nl },
      group:
        breakdown === 'all'
          ? null
          : { kind: breakdown, ids, name: ids.map((id) => names.get(id)?.nl ?? '').join(', ') },
      answers: answersIn(counts),
      mean: asked.kind === 'scale' ? rounded(spreadOf(counts)!.mean) : null,
      values: valuesOf(asked).map((value, index) => ({
        label: asked.kind === 'scale' ? value : asked.options[index]!.nl,
        answers: counts[value] ?? 0,
      })),
    };
  });
}

const spread = z.object({ answers: z.int(), mean: z.number() });
const effectAnswer = z.object({
  questionKey: z.string(),
  question: z.string(),
  moment: z.enum(['after', 'later']).describe('Vergeleken met vooraf.'),
  before: spread,
  then: spread,
  difference: z.number(),
  interval: z
    .object({ from: z.number(), until: z.number() })
    .nullable()
    .describe(
      'Waartussen het verschil met 95% zekerheid ligt (toets van Welch); null als alle antwoorden gelijk zijn.',
    ),
  verdict: z.enum(['higher', 'lower', 'unclear', 'alike']),
});
export const effectsAnswer = z.object({ items: z.array(effectAnswer) });

/** What changed since before the training, of everyone whose answers may be seen. */
export function effectsOf({ figures, questions }: Results, isOwn: boolean) {
  const seen = isOwn ? figures : figures.filter(({ breakdown }) => breakdown === 'all');
  const statements = new Map(
    questions.flatMap((each): [string, KnownQuestion][] => (each.kind === 'scale' ? [[each.key, each]] : [])),
  );
  return [...statements.values()].flatMap(({ key, text }) =>
    (['after', 'later'] as const).flatMap((when) => {
      const [before, then] = [spreadAt(seen, 'before', key), spreadAt(seen, when, key)];
      if (!before || !then) return [];
      const effect = effectOf(before, then);
      const { interval } = effect;
      return [
        {
          ...{ questionKey: key, question: text.nl, moment: when },
          before: { answers: before.answers, mean: rounded(before.mean) },
          then: { answers: then.answers, mean: rounded(then.mean) },
          difference: rounded(effect.difference),
          interval: interval && { from: rounded(interval.from), until: rounded(interval.until) },
          verdict: verdictOf(effect),
        },
      ];
    }),
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
