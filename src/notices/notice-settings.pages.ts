import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type Field, type Form, type SentForm } from '../platform/web/forms.js';
import { MOST_LEAD_DAYS, noticeKinds, noticeSorts, type NoticeKind } from './notices.rules.js';

const settingForm = z.object({ isOn: checkbox, leadDays: wholeNumber(0, MOST_LEAD_DAYS) });
const eachKind = <S extends z.ZodType>(schema: S) =>
  Object.fromEntries(noticeKinds.map((kind) => [kind, schema])) as Record<NoticeKind, S>;

/** A switch and a number of days for every kind, with the version of the settings that the reader looked at. */
export const settingsForm = z.object({
  settings: z.object(eachKind(settingForm)),
  version: wholeNumber(1, 999_999_999),
});

interface SettingFields {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** The form, its fields by the kind of notice that they are about. */
export function settingsPage(
  sent: SentForm,
  t: Translate,
): { readonly version: Field; readonly kinds: readonly SettingFields[] } & Pick<Form, 'errorSummary'> {
  const { fields, errorSummary } = buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'notices.settings.title' },
      ...noticeKinds.flatMap((kind) => [
        {
          ...{ name: `settings.${kind}.isOn`, kind: 'checkbox' as const },
          label: 'notices.settings.isOn' as const,
          labelParams: { role: t(`notices.to.${noticeSorts[kind].to}`) },
        },
        {
          ...{ name: `settings.${kind}.leadDays`, kind: 'integer' as const, required: true },
          label: `notices.${kind}.leadDays` as const,
        },
      ]),
    ],
    sent.values,
    sent.issues,
    t,
  );
  const [version, ...others] = fields;
  return {
    version: version!,
    errorSummary,
    kinds: noticeKinds.map((kind, index) => ({
      title: t(`notices.${kind}.name`),
      fields: others.slice(2 * index, 2 * index + 2),
    })),
  };
}
