import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import { formatDate } from '../platform/i18n/format.js';
import { fault, type PlanFault } from './plan-fault.rules.js';

@Injectable()
export class SessionEligibilityQueries {
  /**
   * What is wrong with the last day of a session that the grant pays, as a fault of its date: the decision of the state
   * says on which days it pays. These stay as they are until the transaction ends.
   * @param lastDay local date
   */
  async faults(tx: Tx, sessionId: string, lastDay: string, locale: Locale): Promise<PlanFault[]> {
    const rows = await tx.query<{ activity: string; first: string; last: string }[]>(
      `select d.activity, d.first_day::text "first", d.last_day::text "last"
       from commitment k, hold_eligible_days(k.grant_line_id) d
       where k.session_id = $1 and k.settled_at is null and $2::date not between d.first_day and d.last_day`,
      [sessionId, lastDay],
    );
    return rows.map(({ activity, first, last }) =>
      fault(['date'], 'outsideEligibleDays', {
        ...{ activity, first: formatDate(first, locale, 'long'), last: formatDate(last, locale, 'long') },
      }),
    );
  }
}
