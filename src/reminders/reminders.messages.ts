import { defineMessages } from '../platform/i18n/messages.js';

export const remindersMessages = defineMessages({
  nl: {
    'reminders.letter.subject': 'Herinnering: {{course}} op {{date}}',
    'reminders.letter.text':
      'U hebt een plaats in de training ‘{{course}}’. De training begint op {{date}}. Hieronder staat wat u moet weten.',
    'reminders.letter.action': 'Bekijk mijn trainingen',
    'reminders.letter.cannotCome':
      'Kunt u niet komen? Meld u dan zo snel mogelijk af in Leerlijn. Iemand anders kan uw plaats dan gebruiken.',
  },
  en: {
    'reminders.letter.subject': 'Reminder: {{course}} on {{date}}',
    'reminders.letter.text':
      'You have a seat in the course ‘{{course}}’. The course begins on {{date}}. Below is what you need to know.',
    'reminders.letter.action': 'See my courses',
    'reminders.letter.cannotCome':
      'Can you not come? Please cancel your place in Leerlijn as soon as possible. Someone else can use it then.',
  },
});
