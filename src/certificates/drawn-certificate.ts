import type { CourseLevel } from '../courses/course-level.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { newId } from '../shared/ids.js';
import { certificateDocument } from './certificate-document.js';
import type { CertificateLook } from './certificate-pdf.js';
import type { Certificate } from './certificate.entity.js';
import { drawNumber } from './certificate.rules.js';

/** A certificate of which the file is still to be written. */
export type DrawnCertificate = Omit<Certificate, 'pdf' | 'sha256' | 'document' | 'level'> & {
  readonly level: CourseLevel;
  readonly document: ReturnType<typeof certificateDocument>;
  readonly look: CertificateLook | null;
};

/** Whose certificate it is and what of, as it is copied onto the paper. */
export type Given = Omit<
  DrawnCertificate,
  | 'id'
  | 'number'
  | 'issuedAt'
  | 'document'
  | 'look'
  | 'lookId'
  | 'revokedAt'
  | 'revocationReason'
  | 'source'
  | 'earlierNumber'
>;

/** What every certificate of now has in common. */
export interface Drawing {
  readonly issuedAt: Date;
  /** Where it can be checked. */
  readonly publicUrl: string;
  /** Of its municipality at this moment. */
  readonly look: CertificateLook | null;
  readonly t: Translate;
}

/** Gives a certificate its number, its words and its look. */
export function drawCertificate(given: Given, { issuedAt, publicUrl, look, t }: Drawing): DrawnCertificate {
  const { issuedOn, validUntil } = given;
  const number = drawNumber(Number(issuedOn.slice(0, 4)));
  const issue = { number, issuedOn, validUntil, checkUrl: `${publicUrl}/check/${number}` };
  return {
    ...given,
    ...{ number, issuedAt, document: certificateDocument(given, issue, t), look, lookId: look?.id ?? null },
    ...{ id: newId(issuedAt), revokedAt: null, revocationReason: null },
    ...{ source: null, earlierNumber: null },
  };
}

export const printedOf = ({ document, issuedAt, look }: DrawnCertificate) => ({
  ...document,
  issuedAt,
  look,
});
