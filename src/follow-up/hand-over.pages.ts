import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, emailAddress, optionalText } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Successor } from './hand-over.service.js';
import type { OpenInvitation } from './open-invitation.queries.js';

/** Who comes instead of someone who left; without an address nobody does. */
export const handOverForm = z
  .object({
    successorEmail: z
      .string()
      .transform((typed): unknown => typed)
      .pipe(blankAsNull(emailAddress)),
    successorName: optionalText(200),
  })
  .transform(({ successorEmail, successorName }): Successor | null =>
    successorEmail === null ? null : { email: successorEmail, name: successorName },
  );

/** The model of `follow-up/hand-over`. */
export function handOverPage(invitation: OpenInvitation, { values, issues }: SentForm, t: Translate) {
  const { campaignId, professionalId, name, organisation, title } = invitation;
  const back = `/follow-up/${campaignId}/people`;
  return {
    lead: t('follow-up.handOver.lead', { name, organisation }),
    campaign: t('follow-up.handOver.campaign', { campaign: title }),
    form: buildForm(
      [
        {
          ...{ name: 'successorEmail', kind: 'email', label: 'follow-up.handOver.email' },
          description: 'follow-up.handOver.emailHelp',
        },
        {
          ...{ name: 'successorName', kind: 'text', label: 'follow-up.handOver.name' },
          description: 'follow-up.handOver.nameHelp',
        },
      ],
      values,
      issues,
      t,
    ),
    action: `${back}/${professionalId}/hand-over`,
    back,
  };
}
