import { defineMessages } from '../platform/i18n/messages.js';

export const followUpMessages = defineMessages({ nl: {}, en: {} });
