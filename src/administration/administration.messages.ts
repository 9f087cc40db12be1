import { defineMessages } from '../platform/i18n/messages.js';

export const administrationMessages = defineMessages({ nl: {}, en: {} });
