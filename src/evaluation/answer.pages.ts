import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalLines } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import {
  inLocale,
  LONGEST_COMMENT,
  SCALE,
  valuesOf,
  type KnownQuestion,
  type Moment,
} from './question.rules.js';

/** The secret in the address of a link: 256 bits in base64url. */
export const evaluationToken = z.string().regex(/^[\w-]{43}$/);

/** What is shown of the questions behind a link. */
interface Asked {
  readonly course: string;
  readonly moment: Moment;
  readonly questions: readonly KnownQuestion[];
}

/**
 * What the form of these questions sends: a value for each scale and choice, and words or nothing for what is open.
 * Names that are not of these questions are refused with the rest: then the questions were changed meanwhile.
 */
export function answerForm(questions: readonly KnownQuestion[]) {
  return z
    .strictObject(Object.fromEntries(questions.map((question) => [question.key, answerTo(question)])))
    .transform((sent) => {
      const answered = questions.flatMap(({ key, kind }) => {
        const answer = sent[key];
        return typeof answer === 'string' ? [{ key, kind, answer }] : [];
      });
      const only = (isOpen: boolean) =>
        new Map(
          answered.filter(({ kind }) => (kind === 'open') === isOpen).map(({ key, answer }) => [key, answer]),
        );
      return { values: only(false), comments: only(true) };
    });
}

function answerTo(question: KnownQuestion): z.ZodType<string | null> {
  if (question.kind === 'open') return optionalLines(LONGEST_COMMENT);
  return z.string().refine((value) => valuesOf(question).includes(value), {
    params: { key: 'web.validation.choose' },
  });
}

/** The model of `evaluation/answer`. */
export function answerPage(
  { course, moment, questions }: Asked,
  token: string,
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const specs = questions.map((question) => specOf(question, locale));
  const form = buildForm(specs, values, issues, t);
  return {
    course,
    intro: t(`evaluation.answer.intro.${moment}`),
    errorSummary: form.errorSummary,
    questions: form.fields.map((field, index) => ({ field, isScale: questions[index]!.kind === 'scale' })),
    action: `/evaluation-answers/${token}`,
  };
}

function specOf({ key, kind, text, options }: KnownQuestion, locale: Locale): FieldSpec {
  const named = {
    name: key,
    label: 'evaluation.text' as const,
    labelParams: { text: inLocale(text, locale) },
  };
  if (kind === 'open')
    return { ...named, kind: 'textarea', description: 'evaluation.answer.openWarning', required: false };
  const choices =
    kind === 'scale'
      ? SCALE.map((value) => ({ value: String(value), label: String(value) }))
      : options.map((option, index) => ({ value: String(index), label: inLocale(option, locale) }));
  return {
    ...{ ...named, kind: 'radios', options: choices, required: true },
    ...(kind === 'scale' && { description: 'evaluation.answer.scale' as const }),
  };
}
