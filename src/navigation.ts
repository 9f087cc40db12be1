import type { Navigation } from './platform/web/pages.js';

type Entries = ReturnType<Navigation['entriesFor']>;

const START = { href: '/', label: 'home.nav' } as const;
const SESSIONS = { href: '/sessions', label: 'sessions.nav.sessions' } as const;
const CALENDAR = { href: '/calendar', label: 'calendar.title' } as const;
const COURSES = { href: '/courses', label: 'courses.nav' } as const;
const NOTICES = { href: '/notices', label: 'notices.title' } as const;
const BUDGET = { href: '/budget', label: 'grants.nav.budget' } as const;
const COUNCIL_REPORTS = { href: '/council-reports', label: 'council-report.nav' } as const;
const APPLICATIONS = { href: '/grant-applications', label: 'applications.title' } as const;
const LEDGER = { href: '/ledger', label: 'grants.nav.ledger' } as const;
const ACCOUNTABILITY = { href: '/accountability', label: 'accountability.nav' } as const;
const ALLOTMENTS = { href: '/allotments', label: 'grants.nav.allotments' } as const;
const CERTIFICATES = { href: '/certificates', label: 'certificates.nav' } as const;
const EVALUATIONS = { href: '/evaluations', label: 'evaluation.nav' } as const;
const MAIL = [
  { href: '/messages', label: 'mail-log.title' },
  { href: '/mail-texts', label: 'mail-texts.title' },
] as const;

const PEOPLE = {
  label: 'navigation.people',
  links: [
    { href: '/professionals', label: 'people.nav.professionals' },
    { href: '/organisations', label: 'people.nav.organisations' },
    { href: '/coverage', label: 'coverage.title' },
    { href: '/reports/trained', label: 'reports.nav.trained' },
  ],
} as const;
const AFTERWARDS = {
  label: 'navigation.afterwards',
  links: [{ href: '/follow-up', label: 'follow-up.nav.campaigns' }, CERTIFICATES, EVALUATIONS],
} as const;

const entriesOf: Readonly<Record<Parameters<Navigation['roleLabel']>[0], Entries>> = {
  coordinator: [
    START,
    {
      label: 'navigation.planning',
      links: [
        SESSIONS,
        CALENDAR,
        COURSES,
        { href: '/demand', label: 'demand.nav' },
        { href: '/trainers', label: 'trainers.title' },
        { href: '/venues', label: 'venues.title' },
      ],
    },
    PEOPLE,
    AFTERWARDS,
    {
      label: 'navigation.money',
      links: [ALLOTMENTS, BUDGET, LEDGER, APPLICATIONS, ACCOUNTABILITY, COUNCIL_REPORTS],
    },
    {
      label: 'navigation.mail',
      links: [...MAIL, { href: '/reminder-rules', label: 'reminders.rules.title' }, NOTICES],
    },
    { href: '/imports', label: 'imports.nav' },
  ],
  contact: [
    START,
    { label: 'navigation.planning', links: [SESSIONS, CALENDAR, COURSES] },
    PEOPLE,
    AFTERWARDS,
    { label: 'navigation.money', links: [ALLOTMENTS, BUDGET, COUNCIL_REPORTS] },
    { label: 'navigation.mail', links: [...MAIL, NOTICES] },
  ],
  trainer: [
    START,
    SESSIONS,
    CALENDAR,
    { href: '/availability', label: 'trainers.nav.own' },
    NOTICES,
    EVALUATIONS,
  ],
  professional: [
    START,
    SESSIONS,
    CALENDAR,
    { href: '/enrolments', label: 'enrolment.nav.own' },
    COURSES,
    CERTIFICATES,
  ],
  finance: [
    START,
    { label: 'navigation.planning', links: [SESSIONS, CALENDAR] },
    { label: 'navigation.grants', links: [BUDGET, APPLICATIONS, ACCOUNTABILITY, COUNCIL_REPORTS] },
    {
      label: 'navigation.bookings',
      links: [
        { href: '/commitments', label: 'grants.nav.commitments' },
        { href: '/received-invoices', label: 'received.title' },
        LEDGER,
        { href: '/reconciliations', label: 'reconciliation.title' },
      ],
    },
    NOTICES,
  ],
  administrator: [
    START,
    { href: '/accounts', label: 'administration.nav.accounts' },
    { href: '/api-keys', label: 'administration.nav.apiKeys' },
    { href: '/badge-keys', label: 'certificates.keys.title' },
    { href: '/audit-trail', label: 'administration.nav.auditTrail' },
    { href: '/jobs', label: 'administration.nav.jobs' },
    { href: '/mail', label: 'administration.nav.mail' },
  ],
};

/** What each role finds in the navigation bar, the most used first; in groups where it is more than a row. */
export const navigation: Navigation = {
  entriesFor: (role) => (role ? entriesOf[role] : []),
  roleLabel: (role) => `access.role.${role}`,
};
