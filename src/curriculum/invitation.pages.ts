import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, optionalText } from '../platform/web/fields.js';
import { listAddress } from '../platform/web/list-address.js';
import { addressed, type PeopleQuery } from './coverage.pages.js';
import { coverageShows } from './coverage.rules.js';
import type { InvitationPreview } from './invitation.service.js';

/** The filter of the list whose people are invited: unlike in an address, what is not right here is refused. */
export const invitationForm = z.object({
  show: z.enum(coverageShows),
  municipality: blankAsNull(z.uuid()),
  function: blankAsNull(z.uuid()),
  organisation: blankAsNull(z.uuid()),
  q: optionalText(100),
});
export type InvitationForm = z.output<typeof invitationForm>;

const leftOut = ['covered', 'has-place', 'waits', 'no-session', 'invited-before'] as const;

/** The model of `curriculum/invitation`. */
export function invitationPage(
  { counts, sessions }: InvitationPreview,
  { page: _page, ...filter }: PeopleQuery,
  t: Translate,
) {
  return {
    invited: counts.invited,
    lead: t('coverage.invite.lead', { count: counts.invited }),
    leftOut: leftOut
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => t(`coverage.invite.not.${outcome}`, { count: counts[outcome] })),
    sessions: sessions.map((row) => ({ ...row, href: `/sessions/${row.sessionId}` })),
    hidden: Object.entries(filter).map(([name, value]) => ({ name, value: value ?? '' })),
    back: listAddress('/coverage/people', addressed({ ...filter, page: 1 })),
  };
}
