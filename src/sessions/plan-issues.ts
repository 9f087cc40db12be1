import type { Translate } from '../platform/i18n/translator.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';
import type { Locale } from '../shared/locale.js';
import { BookingClash } from './booking-clash.js';
import { clashText } from './clash.pages.js';
import type { Clash } from './clash.rules.js';
import { slotChoice, type SlotChoice } from './free-slot.pages.js';

/** What keeps a plan from being saved, and where it can go instead. */
export interface PlanIssues {
  readonly issues: readonly FieldIssue[];
  readonly slots: readonly SlotChoice[];
}

export const nothingWrong: PlanIssues = { issues: [], slots: [] };

/**
 * What a reader of the form can put right of a refusal; every other error is thrown again. `fieldOfClash` names the
 * field to change.
 */
export function planIssues(
  error: unknown,
  locale: Locale,
  t: Translate,
  fieldOfClash: (clash: Clash) => string,
): PlanIssues {
  if (error instanceof InvalidInput) return { issues: validationMessages(error.issues, t), slots: [] };
  if (!(error instanceof BookingClash)) throw error;
  return {
    issues: error.clashes.map((clash) => ({
      path: fieldOfClash(clash),
      message: clashText(clash, t),
    })),
    slots: error.slots.map((slot) => slotChoice(slot, locale)),
  };
}

/** The field of a part to change because of a clash; that of people is the date, because they cannot be chosen. */
export function fieldOfClash({ kind, trainer }: Clash): string {
  if (trainer !== null) return `trainerIds.${trainer}`;
  return kind === 'room' ? 'roomId' : 'date';
}
