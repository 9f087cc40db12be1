import { z } from 'zod';
import { takesInterest } from '../courses/course-access.rules.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { emailAddress } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { AskedCourse, AskingRow } from './course-demand.queries.js';
import { figuresOf, functionName } from './demand.pages.js';
import type { MunicipalDemandRow } from './demand.queries.js';
import { PER_PAGE } from './interests.pages.js';

/** What records that a colleague wants to hear of a date. */
export const interestForm = z.object({ email: emailAddress });

/** The model of `demand/course`. */
export function courseDemandPage(
  course: AskedCourse,
  found: {
    readonly municipalities: readonly MunicipalDemandRow[];
    readonly people: Paged<AskingRow>;
    readonly page: number;
  },
  { values, issues }: SentForm,
  reader: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
) {
  const at = `/demand/courses/${course.id}`;
  const { rows, total } = found.people;
  const field = { name: 'email', kind: 'email', label: 'demand.course.email', required: true } as const;
  return {
    courseHref: `/courses/${course.id}`,
    planHref: reader.role === 'coordinator' && course.isActive ? `${at}/session` : null,
    municipalities: found.municipalities.map((row) => ({
      municipality: row.municipality,
      ...figuresOf(row, t),
    })),
    people: rows.map((row) => ({
      name: row.name,
      function: functionName(row, reader.locale),
      organisation: row.organisation,
      municipality: row.municipality,
      asks: asksInWords(row, reader.locale, t),
      withdrawAction: row.interestId && `/interests/${row.interestId}/withdrawal`,
    })),
    pagination: pagination(total, found.page, PER_PAGE, (page) => listAddress(at, { page })),
    form: takesInterest(course)
      ? { ...buildForm([field], values, issues, t), action: `${at}/interests` }
      : null,
  };
}

function asksInWords({ waits, interestSince }: AskingRow, locale: Locale, t: Translate): string[] {
  return [
    ...(waits ? [t('demand.course.waits')] : []),
    ...(interestSince ? [t('demand.course.since', { at: formatInstant(interestSince, locale) })] : []),
  ];
}
