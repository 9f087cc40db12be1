import { z } from 'zod';
import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, requiredText } from '../platform/web/fields.js';
import type { FieldSpec } from '../platform/web/forms.js';
import { listQuery, pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import {
  certificateStatuses,
  readNumber,
  revocationReasons,
  statusOn,
  type CertificateStatus,
} from './certificate.rules.js';
import type { CertificateRow } from './certificates.queries.js';

export const PAGE_SIZE = 50;

/** Filters of the list; one that cannot be read is left out. */
export const certificatesQuery = z.object({
  page: listQuery.shape.page.catch(1),
  q: listQuery.shape.q.catch(null),
  status: z.enum(certificateStatuses).nullable().catch(null),
  session: z.uuid().nullable().catch(null),
});

/** A certificate number in an address; what cannot be one leads nowhere. */
export const numberParam = z.string().transform((typed, context) => {
  const number = readNumber(typed);
  if (number !== null) return number;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

export const revocationForm = z.object({ reason: z.enum(revocationReasons) });

export const replacementForm = z.object({ tell: checkbox });
export const replacementFields: readonly FieldSpec[] = [
  {
    name: 'tell',
    kind: 'checkbox',
    label: 'certificates.replace.tell',
    description: 'certificates.replace.tellHint',
  },
];

/** The check form: the number and the name as they stand on the certificate. */
export const checkForm = z.object({
  number: requiredText(60).transform((typed, context) => {
    const number = readNumber(typed);
    if (number !== null) return number;
    context.addIssue({ code: 'custom', params: { key: 'certificates.check.mistyped' } });
    return z.NEVER;
  }),
  name: requiredText(200),
});

export const checkFields: readonly FieldSpec[] = [
  {
    name: 'number',
    kind: 'text',
    label: 'certificates.check.number',
    description: 'certificates.check.numberHint',
    required: true,
  },
  {
    name: 'name',
    kind: 'text',
    label: 'certificates.check.name',
    description: 'certificates.check.nameHint',
    required: true,
  },
];

export function revocationFields(t: Translate): readonly FieldSpec[] {
  const options = revocationReasons.map((value) => ({ value, label: t(`certificates.reason.${value}`) }));
  return [{ name: 'reason', kind: 'radios', label: 'certificates.revoke.reason', options, required: true }];
}

const badgeKinds = {
  valid: 'success',
  expired: 'neutral',
  revoked: 'error',
  replaced: 'neutral',
} as const satisfies Record<CertificateStatus | 'replaced', string>;

/** A certificate in words, for a list and for the check page. */
export function certificateView(row: CertificateRow, today: string, locale: Locale, t: Translate) {
  const status = statusOn(today, row);
  const isOurs = row.source === null;
  const shown = row.revocationReason === 'replaced' ? 'replaced' : status;
  return {
    number: row.number,
    professionalName: row.professionalName,
    courseTitle: row.courseTitle,
    municipalityName: row.municipalityName,
    regionName: row.regionName,
    level: t(`courses.level.${row.level}`),
    dates: row.dates.length === 0 ? null : formatDateRange(row.dates, locale),
    issuedOn: row.issuedOn,
    validUntil: row.validUntil,
    badge: { kind: badgeKinds[shown], label: t(`certificates.status.${shown}`) },
    explanation: t(`certificates.check.${shown}`),
    elsewhere: elsewhereOf(row, t),
    pdfHref: isOurs && status !== 'revoked' ? `/certificates/${row.number}/pdf` : null,
    badgeHref: isOurs && status !== 'revoked' ? `/certificates/${row.number}/open-badge` : null,
    replacementHref: isOurs && status !== 'revoked' ? `/certificates/${row.number}/replacement` : null,
    revocationHref: status === 'revoked' ? null : `/certificates/${row.number}/revocation`,
  };
}

/** Where one that was given elsewhere was taken over from; null for one of ours. */
function elsewhereOf({ source, earlierNumber }: CertificateRow, t: Translate) {
  if (source === null) return null;
  const number = earlierNumber && t('certificates.elsewhere.number', { number: earlierNumber });
  return {
    source,
    earlierNumber,
    lines: [t('certificates.elsewhere.label', { source }), ...(number ? [number] : [])],
  };
}

/** The list of a role: a professional's own as cards, others' as a table that can be searched. */
export function certificatesPage(
  found: { readonly rows: readonly CertificateRow[]; readonly total: number },
  query: z.infer<typeof certificatesQuery>,
  reader: { readonly role: Role; readonly today: string; readonly locale: Locale },
  t: Translate,
) {
  const filtered = query.q !== null || query.status !== null || query.session !== null;
  const { page: _page, ...filters } = query;
  return {
    own: reader.role === 'professional',
    mayRevoke: reader.role === 'coordinator',
    certificates: found.rows.map((row) => certificateView(row, reader.today, reader.locale, t)),
    q: query.q,
    statusOptions: certificateStatuses.map((value) => ({
      value,
      label: t(`certificates.status.${value}`),
      chosen: value === query.status,
    })),
    filtered,
    session: query.session,
    zipHref: listAddress('/certificates/zip', filters),
    printHref: listAddress('/certificates/print', filters),
    pagination: pagination(found.total, query.page, PAGE_SIZE, (page) =>
      listAddress('/certificates', { ...query, page }),
    ),
  };
}
