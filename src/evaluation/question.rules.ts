import { createHash } from 'node:crypto';
import type { Locale } from '../shared/locale.js';

/** When participants are asked: before the training, right after it, and some months later. */
export const moments = ['before', 'after', 'later'] as const;
export type Moment = (typeof moments)[number];

export const questionKinds = ['scale', 'choice', 'open'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What a statement is answered with, from 'not at all' to 'fully agree'. */
export const SCALE = [1, 2, 3, 4, 5] as const;
export const MOST_QUESTIONS = 20;
export const LONGEST_TEXT = 300;
/** A value that was answered is one digit. */
export const MOST_OPTIONS = 9;
export const LONGEST_COMMENT = 1000;

/** A text in Dutch, and in English where someone wrote it. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string | null;
}

export interface Question {
  readonly kind: QuestionKind;
  readonly text: Bilingual;
  /** Only of a choice. */
  readonly options: readonly Bilingual[];
}
export type KnownQuestion = Question & { readonly key: string };

/** What a questionnaire asks, and from when. */
export interface QuestionnairePlan {
  readonly isAsked: boolean;
  /** Only of 'before': so many days before the first part, at the earliest. */
  readonly daysBefore: number | null;
  /** Only of 'later': so many months after the last part. */
  readonly monthsAfter: number | null;
  readonly questions: readonly Question[];
}

export const inLocale = ({ nl, en }: Bilingual, locale: Locale): string =>
  locale === 'en' ? (en ?? nl) : nl;

/**
 * What a question is known by: what it asks in Dutch. The same question in two questionnaires is one, so that its answers
 * can be compared; a question with other words is another one, and what was answered to the earlier one stays with that.
 */
export function keyOf({ kind, text, options }: Question): string {
  const asks = JSON.stringify([kind, text.nl, options.map(({ nl }) => nl)]);
  return `q${createHash('sha256').update(asks).digest('hex').slice(0, 24)}`;
}

/** The values that a question can be answered with; none where it is open. Of a choice they are the places of its options. */
export function valuesOf({ kind, options }: Question): string[] {
  if (kind === 'scale') return SCALE.map(String);
  return kind === 'choice' ? options.map((_option, index) => String(index)) : [];
}

/** Where a question cannot be as it was written. */
export interface QuestionFault {
  readonly index: number;
  readonly field: 'text' | 'options' | 'optionsEn';
  readonly reason: 'asked-twice' | 'too-few-options' | 'too-many-options' | 'options-differ' | 'same-options';
}

/** What is wrong with questions; each is asked once, and of a choice there is something to choose. */
export function questionFaults(questions: readonly Question[]): QuestionFault[] {
  const keys = questions.map(keyOf);
  return questions.flatMap((question, index): QuestionFault[] => {
    const twice: QuestionFault[] =
      keys.indexOf(keys[index]!) < index ? [{ index, field: 'text', reason: 'asked-twice' }] : [];
    return question.kind === 'choice' ? [...twice, ...optionFaults(question, index)] : twice;
  });
}

function optionFaults({ options }: Question, index: number): QuestionFault[] {
  const fault = (reason: QuestionFault['reason'], field: QuestionFault['field'] = 'options') => [
    { index, field, reason },
  ];
  if (options.length < 2) return fault('too-few-options');
  if (options.length > MOST_OPTIONS) return fault('too-many-options');
  if (new Set(options.map(({ nl }) => nl)).size < options.length) return fault('same-options');
  const english = options.filter(({ en }) => en !== null).length;
  return english > 0 && english < options.length ? fault('options-differ', 'optionsEn') : [];
}

/** Why a comment is removed. */
export const removalReasons = ['person', 'case', 'offensive'] as const;
export type RemovalReason = (typeof removalReasons)[number];
