import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue, type FieldSpec, type Form } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { approvals, audiences } from './course-access.rules.js';
import { courseLevels, entryLevels, type CourseLevel } from './course-level.rules.js';
import type { FunctionRow } from './course.queries.js';
import type { ProviderRow } from './provider.queries.js';

export interface CourseChoices {
  readonly functions: readonly FunctionRow[];
  readonly providers: readonly ProviderRow[];
}

/** The form of a course, in the order in which people talk about one. */
export function courseFormPage(
  choices: CourseChoices,
  locale: Locale,
  sent: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  t: Translate,
): Form {
  const specs = [
    ...whatItIs(t),
    ...whoMayTakePart(choices.functions, locale, t),
    ...groupAndCertificate,
    ...providerAndSource(choices.providers),
  ];
  return buildForm(specs, sent.values, sent.issues, t);
}

const levelOptions = (levels: readonly CourseLevel[], t: Translate) =>
  levels.map((value) => ({ value, label: t(`courses.level.${value}`) }));

const whatItIs = (t: Translate): FieldSpec[] => [
  { name: 'version', kind: 'hidden', label: 'courses.form.title' },
  { name: 'title', kind: 'text', label: 'courses.form.title', required: true },
  {
    ...{ name: 'code', kind: 'text', label: 'courses.form.code', required: true },
    description: 'courses.form.codeHint',
  },
  {
    ...{ name: 'level', kind: 'select', label: 'courses.form.level', required: true },
    options: levelOptions(courseLevels, t),
  },
  {
    ...{ name: 'dayParts', kind: 'integer', label: 'courses.form.dayParts', required: true },
    description: 'courses.form.dayPartsHint',
  },
];

const whoMayTakePart = (functions: readonly FunctionRow[], locale: Locale, t: Translate): FieldSpec[] => [
  {
    ...{ name: 'functionIds', kind: 'checkboxes', label: 'courses.form.functionIds' },
    description: 'courses.form.functionIdsHint',
    options: functions.map((row) => ({ value: row.id, label: locale === 'nl' ? row.name_nl : row.name_en })),
  },
  {
    ...{ name: 'restrictedAudience', kind: 'text', label: 'courses.form.restrictedAudience' },
    description: 'courses.form.restrictedAudienceHint',
  },
  {
    ...{ name: 'audience', kind: 'radios', label: 'courses.form.audience', required: true },
    options: audiences.map((value) => ({ value, label: t(`courses.audience.${value}`) })),
  },
  {
    ...{ name: 'entryLevel', kind: 'select', label: 'courses.form.entryLevel' },
    description: 'courses.form.entryLevelHint',
    options: levelOptions(entryLevels, t),
    emptyLabel: 'courses.form.noEntryLevel',
  },
  {
    ...{ name: 'approval', kind: 'radios', label: 'courses.form.approval', required: true },
    options: approvals.map((value) => ({ value, label: t(`courses.approval.${value}`) })),
  },
  { name: 'oncePerCourse', kind: 'checkbox', label: 'courses.form.oncePerCourse' },
];

const groupAndCertificate: readonly FieldSpec[] = [
  { name: 'minParticipants', kind: 'integer', label: 'courses.form.minParticipants', required: true },
  { name: 'maxParticipants', kind: 'integer', label: 'courses.form.maxParticipants', required: true },
  {
    ...{ name: 'decideDays', kind: 'integer', label: 'courses.form.decideDays', required: true },
    description: 'courses.form.decideDaysHint',
  },
  {
    ...{ name: 'requiredAttendancePercentage', kind: 'integer', required: true },
    label: 'courses.form.requiredAttendancePercentage',
    description: 'courses.form.requiredAttendancePercentageHint',
  },
  {
    ...{ name: 'mandatoryParts', kind: 'text', label: 'courses.form.mandatoryParts' },
    description: 'courses.form.mandatoryPartsHint',
  },
  {
    ...{ name: 'requiresFollowUp', kind: 'checkbox', label: 'courses.form.requiresFollowUp' },
    description: 'courses.form.requiresFollowUpHint',
  },
  {
    ...{ name: 'validityMonths', kind: 'integer', label: 'courses.form.validityMonths' },
    description: 'courses.form.validityMonthsHint',
  },
  {
    ...{ name: 'evaluationUrl', kind: 'text', label: 'courses.form.evaluationUrl' },
    description: 'courses.form.evaluationUrlHint',
  },
];

const providerAndSource = (providers: readonly ProviderRow[]): FieldSpec[] => [
  {
    ...{ name: 'providerId', kind: 'select', label: 'courses.form.providerId', required: true },
    description: 'courses.form.providerIdHint',
    options: providers.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    ...{ name: 'source', kind: 'text', label: 'courses.form.source', required: true },
    description: 'courses.form.sourceHint',
  },
  { name: 'isDemo', kind: 'checkbox', label: 'courses.form.isDemo' },
];
