import type { Translate } from '../platform/i18n/translator.js';
import type { FormAgain } from '../sessions/schedule-form.js';
import { schedulePage, suggestedValues, type PlanChoices } from '../sessions/session-plan.pages.js';
import { figuresOf } from './demand.pages.js';
import type { MunicipalDemandRow } from './demand.queries.js';
import { proposalFor } from './demand.rules.js';

/** What a session would answer: the demand per municipality, and how many people it would invite there. */
export interface Answerable {
  readonly municipalities: readonly MunicipalDemandRow[];
  readonly invitees: ReadonlyMap<string, number>;
}

/** The form of a session as the demand proposes it; only when, where and by whom is left to fill in. */
export function proposedValues(
  choices: PlanChoices,
  { municipalities }: Pick<Answerable, 'municipalities'>,
): Record<string, unknown> {
  const { payerMunicipalityId, quotas } = proposalFor(municipalities, choices.course.maxParticipants);
  return { ...suggestedValues(choices, payerMunicipalityId ?? undefined), quotas };
}

/** The model of `demand/answer`: what will be made and who will be invited, and the form. */
export function answerPage(
  { choices, values, wrong }: FormAgain,
  { municipalities, invitees }: Answerable,
  t: Translate,
) {
  const invited = [...invitees.values()].reduce((sum, number) => sum + number, 0);
  const named = municipalities.reduce((sum, row) => sum + row.waiting + row.interested, 0);
  const at = `/demand/courses/${choices.course.id}`;
  return {
    ...schedulePage(choices, values, wrong, t),
    action: `${at}/session`,
    back: at,
    municipalities: municipalities.map((row) => ({
      municipality: row.municipality,
      ...figuresOf(row, t),
      invited: invitees.get(row.municipalityId) ?? 0,
    })),
    invited: invited === 0 ? t('demand.answer.nobody') : t('demand.answer.invited', { count: invited }),
    notInvited: named > invited ? t('demand.answer.notInvited', { count: named - invited }) : null,
    openLabel: invited === 0 ? t('demand.answer.open') : t('demand.answer.openAndInvite', { count: invited }),
  };
}
