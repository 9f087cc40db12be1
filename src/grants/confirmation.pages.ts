import { z } from 'zod';
import type { SentForm } from '../platform/web/forms.js';
import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { afterStep } from '../sessions/session-life.rules.js';
import type { Locale } from '../shared/locale.js';
import { isEligible } from './activity.rules.js';
import { amountOf } from './budget.rules.js';
import type { Confirmation, PlannedShare } from './confirmation.queries.js';
import { weigh, type Verdict } from './confirmation.rules.js';
import { costOutside } from './eligible-days.pages.js';
import { totalCents } from './extra-cost.rules.js';
import { extraCostFields, extraCostRows, partOf } from './extra-costs.pages.js';
import { unitsText } from './shares.pages.js';

/** What the form of a confirmation sends: to count the extra costs in first, or to go ahead. */
export const confirmationForm = z.object({
  then: z.enum(['count', 'confirm']).default('confirm'),
  extraCosts: extraCostRows,
});

/** The model of `grants/confirmation`: what confirming would do, or why it cannot be done. */
export function confirmationPage(confirmation: Confirmation, sent: SentForm, locale: Locale, t: Translate) {
  const { sessionId, seatsTaken, minimum, budget, allotment } = confirmation;
  const verdict = verdictOf(confirmation);
  const mayGo = verdict?.outcome === 'go';
  const { shares } = confirmation;
  const alone = shares.length === 1 ? shares[0]! : null;
  return {
    action: `/sessions/${sessionId}/confirmation`,
    sessionHref: `/sessions/${sessionId}`,
    lead: leadOf(confirmation, locale, t),
    enrolled: t('grants.confirmation.enrolled', { count: seatsTaken, minimum }),
    underMinimum: seatsTaken < minimum ? t('grants.confirmation.underMinimum') : null,
    price: confirmation.priceCents !== null && {
      ...{ cents: confirmation.priceCents, isDemo: confirmation.priceIsDemo },
    },
    ...extraCostsOf(confirmation, t),
    ...(verdict ? extraCostFields(sent, t) : { errorSummary: null, extraCosts: null }),
    line:
      budget && t('grants.confirmation.line', { line: budget.lineTitle, decision: budget.decisionNumber }),
    sharing: t(`grants.sharing.${confirmation.key}`),
    sharingHref: `/sessions/${sessionId}/sharing`,
    shares: alone || !budget ? [] : shares.map((each) => shareRow(each, confirmation, t)),
    freeBefore: alone && budget && { cents: alone.freeCents, isDemo: isDemoBudget(budget) },
    freeAfter: alone && budget && mayGo ? freeAfter(alone, confirmation) : null,
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
    obstacle: obstacleOf(confirmation, verdict, locale, t),
  };
}

/** What comes on top of the price, and both together; nothing where nothing does. */
function extraCostsOf({ priceCents, priceIsDemo, extraCosts }: Confirmation, t: Translate) {
  const together = (priceCents ?? 0n) + totalCents(extraCosts);
  return {
    extras: extraCosts.map((cost) => partOf(cost, false, t)),
    together: extraCosts.length === 0 ? null : { cents: together, isDemo: priceIsDemo },
  };
}

function leadOf(confirmation: Confirmation, locale: Locale, t: Translate): string {
  const { courseTitle: course, municipalityName, key } = confirmation;
  const dates = formatDateRange(confirmation.dates, locale);
  return key === 'payer'
    ? t('grants.confirmation.lead', { course, dates, municipality: municipalityName })
    : t('grants.sharing.lead', { course, dates, payer: municipalityName });
}

/** What one municipality would bear, with what is free on its budget before and after it. */
function shareRow(planned: PlannedShare, confirmation: Confirmation, t: Translate) {
  const { budget, priceIsDemo, key } = confirmation;
  return {
    municipality: planned.municipalityName,
    units: unitsText(key, planned.units, t),
    amount: amountOf(planned.cents, priceIsDemo),
    freeBefore: budget && { cents: planned.freeCents, isDemo: isDemoBudget(budget) },
    freeAfter: budget && freeAfter(planned, confirmation),
  };
}

function freeAfter({ freeCents, cents }: PlannedShare, { budget, priceIsDemo }: Confirmation) {
  return { cents: freeCents - cents, isDemo: (budget !== null && isDemoBudget(budget)) || priceIsDemo };
}

/** The last day of the session, when it has been delivered. */
const costDateOf = ({ dates }: Confirmation): string => [...dates].sort().at(-1) ?? '';

/** Null when the step cannot be taken, or when no price or no budget was found to weigh. */
function verdictOf(confirmation: Confirmation): Verdict<PlannedShare> | null {
  const { status, priceCents, budget, shares, allotment } = confirmation;
  if (!afterStep(status, 'confirm') || priceCents === null || !budget) return null;
  if (!isEligible(budget.days, costDateOf(confirmation))) return null;
  return weigh({ shares, allotment });
}

function obstacleOf(
  confirmation: Confirmation,
  verdict: Verdict<PlannedShare> | null,
  locale: Locale,
  t: Translate,
): string | null {
  const { status, municipalityName, budget, allotment, shares } = confirmation;
  if (status !== 'open') return t(`grants.confirmation.not.${status}`);
  if (confirmation.priceCents === null) return t('problem.no-price.advice');
  if (!budget)
    return t('problem.no-grant-line.advice', {
      municipality: municipalityName,
      year: costDateOf(confirmation).slice(0, 4),
    });
  const day = costDateOf(confirmation);
  if (budget.days && !isEligible(budget.days, day))
    return t('problem.cost-outside-activity.advice', costOutside(budget.days, day, locale));
  if (verdict?.outcome === 'allotment-used-up')
    return t('problem.allotment-used-up.advice', {
      municipality: municipalityName,
      used: allotment?.used ?? 0,
      trainings: allotment?.trainings ?? 0,
    });
  if (verdict?.outcome !== 'budget-short') return null;
  const { cents, freeCents, municipalityName: municipality } = verdict.short;
  const amounts = { needed: formatCents(cents, locale), free: formatCents(freeCents, locale) };
  return shares.length > 1
    ? t('problem.share-over-budget.advice', { municipality, ...amounts })
    : t('problem.budget-short.advice', amounts);
}

function isDemoBudget(budget: NonNullable<Confirmation['budget']>): boolean {
  return budget.grantedIsDemo || budget.committedIsDemo;
}
