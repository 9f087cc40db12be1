import type { Translate } from '../platform/i18n/translator.js';
import { wholeNumber } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import type { PlanIssues } from './plan-issues.js';
import type { RoomChoice } from './planning.queries.js';
import { whenAndWhere, whenSpecs, whereSpecs } from './session-part.pages.js';
import type { SessionPartRow, SessionRow } from './session.queries.js';

/** What the form that moves a part sends; `version` tells on which state of the session it was based. */
export const partMoveForm = whenAndWhere.extend({ version: wholeNumber(1, 999_999_999) });

/** The form as the part now is. */
export function valuesOfPart({ version }: SessionRow, part: SessionPartRow): Record<string, unknown> {
  const { date, startTime, endTime, roomId, joiningLink } = part;
  return { version, date, startTime, endTime, roomId, joiningLink };
}

/** The model of `sessions/move-part`. */
export function movePartPage(
  session: SessionRow,
  part: SessionPartRow,
  rooms: readonly RoomChoice[],
  values: Record<string, unknown>,
  { issues, slots }: PlanIssues,
  t: Translate,
) {
  const labelParams = { number: part.ordinal };
  const people = session.seatsTaken + session.waitingCount;
  const specs = [
    { name: 'version', kind: 'hidden', label: 'sessions.form.version' } as const,
    ...whenSpecs('', labelParams, true),
    ...whereSpecs('', labelParams, rooms, true, t),
  ];
  return {
    form: buildForm(specs, values, issues, t),
    slots,
    action: `/sessions/${session.id}/parts/${part.ordinal}`,
    back: `/sessions/${session.id}`,
    consequence: people === 0 ? t('sessions.move.nobody') : t('sessions.move.people', { count: people }),
  };
}
