import type { Translate } from '../platform/i18n/translator.js';
import { formatDateRange } from '../platform/i18n/format.js';
import { dutchFromCents } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { CourseChoice, EarlierSession } from './planning.queries.js';
import type { SessionTemplate } from './session-copy.queries.js';
import { levelLabel, placesInWords } from './session-list.pages.js';

/** The form of a new session filled in like another one: everything but the dates. */
export function valuesLike({ session, plan }: SessionTemplate): Record<string, unknown> {
  const { courseId, payerMunicipalityId, capacity, minimum, priceCents, quotas } = plan;
  return {
    ...{ like: session.id, courseId, payerMunicipalityId, capacity, minimum, quotas },
    priceCents: priceCents === null ? '' : dutchFromCents(String(priceCents)),
    parts: plan.parts.map(({ date: _, ...part }) => part),
  };
}

/** What fills the form in like an earlier session of the course; null when there is none. */
export function templateChoice(
  earlier: readonly EarlierSession[],
  { courseId, like }: { readonly courseId: string; readonly like: string | undefined },
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  if (earlier.length === 0) return null;
  const options = earlier.map((session) => ({
    value: session.id,
    label: `${formatDateRange(session.dates, locale)}, ${placesInWords(session, t)}`,
  }));
  const specs = [
    { name: 'course', kind: 'hidden', label: 'sessions.form.course' } as const,
    {
      ...({ name: 'like', kind: 'select', label: 'sessions.template.like', required: true } as const),
      options,
    },
  ];
  return buildForm(specs, { course: courseId, like }, [], t).fields;
}

/** The model of `sessions/choose-course`. */
export function chooseCoursePage(courses: readonly CourseChoice[], t: Translate) {
  return {
    courses: courses.map((course) => ({
      href: `/sessions/new?course=${course.id}`,
      title: course.title,
      level: levelLabel(course.level, t),
      length: t('sessions.form.dayParts', { count: course.dayParts }),
      provider: course.provider,
    })),
    empty: {
      title: t('sessions.choose.emptyTitle'),
      text: t('sessions.choose.emptyText'),
      action: { href: '/imports', label: t('sessions.choose.import') },
    },
  };
}
