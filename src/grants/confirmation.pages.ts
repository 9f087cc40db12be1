import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { afterStep } from '../sessions/session-life.rules.js';
import type { Locale } from '../shared/locale.js';
import { freeCents } from './budget.rules.js';
import type { Confirmation } from './confirmation.queries.js';
import { weigh, type Verdict } from './confirmation.rules.js';

/** The model of `grants/confirmation`: what confirming would do, or why it cannot be done. */
export function confirmationPage(confirmation: Confirmation, locale: Locale, t: Translate) {
  const { sessionId, courseTitle, dates, seatsTaken, minimum, budget, allotment } = confirmation;
  const verdict = verdictOf(confirmation);
  const mayGo = verdict?.outcome === 'go';
  return {
    action: `/sessions/${sessionId}/confirmation`,
    sessionHref: `/sessions/${sessionId}`,
    lead: t('grants.confirmation.lead', {
      course: courseTitle,
      dates: formatDateRange(dates, locale),
      municipality: confirmation.municipalityName,
    }),
    enrolled: t('grants.confirmation.enrolled', { count: seatsTaken, minimum }),
    underMinimum: seatsTaken < minimum ? t('grants.confirmation.underMinimum') : null,
    price: { cents: confirmation.priceCents, isDemo: confirmation.priceIsDemo },
    line:
      budget && t('grants.confirmation.line', { line: budget.lineTitle, decision: budget.decisionNumber }),
    freeBefore: budget && { cents: freeCents(budget), isDemo: isDemoBudget(budget) },
    freeAfter:
      budget && verdict?.outcome === 'go'
        ? {
            cents: verdict.freeAfterCents,
            isDemo: isDemoBudget(budget) || confirmation.priceIsDemo,
          }
        : null,
    allotment: allotment && {
      isDemo: allotment.isDemo,
      before: t('grants.confirmation.trainingsLeft', {
        left: Math.max(0, allotment.trainings - allotment.used),
        trainings: allotment.trainings,
      }),
      after:
        verdict?.outcome === 'go'
          ? t('grants.confirmation.trainingsLeft', {
              left: verdict.trainingsLeftAfter ?? 0,
              trainings: allotment.trainings,
            })
          : null,
    },
    obstacle: mayGo ? null : obstacleOf(confirmation, verdict, locale, t),
  };
}

/** Null when the step cannot be taken, or when no budget was found to weigh. */
function verdictOf({ status, priceCents, budget, allotment }: Confirmation): Verdict | null {
  if (!afterStep(status, 'confirm') || !budget) return null;
  return weigh({ priceCents, freeCents: freeCents(budget), allotment });
}

function obstacleOf(
  confirmation: Confirmation,
  verdict: Verdict | null,
  locale: Locale,
  t: Translate,
): string {
  const { status, municipalityName, dates, priceCents, budget, allotment } = confirmation;
  if (status !== 'open') return t(`grants.confirmation.not.${status}`);
  if (!budget)
    return t('problem.no-grant-line.advice', {
      municipality: municipalityName,
      year: dates.at(-1)?.slice(0, 4) ?? '',
    });
  if (verdict?.outcome === 'allotment-used-up')
    return t('problem.allotment-used-up.advice', {
      municipality: municipalityName,
      used: allotment?.used ?? 0,
      trainings: allotment?.trainings ?? 0,
    });
  return t('problem.budget-short.advice', {
    needed: formatCents(priceCents, locale),
    free: formatCents(freeCents(budget), locale),
  });
}

function isDemoBudget(budget: NonNullable<Confirmation['budget']>): boolean {
  return budget.grantedIsDemo || budget.committedIsDemo;
}
