import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { FullCertificateRow } from './certificates.queries.js';

/** The mail that tells someone their certificate is ready. */
export function issuedLetter(certificate: FullCertificateRow, url: string, t: Translate): Letter {
  const { courseTitle, number, validUntil, locale, evaluationUrl } = certificate;
  return {
    subject: t('certificates.letter.subject', { course: courseTitle }),
    greeting: t('access.letter.greeting', { name: certificate.professionalName }),
    paragraphs: [t('certificates.letter.text', { course: courseTitle })],
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
    closing: [t('certificates.letter.closing')],
  };
}
