import { answerPage, proposedValues } from '../../../src/demand/answer.pages.js';
import { courseDemandPage } from '../../../src/demand/course-demand.pages.js';
import { demandPage, demandQuery } from '../../../src/demand/demand.pages.js';
import { interestsPage } from '../../../src/demand/interests.pages.js';
import { nothingWrong } from '../../../src/sessions/plan-issues.js';
import { pollFormPage, pollPreviewPage, usualPoll } from '../../../src/demand/needs-poll-form.pages.js';
import { pollPage, pollQuery, pollsPage } from '../../../src/demand/needs-polls.pages.js';
import { pollAnsweredPage, pollAnswerPage } from '../../../src/demand/poll-answer.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const longTitle = 'Tweedaagse verdiepingstraining voor aandachtsfunctionarissen en beleidsmedewerkers';
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';
const at = new Date('2026-09-01T08:00:00Z');
const coordinator = { role: 'coordinator', locale: 'nl' } as const;
const contact = { role: 'contact', locale: 'en' } as const;
const nothing = { rows: [], total: 0 };
const noSum = { waiting: 0, interested: 0, polled: 0, demand: 0 };

const row = {
  ...{ courseId: id, courseTitle: longTitle, municipalityId: id, municipality: 'Noordoostpolder' },
  ...{ functionId: id, functionNl: 'aandachtsfunctionaris', functionEn: 'designated officer' },
  ...{ waiting: 3, interested: 12, polled: 20, demand: 20, allotmentLeft: 2, allotmentIsDemo: true },
};
const withoutAllotment = { ...row, allotmentLeft: null, allotmentIsDemo: null };
const sum = { waiting: 30, interested: 120, polled: 200, demand: 200 };
const choices = {
  courses: [{ id, name: longTitle }],
  municipalities: [{ id, name: 'Noordoostpolder' }],
  functions: [{ id, nl: 'docent', en: 'teacher' }],
};
const everything = demandQuery.parse({});
const filtered = demandQuery.parse({ course: id, municipality: id, function: id, order: 'course' });

const course = { id, title: longTitle, isActive: true, audience: 'public' } as const;
const person = {
  ...{ professionalId: id, name: longName, organisation: `Stichting ${longName}` },
  ...{ municipality: 'Noordoostpolder', functionNl: 'docent', functionEn: 'teacher' },
  ...{ waits: true, interestId: id, interestSince: at },
};
const onlyWaits = { ...person, interestId: null, interestSince: null };
const people = { rows: [person, onlyWaits], total: 120 };
const noForm = { values: {}, issues: [] };
const wrongForm = {
  values: { email: 'x' },
  issues: [{ path: 'email', message: 'Dit is geen e-mailadres' }],
};

const planned = {
  course: {
    ...{ id, title: longTitle, level: 'advanced' as const, dayParts: 2, provider: 'ROR' },
    ...{
      minParticipants: 8,
      maxParticipants: 16,
      decideDays: 21,
      prices: [{ validFrom: null, priceCents: '250000', isDemo: true }],
    },
  },
  payers: [{ id, name: 'Noordoostpolder', allotments: [] }],
  rooms: [],
  trainers: [],
} as const;
const wanted = { municipalities: [row], invitees: new Map([[id, 12]]) };
const unwanted = { municipalities: [], invitees: new Map<string, number>() };
const proposed = {
  choices: planned,
  values: proposedValues(planned, wanted),
  wrong: nothingWrong,
  like: null,
};
const wrongPlan = {
  issues: [{ path: 'parts.0.date', message: 'Vul een datum in.' }],
  slots: [{ value: '2026-11-12 2026-11-13 -30', label: 'vrijdag 13 november 2026' }],
};

const now = new Date('2026-09-02T08:00:00Z');
const seesAll = { ...coordinator, now };
const seesOwn = { ...contact, now: new Date('2027-09-02T08:00:00Z') };
const pollChoices = {
  courses: choices.courses,
  municipalities: choices.municipalities,
  organisations: [{ id, name: `Stichting ${longName}`, municipality: 'Noordoostpolder' }],
};
const noChoices = { courses: [], municipalities: [], organisations: [] };
const plan = {
  ...{ title: longTitle, closesOn: '2026-10-01', countsUntil: '2027-10-01', remindDays: 7 },
  ...{ courseIds: [id], municipalityIds: [id], organisationIds: [] },
};
const poll = {
  ...{ id, title: longTitle, closesOn: '2026-10-01', countsUntil: '2027-10-01', remindAt: at, sentAt: at },
  ...{ courses: choices.courses, asked: 140, answered: 12 },
};
const polled = {
  ...{ organisationId: id, organisation: `Stichting ${longName}`, municipalityId: id },
  ...{
    municipality: 'Noordoostpolder',
    contactName: longName,
    remindedAt: at,
    answeredAt: null,
    people: null,
  },
};
const replied = { ...polled, answeredAt: at, people: 12 };
const wrongPoll = {
  values: { title: '', courseIds: 'x' },
  issues: [
    { path: 'title', message: 'Vul dit in.' },
    { path: 'courseIds', message: 'Kies een training.' },
  ],
};
const question = { courseId: id, course: longTitle, functions: [{ id, nl: 'docent', en: 'teacher' }] };
const openPoll = {
  ...{
    pollId: id,
    regionId: id,
    organisationId: id,
    organisation: `Stichting ${longName}`,
    title: longTitle,
  },
  ...{ closesOn: '2026-10-01', answeredAt: null, questions: [question], numbers: [] },
};
const answeredPoll = { ...openPoll, answeredAt: at, numbers: [{ courseId: id, functionId: id, people: 3 }] };
const hex = id.replaceAll('-', '');
const wrongNumber = {
  values: { [`c${hex}`]: { [`f${hex}`]: 'drie' } },
  issues: [{ path: `c${hex}.f${hex}`, message: 'Vul een getal in.' }],
};

