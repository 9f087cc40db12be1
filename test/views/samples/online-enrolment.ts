import type { Actor } from '../../../src/shared/actor.js';
import { systemActor } from '../../../src/shared/actor.js';
import { messages } from '../../../src/messages.js';
import {
  finishPage,
  guessedValues,
  type Choices,
} from '../../../src/online-enrolment/enrolment-link.pages.js';
import type { OpenSession } from '../../../src/online-enrolment/open-session.queries.js';
import { openSessionPage, openSessionsPage } from '../../../src/online-enrolment/open-sessions.pages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';

const t = createTranslator(messages)('nl');
const reader = { locale: 'nl', t } as const;
const now = new Date('2027-01-01T08:00:00Z');
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';

const session: OpenSession = {
  ...{ id: '1', courseTitle: `Basistraining voor ${longName}`, level: 'basic', regionName: 'Voorbeeldregio' },
  ...{ regionId: '1', regionIsDemo: true, status: 'open', capacity: 12, seatsTaken: 11, waitingCount: 0 },
  ...{ holdsSeats: true, dates: ['2027-01-14', '2027-01-21'], venues: 'Voorbeeldzaal', online: true },
  enrolmentEndsAt: new Date('2027-01-14T08:30:00Z'),
  parts: [
    {
      ...{ ordinal: 1, date: '2027-01-14', startTime: '09:30', endTime: '17:00' },
      place: {
        ...{ venue: 'Voorbeeldzaal', room: 'Boven', address: 'Voorbeeldplein 1', town: 'Almere' },
        ...{ accessibility: 'Drempelvrij', route: 'Vijf minuten lopen' },
      },
    },
    { ordinal: 2, date: '2027-01-21', startTime: '09:30', endTime: '12:30', place: null },
  ],
  functions: [
    { nl: 'jongerenwerker', en: 'youth worker' },
    { nl: 'medewerker sociale zaken', en: 'social services worker' },
  ],
  ...{ restrictedAudience: null, entryLevel: 'awareness', needsApproval: true },
  ...{ asksDietary: true, asksAccessibility: true },
};
const full: OpenSession = {
  ...{ ...session, regionIsDemo: false, seatsTaken: 12, waitingCount: 3, functions: [], entryLevel: null },
  ...{ needsApproval: false, asksDietary: false, asksAccessibility: false },
};
const regions = [
  { id: '1', name: 'Voorbeeldregio' },
  { id: '2', name: 'Andere regio' },
];
const everything = { page: 1, q: null, region: null };
const nothingSent = { values: {}, issues: [] };
const title = 'Trainingen waarvoor u zich kunt inschrijven';

const email = 'vera.van.voorbeeld@voorbeeldschool.example';
const choices: Choices = {
  recognised: true,
  choices: [
    { id: '1', name: 'Voorbeeldschool', municipality: 'Almere', emailDomain: 'voorbeeldschool.example' },
  ],
  functions: [{ id: '1', code: 'docent', name_nl: 'docent', name_en: 'teacher' }],
  helpers: [
    { municipality: 'Almere', name: 'Ada Voorbeeld', email: 'ada@almere.example' },
    { municipality: 'Dronten', name: longName, email: 'b@dronten.example' },
    { municipality: 'Urk', name: 'Coen Voorbeeld', email: 'coen@regio.example' },
  ],
};
const person: Actor = { ...systemActor, role: 'professional', name: longName };
const issues = [{ path: 'organisationId', message: 'Kies een organisatie uit de lijst.' }];
const finish = (model: object) => ({ title: 'Inschrijven voor Basistraining', ...model });

export const samples = {
  'online-enrolment/open-sessions': [
    {
      title,
      ...openSessionsPage(
        { total: 120, rows: [session, full] },
        { ...everything, q: 'basis' },
        regions,
        reader,
      ),
    },
    { title, ...openSessionsPage({ total: 0, rows: [] }, { ...everything, q: 'zwemmen' }, [], reader) },
    { title, ...openSessionsPage({ total: 0, rows: [] }, everything, [], reader) },
  ],
  'online-enrolment/open-session': [
    {
      title: session.courseTitle,
      ...openSessionPage(session, nothingSent, { ...reader, now, ownHref: null }),
    },
    {
      title: full.courseTitle,
      ...openSessionPage(
        full,
        { values: { email: '<x>' }, issues: [{ path: 'email', message: 'Dit is geen e-mailadres.' }] },
        { ...reader, now, ownHref: null },
      ),
    },
    {
      title: full.courseTitle,
      ...openSessionPage(full, nothingSent, { ...reader, now, ownHref: '/sessions/1' }),
    },
    {
      title: full.courseTitle,
      ...openSessionPage({ ...full, status: 'cancelled' }, nothingSent, { ...reader, now, ownHref: null }),
    },
  ],
  'online-enrolment/link-sent': [
    {
      title: 'Bekijk uw mail',
      text: 'We hebben u een mail gestuurd.',
      againHref: '/open-sessions/1',
      mailboxHref: null,
    },
    {
      ...{ title: 'Bekijk uw mail', text: 'We hebben u een mail gestuurd.', againHref: '/open-sessions/1' },
      mailboxHref: '/local/mailbox',
    },
  ],
  'online-enrolment/finish': [
    finish(
      finishPage(
        { session, email, person: null },
        'x',
        choices,
        { values: guessedValues(email, choices), issues: [] },
        reader,
      ),
    ),
    finish(
      finishPage(
        { session: full, email, person: null },
        'x',
        { ...choices, recognised: false, helpers: [] },
        { values: { name: longName }, issues },
        reader,
      ),
    ),
    finish(finishPage({ session: full, email, person }, 'x', null, nothingSent, reader)),
  ],
};
