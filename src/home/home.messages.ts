import { defineMessages } from '../platform/i18n/messages.js';

export const homeMessages = defineMessages({ nl: {}, en: {} });
