import type { Plan, Request } from './seat-stories.js';
import type { SeatWorld } from './seat-world.js';

/** What was asked, or done, in one of two sessions. */
export interface Deed {
  readonly kind: Request['kind'];
  /** In which session; a transfer goes from there to the other. */
  readonly at: number;
  /** Whom it is about; a guest too. */
  readonly who: string;
  readonly successor?: string;
  readonly approved?: boolean;
  readonly givesReason?: boolean;
  readonly plan?: Plan;
}

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly session: string;
  readonly person: string;
  readonly before_person: string;
  readonly after: Record<string, unknown>;
}

/**
 * What was asked and done in these sessions after an entry of the audit trail, with the last entry. Each turn holds the
 * lock on its session until it is done, so the entries stand in the order in which they were taken in.
 */
export async function doneSince(
  { app, holders }: SeatWorld,
  sessionIds: readonly string[],
  since: string,
): Promise<{ done: Deed[]; last: string }> {
  const { rows } = await app.database.owner.query<Entry>(
    `select a.id, a.action, coalesce(e.session_id::text, a.subject_id) session, old.professional_id before_person,
       coalesce(e.professional_id::text, a.after ->> 'guestId') person, a.after
     from audit_entry a left join enrolment e on e.id::text = a.subject_id and a.subject_type = 'enrolment'
     left join enrolment old on old.id::text = a.before ->> 'enrolmentId'
     where a.id > $2 and a.action not in ('moveUp', 'endOffer', 'transferOut')
       and (e.session_id = any($1) or a.subject_id = any($1::text[])) order by a.id`,
    [sessionIds, since],
  );
  return { done: rows.map((row) => deedOf(row, sessionIds, holders)), last: rows.at(-1)?.id ?? since };
}

function deedOf(
  { action, session, person, before_person, after }: Entry,
  sessionIds: readonly string[],
  holders: SeatWorld['holders'],
): Deed {
  const at = sessionIds.indexOf(session);
  if (action === 'transferIn') return { kind: 'transfer', at: 1 - at, who: person };
  if (action === 'resize') return { kind: 'resize', at, who: '', plan: planOf(after, holders) };
  const kind = action as Deed['kind'];
  if (kind === 'substitute') return { kind, at, who: before_person, successor: person };
  const { outcome, stillCharged } = after;
  return { kind, at, who: person, approved: outcome !== 'requested', givesReason: stillCharged === true };
}

type Quota = Readonly<Record<string, unknown>> & { readonly seats: number };

function planOf(after: Record<string, unknown>, holders: SeatWorld['holders']): Plan {
  const { capacity, enrolUntil, cancelUntil } = after as unknown as Plan;
  const quotas = ['quotas', 'functionQuotas', 'organisationQuotas'].flatMap((list) => after[list] as Quota[]);
  const labelOf = (quota: Quota) =>
    Object.keys(holders).find((label) =>
      Object.entries(holders[label]!).every(([name, id]) => quota[name] === id),
    )!;
  const labelled = Object.fromEntries(quotas.map((quota) => [labelOf(quota), quota.seats]));
  return { capacity, enrolUntil, cancelUntil, labelled, asksFirst: after.waitingListMode === 'offer' };
}
