import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { correctionHref, whenOf } from './attendance.pages.js';
import type { AttendanceRoster, RosterPerson } from './attendance.queries.js';
import { marks, takesMinutes } from './attendance.rules.js';
import { certificateLine } from './closure.pages.js';
import { correctionReasons } from './observation.rules.js';

/** A mark per part, in their order, and why. Minutes beside a mark that they say nothing of are left out. */
export const correctionForm = z.object({
  parts: z
    .array(
      z
        .object({ mark: z.enum(marks), minutes: blankAsNull(wholeNumber(1, 720)) })
        .transform(({ mark, minutes }) => ({ mark, minutes: takesMinutes(mark) ? minutes : null })),
    )
    .min(1),
  reason: z.enum(correctionReasons),
});

/** The page on which one person's attendance is put right after closing. */
export function correctionPage(
  roster: AttendanceRoster,
  person: RosterPerson,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
  sent: SentForm | null,
) {
  const values = sent?.values ?? {
    parts: roster.parts.map(({ id }) => ({
      mark: person.marks[id]?.mark ?? '',
      minutes: person.marks[id]?.minutes ?? '',
    })),
  };
  const form = buildForm([...partFields(roster, locale, t), reasonField(t)], values, sent?.issues ?? [], t);
  const back = `/sessions/${roster.sessionId}/attendance`;
  return {
    heading: t('attendance.correction.heading', { name: person.name, course: roster.courseTitle }),
    standing: certificateLine(roster, person, locale, t),
    errorSummary: form.errorSummary,
    fields: form.fields,
    action: correctionHref(person.enrolmentId),
    backHref: back,
  };
}

function partFields(roster: AttendanceRoster, locale: Locale, t: Translate): FieldSpec[] {
  const options = marks.map((value) => ({ value, label: t(`attendance.mark.${value}`) }));
  return roster.parts.flatMap((part, index): FieldSpec[] => {
    const labelParams = { ordinal: part.ordinal, when: whenOf(part, locale) };
    return [
      {
        ...{ name: `parts.${index}.mark`, kind: 'radios', options, required: true },
        ...{ label: 'attendance.correction.mark', labelParams },
      },
      {
        ...{ name: `parts.${index}.minutes`, kind: 'integer', labelParams },
        label: 'attendance.correction.minutes',
      },
    ];
  });
}

function reasonField(t: Translate): FieldSpec {
  const options = correctionReasons.map((value) => ({
    value,
    label: t(`attendance.correction.reason.${value}`),
  }));
  return { name: 'reason', kind: 'radios', label: 'attendance.correction.why', options, required: true };
}
