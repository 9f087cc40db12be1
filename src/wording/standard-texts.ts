import { messages, type MessageKey } from '../messages.js';
import type { Locale } from '../shared/locale.js';
import type { Block, MailKind } from './mail-kinds.rules.js';

interface Standard {
  readonly subject: MessageKey;
  /** A paragraph each. */
  readonly opening: readonly MessageKey[];
  readonly closing: readonly MessageKey[];
}

const standards: Readonly<Record<MailKind, Standard>> = {
  'enrolment-requested': {
    subject: 'enrolment.requested.subject',
    opening: ['enrolment.requested.text'],
    closing: [],
  },
  'enrolment-rejected': {
    subject: 'enrolment.ended.rejected.subject',
    opening: ['enrolment.ended.rejected.text'],
    closing: ['enrolment.ended.rejected.next'],
  },
  'enrolment-waitlisted': {
    subject: 'enrolment.waitlisted.subject',
    opening: ['enrolment.waitlisted.text'],
    closing: ['enrolment.waitlisted.leave'],
  },
  'enrolment-offered': {
    subject: 'enrolment.offered.subject',
    opening: ['enrolment.offered.text'],
    closing: [],
  },
  'enrolment-offer-expired': {
    subject: 'enrolment.ended.offer-expired.subject',
    opening: ['enrolment.ended.offer-expired.text'],
    closing: ['enrolment.ended.offer-expired.next'],
  },
  'enrolment-confirmed': {
    subject: 'enrolment.confirmed.subject',
    opening: ['enrolment.confirmed.text'],
    closing: ['enrolment.letter.cannotCome'],
  },
  reminder: {
    subject: 'reminders.letter.subject',
    opening: ['reminders.letter.text'],
    closing: ['reminders.letter.cannotCome'],
  },
  'session-moved': {
    subject: 'enrolment.moved.subject',
    opening: ['enrolment.moved.text'],
    closing: ['enrolment.letter.cannotCome'],
  },
  'session-changed': {
    subject: 'enrolment.moved.subject',
    opening: ['enrolment.changed.text'],
    closing: ['enrolment.letter.cannotCome'],
  },
  'session-cancelled': {
    subject: 'enrolment.calledOff.subject',
    opening: ['enrolment.calledOff.text'],
    closing: ['enrolment.calledOff.next'],
  },
  'enrolment-cancelled': {
    subject: 'enrolment.cancelled.subject',
    opening: ['enrolment.cancelled.text'],
    closing: ['enrolment.cancelled.mistake'],
  },
  'enrolment-wait-ended': {
    subject: 'enrolment.cancelled.subject',
    opening: ['enrolment.cancelled.waitingText'],
    closing: ['enrolment.cancelled.mistake'],
  },
  'enrolment-handed-over': {
    subject: 'enrolment.handedOver.subject',
    opening: ['enrolment.handedOver.text'],
    closing: ['enrolment.cancelled.mistake'],
  },
  'enrolment-transferred': {
    subject: 'enrolment.transferred.subject',
    opening: ['enrolment.transferred.text'],
    closing: [],
  },
  'enrolment-no-seat': {
    subject: 'enrolment.noSeat.subject',
    opening: ['enrolment.noSeat.text'],
    closing: ['enrolment.calledOff.next'],
  },
  'certificate-issued': {
    subject: 'certificates.letter.subject',
    opening: ['certificates.letter.text'],
    closing: ['certificates.letter.closing'],
  },
  'certificate-expires': {
    subject: 'certificates.expires.subject',
    opening: ['certificates.expires.text'],
    closing: ['certificates.expires.closing'],
  },
  'certificate-revoked': {
    subject: 'certificates.revoked.subject',
    opening: ['certificates.revoked.text'],
    closing: ['certificates.revoked.closing'],
  },
  'follow-up-invitation': {
    subject: 'follow-up.letter.subject',
    opening: ['follow-up.letter.text', 'follow-up.letter.invitation'],
    closing: ['follow-up.letter.closing'],
  },
  'follow-up-reminder': {
    subject: 'follow-up.reminded.subject',
    opening: ['follow-up.reminded.text'],
    closing: ['follow-up.reminded.closing'],
  },
  'session-invitation': {
    subject: 'demand.letter.subject',
    opening: ['demand.letter.text'],
    closing: [],
  },
  'evaluation-before': {
    subject: 'evaluation.before.subject',
    opening: ['evaluation.before.text'],
    closing: [],
  },
  'evaluation-before-reminder': {
    subject: 'evaluation.beforeReminder.subject',
    opening: ['evaluation.beforeReminder.text'],
    closing: [],
  },
  'evaluation-after': {
    subject: 'evaluation.after.subject',
    opening: ['evaluation.after.text'],
    closing: [],
  },
  'evaluation-later': {
    subject: 'evaluation.later.subject',
    opening: ['evaluation.later.text'],
    closing: [],
  },
  'evaluation-reminder': {
    subject: 'evaluation.reminder.subject',
    opening: ['evaluation.reminder.text'],
    closing: [],
  },
};

/** What a mail says where nobody chose other words: the product's own text with its names between braces, a line per paragraph. */
export function standardText(kind: MailKind, block: Block, locale: Locale): string {
  if (block === 'practical') return '';
  const texts: Readonly<Record<string, string>> = messages[locale];
  return [standards[kind][block]]
    .flat()
    .map((key) => texts[key])
    .join('\n');
}
