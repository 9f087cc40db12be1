import { rulesPage } from '../../../src/reminders/reminder-rules.pages.js';
import type { RegionRule } from '../../../src/reminders/reminder.rules.js';
import { translator } from '../pages.js';

const t = translator('nl');
const rule: RegionRule = {
  ...{ id: '00000000-0000-7000-8000-000000000001', regionId: '00000000-0000-7000-8000-000000000002' },
  ...{ dayKind: 'working', daysBefore: 2, localTime: '09:00', isOn: true, version: 1 },
  activeFrom: new Date('2026-09-01'),
};

export const samples = {
  'reminders/rules': [
    rulesPage({ rows: [rule, { ...rule, isOn: false, daysBefore: 0 }], total: 2 }, 1, t),
    rulesPage({ rows: [{ ...rule, dayKind: 'calendar', daysBefore: 1 }], total: 120 }, 2, t),
  ].map((model) => ({ title: 'Herinneringen', ...model })),
};
