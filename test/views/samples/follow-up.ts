import { buildForm, type FieldSpec } from '../../../src/platform/web/forms.js';
import { translator } from '../pages.js';

const t = translator('nl');
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
const day = {
  title: '3 december 2026, 09:30–17:00, Voorbeeldzaal',
  href: '/sessions/1',
  calledOff: false,
  free: '3 plaatsen vrij',
};
const days = [day, { ...day, title: longName, calledOff: true, free: null }];
const running = { kind: 'success', label: 'loopt' };
const fields = (specs: FieldSpec[], values: Record<string, unknown> = {}) =>
  buildForm(specs, values, [], t).fields;
const boxes = (name: 'courseIds' | 'levels'): FieldSpec => ({
  ...{ name, kind: 'checkboxes', label: `follow-up.form.${name}`, description: 'follow-up.form.allHelp' },
  options: [
    { value: '1', label: 'Basistraining' },
    { value: '2', label: longName },
  ],
});
const firstOn = {
  name: 'firstOn',
  kind: 'date',
  label: 'follow-up.form.firstOn',
  required: true,
} as const satisfies FieldSpec;
const form = {
  title: 'Uitnodigen voor terugkomdagen',
  errorSummary: null,
  noDays: false,
  what: fields([{ name: 'title', kind: 'text', label: 'follow-up.form.title', required: true }], {
    title: longName,
  }),
  who: fields([boxes('levels')]),
  narrower: [{ field: fields([boxes('courseIds')], { courseIds: ['1'] })[0]!, open: true }],
  when: fields([firstOn]),
};
const wrong = buildForm([firstOn], { firstOn: '' }, [{ path: 'firstOn', message: 'Vul dit in.' }], t);
const shares = [
  { municipality: 'Almere', trained: 412, invited: 400 },
  { municipality: 'Noordoostpolder', trained: 96, invited: 90 },
];
const facts = [{ label: 'Getraind', value: '1 september 2024 tot en met 1 september 2026' }];
const preview = {
  title: 'Uitnodigen voor terugkomdagen',
  count: 490,
  total: '490 mensen krijgen elk één mail met een uitnodiging.',
  trained: '508 mensen zijn getraind.',
  leftOut: ['12 mensen hebben al een plaats of wachten erop.', '6 mensen zeiden eerder nee.'],
  facts,
  shares,
  sum: { trained: 508, invited: 490 },
  waves: [{ ordinal: 1, when: '1 september 2026 om 10:00', people: 45 }],
  withoutTurn: '8 mensen komen niet aan de beurt.',
  rows: [
    {
      name: longName,
      organisation: `Stichting ${longName}`,
      municipality: 'Noordoostpolder',
      lastTrainedOn: '2026-01-10',
    },
  ],
  pagination: manyPages,
  hidden: fields([{ name: 'id', kind: 'hidden', label: 'follow-up.form.title' }], { id: '1' }),
  editHref: '/follow-up/new?title=x',
};
const figures = { people: 412, invited: 300, answered: 50, enrolled: 20, waiting: 3, attended: 1 };
const campaign = {
  title: longName,
  status: running,
  progress: {
    ...{ done: 300, total: 412, text: '300 van 412 uitnodigingen geschreven' },
    ...{ refreshes: true, stillHref: '?still=1' },
  },
  waitForSeats: null,
  withoutSuccessor: null,
  facts,
  days,
  municipalities: [
    { municipality: 'Almere', href: '/follow-up/1/people?municipality=1', ...figures },
    { municipality: 'Noordoostpolder', href: '/follow-up/1/people?municipality=2', ...figures },
  ],
  sum: figures,
  waves: [{ ordinal: 1, when: '1 september 2026 om 10:00', people: 412, invited: 300 }],
  withoutTurn: null,
  peopleHref: '/follow-up/1/people',
  stopHref: '/follow-up/1/stop',
};
const person = {
  name: longName,
  organisation: `Stichting ${longName}`,
  municipality: 'Noordoostpolder',
  state: { kind: 'warning', label: 'geen antwoord' },
  notes: ['Uitgenodigd op 1 september 2026 om 10:00', `In plaats van ${longName}`],
  handOver: { href: '/follow-up/1/people/1/hand-over', label: 'Werkt hier niet meer' },
};
const people = {
  title: 'Mensen in de campagne',
  action: '/follow-up/1/people',
  filters: fields([
    { name: 'q', kind: 'text', label: 'follow-up.people.search', required: true },
    {
      ...{ name: 'state', kind: 'select', label: 'follow-up.people.state', required: true },
      ...{ options: [{ value: 'left', label: 'weg' }], emptyLabel: 'follow-up.people.all' },
    },
  ]),
  people: [person, { ...person, notes: [], handOver: null }],
  pagination: manyPages,
  csvHref: '/follow-up/1/people.csv',
};
const successor: FieldSpec[] = [
  { name: 'successorEmail', kind: 'email', label: 'follow-up.handOver.email' },
  { name: 'successorName', kind: 'text', label: 'follow-up.handOver.name' },
];
const handOver = {
  title: 'Werkt hier niet meer',
  lead: `${longName} krijgt niets meer.`,
  campaign: 'Is er een opvolger?',
  form: buildForm(successor, {}, [], t),
  action: '/follow-up/1/people/1/hand-over',
  back: '/follow-up/1/people',
};
const question: FieldSpec = {
  ...{ name: 'answer', kind: 'radios', label: 'follow-up.answer.question', required: true },
  options: [
    { value: '1', label: day.title },
    { value: 'declined', label: 'Nee, ik wil niet komen' },
  ],
};
const answer = {
  title: 'Uitnodiging voor een terugkomdag',
  greeting: `Beste ${longName}`,
  campaign: longName,
  stands: null,
  form: buildForm([question], {}, [], t),
  action: '/follow-up-answers/x',
  over: null,
  sessionHref: null,
};

