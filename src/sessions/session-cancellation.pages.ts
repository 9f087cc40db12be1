import type { CallingOff } from '../courses/cancellation-terms.queries.js';
import { owedPercentage, stillOwedCents } from '../courses/cancellation-terms.rules.js';
import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import type { Invitations } from './session-invitation.queries.js';
import { placesInWords } from './session-list.pages.js';
import type { SessionRow } from './session.queries.js';

/** The model of `sessions/cancellation`: what will happen when the session is called off. */
export function cancellationPage(
  session: SessionRow,
  { invited, seated }: Pick<Invitations, 'invited' | 'seated'>,
  cost: CallingOff | null,
  guests: number,
  locale: Locale,
  t: Translate,
) {
  const people = session.seatsTaken + session.waitingCount - guests;
  return {
    session: session.courseTitle,
    dates: formatDateRange(session.dates, locale),
    venues: placesInWords(session, t),
    consequence: people === 0 ? t('sessions.cancel.nobody') : t('sessions.cancel.people', { count: people }),
    invited: session.level === 'follow-up' || invited > seated,
    guests: guests === 0 ? null : t('sessions.guestsUntold', { count: guests }),
    cost: cost && moneyOf(cost, locale, t),
    trainers: session.status !== 'draft',
    action: `/sessions/${session.id}/cancellation`,
    back: `/sessions/${session.id}`,
  };
}

/** What becomes free and what stays owed when a session is called off today. */
function moneyOf(cost: CallingOff, locale: Locale, t: Translate): string {
  const percentage = owedPercentage(cost.steps, cost.daysLeft);
  const owedCents = stillOwedCents(cost, percentage);
  const amount = (cents: bigint) =>
    formatCents(cents, locale) + (cost.isDemo && cents !== 0n ? ` (${t('sessions.cancel.demo')})` : '');
  if (owedCents === 0n) return t('sessions.cancel.money', { free: amount(cost.openCents) });
  return t('sessions.cancel.owed', {
    ...{ provider: cost.provider, percentage, owed: amount(owedCents) },
    free: amount(cost.openCents - owedCents),
  });
}
