import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { LetterRow, MailRow } from './mailbox.queries.js';

export const MAILS_PER_PAGE = 50;

/** The list of mails; `q` is what was searched for. */
export function mailboxPage(
  { rows, total }: { readonly rows: readonly MailRow[]; readonly total: number },
  { q, page }: { readonly q: string | null; readonly page: number },
  t: Translate,
) {
  return {
    q: q ?? '',
    mails: rows.map(({ id, to_name, to_address, subject, status, created_at }) => ({
      href: `/local/mailbox/${id}`,
      name: to_name,
      address: to_address,
      subject,
      status: t(`local.mailbox.status.${status}`),
      at: created_at,
    })),
    pagination: pagination(total, page, MAILS_PER_PAGE, (number) =>
      listAddress('/local/mailbox', { q, page: number }),
    ),
  };
}

/** One mail as its reader gets it: plain text with its addresses as links. */
export function letterPage(letter: LetterRow) {
  return {
    to: `${letter.to_name} <${letter.to_address}>`,
    at: letter.created_at,
    paragraphs: letter.text_body
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => ({ lines: paragraph.split('\n').map((line) => ({ parts: linked(line) })) })),
    calendarHref: letter.has_calendar ? `/local/mailbox/${letter.id}/calendar.ics` : null,
  };
}

/** Cuts a line at its web addresses. */
function linked(line: string): { text: string; href: string | null }[] {
  return line
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, href: /^https?:\/\//.test(part) ? part : null }));
}
