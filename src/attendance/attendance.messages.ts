import { defineMessages } from '../platform/i18n/messages.js';

export const attendanceMessages = defineMessages({ nl: {}, en: {} });
