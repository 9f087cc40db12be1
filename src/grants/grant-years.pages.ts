import type { Translate } from '../platform/i18n/translator.js';
import type { GrantYears } from './grant-years.rules.js';

/** The years of a grant, such as '2026' or '2026 tot en met 2028'. */
export function yearsInWords({ firstYear, lastYear }: GrantYears, t: Translate): string {
  return firstYear === lastYear
    ? String(firstYear)
    : t('grants.severalYears', { first: firstYear, last: lastYear });
}

/** A line or a training by its name, with its year where the grant is for several. */
export function lineOfYear({ firstYear, lastYear }: GrantYears, name: string, year: number): string {
  return firstYear === lastYear ? name : `${name}, ${year}`;
}
