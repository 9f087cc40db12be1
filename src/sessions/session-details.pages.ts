import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  centsFromDutch,
  dutchFromCents,
  localDate,
  wholeNumber,
} from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { PayerChoice } from './planning.queries.js';
import { payerLabel } from './session-plan.pages.js';
import type { SessionDetails } from './session-plan.rules.js';
import type { SessionRow } from './session.queries.js';

/** What the form sends; `version` tells on which state of the session it was based. */
export const detailsForm = z.object({
  version: wholeNumber(1, 999_999_999),
  decideOn: localDate,
  payerMunicipalityId: z.uuid(),
  priceCents: blankAsNull(centsFromDutch),
});

/** The details that the form means. A demo figure that was left alone stays one. */
export function detailsOf(form: z.output<typeof detailsForm>, session: SessionRow): SessionDetails {
  const { decideOn, payerMunicipalityId, priceCents } = form;
  const priceIsDemo = session.priceIsDemo === true && session.priceCents === String(priceCents);
  return { decideOn, payerMunicipalityId, priceCents, priceIsDemo };
}

export function valuesOfSession(session: SessionRow): Record<string, unknown> {
  const { version, decideOn, payerMunicipalityId } = session;
  return { version, decideOn, payerMunicipalityId, priceCents: agreedPrice(session) };
}

/** A form that was understood, as it was filled in. */
export function valuesOfForm({ priceCents, ...form }: z.output<typeof detailsForm>): Record<string, unknown> {
  return { ...form, priceCents: priceCents === null ? '' : dutchFromCents(String(priceCents)) };
}

const agreedPrice = ({ priceIsAgreed, priceCents }: SessionRow) =>
  priceIsAgreed ? dutchFromCents(priceCents!) : '';

/** The model of `sessions/details`. */
export function detailsPage(
  session: SessionRow,
  payers: readonly PayerChoice[],
  { values, issues }: SentForm,
  t: Translate,
) {
  return {
    form: buildForm(
      [
        { name: 'version', kind: 'hidden', label: 'sessions.form.version' },
        { name: 'decideOn', kind: 'date', label: 'sessions.form.decideOn', required: true },
        {
          ...{ name: 'payerMunicipalityId', kind: 'select', label: 'sessions.form.payer', required: true },
          description: 'sessions.form.payerHelp',
          options: payers.map((payer) => ({ value: payer.id, label: payerLabel(payer, t) })),
        },
        {
          ...{ name: 'priceCents', kind: 'money', label: 'sessions.form.price' },
          description: 'sessions.edit.priceHelp',
        },
      ],
      values,
      issues,
      t,
    ),
    action: `/sessions/${session.id}/edit`,
    back: `/sessions/${session.id}`,
  };
}
