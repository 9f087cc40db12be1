import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { AuditRow } from './audit-trail.queries.js';
import { choicesOf, nameOf } from '../platform/i18n/code-names.js';

export const ENTRIES_PER_PAGE = 50;

export const auditTrailQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  action: optionalText(60).catch(null),
  subject: optionalText(60).catch(null),
});

/** Who did what, on what and when. */
export function auditTrailPage(
  { rows, total }: Paged<AuditRow>,
  query: z.output<typeof auditTrailQuery>,
  kinds: { readonly actions: readonly string[]; readonly subjects: readonly string[] },
  t: Translate,
) {
  return {
    filters: buildForm(
      [
        { name: 'q', kind: 'text', label: 'administration.audit.search' },
        {
          name: 'action',
          kind: 'select',
          label: 'administration.audit.action',
          options: choicesOf('deed.action', kinds.actions, t),
          emptyLabel: 'administration.all',
        },
        {
          name: 'subject',
          kind: 'select',
          label: 'administration.audit.subject',
          options: choicesOf('deed.subject', kinds.subjects, t),
          emptyLabel: 'administration.all',
        },
      ],
      { q: query.q ?? '', action: query.action ?? '', subject: query.subject ?? '' },
      [],
      t,
    ).fields,
    entries: rows.map((row) => ({
      at: row.at,
      who: row.account_name ?? t('administration.audit.system'),
      role: row.role === 'system' ? '' : t(`access.role.${row.role}`),
      action: nameOf('deed.action', row.action, t),
      subject: nameOf('deed.subject', row.subject_type, t),
      subjectId: row.subject_id,
      changed: row.changed
        .map((field) => nameOf('deed.field', field, t))
        .sort()
        .join(', '),
    })),
    pagination: pagination(total, query.page, ENTRIES_PER_PAGE, (page) =>
      listAddress('/audit-trail', { ...query, page }),
    ),
  };
}
