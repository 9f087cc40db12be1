import type { Navigation } from './platform/web/pages.js';

type Links = ReturnType<Navigation['linksFor']>;

const linksOf: Readonly<Record<Parameters<Navigation['roleLabel']>[0], Links>> = {
  coordinator: [
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/follow-up', label: 'follow-up.nav.campaigns' },
    { href: '/certificates', label: 'certificates.nav' },
    { href: '/allotments', label: 'grants.nav.allotments' },
    { href: '/budget', label: 'grants.nav.budget' },
    { href: '/ledger', label: 'grants.nav.ledger' },
  ],
  contact: [
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/certificates', label: 'certificates.nav' },
    { href: '/allotments', label: 'grants.nav.allotments' },
    { href: '/budget', label: 'grants.nav.budget' },
  ],
  trainer: [{ href: '/sessions', label: 'sessions.nav.sessions' }],
  professional: [
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/enrolments', label: 'enrolment.nav.own' },
    { href: '/certificates', label: 'certificates.nav' },
  ],
  finance: [
    { href: '/sessions', label: 'sessions.nav.sessions' },
    { href: '/budget', label: 'grants.nav.budget' },
    { href: '/commitments', label: 'grants.nav.commitments' },
    { href: '/ledger', label: 'grants.nav.ledger' },
  ],
  administrator: [],
};

/** What each role finds in the navigation bar, the most used first. */
export const navigation: Navigation = {
  linksFor: (role) => (role ? linksOf[role] : []),
  roleLabel: (role) => `access.role.${role}`,
};
