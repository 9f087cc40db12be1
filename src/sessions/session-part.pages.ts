import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, httpsLink, localDate, localTime } from '../platform/web/fields.js';
import type { FieldSpec } from '../platform/web/forms.js';
import { givesCourse } from './part-plan.rules.js';
import type { RoomChoice, TrainerChoice } from './planning.queries.js';

const MOST_TRAINERS = 10;
/** So many trainers can be chosen at once on a form. */
const TRAINERS_SHOWN = 2;

/** When and where a part is, as its form sends it: no room means on line. */
export const whenAndWhere = z.object({
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  roomId: blankAsNull(z.uuid()),
  joiningLink: blankAsNull(httpsLink),
});

/** Whom a part is given by, as its form sends them: one select for each, some of them left empty. */
export const partTrainers = z
  .array(blankAsNull(z.uuid()))
  .max(MOST_TRAINERS)
  .transform((ids) => [...new Set(ids.filter((id) => id !== null))]);

type LabelParams = { readonly number: number };

export function whenSpecs(prefix: string, labelParams: LabelParams, required: boolean): FieldSpec[] {
  return [
    { name: `${prefix}date`, kind: 'date', label: 'sessions.form.date', labelParams, required },
    { name: `${prefix}startTime`, kind: 'time', label: 'sessions.form.startTime', labelParams, required },
    { name: `${prefix}endTime`, kind: 'time', label: 'sessions.form.endTime', labelParams, required },
  ];
}

export function whereSpecs(
  prefix: string,
  labelParams: LabelParams,
  rooms: readonly RoomChoice[],
  required: boolean,
  t: Translate,
): FieldSpec[] {
  return [
    {
      ...{ name: `${prefix}roomId`, kind: 'select', label: 'sessions.form.room', labelParams },
      emptyLabel: 'sessions.form.noRoom',
      required,
      options: rooms.map(({ id, name: room, town, capacity }) => ({
        value: id,
        label: t('sessions.form.roomChoice', { room, town, capacity }),
      })),
    },
    {
      ...{ name: `${prefix}joiningLink`, kind: 'text', label: 'sessions.form.link', labelParams },
      description: 'sessions.form.linkHelp',
    },
  ];
}

/**
 * Who can give a part of this course, in as many selects as are chosen already and at least two; who is chosen stays a
 * choice, also when they give other courses now.
 */
export function trainerSpecs(
  prefix: string,
  labelParams: LabelParams,
  trainers: readonly TrainerChoice[],
  { courseId, chosen }: { readonly courseId: string; readonly chosen: readonly string[] },
): FieldSpec[] {
  const options = trainers
    .filter((trainer) => givesCourse(trainer, courseId) || chosen.includes(trainer.id))
    .map(({ id, name, provider }) => ({ value: id, label: `${name} (${provider})` }));
  return Array.from({ length: Math.max(TRAINERS_SHOWN, chosen.length) }, (_, index) => ({
    ...{ name: `${prefix}trainerIds.${index}`, kind: 'select' as const, options },
    label: index === 0 ? ('sessions.form.trainer' as const) : ('sessions.form.trainerToo' as const),
    labelParams: { ...labelParams, rank: index + 1 },
    emptyLabel: 'sessions.form.noTrainer' as const,
  }));
}
