import { defineMessages } from '../platform/i18n/messages.js';

export const certificatesMessages = defineMessages({ nl: {}, en: {} });
