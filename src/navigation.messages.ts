import { defineMessages } from './platform/i18n/messages.js';

/** Groups of links in the navigation bar. */
export const navigationMessages = defineMessages({
  nl: {
    'navigation.planning': 'Planning',
    'navigation.people': 'Mensen',
    'navigation.afterwards': 'Na de training',
    'navigation.money': 'Geld',
    'navigation.grants': 'Subsidie',
    'navigation.bookings': 'Boekingen',
    'navigation.mail': 'Mail',
  },
  en: {
    'navigation.planning': 'Planning',
    'navigation.people': 'People',
    'navigation.afterwards': 'After the training',
    'navigation.money': 'Money',
    'navigation.grants': 'Grants',
    'navigation.bookings': 'Bookings',
    'navigation.mail': 'Mail',
  },
});
