import { defineMessages } from '../platform/i18n/messages.js';

export const importsMessages = defineMessages({ nl: {}, en: {} });
