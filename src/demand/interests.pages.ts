import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { Locale } from '../shared/locale.js';
import type { InterestRow } from './interest.queries.js';

export const PER_PAGE = 50;
export const pageQuery = z.coerce.number().int().min(1).max(100_000).default(1).catch(1);
export const interestsQuery = z.object({ page: pageQuery });

/** The model of `demand/interests`: the courses of which the reader wants to hear. */
export function interestsPage(
  { rows, total }: Paged<InterestRow>,
  openSessions: ReadonlyMap<string, number>,
  page: number,
  locale: Locale,
  t: Translate,
) {
  return {
    interests: rows.map(({ id, courseId, courseTitle, recordedAt }) => {
      const count = openSessions.get(courseId) ?? 0;
      return {
        title: courseTitle,
        href: `/courses/${courseId}`,
        since: t('demand.interests.since', { at: formatInstant(recordedAt, locale) }),
        next: t(count === 0 ? 'courses.interest.none' : 'courses.interest.open', { count }),
        sessionsHref: count === 0 ? null : listAddress('/sessions', { q: courseTitle }),
        withdrawAction: `/interests/${id}/withdrawal`,
      };
    }),
    pagination: pagination(total, page, PER_PAGE, (number) => listAddress('/interests', { page: number })),
    empty: {
      title: t('demand.interests.emptyTitle'),
      text: t('demand.interests.emptyText'),
      action: { href: '/courses', label: t('demand.interests.find') },
    },
  };
}
