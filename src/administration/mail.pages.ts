import type { Translate } from '../platform/i18n/translator.js';
import type { Paged } from '../platform/database/paged.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { DeadAddressRow, MailStop } from './mail.queries.js';

export const ADDRESSES_PER_PAGE = 50;

/** Whether mail leaves, and the addresses to which it does not. */
export function mailPage(
  stop: MailStop | null,
  { rows, total }: Paged<DeadAddressRow>,
  page: number,
  t: Translate,
) {
  return {
    stoppedAt: stop?.stopped_at ?? null,
    stoppedBy: stop && (stop.name ?? t('administration.mail.someone')),
    addresses: rows.map(({ message_id: id, address, name, died_at: diedAt, answer }) => ({
      reviveAction: `/mail/addresses/${id}/revival`,
      ...{ address, name, diedAt, answer },
    })),
    pagination: pagination(total, page, ADDRESSES_PER_PAGE, (number) =>
      listAddress('/mail', { page: number }),
    ),
  };
}
