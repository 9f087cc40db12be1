/** The mails to professionals of which a region and a municipality may change the words, in the order of screens. */
export const mailKinds = [
  'enrolment-requested',
  'enrolment-rejected',
  'enrolment-waitlisted',
  'enrolment-offered',
  'enrolment-offer-expired',
  'enrolment-confirmed',
  'reminder',
  'session-moved',
  'session-changed',
  'session-cancelled',
  'enrolment-cancelled',
  'enrolment-wait-ended',
  'enrolment-handed-over',
  'enrolment-transferred',
  'enrolment-no-seat',
  'certificate-issued',
  'certificate-expires',
  'certificate-revoked',
  'follow-up-invitation',
  'follow-up-reminder',
  'session-invitation',
  'evaluation-before',
  'evaluation-before-reminder',
  'evaluation-after',
  'evaluation-later',
  'evaluation-reminder',
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * The parts of a mail of which the words may change. What someone needs to act on (links, when and where, what becomes
 * of a place) stands outside them.
 */
export const blocks = ['subject', 'opening', 'practical', 'closing'] as const;
export type Block = (typeof blocks)[number];

/** Whether a mail cannot do without this block. */
export const isNeeded = (block: Block): boolean => block === 'subject' || block === 'opening';
export const longestOf = (block: Block): number => (block === 'subject' ? 150 : 2000);

/** What a text can name between braces. */
export const valueNames = [
  ...(['name', 'course', 'date', 'time', 'place', 'trainers', 'position', 'until'] as const),
  ...(['number', 'validUntil', 'expiresOn'] as const),
] as const;
export type ValueName = (typeof valueNames)[number];
export type Values = Readonly<Partial<Record<ValueName, string | null>>>;

const ofSession = ['name', 'course', 'date', 'time', 'place', 'trainers'] as const;

/** What the texts of a kind of mail can name. */
export function valuesOf(kind: MailKind): readonly ValueName[] {
  if (kind === 'certificate-issued') return ['name', 'course', 'number', 'validUntil'];
  if (kind === 'certificate-expires') return ['name', 'course', 'number', 'expiresOn'];
  if (kind === 'certificate-revoked') return ['name', 'course', 'number'];
  if (kind === 'enrolment-waitlisted') return [...ofSession, 'position'];
  if (kind === 'enrolment-offered') return [...ofSession, 'until'];
  return ofSession;
}

/** What not every mail has a value for; a paragraph that names it is then left out. */
export const sometimesAbsent: readonly ValueName[] = ['trainers', 'validUntil'];
