import { defineMessages } from '../platform/i18n/messages.js';

export const enrolmentMessages = defineMessages({
  nl: {
    'enrolment.done.confirmed':
      'U bent ingeschreven. U krijgt een bevestiging met een agendabestand per mail.',
    'enrolment.done.waitlisted':
      'De training is vol. U staat op de wachtlijst; we mailen u als er een plaats vrijkomt.',
    'enrolment.done.cancelled': 'U bent afgemeld. Uw plaats gaat naar de volgende op de wachtlijst.',
  },
  en: {
    'enrolment.done.confirmed': 'You are enrolled. You will get a confirmation with a calendar file by mail.',
    'enrolment.done.waitlisted':
      'The training is full. You are on the waiting list; we will mail you when a seat becomes free.',
    'enrolment.done.cancelled': 'Your place is cancelled. It goes to the next person on the waiting list.',
  },
});
