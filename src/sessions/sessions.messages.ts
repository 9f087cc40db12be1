import { defineMessages } from '../platform/i18n/messages.js';

export const sessionsMessages = defineMessages({ nl: {}, en: {} });
