import { defineMessages } from '../platform/i18n/messages.js';

export const peopleMessages = defineMessages({ nl: {}, en: {} });
