import { z } from 'zod';
import type { EntryLevel } from '../courses/course-level.rules.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Paged } from '../platform/database/paged.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, checkbox, localDate, optionalText, requiredText } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { RecognitionRow } from './recognition.queries.js';

export const RECOGNITIONS_PER_PAGE = 50;

export const recognitionsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});

const ways = ['recognise', 'override'] as const;

/** How someone without the level comes in all the same: earlier education counts, or it is let pass this once. */
export const exceptionForm = z.object({
  professionalId: z.uuid(),
  giveSeat: checkbox,
  way: z.enum(ways),
  reason: requiredText(300),
  validUntil: blankAsNull(localDate),
});

/** The model of `enrolment/exception`. */
export function exceptionPage(
  name: string,
  entryLevel: EntryLevel,
  sessionId: string,
  sent: SentForm,
  t: Translate,
) {
  return {
    action: `/sessions/${sessionId}/exceptions`,
    back: `/sessions/${sessionId}/participants/new`,
    lead: t('enrolment.exception.lead', { name, level: t(`courses.level.${entryLevel}`) }),
    form: buildForm(
      [
        { name: 'professionalId', kind: 'hidden', label: 'enrolment.exception.way' },
        { name: 'giveSeat', kind: 'hidden', label: 'enrolment.exception.way' },
        {
          ...{ name: 'way', kind: 'radios', label: 'enrolment.exception.way', required: true },
          options: ways.map((value) => ({ value, label: t(`enrolment.exception.way.${value}`) })),
        },
        {
          ...{ name: 'reason', kind: 'text', label: 'enrolment.exception.reason', required: true },
          description: 'enrolment.exception.reasonHelp',
        },
        {
          ...{ name: 'validUntil', kind: 'date', label: 'enrolment.exception.validUntil' },
          description: 'enrolment.exception.validUntilHelp',
        },
      ],
      sent.values,
      sent.issues,
      t,
    ),
  };
}

/** The model of `enrolment/recognitions`. */
export function recognitionsPage(
  { rows, total }: Paged<RecognitionRow>,
  query: z.output<typeof recognitionsQuery>,
  { role, locale }: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
) {
  return {
    search: buildForm(
      [{ name: 'q', kind: 'text', label: 'enrolment.recognitions.search' }],
      { q: query.q },
      [],
      t,
    ),
    rows: rows.map(({ id, name, municipality, level, basis, validUntil }) => ({
      ...{ name, municipality },
      basis: basis ?? t('enrolment.roster.forgotten'),
      level: t(`courses.level.${level}`),
      validUntil:
        validUntil === null ? t('enrolment.recognitions.always') : formatDate(validUntil, locale, 'long'),
      withdrawHref: role === 'coordinator' ? `/recognitions/${id}/withdrawal` : null,
    })),
    mayWithdraw: role === 'coordinator',
    pagination: pagination(total, query.page, RECOGNITIONS_PER_PAGE, (page) =>
      listAddress('/recognitions', { q: query.q, page }),
    ),
    emptyText: t(query.q ? 'enrolment.recognitions.nothingFound' : 'enrolment.recognitions.none'),
  };
}
