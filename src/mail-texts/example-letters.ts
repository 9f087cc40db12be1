import { evaluationLetter } from '../evaluation/evaluation.letters.js';
import {
  issuedValues,
  expiresLetter,
  expiryValues,
  issuedLetter,
  revokedLetter,
  revokedValues,
  type Certified,
  type ExpiringCertificate,
} from '../certificates/certificate.letters.js';
import { invitationLetter as sessionInvitationLetter } from '../demand/invitation.letters.js';
import { appointmentValues } from '../enrolment/appointment.letters.js';
import {
  calledOffLetter,
  cancelledLetter,
  confirmedLetter,
  endedLetter,
  handedOverLetter,
  movedLetter,
  offeredLetter,
  requestedLetter,
  waitlistedLetter,
  type Addressed,
} from '../enrolment/enrolment.letters.js';
import { invitationLetter } from '../follow-up/follow-up.letters.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { EntryCode } from '../enrolment/entry-codes.service.js';
import { reminderLetter } from '../reminders/reminder.letters.js';
import type { Locale } from '../shared/locale.js';
import type { MailKind, Values } from '../wording/mail-kinds.rules.js';
import type { Words } from '../wording/words.js';
import type { EnrolledExample } from './example.queries.js';

/** What a letter is written about to show how it looks. */
export interface Example {
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly enrolled: EnrolledExample;
  readonly certificate: Certified;
}

const POSITION = 3;
const NOBODY = '0192f3a0-0000-7000-8000-000000000000';

/** A letter of each kind, as the one who would get it sees it; links lead to pages that decide nothing. */
const letters: Readonly<Record<MailKind, (example: Example, words: Words, t: Translate) => Letter>> = {
  'enrolment-requested': (example, words, t) => requestedLetter(addressed(example), words, [], t),
  'enrolment-rejected': (example, words, t) => endedLetter(addressed(example), words, t),
  'enrolment-waitlisted': (example, words, t) => waitlistedLetter(addressed(example), words, POSITION, t),
  'enrolment-offered': (example, words, t) =>
    offeredLetter(addressed(example), words, offerEnds(example), `${example.publicUrl}/enrolments`, t),
  'enrolment-offer-expired': (example, words, t) => endedLetter(addressed(example), words, t),
  'enrolment-confirmed': (example, words, t) =>
    confirmedLetter(
      addressed(example),
      words,
      { enrolmentId: example.enrolled.enrolmentId, codes: inventedCodes(example) },
      t,
    ),
  reminder: (example, words, t) =>
    reminderLetter(
      addressed(example),
      words,
      {
        appointment: example.enrolled.appointment,
        codes: inventedCodes(example),
        publicUrl: example.publicUrl,
      },
      t,
    ),
  'session-moved': (example, words, t) =>
    movedLetter(addressed(example), words, { status: 'confirmed', codes: inventedCodes(example) }, t),
  'session-changed': (example, words, t) =>
    movedLetter(addressed(example), words, { status: 'confirmed', codes: inventedCodes(example) }, t),
  'session-cancelled': (example, words, t) => calledOffLetter(addressed(example), words, 'confirmed', t),
  'enrolment-cancelled': (example, words, t) => cancelledLetter(addressed(example), words, true, t),
  'enrolment-wait-ended': (example, words, t) => cancelledLetter(addressed(example), words, false, t),
  'enrolment-handed-over': (example, words, t) => handedOverLetter(addressed(example), words, t),
  'enrolment-transferred': (example, words, t) => cancelledLetter(addressed(example), words, true, t),
  'enrolment-no-seat': (example, words, t) => endedLetter(addressed(example), words, t),
  'certificate-issued': ({ certificate, publicUrl }, words, t) =>
    issuedLetter(certificate, words, `${publicUrl}/certificates`, t),
  'certificate-expires': (example, words, t) =>
    expiresLetter(expiring(example), words, `${example.publicUrl}/sessions`, t),
  'certificate-revoked': ({ certificate, publicUrl }, words, t) =>
    revokedLetter(
      certificate,
      { reason: 'issued-in-error', again: null },
      words,
      `${publicUrl}/certificates`,
      t,
    ),
  'follow-up-invitation': followUpLetter,
  'follow-up-reminder': followUpLetter,
  'session-invitation': (example, words, t) =>
    sessionInvitationLetter(
      { ...addressed(example), waitsAt: null },
      words,
      example.enrolled.appointment,
      example.publicUrl,
      t,
    ),
  'evaluation-before': askingLetter,
  'evaluation-before-reminder': askingLetter,
  'evaluation-after': askingLetter,
  'evaluation-later': askingLetter,
  'evaluation-reminder': askingLetter,
};

