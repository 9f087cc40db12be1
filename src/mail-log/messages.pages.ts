import { z } from 'zod';
import type { Paged } from '../platform/database/paged.js';
import { nameOf } from '../platform/i18n/code-names.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import { messageBadges, shownStatuses } from '../shared/message-status.js';
import type { MessageRow, SessionName } from './messages.queries.js';

export const MESSAGES_PER_PAGE = 50;

const idFilter = z.uuid().optional().catch(undefined);

/** The address of the list; what does not make sense in it counts as not filled in. */
export const messagesQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  status: z.enum(shownStatuses).optional().catch(undefined),
  session: idFilter,
  professional: idFilter,
});
export type MessagesQuery = z.output<typeof messagesQuery>;

/** Who reads: a contact sees the mail of one municipality. */
export interface Reader {
  readonly ownOnly: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The list of messages; `named` is what the session and the professional of the filter are called. */
export function messagesPage(
  { rows, total }: Paged<MessageRow>,
  query: MessagesQuery,
  named: { readonly session: SessionName | null; readonly professional: string | null },
  reader: Reader,
) {
  const { ownOnly, t } = reader;
  const filtered = listAddress('', { ...query, page: null }) !== '';
  return {
    intro: t(ownOnly ? 'mail-log.introOwn' : 'mail-log.intro'),
    only: [
      ...(named.session ? [t('mail-log.ofSession', { session: sessionInWords(named.session, reader) })] : []),
      ...(named.professional === null ? [] : [t('mail-log.ofProfessional', { name: named.professional })]),
    ],
    allHref: filtered ? '/messages' : null,
    filters: filterFields(query, t),
    rows: rows.map((row) => ({
      href: `/messages/${row.id}`,
      subject: row.subject,
      reason: reasonOf(row, t),
      name: row.toName,
      address: row.toAddress,
      at: row.createdAt,
      status: statusOf(row, t),
    })),
    pagination: pagination(total, query.page, MESSAGES_PER_PAGE, (page) =>
      listAddress('/messages', { ...query, page }),
    ),
    empty: filtered
      ? {
          title: t('mail-log.noneFoundTitle'),
          text: t('mail-log.noneFound'),
          action: { href: '/messages', label: t('mail-log.all') },
        }
      : { title: t('mail-log.noneTitle'), text: t('mail-log.none'), action: null },
  };
}

/** Why it was written; a mail that was sent again says so. */
export function reasonOf(
  { reason: code, repeatsMessageId }: Pick<MessageRow, 'reason' | 'repeatsMessageId'>,
  t: Translate,
): string {
  const reason = nameOf('mail.reason', code, t);
  return repeatsMessageId === null ? reason : t('mail-log.again', { reason });
}

/** The status as a badge. */
export function statusOf({ status }: Pick<MessageRow, 'status'>, t: Translate) {
  return { kind: messageBadges[status], label: t(`mail-log.status.${status}`) };
}

/** 'Basistraining van 12 november 2026' */
export function sessionInWords({ course, date }: SessionName, { locale, t }: Pick<Reader, 'locale' | 't'>) {
  return t('mail-log.sessionOf', { course, date: formatDate(date, locale, 'long') });
}

function filterFields({ q, status, session, professional }: MessagesQuery, t: Translate) {
  const options = shownStatuses.map((value) => ({ value, label: t(`mail-log.status.${value}`) }));
  const kept = { session, professional };
  return buildForm(
    [
      { name: 'q', kind: 'text', label: 'mail-log.search' },
      {
        ...{ name: 'status', kind: 'select', label: 'mail-log.status', options },
        emptyLabel: 'mail-log.allStatuses',
      },
      ...(['session', 'professional'] as const)
        .filter((name) => kept[name] !== undefined)
        .map((name) => ({ name, kind: 'hidden', label: `mail-log.${name}` }) as const),
    ],
    { q: q ?? '', status: status ?? '', ...kept },
    [],
    t,
  ).fields;
}
