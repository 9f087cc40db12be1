import type { Navigation } from './platform/web/pages.js';

type Links = ReturnType<Navigation['linksFor']>;

const linksOf: Readonly<Record<Parameters<Navigation['roleLabel']>[0], Links>> = {
  coordinator: [],
  contact: [],
  trainer: [],
  professional: [],
  finance: [],
  administrator: [],
};

/** What each role finds in the navigation bar, the most used first. */
export const navigation: Navigation = {
  linksFor: (role) => (role ? linksOf[role] : []),
  roleLabel: (role) => `access.role.${role}`,
};
