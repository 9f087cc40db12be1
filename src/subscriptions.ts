import type { Schedule } from './platform/jobs/schedule.js';

/** The one table of what follows what: which jobs follow which fact, and which come back by themselves. */
export const schedule: Schedule = {
  subscriptions: {
    'message.queued': ['mail.send-due'],
  },
  recurring: [
    { name: 'idempotency.forget-old', everySeconds: 3600 },
    { name: 'mail.send-due', everySeconds: 30 },
    { name: 'enrolment.give-out-released-seats', everySeconds: 300 },
  ],
};
