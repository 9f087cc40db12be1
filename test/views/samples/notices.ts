import { settingsForm, settingsPage } from '../../../src/notices/notice-settings.pages.js';
import { noticesPage } from '../../../src/notices/notices.pages.js';
import {
  defaultSetting,
  noticeKinds,
  type NoticeKind,
  type NoticeSetting,
} from '../../../src/notices/notices.rules.js';
import { readForm } from '../../../src/platform/web/forms.js';
import { validationMessages } from '../../../src/platform/web/validation-messages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const each = (setting: (kind: NoticeKind) => NoticeSetting) =>
  Object.fromEntries(noticeKinds.map((kind) => [kind, setting(kind)])) as Record<NoticeKind, NoticeSetting>;
const settings = each(defaultSetting);
const off = each(() => ({ isOn: false, leadDays: 0 }));
const refused = readForm(settingsForm, { version: '1', 'settings.sessionUndecided.leadDays': 'gisteren' });

export const samples = {
  'notices/settings': [
    settingsPage({ values: { settings, version: 1 }, issues: [] }, t),
    settingsPage({ values: { settings: off, version: 4 }, issues: [] }, t),
    ...(refused.ok ? [] : [settingsPage({ ...refused, issues: validationMessages(refused.issues, t) }, t)]),
  ].map((model) => ({ title: 'Meldingen van de regio', ...model })),
  'notices/own': [
    noticesPage('coordinator', 'at-once', settings, [], t),
    noticesPage('contact', 'daily', off, [], t),
    noticesPage('trainer', 'at-once', settings, [], t),
    noticesPage('contact', 'daily', settings, [{ path: 'delivery', message: t('web.validation.choose') }], t),
  ].map((model) => ({ title: 'Meldingen', ...model })),
};
