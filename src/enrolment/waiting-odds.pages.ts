import type { Translate } from '../platform/i18n/translator.js';
import type { Odds } from './waiting-odds.rules.js';

/** The place in the waiting list, and what became of others who began about there; nothing is promised. */
export function waitingInWords(position: number, odds: Odds | null, t: Translate): string {
  const place = t('enrolment.own.position', { position });
  if (!odds) return `${place} ${t('enrolment.odds.unknown')}`;
  const { first, last, people, seated } = odds;
  const from = { people, seated, first };
  if (last === null) return `${place} ${t('enrolment.odds.beyond', from)}`;
  if (first === last) return `${place} ${t('enrolment.odds.one', from)}`;
  return `${place} ${t('enrolment.odds.band', { ...from, last })}`;
}
