import type { Tx } from '../platform/database/database.js';
import type { ShownStatus } from '../shared/message-status.js';
import type { Since, Told } from './resending.rules.js';
import { SHOWN_STATUS } from './shown-status.queries.js';

/** Mail about the same session to the same person. */
export interface NewerMail extends Told {
  readonly id: string;
  readonly subject: string;
}

export interface Repeat {
  readonly id: string;
  readonly status: ShownStatus;
  readonly createdAt: Date;
}

/** Where a mail would go if it were sent again, and what happened since it was written. */
export interface Resending extends Since<NewerMail> {
  readonly to: { readonly name: string; readonly address: string };
  /** The first first. */
  readonly repeats: readonly Repeat[];
}

const TO = `select coalesce(p.name, m.to_name) name, coalesce(p.email, m.to_address) address,
    exists (select from dead_address d where d.region_id = m.region_id
      and d.address = lower(coalesce(p.email, m.to_address))) "isDead"
  from message m left join professional p on p.id = m.professional_id where m.id = $1`;
const REPEATS = `select m.id, ${SHOWN_STATUS} status, m.created_at "createdAt" from message m
  where m.repeats_message_id = $1 order by m.created_at, m.id`;
// What was sent again is no news.
const NEWS = `select n.id, n.subject, n.reason, n.enrolment_id "enrolmentId" from message m join message n
    on n.session_id = m.session_id and n.repeats_message_id is null and (n.created_at, n.id) > (m.created_at, m.id)
      and case when m.enrolment_id is not null then n.enrolment_id = m.enrolment_id
        when m.professional_id is not null then n.professional_id = m.professional_id
        else lower(n.to_address) = lower(m.to_address) end
  where m.id = $1 order by n.created_at desc, n.id desc`;

/** What sending this mail again comes down to: the address that someone has now, or the same where it was to nobody in the register. */
export async function resendingOf(tx: Tx, id: string): Promise<Resending> {
  const [to] = await tx.query<{ name: string; address: string; isDead: boolean }[]>(TO, [id]);
  const { isDead, ...addressee } = to!;
  return {
    to: addressee,
    isDead,
    repeats: await tx.query<Repeat[]>(REPEATS, [id]),
    news: await tx.query<NewerMail[]>(NEWS, [id]),
  };
}
