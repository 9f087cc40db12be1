import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Values } from '../wording/mail-kinds.rules.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';
import type { Locale } from '../shared/locale.js';
import type { RevocationReason } from './certificate.rules.js';
import type { FullCertificateRow } from './certificates.queries.js';

/** What mail about a certificate says of it. */
export type NamedCertificate = Pick<
  FullCertificateRow,
  'professionalName' | 'courseTitle' | 'number' | 'validUntil' | 'locale'
>;
/** One that is not valid for good. */
export type ExpiringCertificate = NamedCertificate & { readonly validUntil: string };
export type Certified = NamedCertificate & Pick<FullCertificateRow, 'evaluationUrl'>;

/** The mail that tells someone their certificate is ready. */
export function issuedLetter(certificate: Certified, words: Words, url: string, t: Translate): Letter {
  const { professionalName, evaluationUrl } = certificate;
  const evaluation =
    evaluationUrl === null ? [] : [{ label: t('certificates.letter.evaluation'), value: evaluationUrl }];
  const details = [...detailsOf(certificate, t), ...evaluation];
  const action = { label: t('certificates.letter.action'), url };
  return wordedLetter(words, professionalName, { details, action }, t);
}

/** The mail that tells someone in good time that their certificate expires; `url` is where new dates stand. */
export function expiresLetter(
  certificate: ExpiringCertificate,
  words: Words,
  url: string,
  t: Translate,
): Letter {
  const action = { label: t('certificates.expires.action'), url };
  return wordedLetter(words, certificate.professionalName, { details: detailsOf(certificate, t), action }, t);
}

/** Why one was taken back, and what counts again instead: the earlier certificate of a renewal that was undone. */
export interface Revocation {
  readonly reason: RevocationReason;
  readonly again: { readonly number: string; readonly validUntil: string } | null;
}

/** The mail that tells someone their certificate was taken back; `url` is where their certificates stand. */
export function revokedLetter(
  certificate: NamedCertificate,
  { reason, again }: Revocation,
  words: Words,
  url: string,
  t: Translate,
): Letter {
  const details = [
    { label: t('certificates.document.number'), value: certificate.number },
    {
      label: t('certificates.revoked.why'),
      value: t(`certificates.revoked.reason.${again ? 'renewal' : reason}`),
    },
    ...(again
      ? [{ label: t('certificates.revoked.again'), value: againInWords(again, certificate.locale, t) }]
      : []),
  ];
  const action = { label: t('certificates.revoked.action'), url };
  return wordedLetter(words, certificate.professionalName, { details, action }, t);
}

const againInWords = (
  { number, validUntil }: NonNullable<Revocation['again']>,
  locale: Locale,
  t: Translate,
): string => t('certificates.revoked.againUntil', { number, date: formatDate(validUntil, locale, 'long') });

function detailsOf({ number, validUntil, locale }: NamedCertificate, t: Translate): Letter['details'] {
  const numbered = { label: t('certificates.document.number'), value: number };
  if (validUntil === null) return [numbered];
  const until = formatDate(validUntil, locale, 'long');
  return [numbered, { label: t('certificates.document.validUntil'), value: until }];
}

/** What the words of the mail that it is ready can name. */
export function issuedValues({
  professionalName,
  courseTitle,
  number,
  validUntil,
  locale,
}: NamedCertificate): Values {
  return {
    name: professionalName,
    course: courseTitle,
    number,
    validUntil: validUntil === null ? null : formatDate(validUntil, locale, 'long'),
  };
}

/** What the words of the mail that it expires can name. */
export function expiryValues(certificate: ExpiringCertificate): Values {
  const { professionalName: name, courseTitle: course, number, validUntil, locale } = certificate;
  return { name, course, number, expiresOn: formatDate(validUntil, locale, 'long') };
}

/** What the words of the mail that it was taken back can name. */
export function revokedValues({
  professionalName: name,
  courseTitle: course,
  number,
}: NamedCertificate): Values {
  return { name, course, number };
}
