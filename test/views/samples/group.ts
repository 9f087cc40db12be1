import type { Known, Matched } from '../../../src/enrolment/group-matching.rules.js';
import type { Member } from '../../../src/enrolment/group-outcome.rules.js';
import { groupPreviewPage, type Look } from '../../../src/enrolment/group-preview.pages.js';
import { groupResultPage } from '../../../src/enrolment/group-result.pages.js';
import { groupPage } from '../../../src/enrolment/group.pages.js';
import type { RosterSession } from '../../../src/enrolment/roster.queries.js';
import { messages } from '../../../src/messages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';

const t = createTranslator(messages)('nl');
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';
const session: RosterSession = {
  ...{ sessionId: '1', courseTitle: longName, status: 'open', sequence: 0, asksWishes: true },
  ...{ capacity: 12, seatsTaken: 10, waitingCount: 0, guestCount: 1 },
  parts: [
    {
      ...{ id: '1', date: '2027-01-14', startTime: '09:30', endTime: '17:00', venue: 'Voorbeeldzaal' },
      ...{ room: null, address: 'Voorbeeldplein 1, Almere', route: null, joiningLink: null },
    } as never,
  ],
  firstStartsAt: new Date('2027-01-14T08:30:00Z'),
  lastEndsAt: new Date('2027-01-14T16:00:00Z'),
} as unknown as RosterSession;
const reader = { role: 'coordinator', locale: 'nl', now: new Date('2026-12-01T08:00:00Z') } as const;

const person = (id: string): Known => ({
  ...{ id, name: longName, email: `voorbeeld-${id}@example.nl`, organisation: `Stichting ${longName}` },
});
const member = (professionalId: string, more: Partial<Member>): Member => ({
  ...{
    professionalId,
    outcome: 'refused',
    enrolmentId: null,
    waitingPosition: null,
    refusal: null,
    held: null,
  },
  ...more,
});
const refused = (code: string, params = {}) => ({ refusal: { code, params } });
const members: readonly Member[] = [
  member('1', { outcome: 'confirmed', enrolmentId: '1' }),
  member('2', { outcome: 'waitlisted', enrolmentId: '2', waitingPosition: 3 }),
  member('3', { outcome: 'requested', enrolmentId: '3' }),
  member('4', { ...refused('already-enrolled'), held: 'offered' }),
  member(
    '5',
    refused('professional-double-booked', {
      ...{ course: longName, date: '14-01-2027', times: '09:30–17:00', sessionId: '2' },
    }),
  ),
  member('6', refused('entry-level-missing')),
  member('7', refused('session-not-in-this-state')),
];
const list: readonly Matched[] = [
  ...members.map(({ professionalId }, index): Matched => ({
    ...{ kind: 'person', person: person(professionalId), line: index + 1, written: 'x' },
  })),
  { kind: 'twice', person: person('1'), earlier: 1, line: 8, written: 'voorbeeld-1@example.nl' },
  { kind: 'unknown', email: 'weg@example.nl', name: null, line: 9, written: 'weg@example.nl' },
  { kind: 'unknown', email: null, name: longName, line: 10, written: longName },
  { kind: 'several-people', line: 11, written: longName },
  { kind: 'nothing-to-go-by', line: 12, written: 'Totaal: 12 <personen>' },
];
const look: Look = {
  ...{ groupId: '1', list, members, ticked: null, sheet: 'Blad 1 & meer', text: 'naam\te-mail\n<x>\ty' },
};
const candidates = [
  {
    ...{ id: '1', name: longName, email: 'voorbeeld@example.nl', organisation: `Stichting ${longName}` },
    ...{ municipality: 'Noordoostpolder', functionNl: 'wijkagent', functionEn: 'police officer' },
  },
];
const start = (sent: Parameters<typeof groupPage>[3], found = { total: 603, rows: candidates }) => ({
  title: 'Groep inschrijven',
  ...groupPage(session, { q: 'voor', page: 3 }, found, sent, reader, t),
});
const preview = (more: Partial<Look>, refusal: Parameters<typeof groupPreviewPage>[2]) => ({
  title: 'Controleer de groep',
  ...groupPreviewPage(session, { ...look, ...more }, refusal, reader, t),
});
const result = (
  expected: 'confirmed' | null,
  of = members,
  which: Parameters<typeof groupResultPage>[2] = { groupId: '1', page: 1 },
) =>
  groupResultPage(
    session,
    {
      ...{ together: false, counts: { confirmed: 1, waitlisted: 1, requested: 1, refused: 99 } },
      rows: of.map((each, index) => ({
        ...person(each.professionalId),
        ...each,
        expected,
        place: index + 1,
      })),
    },
    which,
    { ...reader, role: 'contact' },
    t,
  );

export const samples = {
  'enrolment/group': [
    start({ values: {}, issues: [] }),
    start(
      {
        values: { pasted: '<x>', people: ['1'] },
        issues: [{ path: 'file', message: 'Kies een bestand.' }],
      },
      { total: 0, rows: [] },
    ),
  ],
  'enrolment/group-preview': [
    preview({}, null),
    preview({ ticked: new Set(['1']), text: null, sheet: null }, { members }),
    preview({ list: list.slice(3), members: members.slice(3) }, 'none-ticked'),
  ],
  'enrolment/group-result': [
    result(null),
    result('confirmed'),
    result(null, members.slice(3)),
    result(null, members, { groupId: '1', leftOut: { list, members, text: 'Naam\t"e-mail"\n<x>' } }),
    result(null, members, { groupId: '1', leftOut: { list: list.slice(0, 2), members, text: null } }),
  ],
};
