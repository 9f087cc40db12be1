import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Values } from '../wording/mail-kinds.rules.js';
import type { Words } from '../wording/words.js';
import type { FullCertificateRow } from './certificates.queries.js';

export type Certified = Pick<
  FullCertificateRow,
  'professionalName' | 'courseTitle' | 'number' | 'validUntil' | 'locale' | 'evaluationUrl'
>;

/** The mail that tells someone their certificate is ready. */
export function issuedLetter(certificate: Certified, words: Words, url: string, t: Translate): Letter {
  const { number, validUntil, locale, evaluationUrl } = certificate;
  return {
    subject: words.subject,
    greeting: t('access.letter.greeting', { name: certificate.professionalName }),
    paragraphs: [...words.opening, ...words.practical],
    details: [
      { label: t('certificates.document.number'), value: number },
      ...(validUntil === null
        ? []
        : [
            {
              label: t('certificates.document.validUntil'),
              value: formatDate(validUntil, locale, 'long'),
            },
          ]),
      ...(evaluationUrl === null
        ? []
        : [{ label: t('certificates.letter.evaluation'), value: evaluationUrl }]),
    ],
    action: { label: t('certificates.letter.action'), url },
    closing: words.closing,
    wording: words.versions,
  };
}

/** What the words of that mail can name. */
export function certificateValues({
  professionalName,
  courseTitle,
  number,
  validUntil,
  locale,
}: Certified): Values {
  return {
    name: professionalName,
    course: courseTitle,
    number,
    validUntil: validUntil === null ? null : formatDate(validUntil, locale, 'long'),
  };
}
