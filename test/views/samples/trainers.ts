import {
  availabilityPage,
  hoursForm,
  type AvailabilityFound,
} from '../../../src/sessions/trainers/trainer-availability.pages.js';
import { trainersPage, trainersQuery } from '../../../src/sessions/trainers/trainers.pages.js';
import type { TrainerRow } from '../../../src/sessions/trainers/trainer.queries.js';
import { readForm } from '../../../src/platform/web/forms.js';
import { validationMessages } from '../../../src/platform/web/validation-messages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const longName = 'Tess Trainervoorbeeld-van der Voorbeeldenstein <Özgür> & zonen';

const busy: TrainerRow = {
  ...{
    id,
    name: longName,
    email: 'tess@voorbeeld.example',
    providerId: id,
    provider: 'ROR <&>',
    archivedAt: new Date('2026-09-01T08:00:00Z'),
    version: 3,
  },
  courses: [
    { id, title: 'Basistraining' },
    { id: `${id}2`, title: 'Verdiepingstraining “omgaan met radicalisering”' },
  ],
  hours: [
    { weekday: 2, startTime: '09:00', endTime: '17:00' },
    { weekday: 4, startTime: '09:00', endTime: '12:30' },
  ],
};
const free: TrainerRow = { ...busy, archivedAt: null, name: 'Bo Trainervoorbeeld', courses: [], hours: [] };
const absences: AvailabilityFound['absences'] = {
  total: 120,
  rows: [
    { id, firstDate: '2026-11-12', startTime: null, lastDate: '2026-11-12', endTime: null },
    { id, firstDate: '2026-11-12', startTime: '13:00', lastDate: '2026-11-12', endTime: null },
    { id, firstDate: '2026-11-12', startTime: '13:00', lastDate: '2026-11-12', endTime: '15:00' },
    { id, firstDate: '2026-12-21', startTime: null, lastDate: '2027-01-03', endTime: null },
    { id, firstDate: '2026-12-21', startTime: '17:00', lastDate: '2027-01-04', endTime: '09:00' },
  ],
};
const coming = [
  { sessionId: id, course: 'Basistraining', date: '2026-11-11', startTime: '09:30', endTime: '12:30' },
  { sessionId: id, course: 'Basistraining', date: '2026-11-12', startTime: '09:30', endTime: '12:30' },
];
const wrongHours = readForm(hoursForm, {
  version: '1',
  ...{ 'hours.0.startTime': '09:00', 'hours.1.endTime': '25:00', 'hours.2.startTime': '10:00' },
  ...{ 'hours.2.endTime': '09:00', 'hours.3.endTime': '09:00' },
});
const sentHours = wrongHours.ok
  ? undefined
  : { ...wrongHours, issues: validationMessages(wrongHours.issues, t) };
const sentAbsence = {
  values: { firstDate: '2026-11-12', lastDate: 'x' },
  issues: [
    { path: 'firstDate', message: 'Tess geeft dan “Basistraining”.' },
    { path: 'lastDate', message: 'Vul een datum in.' },
  ],
};
const coordinator = { locale: 'nl', t, own: false } as const;
const trainer = { locale: 'nl', t, own: true } as const;
const nothing = { rows: [], total: 0 };
const everything = trainersQuery.parse({});

export const samples = {
  'trainers/list': [
    { title: 'Trainers', ...trainersPage({ rows: [busy, free], total: 120 }, everything, t) },
    { title: 'Trainers', ...trainersPage(nothing, everything, t) },
    { title: 'Trainers', ...trainersPage(nothing, trainersQuery.parse({ q: 'x', page: 'y' }), t) },
  ],
  'trainers/availability': [
    availabilityPage({ trainer: busy, absences, outside: coming }, 2, {}, coordinator),
    availabilityPage({ trainer: free, absences: nothing, outside: [] }, 1, {}, trainer),
    availabilityPage({ trainer: busy, absences, outside: coming }, 1, { hours: sentHours! }, trainer),
    availabilityPage({ trainer: busy, absences, outside: coming }, 1, { absence: sentAbsence }, coordinator),
  ].map((model) => ({ title: `Wanneer ${longName} kan`, ...model })),
};
