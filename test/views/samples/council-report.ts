import {
  draftPage,
  keptPage,
  listPage,
  textPage,
  textValues,
} from '../../../src/council-report/council-report.pages.js';
import type { KeptReport } from '../../../src/council-report/kept.queries.js';
import { spendTable, trainingsTables } from '../../../src/council-report/means-tables.rules.js';
import {
  coverageTables,
  followUpTable,
  reachTables,
} from '../../../src/council-report/people-tables.rules.js';
import { now, type Table } from '../../../src/council-report/report.rules.js';
import { translator } from '../pages.js';

const reader = { t: translator('nl'), locale: 'nl' } as const;
const english = { t: translator('en'), locale: 'en' } as const;
const long = 'Voorbeeldgemeente aan den Voorbeeldenstein-Özgür-Wojciechowska';

const names = {
  municipalities: [
    { id: 'a', nl: 'Almere', en: 'Almere' },
    { id: 'u', nl: long, en: long },
  ],
  functions: [
    { id: 'j', nl: 'jongerenwerker', en: 'youth worker' },
    { id: 'b', nl: 'BOA', en: 'municipal enforcement officer' },
  ],
  levels: [{ id: 'basic', nl: 'basis', en: 'basic' }],
};
const someone = { level: 'basic', people: 0, participations: 0 } as const;
const everyone = { municipalityId: null };
const reach = [
  { ...someone, moment: 'now', municipalityId: 'a', functionId: 'j', people: 1_234, participations: 1_300 },
  { ...someone, moment: 'now', municipalityId: 'u', functionId: 'b', people: 3, participations: 3 },
  { ...someone, moment: 'previous', municipalityId: 'u', functionId: 'b', people: 12, participations: 12 },
] as const;
const municipalities = names.municipalities;
const effect: Table = {
  ...{
    code: 'effect-after',
    columns: now('answersBefore', 'meanBefore', 'difference', 'verdict'),
    total: null,
  },
  lines: [{ label: { nl: long, en: null }, isDemo: false, cells: [12, 3.2, null, 'higher'] }],
};
const full: KeptReport = {
  figures: {
    ...{ halfYear: '2026-2', place: 'Flevoland', countedOn: '2027-01-10' },
    tables: [
      ...reachTables(reach, names, everyone),
      ...trainingsTables(
        [
          {
            ...{ moment: 'now', municipalityId: 'a', courseId: 'c', course: 'Basistraining' },
            ...{ trainings: 6, used: 2, isDemo: true },
          },
        ],
        municipalities,
        everyone,
      ),
      ...coverageTables(
        [{ municipalityId: 'a', functionId: 'j', covered: 40, lacking: 12 }],
        names,
        everyone,
      ),
      followUpTable([{ moment: 'now', municipalityId: 'a', attended: 9, missed: 6 }], names, everyone),
      effect,
      spendTable(
        [
          {
            ...{ moment: 'now', municipalityId: 'a', budget: 1_234_567_800, spent: 5_000, reserved: -1 },
            isDemo: false,
          },
        ],
        municipalities,
        everyone,
      ),
    ],
  },
  texts: { reach: 'Eerste alinea.\n\nTweede alinea.' },
};
const empty: KeptReport = {
  figures: { halfYear: '2025-1', place: long, countedOn: '2026-07-01', tables: [] },
  texts: {},
};

const region = { code: 'region', name: 'Flevoland', municipalityId: null };
const town = { code: 'GM0184', name: long, municipalityId: 'u' };
const version = {
  ...{ version: 2, madeAt: new Date('2027-01-11T09:00:00Z'), madeByName: null, pdfSha256: 'a'.repeat(64) },
};
const text = { chapter: 'reach', text: 'Eerste alinea.', version: 1 } as const;
const place = {
  action: '/council-reports/2026-2/region/texts/reach',
  back: '/council-reports/2026-2/region',
};
const late = { values: textValues(text), issues: [{ path: 'text', message: 'Te lang.' }] };

export const samples = {
  'council-report/list': [
    {
      title: 'Raadsrapportage',
      ...listPage(
        ['2026-2', '2026-1'],
        [region, town],
        [{ halfYear: '2026-1', municipalityId: null, versions: 2 }],
        reader,
      ),
    },
  ],
  'council-report/report': [
    {
      title: 'Raadsrapportage',
      ...draftPage(full, region, [version], { reader, mayWrite: true, today: '2027-01-10' }),
    },
    {
      title: 'Raadsrapportage',
      ...draftPage(empty, town, [], { reader: english, mayWrite: false, today: '2025-05-01' }),
    },
    { title: 'Raadsrapportage', ...keptPage(full, region, version, [version], english) },
  ],
  'council-report/text': [
    { title: 'Tekst', ...textPage(place, { values: textValues(text), issues: [] }, reader) },
    { title: 'Tekst', ...textPage(place, late, reader) },
  ],
};
