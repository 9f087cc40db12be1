import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import type { Role } from '../shared/actor.js';
import {
  deliveries,
  noticeKinds,
  noticeSorts,
  type Delivery,
  type NoticeKind,
  type NoticeSettings,
} from './notices.rules.js';

export const deliveryForm = z.object({ delivery: z.enum(deliveries) });

/** How the reader gets notices, and which ones there are for someone in this role. */
export function noticesPage(
  role: Role,
  delivery: Delivery,
  settings: NoticeSettings,
  issues: readonly FieldIssue[],
  t: Translate,
) {
  const options = deliveries.map((value) => ({ value, label: t(`notices.delivery.${value}`) }));
  return {
    form: buildForm(
      [{ name: 'delivery', kind: 'radios', label: 'notices.delivery.label', required: true, options }],
      { delivery },
      issues,
      t,
    ),
    notices: noticeKinds
      .filter((kind) => noticeSorts[kind].to === role)
      .map((kind) => ({
        name: t(`notices.${kind}.name`),
        when: settings[kind].isOn ? whenOf(kind, settings[kind].leadDays, t) : t('notices.when.off'),
      })),
    settingsHref: role === 'coordinator' ? '/notice-settings' : null,
  };
}

const whenOf = (kind: NoticeKind, count: number, t: Translate) =>
  count === 0 ? t('notices.when.sameDay') : t(`notices.when.${noticeSorts[kind].counts}`, { count });
