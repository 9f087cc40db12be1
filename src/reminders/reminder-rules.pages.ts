import { z } from 'zod';
import type { Paged } from '../platform/database/paged.js';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, localTime, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type Form, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { dayKinds, type RegionRule, type ReminderRule } from './reminder.rules.js';

export const RULES_PER_PAGE = 50;
export const MOST_DAYS_BEFORE = 365;

/** The address of the list; what does not make sense in it counts as not filled in. */
export const rulesQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const newRuleForm = z.object({
  daysBefore: wholeNumber(0, MOST_DAYS_BEFORE),
  dayKind: z.enum(dayKinds),
  localTime,
  isOn: checkbox,
});
/** With the version of the rule that the reader looked at. */
export const ruleForm = newRuleForm.extend({ version: wholeNumber(1, 999_999_999) });

export function rulesPage({ rows, total }: Paged<RegionRule>, page: number, t: Translate) {
  return {
    rules: rows.map((rule) => ({
      words: ruleInWords(rule, t),
      isOn: t(rule.isOn ? 'reminders.rules.on' : 'reminders.rules.off'),
      editHref: `/reminder-rules/${rule.id}/edit`,
    })),
    pagination: pagination(total, page, RULES_PER_PAGE, (other) =>
      listAddress('/reminder-rules', { page: other }),
    ),
  };
}

/** '2 werkdagen vooraf om 09:00'. */
export function ruleInWords({ dayKind, daysBefore, localTime: time }: ReminderRule, t: Translate): string {
  if (daysBefore === 0) return t('reminders.rule.sameDay', { time });
  return t(`reminders.rule.${dayKind}`, { count: daysBefore, time });
}

export function ruleFormPage(sent: SentForm, t: Translate): Form {
  const kinds = dayKinds.map((value) => ({ value, label: t(`reminders.dayKind.${value}`) }));
  return buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'reminders.form.daysBefore' },
      {
        ...{ name: 'daysBefore', kind: 'integer', label: 'reminders.form.daysBefore', required: true },
        description: 'reminders.form.daysBeforeHint',
      },
      {
        ...{ name: 'dayKind', kind: 'radios', label: 'reminders.form.dayKind', required: true },
        ...{ description: 'reminders.form.dayKindHint', options: kinds },
      },
      { name: 'localTime', kind: 'time', label: 'reminders.form.localTime', required: true },
      {
        ...{ name: 'isOn', kind: 'checkbox', label: 'reminders.form.isOn' },
        description: 'reminders.form.isOnHint',
      },
    ],
    sent.values,
    sent.issues,
    t,
  );
}
