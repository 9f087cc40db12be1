import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Paged } from '../platform/database/paged.js';
import { courseFacts, inwardFacts, type Reader } from './course-facts.pages.js';
import { takesInterest } from './course-access.rules.js';
import { courseLevels } from './course-level.rules.js';
import type { CourseRow, CourseUse, OwnStanding } from './course.queries.js';

export const COURSES_PER_PAGE = 50;

/** The address of the catalogue; what does not make sense in it counts as not filled in. */
export const coursesQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  level: z.enum(courseLevels).optional().catch(undefined),
});
export type CoursesQuery = z.output<typeof coursesQuery>;

export function coursesPage(
  { rows, total }: Paged<CourseRow>,
  query: CoursesQuery,
  reader: Reader,
  t: Translate,
) {
  const searched = query.q !== null || query.level !== undefined;
  return {
    edits: reader.role === 'coordinator',
    sessionsHref: reader.role === 'administrator' ? null : '/sessions',
    filters: filterFields(query, t),
    courses: rows.map((row) => ({
      ...headOf(row, t),
      href: `/courses/${row.id}`,
      facts: courseFacts(row, reader, t),
    })),
    pagination: pagination(total, query.page, COURSES_PER_PAGE, (page) =>
      listAddress('/courses', { ...query, page }),
    ),
    empty: searched
      ? nothingFound(t)
      : { title: t('courses.noneTitle'), text: t('courses.none'), action: null },
  };
}

/** The page of one course; `standing` is that of the reader, where this is a professional. */
export function coursePage(row: CourseRow, standing: OwnStanding | null, reader: Reader, t: Translate) {
  const plans = reader.role === 'coordinator';
  return {
    ...headOf(row, t),
    facts: [
      ...courseFacts(row, reader, t),
      ...(plans || reader.role === 'finance' ? inwardFacts(row, reader, t) : []),
      { label: t('courses.source'), value: row.source },
    ],
    sessionsHref: reader.role === 'administrator' ? null : listAddress('/sessions', { q: row.title }),
    interest:
      standing && takesInterest({ isActive: row.is_active, audience: row.audience })
        ? interestIn(row, standing, t)
        : null,
    pricesHref: plans || reader.role === 'finance' ? `/courses/${row.id}/prices` : null,
    evaluationHref: plans ? `/courses/${row.id}/questionnaires` : null,
    demandHref: plans || reader.role === 'contact' ? `/demand/courses/${row.id}` : null,
    steps: plans
      ? {
          editHref: `/courses/${row.id}/edit`,
          planHref: row.is_active ? listAddress('/sessions/new', { course: row.id }) : null,
          withdrawHref: row.is_active ? `/courses/${row.id}/withdrawal` : null,
          returnAction: row.is_active ? null : `/courses/${row.id}/return`,
        }
      : null,
  };
}

function interestIn(row: CourseRow, { openSessions, seated, interestId }: OwnStanding, t: Translate) {
  const asked = interestId !== null;
  const some = openSessions > 0 ? 'courses.interest.open' : 'courses.interest.none';
  const stand = seated ? 'courses.interest.seated' : some;
  return {
    lines: [t(stand, { count: openSessions }), ...(asked ? [t('courses.interest.asked')] : [])],
    askAction: asked || seated ? null : `/courses/${row.id}/interest`,
    withdrawAction: asked ? `/interests/${interestId}/withdrawal` : null,
  };
}

/** What happens when a course is not given any more. */
export function withdrawalPage(row: CourseRow, { sessions, trainings }: CourseUse, t: Translate) {
  return {
    course: row.title,
    consequences: [
      t('courses.withdrawal.plan'),
      sessions === 0
        ? t('courses.withdrawal.noSessions')
        : t('courses.withdrawal.sessions', { count: sessions }),
      ...(trainings === 0 ? [] : [t('courses.withdrawal.trainings', { count: trainings })]),
      t('courses.withdrawal.kept'),
    ],
    action: `/courses/${row.id}/withdrawal`,
    back: `/courses/${row.id}`,
  };
}

const headOf = (row: CourseRow, t: Translate) => ({
  title: row.title,
  level: t(`courses.level.${row.level}`),
  withdrawn: !row.is_active,
});

const nothingFound = (t: Translate) => ({
  title: t('courses.noneFoundTitle'),
  text: t('courses.noneFound'),
  action: { href: '/courses', label: t('courses.clear') },
});

function filterFields(query: CoursesQuery, t: Translate): readonly Field[] {
  const options = courseLevels.map((level) => ({ value: level, label: t(`courses.level.${level}`) }));
  return buildForm(
    [
      { name: 'q', kind: 'text', label: 'courses.search' },
      { name: 'level', kind: 'select', label: 'courses.level', options, emptyLabel: 'courses.allLevels' },
    ],
    { q: query.q ?? '', level: query.level ?? '' },
    [],
    t,
  ).fields;
}
