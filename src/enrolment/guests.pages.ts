import { z } from 'zod';
import type { Paged } from '../platform/database/paged.js';
import type { Translate } from '../platform/i18n/translator.js';
import { requiredText } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { isNotOver } from '../sessions/session-life.rules.js';
import type { GuestRow } from './guest.queries.js';
import { headOf, type Reader } from './roster.pages.js';
import type { RosterSession } from './roster.queries.js';

export const GUESTS_PER_PAGE = 50;

export const guestsQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** A guest as a coordinator fills one in. */
export const guestForm = z.object({ name: requiredText(200), organisation: requiredText(200) });

/** The model of `enrolment/guests`. */
export function guestsPage(
  session: RosterSession,
  { rows, total }: Paged<GuestRow>,
  page: number,
  sent: SentForm,
  reader: Reader,
  t: Translate,
) {
  const at = `/sessions/${session.sessionId}/guests`;
  const mayChange = reader.role === 'coordinator' && isNotOver(session, reader.now);
  return {
    ...headOf(session, reader, t),
    action: at,
    full: session.seatsTaken >= session.capacity,
    form: mayChange
      ? buildForm(
          [
            { name: 'name', kind: 'text', label: 'enrolment.guests.name', required: true },
            {
              ...{ name: 'organisation', kind: 'text', label: 'enrolment.guests.organisation' },
              ...{ description: 'enrolment.guests.organisationHelp', required: true },
            },
          ],
          sent.values,
          sent.issues,
          t,
        )
      : null,
    guests: rows.map(({ id, name, organisation, aboveCapacity }) => ({
      ...{ organisation, aboveCapacity },
      name: name ?? t('enrolment.roster.forgotten'),
      removeHref: mayChange ? `/guests/${id}/removal` : null,
    })),
    pagination: pagination(total, page, GUESTS_PER_PAGE, (number) => listAddress(at, { page: number })),
  };
}