export const samples = {
  'follow-up/list': [
    {
      title: 'Terugkomdagen',
      invites: true,
      campaigns: [
        {
          ...{ title: longName, href: '/follow-up/1', status: running, days },
          figures: '300 van 412 mensen uitgenodigd.',
          launched: 'Gestart op 1 september 2026 om 10:00.',
        },
      ],
      pagination: manyPages,
      emptyText: '',
    },
    {
      ...{ title: 'Terugkomdagen', invites: false, campaigns: [], pagination: noPages },
      emptyText: 'Nodigt de regio mensen uit, dan ziet u hier wie komt.',
    },
  ],
  'follow-up/form': [
    form,
    { ...form, noDays: true },
    { ...form, errorSummary: wrong.errorSummary, when: wrong.fields, narrower: [] },
  ],
  'follow-up/preview': [
    preview,
    {
      ...preview,
      ...{ count: 0, total: null, leftOut: [], shares: [], waves: [], withoutTurn: null, rows: [] },
      pagination: noPages,
    },
  ],
  'follow-up/campaign': [
    campaign,
    { ...campaign, progress: { ...campaign.progress, refreshes: false } },
    {
      ...{ ...campaign, progress: null, waitForSeats: '3 mensen wachten op een plaats.' },
      ...{ withoutTurn: '8 mensen komen niet aan de beurt.', stopHref: null },
      withoutSuccessor: { text: '2 mensen werken er niet meer', href: '/follow-up/1/people?state=left' },
    },
  ],
  'follow-up/people': [people, { ...people, people: [], pagination: noPages }],
  'follow-up/stop': [
    {
      ...{ title: 'Campagne stoppen', lead: longName, what: ['3 mensen krijgen geen uitnodiging meer.'] },
      ...{ action: '/follow-up/1/stop', back: '/follow-up/1' },
    },
  ],
  'follow-up/hand-over': [
    handOver,
    {
      ...handOver,
      form: buildForm(successor, {}, [{ path: 'successorName', message: 'Vul ook de naam in.' }], t),
    },
  ],
  'follow-up/answer': [
    answer,
    { ...answer, stands: { kind: 'info', text: 'U wilt niet komen.' } },
    {
      ...{ ...answer, form: null, sessionHref: '/sessions/1' },
      stands: { kind: 'ok', text: 'U bent ingeschreven.' },
    },
    { ...answer, form: null, over: 'U kunt zich niet meer inschrijven.' },
  ],
};
