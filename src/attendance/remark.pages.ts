import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalLines } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { NotedPerson } from './attendance.queries.js';

export const MOST_CHARACTERS = 500;

/** Left empty, the remark goes; a form without the field says nothing of it. */
const remarkText = z
  .string()
  .transform((typed): unknown => typed)
  .pipe(optionalLines(MOST_CHARACTERS));
export const remarkForm = z.object({ text: remarkText });

/** The page on which a remark is written. */
export function remarkPage(person: NotedPerson, t: Translate, sent: SentForm | null) {
  const form = buildForm(
    [
      {
        ...{ name: 'text', kind: 'textarea', label: 'attendance.remark.text' },
        description: 'attendance.remark.hint',
      },
    ],
    sent?.values ?? { text: person.remark ?? '' },
    sent?.issues ?? [],
    t,
  );
  return {
    heading: t('attendance.correction.heading', { name: person.name, course: person.courseTitle }),
    errorSummary: form.errorSummary,
    fields: form.fields,
    action: remarkHref(person.enrolmentId),
    backHref: `/sessions/${person.sessionId}/attendance`,
  };
}

export const remarkHref = (enrolmentId: string) => `/enrolments/${enrolmentId}/remark`;
