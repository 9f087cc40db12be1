import { defineMessages } from '../platform/i18n/messages.js';

export const archiveMessages = defineMessages({
  nl: {
    'archive.archive': 'Archiveer',
    'archive.restore': 'Neem weer in gebruik',
    'archive.archived': 'gearchiveerd',
    'archive.done': '{{name}} is gearchiveerd en kan niet meer gepland worden.',
    'archive.restored': '{{name}} is weer in gebruik.',
  },
  en: {
    'archive.archive': 'Archive',
    'archive.restore': 'Take back into use',
    'archive.archived': 'archived',
    'archive.done': '{{name}} has been archived and cannot be planned any more.',
    'archive.restored': '{{name}} is in use again.',
  },
});
