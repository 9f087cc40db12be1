import { buildForm } from '../../../src/platform/web/forms.js';
import { translator } from '../pages.js';

const noPages = { from: 0, to: 0, total: 0, previous: null, next: null, pages: [] };
const manyPages = {
  from: 101,
  to: 150,
  total: 603,
  previous: '?page=2',
  next: '?page=4',
  pages: [1, 2, 3, 4, 13].map((page) => ({
    page,
    href: `?page=${page}`,
    current: page === 3,
    afterGap: page === 13,
  })),
};
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';
const campaign = {
  id: 'a1',
  title: 'Terugkomdag, 3 december 2026',
  sessionHref: '/sessions/1',
  calledOff: false,
  window: 'Certificaat gekregen van 1 september 2024 tot en met 1 september 2026.',
  launchedAt: new Date('2026-09-01T08:00:00Z'),
  shares: [
    { municipality: 'Almere', invited: 412, enrolled: 20, waiting: 13 },
    { municipality: 'Noordoostpolder', invited: 96, enrolled: 4, waiting: 0 },
  ],
  sum: { invited: 508, enrolled: 24, waiting: 13 },
};

const formWith = (trainedUntil: string, issues: { path: string; message: string }[]) =>
  buildForm(
    [
      { name: 'trainedFrom', kind: 'date', label: 'follow-up.window.from', required: true },
      { name: 'trainedUntil', kind: 'date', label: 'follow-up.window.until', required: true },
    ],
    { trainedFrom: '2024-09-01', trainedUntil },
    issues,
    translator('nl'),
  );

const preview = {
  title: 'Uitnodigen voor een terugkomdag',
  sessionId: '1',
  dayTitle: 'Terugkomdag, 3 december 2026',
  window: { trainedFrom: '2024-09-01', trainedUntil: '2026-09-01' },
  launchedAt: null,
  takesEnrolments: true,
  windowIsRight: true,
  form: formWith('2026-09-01', []),
  count: '603 mensen krijgen elk één mail met een uitnodiging.',
  rows: [
    {
      name: longName,
      organisation: `Stichting ${longName}`,
      municipality: 'Noordoostpolder',
      lastIssuedOn: '2026-01-10',
    },
  ],
  pagination: manyPages,
};
const nothing = { count: null, rows: [], pagination: noPages };

export const samples = {
  'follow-up/list': [
    {
      title: 'Terugkomdagen',
      campaigns: [campaign, { ...campaign, id: 'a2', title: longName, calledOff: true }],
      pagination: manyPages,
    },
    { title: 'Terugkomdagen', campaigns: [], pagination: noPages },
  ],
  'follow-up/days': [
    {
      title: 'Uitnodigen voor een terugkomdag',
      days: [
        {
          title: 'Terugkomdag, 3 december 2026',
          place: 'Voorbeeldzaal, Almere',
          href: '/follow-up/new?session=1',
          launchedAt: null,
        },
        { title: longName, place: 'Online', href: null, launchedAt: campaign.launchedAt },
      ],
    },
    { title: 'Uitnodigen voor een terugkomdag', days: [] },
  ],
  'follow-up/preview': [
    preview,
    { ...preview, launchedAt: campaign.launchedAt },
    { ...preview, ...nothing, takesEnrolments: false },
    {
      ...preview,
      ...nothing,
      windowIsRight: false,
      form: formWith('2023-01-01', [
        { path: 'trainedUntil', message: 'Kies een einddatum die niet vóór de begindatum ligt.' },
      ]),
    },
  ],
};
