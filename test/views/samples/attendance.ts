import { attendancePage } from '../../../src/attendance/attendance.pages.js';
import type { AttendanceRoster, RosterPart } from '../../../src/attendance/attendance.queries.js';
import { selfCheckInPage, wallPage } from '../../../src/attendance/check-in/wall.pages.js';
import type { ShownWall, WallPlace, WallRefusal } from '../../../src/attendance/check-in/wall.service.js';
import { devicePage } from '../../../src/attendance/check-in/check-in.pages.js';
import type { EntryPass } from '../../../src/enrolment/entry-code.rules.js';
import {
  admissionPage,
  groupCodesPage,
  ownCodesPage,
  shownCodePage,
} from '../../../src/attendance/check-in/entry.pages.js';
import { closurePage } from '../../../src/attendance/closure.pages.js';
import { correctionPage } from '../../../src/attendance/correction.pages.js';
import { remarkPage } from '../../../src/attendance/remark.pages.js';
import { messages } from '../../../src/messages.js';
import { buildForm, type SentForm } from '../../../src/platform/web/forms.js';
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
  organisationId: '01890000-0000-7000-8000-000000000200',
  remark: number === 3 ? LONG : null,
  isWaiting: number === 1,
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
  policy: { requiredPercentage: 100, mandatoryParts: [], requiresFollowUp: false },
  parts,
  people: [person(1, 'Noor Voorbeeld', true), person(2, 'Sem <Voorbeeld>', true), person(3, LONG, false)],
  ...given,
});
const complete = roster({ people: [person(1, 'Noor Voorbeeld', true), person(2, LONG, true)] });
const before = new Date('2026-11-01T08:00:00Z');
const afterwards = new Date('2026-11-20T08:00:00Z');
const page = (given: AttendanceRoster, now: Date) => ({
  title: 'Aanwezigheid',
  ...attendancePage(given, given.parts[0]!, now, {
    locale: 'nl',
    corrections: { news: [{ enrolmentId: 'x', name: LONG, ordinal: 2 }] },
    t,
  }),
});
const closure = (given: AttendanceRoster, now: Date, completed: readonly string[] = []) => ({
  title: 'Uitvoering afsluiten',
  ...closurePage(given, new Set(completed), now, { locale: 'nl', t }),
});

const correction = (given: AttendanceRoster, sent: SentForm | null) => ({
  title: 'Aanwezigheid verbeteren',
  ...correctionPage(given, given.people[0]!, { locale: 'nl', t }, sent),
});

const reader = { locale: 'nl', t } as const;
const code = {
  date: '2026-11-11',
  code: 'A'.repeat(40),
  url: `https://leerlijn.example/entry/${'A'.repeat(40)}`,
};
const entry = {
  ...{ enrolmentId: 'x', sessionId: 'x', courseTitle: 'Basistraining', name: LONG, dates: ['2026-11-11'] },
  codes: [code, { ...code, date: '2026-11-12' }],
};
const group = { organisationId: 'x', organisation: LONG, names: ['Noor Voorbeeld', LONG], codes: [code] };
const person1 = { kind: 'person', enrolmentId: complete.people[0]!.enrolmentId, date: '2026-11-11' } as const;
const together = {
  kind: 'group',
  ...{ sessionId: 'x', organisationId: complete.people[0]!.organisationId, date: '2026-11-11' },
} as const;
const admission = (pass: EntryPass, today: string) => ({
  title: 'Inchecken',
  ...admissionPage(complete, pass, { today, code: code.code }, reader),
});

const wall: ShownWall = {
  courseTitle: LONG,
  code: {
    part: complete.parts[0]!,
    url: code.url.replace('entry', 'self-check-in'),
    ...{ seconds: 12, people: { inside: 3, total: 12 } },
  },
};
const ownPart = { ...complete.parts[0]!, mark: null };
const ownSeat = { enrolmentId: 'x', sessionId: 'x', courseTitle: LONG, parts: [ownPart] };
const selfCheckIn = (place: WallPlace | { refused: WallRefusal }) => ({
  title: 'Zelf inchecken',
  ...selfCheckInPage(place, `/self-check-in/${code.code}`, t),
});

const signedForm = buildForm(
  [{ name: 'file', kind: 'file', label: 'attendance.signed.file', required: true }],
  {},
  [{ path: 'file', message: 'Kies een bestand.' }],
  t,
);
const noted = (remark: string | null) => ({
  ...{ enrolmentId: 'x', sessionId: 'x', courseTitle: 'Basistraining', name: LONG, remark },
});

export const samples = {
  'attendance/entry-codes': [
    { title: 'Toegangscode', ...ownCodesPage(entry, reader) },
    { title: 'Groepscodes', ...groupCodesPage('Basistraining', [group], reader) },
    { title: 'Groepscodes', ...groupCodesPage('Basistraining', [], reader) },
    { title: 'Toegangscode', ...shownCodePage(code, 'Basistraining', reader) },
  ],
  'attendance/admission': [
    admission(person1, '2026-11-11'),
    admission(person1, '2026-11-12'),
    admission(together, '2026-11-11'),
  ],
  'attendance/wall': [
    { title: 'Zelf inchecken', ...wallPage(wall, 'https://leerlijn.example', t) },
    { title: 'Zelf inchecken', ...wallPage({ ...wall, code: null }, 'https://leerlijn.example', t) },
  ],
  'attendance/self-check-in': [
    selfCheckIn({ seat: ownSeat, part: ownPart }),
    selfCheckIn({ seat: ownSeat, part: { ...ownPart, mark: 'present' } }),
    selfCheckIn({ refused: 'sign-in' }),
    selfCheckIn({ refused: 'code-over' }),
  ],
  'check-in/device': [
    {
      title: 'Inchecken',
      ...devicePage({ css: '/assets/app.css', icon: '/assets/x.svg', script: '/assets/device/device.js' }, t),
    },
  ],
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
  'attendance/signed-sheets': [
    {
      ...{ title: 'Getekende presentielijsten', lead: LONG, action: '/sessions/1/signed-sheets' },
      ...signedForm,
      sheets: [{ id: 'x', number: 1, fileName: LONG, uploadedAt: afterwards, href: '/signed-sheets/1/file' }],
    },
    { title: 'Getekend', lead: 'Basistraining', action: '/x', ...signedForm, sheets: [] },
  ],
  'attendance/remark': [
    { title: 'Opmerking', ...remarkPage(noted(null), t, null) },
    {
      title: 'Opmerking',
      ...remarkPage(noted(LONG), t, {
        values: { text: LONG.repeat(9) },
        issues: [{ path: 'text', message: 'Dit is te lang.' }],
      }),
    },
  ],
  'attendance/closure': [
    closure(roster(), afterwards),
    closure(complete, before),
    closure(complete, afterwards),
    closure(
      roster({
        people: complete.people,
        policy: { requiredPercentage: 50, mandatoryParts: [2, 5], requiresFollowUp: true },
      }),
      afterwards,
    ),
    closure(
      { ...complete, policy: { requiredPercentage: 80, mandatoryParts: [], requiresFollowUp: true } },
      afterwards,
      [complete.people[0]!.enrolmentId],
    ),
    closure(roster({ people: [] }), afterwards),
  ],
};
