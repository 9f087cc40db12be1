import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, localTime, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import type { VenueChoice } from './planning.queries.js';
import { venueSpec, whenSpecs } from './session-plan.pages.js';
import type { SessionPartRow, SessionRow } from './session.queries.js';

/** What the form that moves a part sends; `version` tells on which state of the session it was based. */
export const partMoveForm = z.object({
  version: wholeNumber(1, 999_999_999),
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  venueId: z.uuid(),
});

/** The form as the part now is. */
export function valuesOfPart({ version }: SessionRow, part: SessionPartRow): Record<string, unknown> {
  const { date, startTime, endTime, venueId } = part;
  return { version, date, startTime, endTime, venueId };
}

/** The model of `sessions/move-part`. */
export function movePartPage(
  session: SessionRow,
  part: SessionPartRow,
  venues: readonly VenueChoice[],
  values: Record<string, unknown>,
  issues: readonly FieldIssue[],
  t: Translate,
) {
  const labelParams = { number: part.ordinal };
  const people = session.seatsTaken + session.waitingCount;
  const specs = [
    { name: 'version', kind: 'hidden', label: 'sessions.form.version' } as const,
    ...whenSpecs('', labelParams, true),
    { ...venueSpec('venueId', venues, t), labelParams, required: true },
  ];
  return {
    form: buildForm(specs, values, issues, t),
    action: `/sessions/${session.id}/parts/${part.ordinal}`,
    back: `/sessions/${session.id}`,
    consequence: people === 0 ? t('sessions.move.nobody') : t('sessions.move.people', { count: people }),
  };
}
