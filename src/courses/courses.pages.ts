import { z } from 'zod';
import { formatCents } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Paged } from '../platform/database/paged.js';
import type { Locale } from '../shared/locale.js';
import { courseLevels } from './course-level.rules.js';
import type { CourseRow } from './course.queries.js';

export const COURSES_PER_PAGE = 50;

/** The address of the catalogue; what does not make sense in it counts as not filled in. */
export const coursesQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  level: z.enum(courseLevels).optional().catch(undefined),
});
export type CoursesQuery = z.output<typeof coursesQuery>;

export interface Reader {
  readonly seesPrices: boolean;
  readonly locale: Locale;
}

export function coursesPage(
  { rows, total }: Paged<CourseRow>,
  query: CoursesQuery,
  reader: Reader,
  t: Translate,
) {
  return {
    filters: filterFields(query, t),
    courses: rows.map((row) => courseOf(row, reader, t)),
    pagination: pagination(total, query.page, COURSES_PER_PAGE, (page) =>
      listAddress('/courses', { ...query, page }),
    ),
    empty:
      query.q !== null || query.level !== undefined
        ? {
            title: t('courses.noneFoundTitle'),
            text: t('courses.noneFound'),
            action: { href: '/courses', label: t('courses.clear') },
          }
        : { title: t('courses.noneTitle'), text: t('courses.none'), action: null },
  };
}

function courseOf(row: CourseRow, { locale, seesPrices }: Reader, t: Translate) {
  const functions = locale === 'nl' ? row.functions_nl : row.functions_en;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const figure = (value: string, isDemo: boolean) => (isDemo ? t('courses.demoFigure', { value }) : value);
  const validity =
    row.validity_months === null
      ? t('courses.always')
      : figure(t('courses.months', { count: row.validity_months }), row.is_demo);
  const participants = t('courses.participants', { min: row.min_participants, max: row.max_participants });
  const facts = [
    {
      label: t('courses.audience'),
      value: functions.length === 0 ? t('courses.everyone') : list.format(functions),
    },
    {
      label: t('courses.length'),
      value: figure(t('courses.dayParts', { count: row.day_parts }), row.is_demo),
    },
    { label: t('courses.participantsLabel'), value: figure(participants, row.is_demo) },
    { label: t('courses.validity'), value: validity },
    { label: t('courses.provider'), value: row.provider },
  ];
  const price = seesPrices && row.price_cents !== null ? formatCents(BigInt(row.price_cents), locale) : null;
  if (price !== null)
    facts.push({ label: t('courses.price'), value: figure(price, row.price_is_demo ?? false) });
  return {
    title: row.title,
    level: t(`courses.level.${row.level}`),
    facts: [...facts, { label: t('courses.source'), value: row.source }],
  };
}

function filterFields(query: CoursesQuery, t: Translate): Field[] {
  const options = courseLevels.map((level) => ({ value: level, label: t(`courses.level.${level}`) }));
  const [search, level] = buildForm(
    [
      { name: 'q', kind: 'text', label: 'courses.search' },
      { name: 'level', kind: 'select', label: 'courses.level', options },
    ],
    { q: query.q ?? '', level: query.level ?? '' },
    [],
    t,
  ).fields as [Field, Field];
  const choices = level.options.map((option) =>
    option.value === '' ? { ...option, label: t('courses.allLevels') } : option,
  );
  return [search, { ...level, options: choices }];
}
