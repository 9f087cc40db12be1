import { copyPage } from '../../../src/sessions/session-copy.pages.js';
import type { SessionTemplate } from '../../../src/sessions/session-copy.queries.js';
import { seriesPage, seriesPreviewPage, seriesForm } from '../../../src/sessions/series.pages.js';
import type { Booking } from '../../../src/sessions/clash.rules.js';
import type { SeriesRow } from '../../../src/sessions/series.queries.js';
import { USUAL_TERMS } from '../../../src/sessions/session-terms.rules.js';
import { translator } from '../pages.js';
import { parts, session } from './sessions.js';

const t = translator('nl');
const reader = { locale: 'nl', t } as const;
const longName = 'Voorbeeldtraining <omgaan> met radicaliseringsvraagstukken & ‘moeilijke gesprekken’';
const id = '00000000-0000-7000-8000-000000000001';

const template: SessionTemplate = {
  session,
  parts,
  held: [{ municipalityId: id, municipality: 'Urk', reserved: 3, taken: 2, waiting: 0 }],
  plan: {
    ...{ courseId: id, payerMunicipalityId: id, capacity: 16, minimum: 8, releaseOn: '2026-10-15' },
    decideOn: '2026-10-29',
    ...{ priceCents: 250_000n, priceIsDemo: true, quotas: [] },
    parts: [
      {
        ...{ date: '2026-11-12', startTime: '09:30', endTime: '12:30', roomId: id },
        ...{ joiningLink: null, trainerIds: [] },
      },
    ],
    terms: {
      ...USUAL_TERMS,
      ...{ waitingListMode: 'offer', enrolUntil: '2026-11-12', cancelUntil: '2026-11-11', asksDietary: true },
    },
  },
  holders: [{ name: longName, nameEn: longName, seats: 2 }],
  organisation: longName,
};
const bare: SessionTemplate = {
  ...{ ...template, session: { ...session, priceIsDemo: false }, parts: [parts[0]!], held: [] },
  ...{ holders: [], organisation: null, plan: { ...template.plan, terms: USUAL_TERMS } },
};

const booking: Booking = {
  ...{ sessionId: id, course: longName, date: '2026-11-17', startTime: '09:30', endTime: '12:30' },
  ...{ startsAt: new Date('2026-11-17T08:30:00Z'), endsAt: new Date('2026-11-17T11:30:00Z') },
  ...{ roomId: null, venueId: null, trainers: [], people: [] },
};
const holiday = { name: 'Herfstvakantie', firstDate: '2026-10-10', lastDate: '2026-10-18', isDemo: true };
const row = (firstDate: string, changes: Partial<SeriesRow> = {}): SeriesRow => ({
  ...{ firstDate, dates: [firstDate, firstDate], daysOff: [], faults: [], clashes: [] },
  ...changes,
});
const rows = [
  row('2026-10-13', { daysOff: [{ date: '2026-10-13', schoolHoliday: holiday }] }),
  row('2026-11-03'),
  row('2026-11-10', { dates: ['2026-11-10', '2026-11-12'] }),
  row('2026-11-17', {
    clashes: [
      { part: 0, date: '2026-11-17', trainer: 0, kind: 'trainer', who: 'Tess Trainervoorbeeld', booking },
      { part: 0, date: '2026-11-17', trainer: null, kind: 'room', who: 'Voorbeeldzaal', booking },
    ],
  }),
  row('2026-12-25', {
    daysOff: [
      { date: '2026-12-25', publicHoliday: 'christmas' },
      { date: '2026-12-25', schoolHoliday: { ...holiday, isDemo: false } },
    ],
  }),
  row('2027-01-05', {
    faults: [{ path: ['capacity'], reason: 'capacityOverRoom', params: { room: longName, seats: 4 } }],
  }),
];
const wish = seriesForm.parse({ everyWeeks: '2', times: '6', schoolArea: 'north' });
const coverage = [
  { schoolArea: 'north', knownUntil: '2026-10-18', isDemo: true },
  { schoolArea: 'south', knownUntil: '2027-08-29', isDemo: false },
] as const;

const issue = (path: string) => ({ path, message: 'Vul dit in.' });
const titled = <Model extends object>(title: string, model: Model) => ({ title, ...model });

export const samples = {
  'sessions/copy': [
    titled('Kopiëren', copyPage(template, { values: {}, issues: [] }, reader)),
    titled(
      'Kopiëren',
      copyPage(
        bare,
        { values: { firstDate: 'x' }, issues: [issue('parts.1.date'), issue('capacity')] },
        reader,
      ),
    ),
  ],
  'sessions/series': [
    titled('Herhalen', seriesPage(template, coverage, { values: { everyWeeks: 2 }, issues: [] }, reader)),
    titled('Herhalen', seriesPage(bare, [], { values: {}, issues: [issue('times')] }, reader)),
  ],
  'sessions/series-preview': [
    {
      ...titled('Dagen', seriesPreviewPage(id, rows, { wish, ticked: null }, coverage, reader)),
      warning: null,
    },
    {
      ...titled('Dagen', seriesPreviewPage(id, rows, { wish, ticked: ['2026-11-03'] }, [], reader)),
      warning: 'Er is niets gepland.',
    },
    {
      ...titled(
        'Dagen',
        seriesPreviewPage(
          id,
          rows.slice(0, 1),
          { wish: { ...wish, schoolArea: null }, ticked: null },
          [],
          reader,
        ),
      ),
      warning: null,
    },
  ],
};
