import { z } from 'zod';
import type { Translate } from '../../platform/i18n/translator.js';
import { checkbox } from '../../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../../platform/web/forms.js';
import type { BadgeableRow } from './open-badge.queries.js';

export const badgeForm = z.object({ withName: checkbox });

/** What a badge is, and then the form to have it made, or the files of the one that is there. */
export function openBadgePage(
  number: string,
  { courseTitle, professionalName, madeAt }: BadgeableRow,
  isDistrusted: boolean,
  issues: readonly FieldIssue[],
  t: Translate,
) {
  const address = `/certificates/${number}/open-badge`;
  const isThere = madeAt !== null && !isDistrusted && issues.length === 0;
  const withName: FieldSpec = {
    name: 'withName',
    kind: 'checkbox',
    label: 'certificates.badge.withName',
    labelParams: { name: professionalName },
    description: 'certificates.badge.withNameHint',
  };
  return {
    ...{ courseTitle, number, address, isDistrusted, isThere, madeAt: isThere ? madeAt : null },
    form: buildForm([withName], {}, issues, t),
  };
}
