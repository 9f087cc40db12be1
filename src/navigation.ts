import type { Navigation } from './platform/web/pages.js';

type Links = ReturnType<Navigation['linksFor']>;

const linksOf: Readonly<Record<Parameters<Navigation['roleLabel']>[0], Links>> = {
  coordinator: [
    { href: '/', label: 'home.nav' },
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/calendar', label: 'calendar.title' },
    { href: '/professionals', label: 'people.nav.professionals' },
    { href: '/organisations', label: 'people.nav.organisations' },
    { href: '/courses', label: 'courses.nav' },
    { href: '/demand', label: 'demand.nav' },
    { href: '/trainers', label: 'trainers.title' },
    { href: '/venues', label: 'venues.title' },
    { href: '/follow-up', label: 'follow-up.nav.campaigns' },
    { href: '/certificates', label: 'certificates.nav' },
    { href: '/reports/trained', label: 'reports.nav.trained' },
    { href: '/allotments', label: 'grants.nav.allotments' },
    { href: '/budget', label: 'grants.nav.budget' },
    { href: '/ledger', label: 'grants.nav.ledger' },
    { href: '/messages', label: 'mail-log.title' },
    { href: '/mail-texts', label: 'mail-texts.title' },
    { href: '/reminder-rules', label: 'reminders.rules.title' },
    { href: '/notices', label: 'notices.title' },
    { href: '/imports', label: 'imports.nav' },
  ],
  contact: [
    { href: '/', label: 'home.nav' },
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/calendar', label: 'calendar.title' },
    { href: '/professionals', label: 'people.nav.professionals' },
    { href: '/organisations', label: 'people.nav.organisations' },
    { href: '/courses', label: 'courses.nav' },
    { href: '/follow-up', label: 'follow-up.nav.campaigns' },
    { href: '/certificates', label: 'certificates.nav' },
    { href: '/reports/trained', label: 'reports.nav.trained' },
    { href: '/allotments', label: 'grants.nav.allotments' },
    { href: '/budget', label: 'grants.nav.budget' },
    { href: '/messages', label: 'mail-log.title' },
    { href: '/mail-texts', label: 'mail-texts.title' },
    { href: '/notices', label: 'notices.title' },
  ],
  trainer: [
    { href: '/', label: 'home.nav' },
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/calendar', label: 'calendar.title' },
    { href: '/availability', label: 'trainers.nav.own' },
    { href: '/notices', label: 'notices.title' },
  ],
  professional: [
    { href: '/', label: 'home.nav' },
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/calendar', label: 'calendar.title' },
    { href: '/enrolments', label: 'enrolment.nav.own' },
    { href: '/courses', label: 'courses.nav' },
    { href: '/certificates', label: 'certificates.nav' },
  ],
  finance: [
    { href: '/', label: 'home.nav' },
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/calendar', label: 'calendar.title' },
    { href: '/budget', label: 'grants.nav.budget' },
    { href: '/commitments', label: 'grants.nav.commitments' },
    { href: '/ledger', label: 'grants.nav.ledger' },
    { href: '/notices', label: 'notices.title' },
  ],
  administrator: [
    { href: '/', label: 'home.nav' },
    { href: '/accounts', label: 'administration.nav.accounts' },
    { href: '/api-keys', label: 'administration.nav.apiKeys' },
    { href: '/badge-keys', label: 'certificates.keys.title' },
    { href: '/audit-trail', label: 'administration.nav.auditTrail' },
    { href: '/jobs', label: 'administration.nav.jobs' },
    { href: '/mail', label: 'administration.nav.mail' },
  ],
};

/** What each role finds in the navigation bar, the most used first. */
export const navigation: Navigation = {
  linksFor: (role) => (role ? linksOf[role] : []),
  roleLabel: (role) => `access.role.${role}`,
};