function askingLetter({ enrolled, publicUrl }: Example, words: Words, t: Translate): Letter {
  return evaluationLetter(enrolled.name, words, `${publicUrl}/sessions`, t);
}

function followUpLetter(example: Example, words: Words, t: Translate): Letter {
  const { enrolled, publicUrl } = example;
  return invitationLetter(addressed(example), words, [enrolled.appointment], `${publicUrl}/sessions`, t);
}

/** The newest certificate may be valid for good. */
function expiring({ certificate }: Example): ExpiringCertificate {
  return { ...certificate, validUntil: certificate.validUntil ?? '2030-12-31' };
}

export function exampleLetter(kind: MailKind, example: Example, words: Words, t: Translate): Letter {
  return letters[kind](example, words, t);
}

/** What the words of such a letter name. */
export function exampleValues(kind: MailKind, example: Example, t: Translate): Values {
  if (kind === 'certificate-issued') return issuedValues(example.certificate);
  if (kind === 'certificate-expires') return expiryValues(expiring(example));
  if (kind === 'certificate-revoked') return revokedValues(example.certificate);
  const { enrolled, locale } = example;
  return {
    ...appointmentValues(enrolled.name, enrolled.appointment, locale, t),
    position: String(POSITION),
    until: offerEnds(example),
  };
}

/** Invented data, which says so, for who may see no real data yet. */
export function inventedEnrolment(now: Date, t: Translate): EnrolledExample {
  const day = new Date(now.getTime() + 30 * 24 * 60 * 60_000);
  return {
    enrolmentId: NOBODY,
    name: t('mail-texts.example.name'),
    appointment: {
      ...{ sessionId: NOBODY, courseTitle: t('mail-texts.example.course'), status: 'open', sequence: 0 },
      ...{ firstStartsAt: day, lastEndsAt: day, enrolmentEndsAt: day, asksWishes: false },
      parts: [
        {
          ...{ ordinal: 1, date: day.toISOString().slice(0, 10), startTime: '09:00', endTime: '16:00' },
          ...{ joiningLink: null, trainers: [] },
          place: {
            ...{
              venue: t('mail-texts.example.place'),
              room: '1',
              address: 'Voorbeeldplein 1',
              town: 'Almere',
            },
            ...{ accessibility: '', route: null },
          },
        },
      ],
    },
  };
}

export function inventedCertificate(locale: Locale, t: Translate): Certified {
  return {
    ...{ professionalName: t('mail-texts.example.name'), courseTitle: t('mail-texts.example.course') },
    ...{ number: 'LL-0000-00000-00000-00000', validUntil: null, evaluationUrl: null, locale },
  };
}

function addressed({ locale, publicUrl, enrolled }: Example): Addressed {
  return { name: enrolled.name, locale, appointment: enrolled.appointment, publicUrl };
}

/** Codes that open nothing, as the letter may be mailed as a test. */
function inventedCodes({ enrolled, publicUrl }: Example): EntryCode[] {
  const code = 'X'.repeat(40);
  const dates = new Set(enrolled.appointment.parts.map(({ date }) => date));
  return [...dates].map((date) => ({ date, code, url: `${publicUrl}/entry/${code}` }));
}

/** An offer ends before the training begins. */
const offerEnds = ({ enrolled, locale }: Example): string =>
  formatInstant(new Date(enrolled.appointment.firstStartsAt.getTime() - 7 * 24 * 60 * 60_000), locale);
