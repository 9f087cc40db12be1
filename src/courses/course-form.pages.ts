import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { ProblemCode } from '../problems.js';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  checkbox,
  chosen,
  httpsLink,
  numberList,
  optionalText,
  requiredText,
  ticked,
  wholeNumber,
} from '../platform/web/fields.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { approvals, audiences } from './course-access.rules.js';
import { courseLevels, entryLevels } from './course-level.rules.js';
import { courseFaults, type CourseDetails, type CourseFault } from './course.rules.js';
import type { CourseRow } from './course.queries.js';

const told = {
  code: requiredText(60),
  title: requiredText(200),
  level: z.enum(courseLevels),
  dayParts: wholeNumber(1, 20),
  functionIds: ticked(z.uuid()),
  restrictedAudience: optionalText(300),
  audience: z.enum(audiences),
  entryLevel: blankAsNull(z.enum(entryLevels)),
  approval: z.enum(approvals),
  oncePerCourse: checkbox,
  minParticipants: wholeNumber(1, 1000),
  maxParticipants: wholeNumber(1, 1000),
  decideDays: wholeNumber(0, 365),
  validityMonths: blankAsNull(wholeNumber(1, 600)),
  requiredAttendancePercentage: wholeNumber(1, 100),
  mandatoryParts: numberList(20),
  requiresFollowUp: checkbox,
  evaluationUrl: blankAsNull(httpsLink),
  providerId: chosen,
  isDemo: checkbox,
  source: requiredText(300),
};

const textOf: Readonly<Record<CourseFault['reason'], MessageKey>> = {
  maximumBelowMinimum: 'courses.fault.maximumBelowMinimum',
  partBeyondLength: 'courses.fault.partBeyondLength',
  neverFollowed: 'courses.fault.neverFollowed',
};

/** Adds what does not go together to the issues of a course, of a form or of another system. */
export function refuseFaulty(course: CourseDetails, context: z.RefinementCtx): void {
  for (const { path, reason } of courseFaults(course))
    context.addIssue({ code: 'custom', path: [path], params: { key: textOf[reason] } });
}

export const newCourseForm = z.object(told).superRefine(refuseFaulty);

/** With the version of the course that the reader looked at. */
export const courseForm = z
  .object({ ...told, version: wholeNumber(1, 999_999_999) })
  .superRefine(refuseFaulty)
  .transform(({ version, ...course }) => ({ version, details: course }));

/** A course as its form shows it. */
export function valuesOf({ mandatoryParts, ...details }: CourseDetails): Record<string, unknown> {
  return {
    ...details,
    mandatoryParts: mandatoryParts.join(', '),
  };
}

/** A course as it is told now. */
export function detailsOfRow(row: CourseRow): CourseDetails {
  return {
    ...{ code: row.code, title: row.title, level: row.level, dayParts: row.day_parts },
    ...{ functionIds: row.function_ids, restrictedAudience: row.restricted_audience, audience: row.audience },
    ...{ entryLevel: row.entry_level, approval: row.approval, oncePerCourse: row.once_per_course },
    ...{ minParticipants: row.min_participants, maxParticipants: row.max_participants },
    decideDays: row.decide_days,
    ...{ validityMonths: row.validity_months, providerId: row.provider_id },
    requiredAttendancePercentage: row.required_attendance_percentage,
    ...{ mandatoryParts: row.mandatory_parts, requiresFollowUp: row.requires_follow_up },
    evaluationUrl: row.evaluation_url,
    ...{ isDemo: row.is_demo, source: row.source },
  };
}

/** The field in which a refusal can be put right; null when there is none. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  const fields: Partial<Record<ProblemCode, string>> = {
    'course-code-in-use': 'code',
    'provider-unknown': 'providerId',
    'function-unknown': 'functionIds',
  };
  return fields[code] ?? null;
}

/** What to say when someone else changed the course: which fields now hold something else than what was filled in. */
export function changedMeanwhile(names: readonly (keyof CourseDetails)[], t: Translate): FieldIssue {
  const fields = names.map((name) => t(`courses.form.${name}`)).join(', ');
  return { path: '', message: t('courses.form.changedMeanwhile', { fields }) };
}
