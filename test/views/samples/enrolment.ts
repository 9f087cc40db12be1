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
const when = [
  {
    moments: ['donderdag 14 januari 2027, 09:30–17:00', 'vrijdag 15 januari 2027, 09:30–17:00'],
    place: 'Voorbeeldzaal, Voorbeeldplein 1, Almere',
  },
];
const card = {
  title: 'Basistraining herkennen van signalen',
  href: '/sessions/1',
  status: { kind: 'success', label: 'ingeschreven' },
  when,
  waiting: null,
  calendarHref: '/enrolments/1/calendar.ics',
  cancelHref: '/enrolments/1/cancellation',
  certificateHref: null,
  otherDatesHref: null,
};
const field = {
  id: 'field-q',
  name: 'q',
  kind: 'text',
  label: 'Zoek',
  description: null,
  error: null,
  describedBy: null,
  required: false,
  autocomplete: null,
  value: 'voor',
  checked: false,
  options: [],
  inputType: 'text',
  inputMode: null,
  is: { input: true, textarea: false, select: false, checkbox: false, radios: false, hidden: false },
};
const search = { fields: [field], errorSummary: null };
const head = {
  sessionHref: '/sessions/1',
  sessionTitle: 'Basistraining',
  lead: 'Basistraining, 14 en 15 januari 2027, Voorbeeldzaal, Voorbeeldplein 1, Almere',
  seats: '12 van 12 plaatsen bezet, 3 op de wachtlijst.',
};
const person = {
  name: longName,
  organisation: `Stichting ${longName}`,
  municipality: 'Noordoostpolder',
  functionName: 'medewerker sociale zaken',
};
const roster = {
  title: 'Deelnemers',
  ...head,
  statuses: [
    { label: 'Ingeschreven', count: 12, href: '?status=confirmed', current: false },
    { label: 'Wachtlijst', count: 3, href: '?status=waitlisted', current: true },
    { label: 'Afgemeld', count: 0, href: '?status=cancelled', current: false },
  ],
  heading: 'Wachtlijst',
  onlyOwn: true,
  waits: true,
  mayCancel: true,
  search,
  status: 'waitlisted',
  rows: [
    { ...person, position: 1, cancelHref: '/enrolments/1/cancellation' },
    { ...person, position: 2, cancelHref: '/enrolments/2/cancellation' },
  ],
  pagination: manyPages,
  emptyText: 'Niemand wacht.',
  addHref: '/sessions/1/participants/new',
};
const candidates = {
  title: 'Iemand inschrijven',
  ...head,
  action: '/sessions/1/participants',
  full: true,
  search,
  rows: [{ ...person, id: '1', email: 'voorbeeld@example.nl' }],
  pagination: manyPages,
  emptyText: 'Niemand gevonden.',
};

export const samples = {
  'enrolment/own': [
    {
      title: 'Mijn trainingen',
      coming: [
        card,
        {
          ...card,
          title: longName,
          waiting: 'U staat op nummer 2 van de wachtlijst.',
          status: { kind: 'warning', label: 'op de wachtlijst' },
          calendarHref: null,
        },
      ],
      earlier: [
        { ...card, calendarHref: null, cancelHref: null, certificateHref: '/certificates/1/pdf' },
        { ...card, calendarHref: null, cancelHref: null, otherDatesHref: '/sessions?q=Basistraining' },
      ],
    },
    { title: 'Mijn trainingen', coming: [], earlier: [] },
  ],
  'enrolment/cancel': [
    {
      title: 'Afmelden',
      id: '1',
      question: `Wilt u ${longName} afmelden voor ‘Basistraining’?`,
      when,
      effect: 'De plaats komt vrij.',
      backHref: '/enrolments',
    },
  ],
  'enrolment/roster': [
    roster,
    {
      ...roster,
      onlyOwn: false,
      waits: false,
      mayCancel: false,
      addHref: null,
      rows: roster.rows.map((row) => ({ ...row, position: null })),
    },
    { ...roster, rows: [], pagination: noPages },
  ],
  'enrolment/candidates': [candidates, { ...candidates, full: false, rows: [], pagination: noPages }],
};