const interest = {
  ...{ id, courseId: id, courseTitle: longTitle, professionalId: id, professionalName: longName },
  ...{ municipalityId: id, recordedAt: at, endedAt: null, endReason: null },
};

export const samples = {
  'demand/overview': [
    demandPage({ rows: [row, withoutAllotment], total: 120 }, sum, everything, choices, coordinator, t),
    demandPage({ rows: [row], total: 1 }, sum, filtered, choices, contact, t),
    demandPage(nothing, noSum, filtered, choices, coordinator, t),
    demandPage(nothing, noSum, everything, choices, contact, t),
  ].map((model) => ({ title: 'Vraag naar trainingen', ...model })),
  'demand/course': [
    courseDemandPage(course, { municipalities: [row], people, page: 1 }, noForm, coordinator, t),
    courseDemandPage(course, { municipalities: [row], people, page: 1 }, wrongForm, contact, t),
    courseDemandPage(
      { ...course, isActive: false },
      { municipalities: [], people: nothing, page: 1 },
      noForm,
      coordinator,
      t,
    ),
  ].map((model) => ({ title: `Vraag naar ${longTitle}`, ...model })),
  'demand/answer': [
    answerPage(proposed, wanted, t),
    answerPage({ ...proposed, wrong: wrongPlan }, unwanted, t),
  ].map((model) => ({ title: `Een uitvoering plannen voor ${longTitle}`, ...model })),
  'demand/polls': [
    pollsPage({ rows: [poll, { ...poll, asked: 1 }], total: 90 }, 1, seesAll, t),
    pollsPage({ rows: [poll], total: 1 }, 1, seesOwn, t),
    pollsPage(nothing, 1, seesAll, t),
    pollsPage(nothing, 1, seesOwn, t),
  ].map((model) => ({ title: 'Behoeftepeilingen', ...model })),
  'demand/poll-form': [
    pollFormPage(pollChoices, { values: usualPoll(pollChoices), issues: [] }, t),
    pollFormPage(pollChoices, wrongPoll, t),
    pollFormPage(noChoices, noForm, t),
  ].map((model) => ({ title: 'Een behoeftepeiling versturen', ...model })),
  'demand/poll-preview': [
    pollPreviewPage(
      plan,
      id,
      { letters: [{ municipalityId: id, municipality: 'Urk', letters: 12 }], remindAt: at },
      pollChoices,
      'nl',
      t,
    ),
    pollPreviewPage({ ...plan, remindDays: null }, id, { letters: [], remindAt: null }, pollChoices, 'en', t),
  ].map((model) => ({ title: 'Een behoeftepeiling versturen', ...model })),
  'demand/poll': [
    pollPage(poll, { rows: [polled, replied], total: 140 }, pollQuery.parse({}), seesAll, t),
    pollPage({ ...poll, remindAt: null }, nothing, pollQuery.parse({ answered: 'yes' }), seesOwn, t),
  ].map((model) => ({ title: longTitle, ...model })),
  'demand/poll-answer': [
    pollAnswerPage(openPoll, { by: 'organisation', token: 'token' }, noForm, 'nl', t),
    pollAnswerPage(answeredPoll, { by: 'organisation', token: 'token' }, wrongNumber, 'en', t),
    pollAnswerPage(openPoll, { by: 'coordinator' }, noForm, 'nl', t),
    pollAnswerPage(answeredPoll, { by: 'coordinator' }, wrongNumber, 'en', t),
  ].map((model) => ({ title: longTitle, ...model })),
  'demand/poll-answered': [
    pollAnsweredPage(answeredPoll, 'token', 'nl', t),
    pollAnsweredPage(openPoll, 'token', 'nl', t),
  ].map((model) => ({ title: 'Bedankt voor uw antwoord', ...model })),
  'demand/interests': [
    interestsPage({ rows: [interest, { ...interest, id: 'x' }], total: 2 }, new Map([[id, 2]]), 1, 'nl', t),
    interestsPage({ rows: [interest], total: 1 }, new Map(), 1, 'en', t),
    interestsPage(nothing, new Map(), 1, 'nl', t),
  ].map((model) => ({ title: 'Trainingen waarvan ik een datum wil horen', ...model })),
};
