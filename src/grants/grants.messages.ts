import { defineMessages } from '../platform/i18n/messages.js';

export const grantsMessages = defineMessages({ nl: {}, en: {} });
