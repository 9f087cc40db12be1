import { linesOf } from '../grants/forecast.pages.js';
import type { ForecastRow } from '../grants/forecast.queries.js';
import { forecastOf, mayBeLeftOver, outlookOf } from '../grants/forecast.rules.js';
import { formatCents, formatDate } from '../platform/i18n/format.js';
import type { HomeSection, Reader } from './overview.pages.js';

/** A grant line of which much is likely to be left over. */
export interface LeftOver {
  readonly title: string;
  readonly leftCents: bigint;
  readonly isDemo: boolean;
  /** The last day (local) on which it can be put to use. */
  readonly useBy: string;
}

const MOST_SHOWN = 3;

/**
 * The lines of which much is likely to be left over, all municipalities together, while there is time to use it: the most
 * first, and no more than a first page can bear.
 */
export function leftOverLines(rows: readonly ForecastRow[], today: string): LeftOver[] {
  const found = linesOf(rows).flatMap((line): LeftOver[] => {
    const [{ lineTitle, useBy }] = line as [ForecastRow];
    const outlook = outlookOf(line);
    if (!mayBeLeftOver(outlook, useBy, today)) return [];
    const isDemo = outlook.grantedIsDemo || outlook.committedIsDemo || outlook.plannedIsDemo;
    return [{ title: lineTitle, leftCents: forecastOf(outlook).leftCents, isDemo, useBy }];
  });
  return found.sort((one, other) => (one.leftCents > other.leftCents ? -1 : 1)).slice(0, MOST_SHOWN);
}

/** What to use in time, where there is anything. */
export function leftOverSections(lines: readonly LeftOver[], { t, locale }: Reader): HomeSection[] {
  if (lines.length === 0) return [];
  const cards = lines.map(({ title, leftCents, isDemo, useBy }) => ({
    ...{ title, href: null, badge: null },
    lines: [
      t('grants.forecast.homeLine', {
        amount: formatCents(leftCents, locale) + (isDemo ? ` (${t('home.demo')})` : ''),
        date: formatDate(useBy, locale, 'long'),
      }),
    ],
    actions: [],
  }));
  return [
    {
      ...{ id: 'left-over', title: t('grants.forecast.home'), cards },
      empty: { title: '', text: '', action: null },
      more: [{ href: '/budget/forecast', label: t('grants.forecast.homeNote') }],
    },
  ];
}
