import { defineMessages } from '../platform/i18n/messages.js';

export const reportsMessages = defineMessages({ nl: {}, en: {} });
