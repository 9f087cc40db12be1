import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, checkbox, optionalLines, optionalText, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import {
  LONGEST_TEXT,
  MOST_QUESTIONS,
  questionFaults,
  questionKinds,
  type Bilingual,
  type Moment,
  type Question,
  type QuestionFault,
} from './question.rules.js';
import type { QuestionnaireRow } from './questionnaire.queries.js';
import { USUAL_DAYS_BEFORE, USUAL_MONTHS_AFTER } from './standard-questions.rules.js';

const LONGEST_OPTIONS = 3_000;
export const MOST_DAYS_BEFORE = 60;
export const MOST_MONTHS_AFTER = 24;

const questionRow = z.object({
  kind: blankAsNull(z.enum(questionKinds)),
  nl: optionalText(LONGEST_TEXT),
  en: optionalText(LONGEST_TEXT),
  optionsNl: optionalLines(LONGEST_OPTIONS),
  optionsEn: optionalLines(LONGEST_OPTIONS),
});
type QuestionRow = z.output<typeof questionRow>;

const faultTexts: Readonly<Record<QuestionFault['reason'], MessageKey>> = {
  'asked-twice': 'evaluation.fault.asked-twice',
  'too-few-options': 'evaluation.fault.too-few-options',
  'too-many-options': 'evaluation.fault.too-many-options',
  'options-differ': 'evaluation.fault.options-differ',
  'same-options': 'evaluation.fault.same-options',
};
const fieldNames = { text: 'nl', options: 'optionsNl', optionsEn: 'optionsEn' } as const;

/** What the form of a questionnaire sends; a row without a text is no question. */
export const questionnaireForm = (moment: Moment) =>
  z
    .object({
      version: wholeNumber(0, 999_999_999),
      isAsked: checkbox,
      ...(moment === 'before' && { daysBefore: wholeNumber(1, MOST_DAYS_BEFORE) }),
      ...(moment === 'later' && { monthsAfter: wholeNumber(1, MOST_MONTHS_AFTER) }),
      questions: z.array(questionRow).max(MOST_QUESTIONS + 1),
    })
    .transform(({ version, isAsked, questions, ...timing }, context) => {
      const rows = questions.flatMap((row, index) => (isEmpty(row) ? [] : [{ row, index }]));
      const told = rows.map(({ row }) => questionOf(row));
      const issue = (index: number, field: string, key: MessageKey, values: object = {}) =>
        context.addIssue({ code: 'custom', path: ['questions', index, field], params: { key, ...values } });
      for (const { row, index } of rows) {
        if (row.nl === null) issue(index, 'nl', 'web.validation.required');
        if (row.kind === null) issue(index, 'kind', 'web.validation.choose');
        if (linesOf(row.optionsEn).length > linesOf(row.optionsNl).length)
          issue(index, 'optionsEn', 'evaluation.fault.options-differ');
      }
      if (rows.length === 0) issue(0, 'nl', 'evaluation.fault.none');
      if (rows.length > MOST_QUESTIONS)
        issue(MOST_QUESTIONS, 'nl', 'evaluation.fault.too-many', { most: MOST_QUESTIONS });
      for (const { index, field, reason } of questionFaults(told))
        issue(rows[index]!.index, fieldNames[field], faultTexts[reason]);
      const { daysBefore = null, monthsAfter = null } = timing as Timing;
      return { version, plan: { isAsked, daysBefore, monthsAfter, questions: told } };
    });

interface Timing {
  readonly daysBefore?: number;
  readonly monthsAfter?: number;
}

/** Whether the button for one more question was pressed, with whatever else was filled in. */
export const questionnaireStep = z.looseObject({ then: z.enum(['save', 'add']).catch('save') });

const isEmpty = ({ nl, en, optionsNl, optionsEn }: QuestionRow): boolean =>
  [nl, en, optionsNl, optionsEn].every((text) => text === null);

