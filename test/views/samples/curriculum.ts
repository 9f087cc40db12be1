import {
  coveragePage,
  coveragePeoplePage,
  figuresQuery,
  peopleQuery,
} from '../../../src/curriculum/coverage.pages.js';
import { curriculumFormPage, matrixPage, valuesOf } from '../../../src/curriculum/curriculum.pages.js';
import { ADVICE_SOURCE } from '../../../src/curriculum/curriculum.rules.js';
import { invitationPage } from '../../../src/curriculum/invitation.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';
const coordinator = { role: 'coordinator', locale: 'nl' } as const;
const contact = { role: 'contact', locale: 'en' } as const;

const functions = [
  { id, code: 'aandachtsfunctionaris', nl: 'aandachtsfunctionaris', en: 'designated officer' },
  { id: '0198f000-0000-7000-8000-000000000002', code: 'boa', nl: 'BOA', en: 'municipal enforcement officer' },
];
const asked = {
  ...{ municipalityId: id, municipality: 'Noordoostpolder', version: 3 },
  requirements: [{ functionId: id, level: 'advanced', source: ADVICE_SOURCE } as const],
};
const nothingAsked = { municipalityId: id, municipality: 'Urk', version: 0, requirements: [] };
const noIssues = { values: valuesOf(asked), issues: [] };
const late = {
  values: valuesOf(asked),
  issues: [{ path: '', message: t('curriculum.form.changedMeanwhile') }],
};

const figures = { people: 1_234, never: 600, expired: 34, expiring: 100, covered: 500 };
const none = { people: 0, never: 0, expired: 0, expiring: 0, covered: 0 };
const organisation = { id, nl: `Stichting ${longName}`, en: `Stichting ${longName}`, municipality: 'Urk' };
const choices = {
  municipalities: [{ id, name: 'Noordoostpolder' }],
  functions,
  organisations: [{ id, name: `Stichting ${longName}` }],
};

const person = {
  ...{ professionalId: id, name: longName, email: 'v@example.nl', municipality: 'Noordoostpolder' },
  ...{ organisation: `Stichting ${longName}`, contactName: longName, level: 'advanced' as const },
  ...{ functionNl: 'aandachtsfunctionaris', functionEn: 'designated officer', state: 'never' as const },
  ...{ validUntil: null, placeOn: null, waits: false, invitedAt: null },
};
const busy = {
  ...{ ...person, state: 'expired' as const, validUntil: '2026-05-01', placeOn: '2026-11-12', waits: true },
  invitedAt: new Date('2026-05-01T08:00:00Z'),
};
const everything = peopleQuery.parse({ show: 'all', q: 'x', municipality: id });

const sessions = [{ sessionId: id, course: 'Eendaagse basistraining', firstDate: '2026-11-12', people: 12 }];
const counts = { covered: 1, 'has-place': 2, waits: 1, 'no-session': 1, 'invited-before': 3, invited: 12 };
const nobody = { covered: 0, 'has-place': 0, waits: 0, 'no-session': 4, 'invited-before': 0, invited: 0 };

export const samples = {
  'curriculum/matrix': [
    { title: 'Curriculum', ...matrixPage([asked, nothingAsked], functions, 'nl', t) },
    { title: 'Curriculum', ...matrixPage([nothingAsked], [], 'nl', t) },
  ],
  'curriculum/form': [
    { title: 'Curriculum', ...curriculumFormPage(asked, functions, noIssues, 'nl', t) },
    { title: 'Curriculum', ...curriculumFormPage(asked, functions, late, 'nl', t) },
    { title: 'Curriculum', ...curriculumFormPage(nothingAsked, [], noIssues, 'nl', t) },
  ],
  'curriculum/coverage': [
    {
      title: 'Wie is op niveau?',
      ...coveragePage(
        { rows: [{ ...organisation, ...figures }], total: 120, sum: figures },
        figuresQuery.parse({ by: 'organisation' }),
        choices,
        coordinator,
        t,
      ),
    },
    {
      title: 'Wie is op niveau?',
      ...coveragePage({ rows: [], total: 0, sum: none }, figuresQuery.parse({}), choices, contact, t),
    },
  ],
  'curriculum/people': [
    {
      title: 'Wie heeft een training nodig?',
      ...coveragePeoplePage({ rows: [person, busy], total: 120 }, everything, choices, coordinator, t),
    },
    {
      title: 'Wie heeft een training nodig?',
      ...coveragePeoplePage({ rows: [], total: 0 }, peopleQuery.parse({}), choices, contact, t),
    },
  ],
  'curriculum/invitation': [
    { title: 'Uitnodigen', ...invitationPage({ counts, sessions }, everything, t) },
    { title: 'Uitnodigen', ...invitationPage({ counts: nobody, sessions: [] }, everything, t) },
  ],
};
