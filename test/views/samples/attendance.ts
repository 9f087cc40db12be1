import { attendancePage } from '../../../src/attendance/attendance.pages.js';
import type { AttendanceRoster, RosterPart } from '../../../src/attendance/attendance.queries.js';
import { closurePage } from '../../../src/attendance/closure.pages.js';
import { correctionPage } from '../../../src/attendance/correction.pages.js';
import { messages } from '../../../src/messages.js';
import type { SentForm } from '../../../src/platform/web/forms.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';

const t = createTranslator(messages)('nl');
const LONG = 'Voorbeeld van der Voorbeeldenstein-Özgür tot Nieuwenhuizen & Partners '.repeat(2).trim();

const part = (ordinal: number): RosterPart => ({
  id: `01890000-0000-7000-8000-00000000000${ordinal}`,
  ordinal,
  localDate: `2026-11-1${ordinal}`,
  startTime: '09:30:00',
  endTime: '12:30:00',
  startsAt: new Date(`2026-11-1${ordinal}T08:30:00Z`),
  endsAt: new Date(`2026-11-1${ordinal}T11:30:00Z`),
});
const parts = [part(1), part(2)];

const person = (number: number, name: string, marked: boolean) => ({
  enrolmentId: `01890000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  name,
  organisation: 'Voorbeeldschool & Co',
  marks: marked
    ? {
        [parts[0]!.id]: { mark: 'present', minutes: null } as const,
        [parts[1]!.id]: { mark: number % 2 ? 'late' : 'absent', minutes: number % 2 ? 20 : null } as const,
      }
    : {},
});

const roster = (given: Partial<AttendanceRoster> = {}): AttendanceRoster => ({
  sessionId: '01890000-0000-7000-8000-000000000000',
  courseTitle: 'Basistraining: signalen herkennen',
  status: 'confirmed',
  requiredPercentage: 100,
  parts,
  people: [person(1, 'Noor Voorbeeld', true), person(2, 'Sem <Voorbeeld>', true), person(3, LONG, false)],
  ...given,
});
const complete = roster({ people: [person(1, 'Noor Voorbeeld', true), person(2, LONG, true)] });
const before = new Date('2026-11-01T08:00:00Z');
const afterwards = new Date('2026-11-20T08:00:00Z');
const page = (given: AttendanceRoster, now: Date) => ({
  title: 'Aanwezigheid',
  ...attendancePage(given, given.parts[0]!, now, { locale: 'nl', mayCorrect: true, t }),
});
const closure = (given: AttendanceRoster, now: Date) => ({
  title: 'Uitvoering afsluiten',
  ...closurePage(given, now, 'nl', t),
});

const correction = (given: AttendanceRoster, sent: SentForm | null) => ({
  title: 'Aanwezigheid verbeteren',
  ...correctionPage(given, given.people[0]!, { locale: 'nl', t }, sent),
});

export const samples = {
  'attendance/roster': [
    page(roster(), afterwards),
    page(roster(), before),
    page(roster({ status: 'closed' }), afterwards),
    page(roster({ people: [], parts: [part(1)] }), afterwards),
  ],
  'attendance/correction': [
    correction(complete, null),
    correction(roster({ people: [person(3, LONG, false)] }), {
      values: { parts: [{ mark: 'late', minutes: 'x' }], reason: 'x' },
      issues: [{ path: 'parts.0.minutes', message: 'Vul een heel getal in.' }],
    }),
  ],
  'attendance/closure': [
    closure(roster(), afterwards),
    closure(complete, before),
    closure(complete, afterwards),
    closure({ ...complete, requiredPercentage: 80 }, afterwards),
    closure(roster({ people: [] }), afterwards),
  ],
};