function questionOf({ kind, nl, en, optionsNl, optionsEn }: QuestionRow): Question {
  const english = linesOf(optionsEn);
  const options = linesOf(optionsNl).map((line, index): Bilingual => ({
    nl: line,
    en: english[index] ?? null,
  }));
  return { kind: kind ?? 'open', text: { nl: nl ?? '', en }, options: kind === 'choice' ? options : [] };
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A questionnaire as its form shows it; of a new one, what is usual. */
export function formValues(row: QuestionnaireRow | null): Record<string, unknown> {
  const questions = (row?.questions ?? []).map(({ kind, text, options }) => ({
    ...{ kind, nl: text.nl, en: text.en },
    optionsNl: options.map(({ nl }) => nl).join('\n'),
    optionsEn: options.flatMap(({ en }) => en ?? []).join('\n'),
  }));
  return {
    version: row?.version ?? 0,
    isAsked: row === null || row.askedFrom !== null,
    daysBefore: row?.daysBefore ?? USUAL_DAYS_BEFORE,
    monthsAfter: row?.monthsAfter ?? USUAL_MONTHS_AFTER,
    questions,
  };
}

/** The model of `evaluation/questionnaire-form`: the questions that are filled in, and room for one or more. */
export function questionnaireFormPage(
  course: { readonly courseId: string; readonly course: string },
  moment: Moment,
  { values, issues }: SentForm,
  t: Translate,
) {
  const filled: unknown[] = Array.isArray(values['questions']) ? values['questions'] : [];
  const rows = Math.min(MOST_QUESTIONS, filled.length + (issues.length === 0 ? 1 : 0)) || 1;
  const head: FieldSpec[] = [
    { name: 'version', kind: 'hidden', label: 'evaluation.form.isAsked' },
    { name: 'isAsked', kind: 'checkbox', label: 'evaluation.form.isAsked' },
    ...timingSpecs(moment),
  ];
  const specs = Array.from({ length: rows }, (_row, index) =>
    rowSpecs(
      index,
      asksChoices(filled[index]) || issues.some(({ path }) => path.startsWith(`questions.${index}.options`)),
      t,
    ),
  );
  const form = buildForm([...head, ...specs.flat()], values, issues, t);
  return {
    course: course.course,
    intro: t(`evaluation.form.intro.${moment}`),
    errorSummary: form.errorSummary,
    head: form.fields.slice(0, head.length),
    questions: specs.map((row, index) => ({
      legend: t('evaluation.form.question', { number: index + 1 }),
      fields: form.fields.filter(({ name }) => row.some((spec) => spec.name === name)),
    })),
    canAdd: rows < MOST_QUESTIONS,
    action: `/courses/${course.courseId}/questionnaires/${moment}`,
    back: `/courses/${course.courseId}/questionnaires`,
  };
}

function timingSpecs(moment: Moment): FieldSpec[] {
  if (moment === 'before')
    return [{ name: 'daysBefore', kind: 'integer', label: 'evaluation.form.daysBefore', required: true }];
  return moment === 'later'
    ? [{ name: 'monthsAfter', kind: 'integer', label: 'evaluation.form.monthsAfter', required: true }]
    : [];
}

/** Whether a row has room for choices: not where the question was given another kind, and has none. */
function asksChoices(row: unknown): boolean {
  const { kind, optionsNl, optionsEn } = (row ?? {}) as Record<string, unknown>;
  return (kind !== 'scale' && kind !== 'open') || Boolean(optionsNl) || Boolean(optionsEn);
}

function rowSpecs(index: number, withChoices: boolean, t: Translate): FieldSpec[] {
  const labelParams = { number: index + 1 };
  const name = (field: string) => `questions.${index}.${field}`;
  const options = questionKinds.map((value) => ({ value, label: t(`evaluation.kind.${value}`) }));
  return [
    { name: name('nl'), kind: 'text', label: 'evaluation.form.nl', labelParams },
    {
      ...{ name: name('kind'), kind: 'select', label: 'evaluation.form.kind', labelParams, options },
      required: true,
    },
    { name: name('en'), kind: 'text', label: 'evaluation.form.en', labelParams },
    ...(withChoices ? choiceSpecs(name, labelParams) : []),
  ];
}

function choiceSpecs(name: (field: string) => string, labelParams: { readonly number: number }): FieldSpec[] {
  return [
    {
      ...{ name: name('optionsNl'), kind: 'textarea', label: 'evaluation.form.optionsNl', labelParams },
      description: 'evaluation.form.optionsHelp',
    },
    { name: name('optionsEn'), kind: 'textarea', label: 'evaluation.form.optionsEn', labelParams },
  ];
}
