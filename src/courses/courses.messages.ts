import { defineMessages } from '../platform/i18n/messages.js';

export const coursesMessages = defineMessages({ nl: {}, en: {} });
