import { z } from 'zod';
import { entryLevels, type EntryLevel } from '../courses/course-level.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { CurriculumRow, FunctionChoice } from './curriculum.queries.js';
import { adviceFor, ADVICE_SOURCE } from './curriculum.rules.js';

// The names of fields have no dashes and begin with a letter.
const fieldOf = (functionId: string) => `f${functionId.replaceAll('-', '')}`;

/** A function in the reader's language. */
export const functionName = ({ nl, en }: Pick<FunctionChoice, 'nl' | 'en'>, locale: Locale): string =>
  locale === 'nl' ? nl : en;

/**
 * What the form of a curriculum sends: a level or nothing for every function. A field that is absent is refused: a form
 * sends all of them, and less would take away what was asked.
 */
export function curriculumForm(functions: readonly FunctionChoice[]) {
  const level = z
    .string()
    .transform((sent): unknown => sent)
    .pipe(blankAsNull(z.enum(entryLevels)));
  return z
    .object({
      version: wholeNumber(0, 999_999_999),
      levels: z.object(Object.fromEntries(functions.map(({ id }) => [fieldOf(id), level]))),
    })
    .transform(({ version, levels }) => ({
      version,
      levels: functions.map(({ id }) => ({ functionId: id, level: levels[fieldOf(id)] ?? null })),
    }));
}

/** A curriculum as its form shows it. */
export function valuesOf({
  version,
  requirements,
}: Pick<CurriculumRow, 'version' | 'requirements'>): Record<string, unknown> {
  const levels = Object.fromEntries(
    requirements.map(({ functionId, level }) => [fieldOf(functionId), level]),
  );
  return { version, levels };
}

/** The model of `curriculum/form`. */
export function curriculumFormPage(
  { municipalityId, municipality }: CurriculumRow,
  functions: readonly FunctionChoice[],
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const options = entryLevels.map((level) => ({ value: level, label: t(`courses.level.${level}`) }));
  const specs = functions.map((row): FieldSpec => ({
    ...{ name: `levels.${fieldOf(row.id)}`, kind: 'select', required: true, options },
    ...{ label: 'curriculum.form.of', labelParams: { function: functionName(row, locale) } },
    emptyLabel: 'curriculum.nothing',
  }));
  const version: FieldSpec = { name: 'version', kind: 'hidden', label: 'curriculum.title' };
  return {
    municipality,
    form: buildForm([version, ...specs], values, issues, t),
    action: `/curriculum/${municipalityId}`,
    noFunctions: functions.length === 0,
  };
}

/** The model of `curriculum/matrix`. */
export function matrixPage(
  curricula: readonly CurriculumRow[],
  functions: readonly FunctionChoice[],
  locale: Locale,
  t: Translate,
) {
  const cell = (curriculum: CurriculumRow, functionId: string) => {
    const asked = curriculum.requirements.find((requirement) => requirement.functionId === functionId);
    return { level: levelName(asked?.level ?? null, t), isAdvice: (asked?.source ?? null) !== null };
  };
  const sources = curricula.flatMap(({ requirements }) => requirements.flatMap(({ source }) => source ?? []));
  return {
    municipalities: curricula.map(({ municipalityId, municipality }) => ({
      name: municipality,
      href: `/curriculum/${municipalityId}`,
    })),
    rows: functions.map((row) => ({
      function: functionName(row, locale),
      cells: curricula.map((curriculum) => cell(curriculum, row.id)),
    })),
    sources: [...new Set(sources)].sort(),
    adviceSource: ADVICE_SOURCE,
    advised: curricula.reduce((sum, { requirements }) => sum + adviceFor(functions, requirements).length, 0),
  };
}

const levelName = (level: EntryLevel | null, t: Translate): string =>
  level === null ? t('curriculum.nothing') : t(`courses.level.${level}`);
