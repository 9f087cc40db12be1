import type { Schedule } from './platform/jobs/schedule.js';

/** The one table of what follows what: which jobs follow which fact, and which come back by themselves. */
export const schedule: Schedule = {
  subscriptions: {
    'message.queued': ['mail.send-due'],
    'address.died': ['people.tell-dead-address'],
    'enrolment.confirmed': ['enrolment.tell-confirmed', 'reminders.plan', 'demand.end-interest'],
    'enrolment.waitlisted': ['enrolment.tell-waitlisted'],
    'enrolment.requested': ['enrolment.tell-requested'],
    'enrolment.offered': ['enrolment.tell-offered'],
    'enrolment.cancelled': ['enrolment.tell-cancelled', 'reminders.withdraw'],
    'session.opened': ['demand.invite', 'trainers.tell-planned'],
    'session.moved': [
      'enrolment.tell-moved',
      'enrolment.tell-contacts-moved',
      'reminders.replan',
      'trainers.tell-changed',
    ],
    'session.changed': ['enrolment.tell-changed', 'trainers.tell-changed'],
    'session.trainer-left': ['trainers.tell-left'],
    'session.cancelled': [
      'grants.release-commitment',
      'enrolment.end-for-called-off-session',
      'reminders.withdraw-for-session',
      'follow-up.tell-called-off',
      'demand.tell-called-off',
      'trainers.tell-called-off',
    ],
    'session.closed': ['certificates.issue', 'enrolment.tell-no-seat'],
    'certificate.issued': ['certificates.mail-issued'],
    'follow-up.launched': ['follow-up.mail-invitations'],
    'reminder-rule.changed': ['reminders.plan-rule'],
    'needs-poll.sent': ['demand.mail-poll'],
  },
  recurring: [
    { name: 'idempotency.forget-old', everySeconds: 3600 },
    { name: 'mail.send-due', everySeconds: 30 },
    { name: 'reminders.send-due', everySeconds: 60 },
    { name: 'notices.send-due', everySeconds: 300 },
    { name: 'enrolment.give-out-freed-seats', everySeconds: 300 },
    { name: 'demand.remind-polls', everySeconds: 600 },
    { name: 'certificates.tell-expiring', everySeconds: 600 },
    { name: 'enrolment.forget-wishes', everySeconds: 3600 },
    { name: 'enrolment.forget-reasons', everySeconds: 3600 },
    { name: 'enrolment.forget-guest-names', everySeconds: 3600 },
    { name: 'online-enrolment.forget-links', everySeconds: 3600 },
  ],
};
