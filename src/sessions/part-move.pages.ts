import type { Translate } from '../platform/i18n/translator.js';
import { wholeNumber } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import type { PlanIssues } from './plan-issues.js';
import type { RoomChoice, TrainerChoice } from './planning.queries.js';
import { partTrainers, trainerSpecs, whenAndWhere, whenSpecs, whereSpecs } from './session-part.pages.js';
import type { SessionPartRow, SessionRow } from './session.queries.js';

/** What the form that changes a part sends; `version` tells on which state of the session it was based. */
export const partMoveForm = whenAndWhere.extend({
  version: wholeNumber(1, 999_999_999),
  trainerIds: partTrainers.optional(),
});

/** The form as the part now is. */
export function valuesOfPart({ version }: SessionRow, part: SessionPartRow): Record<string, unknown> {
  const { date, startTime, endTime, roomId, joiningLink, trainers } = part;
  const trainerIds = trainers.map(({ id }) => id);
  return { version, date, startTime, endTime, roomId, joiningLink, trainerIds };
}

/** The model of `sessions/move-part`. */
export function movePartPage(
  session: SessionRow,
  part: SessionPartRow,
  { rooms, trainers }: { readonly rooms: readonly RoomChoice[]; readonly trainers: readonly TrainerChoice[] },
  guests: number,
  values: Record<string, unknown>,
  { issues, slots }: PlanIssues,
  t: Translate,
) {
  const labelParams = { number: part.ordinal };
  const chosen = part.trainers.map(({ id }) => id);
  const specs = [
    { name: 'version', kind: 'hidden', label: 'sessions.form.version' } as const,
    ...whenSpecs('', labelParams, true),
    ...whereSpecs('', labelParams, rooms, true, t),
    ...trainerSpecs('', labelParams, trainers, { courseId: session.courseId, chosen }),
  ];
  return {
    form: buildForm(specs, values, issues, t),
    slots,
    action: `/sessions/${session.id}/parts/${part.ordinal}`,
    back: `/sessions/${session.id}`,
    consequences: consequencesOf(session, guests, t),
  };
}

/** Who hears of it: of a draft nobody does. */
function consequencesOf(
  { status, seatsTaken, waitingCount }: SessionRow,
  guests: number,
  t: Translate,
): string[] {
  if (status === 'draft') return [t('sessions.move.draft')];
  const seated = seatsTaken - guests;
  const people = seated + waitingCount;
  const participants =
    people === 0
      ? [t('sessions.move.nobody')]
      : [t('sessions.move.people', { count: people }), t('sessions.move.seated', { count: seated })];
  const untold = guests === 0 ? [] : [t('sessions.guestsUntold', { count: guests })];
  return [...participants, ...untold, t('sessions.move.trainers')];
}
