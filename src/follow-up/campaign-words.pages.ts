import type { Appointment } from '../enrolment/appointment.queries.js';
import { formatDate, formatDateRange, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { placeOf } from '../sessions/place.rules.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { Locale } from '../shared/locale.js';
import type { Cohort } from './follow-up.rules.js';

/** What courses, municipalities, functions and organisations are called, by id. */
export type Names = ReadonlyMap<string, { readonly nl: string; readonly en: string }>;

/** When a day is: 'donderdag 3 december 2026', or its dates where there are several. */
export function datesOf({ parts }: Appointment, locale: Locale): string {
  const dates = [...new Set(parts.map(({ date }) => date))];
  return dates.length === 1 ? formatDate(dates[0]!, locale, 'weekday') : formatDateRange(dates, locale);
}

/** A day to choose: 'donderdag 3 december 2026, 09:30–17:00, Voorbeeldzaal'. */
export function titleOfDay(day: Appointment, locale: Locale, t: Translate): string {
  const [first, last] = [day.parts[0]!, day.parts.at(-1)!];
  const place = placeOf(first) ?? t('enrolment.place.online');
  return [datesOf(day, locale), formatTimeRange(first.startTime, last.endTime), place].join(', ');
}

/** Whom a campaign looks for, as rows of facts; what is left open is not named. */
export function lookedFor(cohort: Cohort, names: Names, locale: Locale, t: Translate) {
  const listed = (ids: readonly string[]) =>
    ids
      .flatMap((id) => names.get(id)?.[locale] ?? [])
      .toSorted((a, b) => a.localeCompare(b, locale))
      .join(', ');
  const levels = cohort.levels.map((level) => t(`courses.level.${level as CourseLevel}`)).join(', ');
  const window = t('follow-up.window', {
    from: formatDate(cohort.trainedFrom, locale, 'long'),
    until: formatDate(cohort.trainedUntil, locale, 'long'),
  });
  return [
    { label: t('follow-up.trained'), value: window },
    { label: t('follow-up.form.courseIds'), value: listed(cohort.courseIds) },
    { label: t('follow-up.form.levels'), value: levels },
    { label: t('follow-up.form.municipalityIds'), value: listed(cohort.municipalityIds) },
    { label: t('follow-up.form.functionIds'), value: listed(cohort.functionIds) },
    { label: t('follow-up.form.organisationIds'), value: listed(cohort.organisationIds) },
  ].filter(({ value }) => value !== '');
}
