import { defineMessages } from '../platform/i18n/messages.js';

export const remindersMessages = defineMessages({ nl: {}, en: {} });
